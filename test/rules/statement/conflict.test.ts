import { expect, test } from "vitest";
import { compileText } from "../../kit/compile.ts";

/** Severities of `statement/conflict` for a milestone's date, an amount or a baseline, in order of place. */
function conflicts(fact: string): readonly string[] {
  const indicator = "indicators: [{ id: a, name: A, unit: '%', targets: [{ reach: 85, by: 2027-12 }]";
  const baseline = fact.startsWith("baseline") ? `, ${fact}` : "";
  const item = fact.startsWith("by") ? `milestones: [{ id: m, name: M, ${fact} }]` : "";
  const amount = fact.startsWith("amount") ? `resources: [{ id: r, name: R, kind: money, ${fact} }]` : "";
  const text = `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: 2026-01..2027-12\n${indicator}${baseline} }]\n${item}\n${amount}\n`;
  const { findings } = compileText(text, { only: "plan" });
  return findings
    .filter((finding) => finding.code === "statement/conflict")
    .map((finding) => finding.severity);
}

test.each([
  // 3 万元 are 30,000 元: one value in two units.
  ["amount: [{ is: 3万元 }, { is: 30000元 }]", []],
  // A bare number may be in either unit of money, as long as one reading agrees.
  ["amount: [{ is: 3万元 }, { is: 3 }]", []],
  ["amount: [{ is: 3万元 }, { is: 30000 }]", []],
  // 40 keeps a floor of 35, so both hold; a reader would still ask.
  ["amount: [{ is: 40万元 }, { is: ≥35万元 }]", ["info"]],
  // 30 does not keep a floor of 35.
  ["amount: [{ is: 30万元 }, { is: ≥35万元 }]", ["error"]],
  // Two floors are two values.
  ["amount: [{ is: ≥40万元 }, { is: ≥35万元 }]", ["error"]],
  // One firm value beside a soft one still binds.
  ["amount: [{ is: 约40万元 }, { is: 35万元 }]", ["error"]],
  ["amount: [{ is: 约40万元 }, { is: 约35万元 }]", ["warning"]],
  // The third repeats the second: one contradiction, told once.
  ["amount: [{ is: 40元 }, { is: 45元 }, { is: 45元 }]", ["error"]],
  // 45 is declared to follow the section of 40; 50 follows nothing.
  ['amount: [{ is: 40元, section: "1" }, { is: 45元, section: "2", follows: "1" }, { is: 50元 }]', ["error"]],
  ["amount: [{ is: 40元, during: 2026 }, { is: 45元, during: 2027 }]", []],
  // M12 of a plan from 2026-01 ends on 2026-12-31, as does 2026.
  ["by: [{ is: M12 }, { is: 2026 }, { is: 2026-12-31 }]", []],
  // October lies within the year: a tighter date, not another one.
  ["by: [{ is: 2026 }, { is: 2026-10 }]", ["info"]],
  ["by: [{ is: 2026-09 }, { is: 2026-10 }]", ["error"]],
  ["by: [{ is: undated }, { is: 2026-10 }]", []],
  ["baseline: [{ is: 45%, at: 2025-12 }, { is: 42%, at: 2025-12 }]", ["error"]],
  ["baseline: [{ is: 45%, at: 2025-12 }, { is: 42%, at: 2024-12 }]", []],
  ["baseline: [{ is: 45%, at: 2025-12 }, { is: 42% }]", ["warning"]],
])("%s gives %j", (fact, expected) => {
  expect(conflicts(fact)).toEqual(expected);
});
