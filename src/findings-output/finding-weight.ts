/** What comes first among findings of one severity: a reader of the first screen wants to see what is wrong before what is lacking. */

/** Lower comes first. */
type Weight = 0 | 1 | 2 | 3 | 4;

/** What keeps a text or a table from being read: all else hangs on it. */
const ofReading = /^(?:input|yaml|schema)\//;

/** Where a figure comes from, which is asked once the figures agree. */
const ofOrigins = /^(?:provenance\/|indicator\/(?:borrowed-baseline|evidence-))/;

/** What the calendar says of a plan that is carried out. */
const ofStatus = /^status\//;

/** What the plan leaves out, leaves vague or does not connect. All else says that something is wrong. */
const ofWhatLacks: ReadonlySet<string> = new Set([
  "count/missing-weight",
  "count/not-countable",
  "indicator/baseline-undated",
  "indicator/low-frequency",
  "indicator/missing-baseline",
  "indicator/missing-frequency",
  "indicator/missing-owner",
  "indicator/missing-section",
  "indicator/missing-source",
  "indicator/missing-unit",
  "indicator/no-target",
  "indicator/unused-points",
  "mechanism/incomplete",
  "narrative/empty-section",
  "narrative/not-stated-here",
  "narrative/unstated-figure",
  "objective/empty-dimension",
  "objective/no-action",
  "objective/no-headline",
  "objective/no-indicator",
  "objective/problem-without-objective",
  "objective/unlinked",
  "provenance/evidence-origin",
  "provenance/uncited-source",
  "provenance/undated-source",
  "reference/unused",
  "responsibility/unowned",
  "risk/half-rated",
  "risk/implied-only",
  "risk/no-answer",
  "risk/no-owner",
  "risk/weak-answer",
  "statement/soft",
  "suppression/no-reason",
  "suppression/unused",
  "target/missing-date",
  "target/no-base",
  "target/vague",
  "time/missing-date",
  "time/undated-step",
  "time/unstated-start",
]);

/** Where findings of a code stand among those of their severity: reading, contradictions, origins, status, what is lacking. */
export function weightOf(code: string): Weight {
  if (ofReading.test(code)) return 0;
  if (ofStatus.test(code)) return 3;
  if (ofWhatLacks.has(code)) return 4;
  return ofOrigins.test(code) ? 2 : 1;
}

/** Codes that are told last, for the test that each of them exists. */
export const codesOfLacking: readonly string[] = [...ofWhatLacks];
