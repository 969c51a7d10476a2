/** Reads the records of a plan written as text, for the tests of the records. */
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { readRecords } from "../../src/records/read-records.ts";
import type { Records } from "../../src/records/records.ts";
import { positionAt, spanText } from "../../src/text/source.ts";
import { bindClean, includeFrom } from "../load/bound.ts";

export interface Read {
  readonly records: Records;
  readonly findings: readonly Diagnostic[];
  /** Findings in order of place: `code line:column "text under the span"`. */
  readonly places: readonly string[];
}

/** A plan with one percent indicator, one flow in persons, one action and two entities. */
export const plan = `format: 1
id: p
period: 2026-01..2027-12
entities: [{ id: east, name: 东街道 }, { id: west, name: 西街道 }]
indicators:
  - { id: rate, name: 覆盖率, unit: "%" }
  - { id: trained, name: 培训人数, unit: 人, value: flow }
  - { id: fund, name: 投入, unit: 万元 }
  - { id: level, name: 等级, targets: [{ grade: 良好, of: [差, 一般, 良好, 优秀], by: 2026 }] }
  - { id: built, name: 建成, targets: [{ done: true, by: M12 }] }
  - { id: staff, name: 配备, unit: 人/万人 }
actions: [{ id: kitchens, name: 建设中央厨房 }]
`;

function read(text: string, files: Readonly<Record<string, string>>): Read {
  const { value, findings } = readRecords(bindClean(text, files), includeFrom(files));
  const places = [...findings]
    .sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
    .map(({ code, span }) => {
      if (span === null) return code;
      const { line, column } = positionAt(span.file, span.start);
      return `${code} ${line}:${column} "${spanText(span)}"`;
    });
  return { records: value, findings, places };
}

/** Records of the observations file. */
export function readObservations(csv: string, text = plan): Read {
  return read(`${text}data: { observations: o.csv }\n`, { "o.csv": csv });
}

/** Records of the progress file. */
export function readProgress(csv: string, text = plan): Read {
  return read(`${text}data: { progress: p.csv }\n`, { "p.csv": csv });
}

/** Records of the spending file. */
export function readSpending(csv: string, text: string): Read {
  return read(`${text}data: { spending: s.csv }\n`, { "s.csv": csv });
}

/** Records of a plan without data files. */
export function readInline(text: string): Read {
  return read(text, {});
}
