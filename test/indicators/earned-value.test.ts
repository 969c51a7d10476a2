/** Earned value of actions and funds: worked cases, what is missing, what would divide by nothing. */
import { expect, test } from "vitest";
import { type EarnedFigureName, earnedFigureNames } from "../../src/indicators/earned-value.ts";
import { type EarnedValue, earnedValues } from "../../src/indicators/earned-value-of-plan.ts";
import { isoDay, parseIsoDay } from "../../src/plan/days.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { readRecords } from "../../src/records/read-records.ts";
import { bindClean, includeFrom } from "../load/bound.ts";

interface Told {
  readonly progress?: readonly string[];
  readonly spending?: readonly string[];
  readonly action?: string;
  readonly mechanisms?: string;
  readonly asOf?: string;
}

/** Earned values of a plan with the action `kitchens`; rows as `id,at,share,planned` and `id,at,amount`. */
function earned(told: Told): readonly EarnedValue[] {
  const {
    progress = [],
    spending = [],
    action = "budget: 100000元",
    mechanisms = "[]",
    asOf = "2026-12-31",
  } = told;
  const files = {
    "p.csv": `id,at,share,planned,state,kind\n${padded(progress, 6)}\n`,
    "s.csv": `id,at,amount,kind\n${padded(spending, 4)}\n`,
  };
  const plan = bindClean(
    `format: 1
id: p
period: 2026-01..2027-12
actions: [{ id: kitchens, ${action} }, { id: other }]
mechanisms: ${mechanisms}
data: {${progress.length > 0 ? " progress: p.csv," : ""}${spending.length > 0 ? " spending: s.csv," : ""} }
`,
    files,
  );
  const { value, findings } = readRecords(plan, includeFrom(files));
  if (findings.length > 0) throw new Error(findings.map((f) => f.message.en).join("\n"));
  const day = parseIsoDay(asOf);
  if (day === null) throw new Error(asOf);
  return earnedValues(plan, value, day);
}

/** Rows filled up with empty cells. */
function padded(rows: readonly string[], columns: number): string {
  return rows.map((row) => row + ",".repeat(columns - row.split(",").length)).join("\n");
}

function only(told: Told): EarnedValue {
  const [first, second] = earned(told);
  if (first === undefined || second !== undefined) throw new Error("not one");
  return first;
}

/** Values, or reasons in brackets. */
function figuresOf({ figures }: EarnedValue, names: readonly EarnedFigureName[] = earnedFigureNames) {
  return Object.fromEntries(
    names.map((name) => {
      const { value, reason } = figures[name];
      return [name, value === null ? `(${reason})` : formatDecimal(value)];
    }),
  );
}

test("the published example: of 100,000, 40% planned and 35% done, SPI 0.875; 38,000 spent", () => {
  const one = only({ progress: ["kitchens,2026-06-30,35%,40%"], spending: ["kitchens,2026-06-30,38000"] });
  expect(figuresOf(one)).toEqual({
    budget: "100000",
    plannedShare: "0.4",
    doneShare: "0.35",
    plannedValue: "40000",
    earnedValue: "35000",
    actualCost: "38000",
    scheduleVariance: "-5000",
    costVariance: "-3000",
    spi: "0.875",
    // 35000 ÷ 38000
    cpi: "0.92105263157894736842",
    // 100000 × 38000 ÷ 35000
    eac: "108571.42857142857142857143",
    // (100000 − 35000) ÷ (100000 − 38000)
    tcpi: "1.04838709677419354839",
  });
  expect([one.on === null ? null : isoDay(one.on), one.unit?.text]).toEqual(["2026-06-30", "元"]);
});

test("at the end the SPI is 1 however late the end came", () => {
  const one = only({ progress: ["kitchens,2026-06-30,60%,100%", "kitchens,2026-12-31,100%,100%"] });
  expect(figuresOf(one, ["spi", "scheduleVariance"])).toEqual({ spi: "1", scheduleVariance: "0" });
});

test("spending is summed up to the day of the progress, in the unit of the budget", () => {
  const one = only({
    action: "budget: 10万元",
    progress: ["kitchens,2026-06-30,35%,40%"],
    spending: [
      "kitchens,2026-03,1.5",
      "kitchens,2026-Q2,23000元",
      "kitchens,2026-06-30,-1000元",
      "kitchens,2026-07,9",
    ],
  });
  // 1.5 + 2.3 − 0.1, in 万元; July came after the progress.
  expect(figuresOf(one, ["actualCost", "earnedValue", "cpi"])).toEqual({
    actualCost: "3.7",
    earnedValue: "3.5",
    cpi: "0.94594594594594594595",
  });
});

test("what is dated after the as-of date is not seen", () => {
  const told = {
    progress: ["kitchens,2026-03-31,10%,20%", "kitchens,2026-06-30,35%,40%"],
    spending: ["kitchens,2026-03,10000", "kitchens,2026-06,28000"],
  };
  const one = only({ ...told, asOf: "2026-06-29" });
  expect(figuresOf(one, ["spi", "actualCost"])).toEqual({ spi: "0.5", actualCost: "10000" });
});

test("without a budget the shares alone give the SPI", () => {
  const one = only({
    action: "name: K",
    progress: ["kitchens,2026-06-30,35%,40%"],
    spending: ["kitchens,2026-06,3万元"],
  });
  expect(figuresOf(one)).toEqual({
    budget: "(no-budget)",
    plannedShare: "0.4",
    doneShare: "0.35",
    plannedValue: "(no-budget)",
    earnedValue: "(no-budget)",
    actualCost: "3",
    scheduleVariance: "(no-budget)",
    costVariance: "(no-budget)",
    spi: "0.875",
    cpi: "(no-budget)",
    eac: "(no-budget)",
    tcpi: "(no-budget)",
  });
  expect(one.unit?.text).toBe("万元");
});

test("no row of spending is not a spending of zero", () => {
  const one = only({ progress: ["kitchens,2026-06-30,35%,40%"] });
  expect(figuresOf(one, ["actualCost", "costVariance", "cpi", "eac", "tcpi"])).toEqual({
    actualCost: "(no-spending)",
    costVariance: "(no-spending)",
    cpi: "(no-spending)",
    eac: "(no-spending)",
    tcpi: "(no-spending)",
  });
});

const edges: readonly (readonly [
  why: string,
  progress: string,
  spent: string,
  figures: Record<string, string>,
])[] = [
  ["nothing planned yet", "35%,0%", "100", { spi: "(zero-planned)", scheduleVariance: "35000", cpi: "350" }],
  ["nothing done", "0%,40%", "100", { spi: "0", cpi: "0", eac: "(nothing-done)", costVariance: "-100" }],
  ["nothing spent", "35%,40%", "0", { cpi: "(zero-spending)", eac: "(zero-spending)", tcpi: "0.65" }],
  ["more came back than was spent", "35%,40%", "-10", { cpi: "(zero-spending)", eac: "(zero-spending)" }],
  ["the budget is spent", "35%,40%", "100000", { tcpi: "(budget-spent)", cpi: "0.35" }],
  ["a hair of the budget is left", "35%,40%", "99999.5", { tcpi: "130000" }],
  ["more than the budget is spent", "35%,40%", "120000", { tcpi: "(budget-spent)", costVariance: "-85000" }],
  ["all is done", "100%,100%", "90000", { tcpi: "0", eac: "90000" }],
];

test.each(edges)("%s", (_why, progress, spent, figures) => {
  const one = only({
    progress: [`kitchens,2026-06-30,${progress}`],
    spending: [`kitchens,2026-06-30,${spent}`],
  });
  expect(figuresOf(one, Object.keys(figures) as EarnedFigureName[])).toEqual(figures);
});

test("what was planned for another day says nothing of this one", () => {
  const one = only({ progress: ["kitchens,2026-03-31,,20%", "kitchens,2026-06-30,35%,"] });
  expect(figuresOf(one, ["plannedShare", "spi"])).toEqual({
    plannedShare: "(no-planned-share)",
    spi: "(no-planned-share)",
  });
});

test("the plan of a day and its progress may stand in two rows", () => {
  const one = only({ progress: ["kitchens,2026-06-30,,40%", "kitchens,2026-06-30,35%,"] });
  expect(figuresOf(one, ["spi"])).toEqual({ spi: "0.875" });
});

test("a state that says all or nothing is a share", () => {
  const done = only({ progress: ["kitchens,2026-06-30,,80%,已完成"] });
  expect(figuresOf(done, ["spi"])).toEqual({ spi: "1.25" });
  const open = only({ progress: ["kitchens,2026-06-30,,80%,未启动"] });
  expect(figuresOf(open, ["spi"])).toEqual({ spi: "0" });
  const going = only({ progress: ["kitchens,2026-06-30,,80%,推进中"] });
  expect(figuresOf(going, ["spi"])).toEqual({ spi: "(no-done-share)" });
});

test("words in the planned column are no share, and nothing is reckoned", () => {
  expect(earned({ progress: ["kitchens,2026-06-30,35%,完成选址"] })).toEqual([]);
  // Three kitchens, not three percent.
  expect(earned({ progress: ["kitchens,2026-06-30,35%,3"] })).toEqual([]);
  expect(figuresOf(only({ progress: ["kitchens,2026-06-30,35,40"] }), ["spi"])).toEqual({ spi: "0.875" });
});

test("funds have the budget of their amount; an id that an action has too means the action unless the kind is said", () => {
  const mechanisms = "[{ id: kitchens, type: fund, amount: 20万元 }, { id: f, type: fund }]";
  const spending = ["kitchens,2026-06,1000,", "kitchens,2026-06,2万元,fund", "f,2026-06,5,"];
  const found = earned({ mechanisms, spending });
  expect(
    found.map((one) => [
      one.holder.kind,
      one.holder.id.value,
      one.unit?.text ?? null,
      figuresOf(one, ["actualCost"]),
    ]),
  ).toEqual([
    ["action", "kitchens", "元", { actualCost: "1000" }],
    ["mechanism", "kitchens", "万元", { actualCost: "2" }],
    ["mechanism", "f", null, { actualCost: "5" }],
  ]);
});

test("a budget that is a rate or a range is no amount", () => {
  const told = { progress: ["kitchens,2026-06-30,35%,40%"] };
  expect(figuresOf(only({ ...told, action: "budget: 8..10万元" }), ["budget"])).toEqual({
    budget: "(no-amount)",
  });
  expect(figuresOf(only({ ...told, action: "budget: 500元/年" }), ["budget"])).toEqual({
    budget: "(no-amount)",
  });
  expect(figuresOf(only({ ...told, action: "budget: 5%" }), ["budget"])).toEqual({ budget: "(no-amount)" });
});

test("work that is to cost nothing earns nothing: no figure is made of its budget", () => {
  const told = {
    action: "budget: 0元",
    progress: ["kitchens,2026-06,40%,50%"],
    spending: ["kitchens,2026-06,100元"],
  };
  // SPI would be 0.4 ÷ 0.5 and CPI 0 ÷ 100, as if that said anything of the work.
  const reasons = Object.fromEntries(
    Object.entries(only(told).figures).map(([name, figure]) => [
      name,
      figure.value === null ? figure.reason : "has a value",
    ]),
  );
  expect(reasons).toEqual({
    budget: "has a value",
    plannedShare: "has a value",
    doneShare: "has a value",
    plannedValue: "zero-budget",
    earnedValue: "zero-budget",
    actualCost: "has a value",
    scheduleVariance: "zero-budget",
    costVariance: "zero-budget",
    spi: "zero-budget",
    cpi: "zero-budget",
    eac: "zero-budget",
    tcpi: "zero-budget",
  });
});
