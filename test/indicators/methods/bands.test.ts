/** `achievement`, `absolute-bands`, `zones`: fixed limits, on both sides of each. */
import { expect, test } from "vitest";
import { compileText } from "../../kit/compile.ts";
import { planOf, rowOf } from "../evaluate-text.ts";
import { expectRow } from "./method-cases.ts";

const way = `unit: "%", direction: increase, baseline: 0% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
const down = `unit: h, direction: decrease, baseline: 400h @ 2025-12, targets: [{ reach: 200h, by: 2026 }]`;
const on = (value: string): readonly string[] => [`2026-05-26 ${value}`];

test.each([
  ["90", "0.9", "green", "on-track"],
  ["89.999", "0.89999", "yellow", "at-risk"],
  ["89.5", "0.895", "yellow", "at-risk"],
  ["75", "0.75", "yellow", "at-risk"],
  ["74.999", "0.74999", "red", "off-track"],
  ["100", "1", "green", "achieved"],
])("achievement of %s percent", (value, ratio, methodStatus, status) => {
  expectRow(
    { is: `${way}, assess: achievement`, seen: on(value) },
    { ratio, methodStatus, status, score: ratio },
  );
});

test.each([
  ["220", "0.9", "green", "on-track"],
  ["221", "0.895", "yellow", "at-risk"],
  ["250", "0.75", "yellow", "at-risk"],
  ["300", "0.5", "red", "off-track"],
  ["401", "-0.005", "red", "worsening"],
])("achievement of a decrease from 400 to 200 at %s", (value, ratio, methodStatus, status) => {
  expectRow({ is: `${down}, assess: achievement`, seen: on(value) }, { ratio, methodStatus, status });
});

test("achievement: 10 → 100 at 50 is 44 percent", () => {
  // METHODS.md section 3: 40 ÷ 90.
  const is = `unit: 个, direction: increase, baseline: 10 @ 2025-12, targets: [{ reach: 100, by: 2026 }], assess: achievement`;
  expectRow({ is, seen: on("50") }, { ratio: "0.44444444444444444444", methodStatus: "red" });
});

test("achievement: 200 → 0 at 100 is half of the way", () => {
  const is = `unit: 起, direction: decrease, baseline: 200 @ 2025-12, targets: [{ reach: 0, by: 2026 }], assess: achievement`;
  expectRow({ is, seen: on("100") }, { ratio: "0.5" });
});

test("achievement across zero and below it", () => {
  const is = `unit: 个, direction: increase, baseline: -10 @ 2025-12, targets: [{ reach: 10, by: 2026 }], assess: achievement`;
  expectRow({ is, seen: on("8") }, { ratio: "0.9", methodStatus: "green" });
  expectRow({ is, seen: on("-12") }, { ratio: "-0.1", methodStatus: "red", status: "worsening", score: "0" });
});

test.each(["95%", "95", "0.95"])("achievement reads `green: %s`", (green) => {
  const is = `${way}, assess: { method: achievement, green: ${green}, yellow: 80% }`;
  expectRow({ is, seen: on("95") }, { methodStatus: "green" });
  expectRow({ is, seen: on("94.9") }, { methodStatus: "yellow" });
  expectRow({ is, seen: on("79.9") }, { methodStatus: "red" });
});

test("achievement against what is due takes the last due target", () => {
  const is = `unit: "%", direction: increase, baseline: 40% @ 2025-12, targets: [{ reach: 60%, by: 2026-06 }, { reach: 80%, by: 2026-12 }], assess: { method: achievement, against: due }`;
  // (55 − 40) ÷ (60 − 40) = 0.75; against the final 80 it would be 0.375.
  expectRow({ is, seen: ["2026-07-31 55"], asOf: "2026-08-01" }, { ratio: "0.75", methodStatus: "yellow" });
  expectRow(
    { is, seen: ["2026-05-31 55"], asOf: "2026-06-29" },
    { ratio: null, methodStatus: null, status: "not-due" },
  );
});

test("achievement against what is due: yellow to date while the last quarter alone is green", () => {
  // METHODS.md section 4 (ServiceNow): 88 ÷ 100, 184 ÷ 200, 264 ÷ 300, 356 ÷ 400 are 88, 92, 88, 89 percent; 92 of 100 in Q4.
  const quarters = ["Q1", "Q2", "Q3", "Q4"].map((q) => `{ total: 100, during: 2026-${q} }`).join(", ");
  const is = `unit: 人, value: flow, direction: increase, targets: [${quarters}], assess: { method: achievement, against: due }`;
  const seen = ["2026-Q1 88", "2026-Q2 96", "2026-Q3 80", "2026-Q4 92"];
  const to = (count: number, asOf: string) => ({ is, seen: seen.slice(0, count), asOf });
  expectRow(to(1, "2026-04-15"), { ratio: "0.88", methodStatus: "yellow" });
  expectRow(to(2, "2026-07-15"), { ratio: "0.92", methodStatus: "green" });
  expectRow(to(3, "2026-10-15"), { ratio: "0.88", methodStatus: "yellow" });
  expectRow(to(4, "2026-12-31"), { ratio: "0.89", methodStatus: "yellow" });
});

test("absolute-bands: at green it is green, at red it is yellow", () => {
  const is = `unit: "%", direction: increase, assess: { method: absolute-bands, red: 40%, green: 60% }`;
  const of = (value: string) => ({ is, seen: on(value) });
  expectRow(of("60"), { methodStatus: "green", status: "on-track", ratio: null, score: null, value: "60" });
  expectRow(of("59.9999"), { methodStatus: "yellow", status: "at-risk" });
  expectRow(of("40"), { methodStatus: "yellow", status: "at-risk" });
  expectRow(of("39.9999"), { methodStatus: "red", status: "off-track" });
});

test("absolute-bands have no ratio, which is told as such and not as if nobody had asked them", () => {
  const is = `unit: "%", direction: increase, assess: { method: absolute-bands, red: 40%, green: 60% }`;
  const { status, figures } = rowOf({ is, seen: ["2026-05-26 50"] });
  expect([status, figures.ratio.reason, figures.score.reason]).toEqual([
    "at-risk",
    "not-of-this-method",
    "not-of-this-method",
  ]);
});

test("absolute-bands of a decrease, and limits in other units", () => {
  const is = `unit: h, direction: decrease, assess: { method: absolute-bands, red: 2天, green: 24 }`;
  expectRow({ is, seen: on("24") }, { methodStatus: "green" });
  expectRow({ is, seen: on("24.1") }, { methodStatus: "yellow" });
  expectRow({ is, seen: on("48") }, { methodStatus: "yellow" });
  expectRow({ is, seen: on("48.1") }, { methodStatus: "red" });
});

test("absolute-bands need no direction: the limits tell it, and must not contradict it", () => {
  const limits = "assess: { method: absolute-bands, red: 48, green: 24 }";
  expectRow({ is: `unit: h, ${limits}`, seen: on("30") }, { methodStatus: "yellow" });
  expectRow(
    { is: `unit: h, direction: increase, ${limits}`, seen: on("30") },
    { status: "not-computable", reason: "bad-parameter", methodStatus: null },
  );
  expectRow(
    { is: `unit: h, targets: [{ reach: ≥30, by: 2026 }], ${limits}`, seen: on("20") },
    { status: "not-computable", reason: "limits-against-direction" },
  );
});

test("absolute-bands beside a target: meeting it is achieved, a bound still decides", () => {
  const limits = "assess: { method: absolute-bands, red: 40, green: 60 }";
  const reach = `unit: "%", direction: increase, targets: [{ reach: 50%, by: 2026 }], ${limits}`;
  expectRow({ is: reach, seen: on("55") }, { methodStatus: "yellow", status: "achieved" });
  const hold = `unit: "%", direction: increase, targets: [{ hold: ≥50% }], ${limits}`;
  expectRow({ is: hold, seen: on("45") }, { methodStatus: "yellow", status: "off-track" });
  const fallen = `unit: "%", direction: increase, baseline: 70% @ 2025-12, ${limits}`;
  expectRow({ is: fallen, seen: on("65") }, { methodStatus: "green", status: "worsening" });
});

test.each(["red: 40", "green: 60", "red: 40, green: much", "red: 40, green: 60元"])(
  "absolute-bands with `%s` judge nothing",
  (parameters) => {
    const is = `unit: "%", direction: increase, assess: { method: absolute-bands, ${parameters} }`;
    expectRow({ is, seen: on("50") }, { status: "not-computable", reason: "bad-parameter", value: "50" });
  },
);

// b 0, commit 30, T 70, stretch 100 (METHODS.md section 4, puzzle/okr).
const okr = `unit: "%", direction: increase, baseline: 0% @ 2025-12, targets: [{ reach: 70%, by: 2026 }], assess: { method: zones, commit: 30%, stretch: 100% }`;

test.each([
  ["29.999", "0.29999", "fail", "off-track"],
  ["30", "0.3", "commit", "at-risk"],
  ["69.999", "0.69999", "commit", "at-risk"],
  ["70", "0.7", "target", "achieved"],
  ["99.999", "0.99999", "target", "achieved"],
  ["100", "1", "stretch", "achieved"],
  ["120", "1.2", "stretch", "achieved"],
  ["-5", "0", "fail", "worsening"],
])("zones at %s", (value, ratio, methodStatus, status) => {
  expectRow({ is: okr, seen: on(value) }, { ratio, methodStatus, status });
});

test("zones of a decrease, below zero", () => {
  const is = `unit: 个, direction: decrease, baseline: -10 @ 2025-12, targets: [{ reach: -40, by: 2026 }], assess: { method: zones, commit: -20, stretch: -60 }`;
  expectRow({ is, seen: on("-19") }, { ratio: "0.18", methodStatus: "fail" });
  expectRow({ is, seen: on("-20") }, { ratio: "0.2", methodStatus: "commit", status: "at-risk" });
  expectRow({ is, seen: on("-60") }, { ratio: "1", methodStatus: "stretch", status: "achieved" });
});

test("zones below the baseline have the ratio 0, and a warning", () => {
  const { findings, results } = compileText(
    planOf({
      is: `unit: km, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 70, by: 2026 }], assess: { method: zones, commit: 30, stretch: 100 }`,
      seen: ["2026-05-26 -5"],
    }),
    { asOf: "2026-05-26" },
  );
  const row = results?.rows[0];
  expect([row?.figures.ratio.value?.toString(), row?.methodStatus, row?.status]).toEqual([
    "0",
    "fail",
    "worsening",
  ]);
  expect(findings.filter(({ severity }) => severity === "warning").map(({ code }) => code)).toEqual([
    "status/worsening",
  ]);
});

test("zones out of order judge nothing", () => {
  const order = (parameters: string) => ({
    is: okr.replace("commit: 30%, stretch: 100%", parameters),
    seen: on("40"),
  });
  expectRow(order("commit: 80%, stretch: 100%"), { status: "not-computable", reason: "levels-out-of-order" });
  expectRow(order("commit: 30%, stretch: 60%"), { reason: "levels-out-of-order" });
  expectRow(order("commit: -5%, stretch: 100%"), { reason: "levels-out-of-order" });
  expectRow(order("commit: 90%, stretch: 80%"), { reason: "bad-parameter" });
  expectRow(order("commit: 30%"), { reason: "bad-parameter" });
});

test("every figure but the method's own is still computed", () => {
  const row = rowOf({ is: okr.replace("stretch: 100%", "stretch: far"), seen: on("35") });
  expect([row.figures.attained.value?.toString(), row.figures.ratio.reason]).toEqual([
    "0.5",
    "bad-parameter",
  ]);
});

test("absolute-bands beside a change that has no baseline to start from", () => {
  const is = `unit: "%", direction: increase, targets: [{ change: +5pp, by: 2026 }], assess: { method: absolute-bands, red: 40, green: 60 }`;
  expectRow({ is, seen: on("61") }, { methodStatus: "green", status: "on-track" });
  const mixed = is.replace("targets", "baseline: 50% @ 2025-12, targets").replace("+5pp", "+5元");
  expectRow({ is: mixed, seen: on("61") }, { status: "not-computable", methodStatus: null });
});
