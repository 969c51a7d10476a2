import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

function judged(assess: string, on = "indicator") {
  const own = on === "indicator" ? `assess: ${assess}, ` : "";
  const { results, findings } = compileText(
    `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: 2026-01..2026-12\n${on === "plan" ? `assess: ${assess}\n` : ""}indicators:\n  - { id: x, name: X, unit: "%", direction: increase, baseline: 50% @ 2025-12, ${own}targets: [{ reach: ≥80%, by: 2026-12 }], observations: [{ at: 2026-03, value: 52 }] }\n`,
    { asOf: "2026-04-10" },
  );
  const [row] = results?.rows ?? [];
  return {
    status: row?.status,
    reason: row?.reason,
    told: findings.filter((f) => f.severity === "error").map((f) => f.code),
  };
}

// 52 of the 57.4 expected is a pace of 0.27: off track from 0.8 on, on track from 0.1 on.
test.each([
  ["misspelt", "{ method: linear-pace, on-trck: 0.1 }", "schema/unknown-key"],
  ["of nothing known", "{ method: linear-pace, wibble: 0.1 }", "schema/unknown-key"],
  ["of another method", "{ method: linear-pace, green: 90 }", "schema/unknown-key"],
  ["with a misspelt word", "{ method: schedule-points, preset: pepfr }", "schema/value"],
  [
    "misspelt in a map below",
    "{ method: self-score, steps: { every: 5%, minus: 1, evry: 1 } }",
    "schema/unknown-key",
  ],
  [
    "misspelt in a list of maps",
    "{ method: self-score, bands: [{ within: 5%, marks: 5, mark: 1 }] }",
    "schema/unknown-key",
  ],
])("a parameter %s is neither corrected nor passed over", (_, assess, code) => {
  for (const on of ["indicator", "plan"])
    expect(judged(assess, on)).toEqual({ status: "not-computable", reason: "bad-parameter", told: [code] });
});

test("parameters of no method are not read as those of the usual one", () => {
  const said = judged("{ methd: achievement, green: 5, yellow: 2 }");
  expect([said.status, said.reason]).toEqual(["not-computable", "unknown-method"]);
  expect(said.told).toContain("schema/missing-key");
});

test("a list of methods is not read as the usual one", () => {
  const said = judged("[achievement]");
  expect([said.status, said.reason]).toEqual(["not-computable", "unknown-method"]);
  expect(said.told).toEqual(["schema/type"]);
});

test("a key of one's own is no parameter", () => {
  expect(judged("{ method: linear-pace, x-agreed: 2026 }").status).toBe("off-track");
});

test("a judgement with a misspelt end is not used without it", () => {
  const assess =
    "{ method: judgement, status: on-track, person: A, date: 2026-04-01, reason: seen, expries: 2026-04-05 }";
  expect(judged(assess).status).toBe("off-track");
});

test("a band as wide as the target leaves nothing below it", () => {
  expect(judged("{ method: to-date-band, band: 150% }")).toEqual({
    status: "not-computable",
    reason: "bad-parameter",
    told: ["indicator/method-parameter"],
  });
  expect(judged("{ method: to-date-band, band: 100% }").reason).toBe("bad-parameter");
  expect(judged("{ method: to-date-band, band: 99% }").reason).toBe(null);
});
