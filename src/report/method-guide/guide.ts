/** What a reader needs to know of an assessment method: the source of `docs/methods.md` and of `plan explain METHOD`. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Status } from "../../indicators/statuses.ts";

export interface MethodGuide {
  readonly name: string;
  readonly title: Localized;
  /** The question that the method answers. */
  readonly asks: Localized;
  /** How its ratio is made. */
  readonly ratio: Localized;
  /** Bands in the order in which they are tried. */
  readonly bands: readonly GuideBand[];
  /** What must be there, and what happens where it is not. */
  readonly needs: Localized;
  /** Where the method is published, and where ours departs from it. */
  readonly source: Localized;
  readonly example: GuideExample;
}

/** When a band applies, the method's own word, the status. */
export interface GuideBand {
  readonly when: Localized;
  /** Null for a method without words. */
  readonly word: string | null;
  readonly status: Status;
}

/** A plan that can be checked as it stands, and what comes out of it. */
export interface GuideExample {
  readonly plan: string;
  /** ISO day. */
  readonly asOf: string;
  /** Figures and words of the one indicator, as in the JSON output. */
  readonly result: Readonly<Record<string, string | null>>;
  /** The result worked by hand. */
  readonly working: Localized;
}

/** A plan of one indicator: its lines without the id, observations as `day value`. */
export function examplePlan(
  lines: readonly string[],
  observations: readonly string[],
  period = "2026-01..2026-12",
): string {
  const seen = observations.map((one) => {
    const [at, value] = one.split(" ");
    return `{ at: ${at}, value: ${value} }`;
  });
  return `${[
    "format: 1",
    "id: example",
    "title: Example",
    "language: en",
    `period: ${period}`,
    "indicators:",
    "  - id: x",
    ...lines.map((line) => `    ${line}`),
    `    observations: [${seen.join(", ")}]`,
  ].join("\n")}\n`;
}
