import { expect, test } from "vitest";
import { isoDay } from "../../src/plan/days.ts";
import { plan, readInline, readObservations } from "./read.ts";

const head = "indicator,entity,at,value\n";

/** The one finding of a value in the percent indicator, and what else was read. */
function readOne(value: string, indicator = "rate") {
  const { places, records, findings } = readObservations(`${head}${indicator},,2026-06,${value}\n`);
  return { places, finding: findings[0], observation: records.observations[0] };
}

function numberOf(value: string, indicator = "rate"): string | undefined {
  const { places, observation } = readOne(value, indicator);
  expect(places).toEqual([]);
  return observation?.value?.value.toFixed();
}

test("all columns are read, in English", () => {
  const csv = `indicator,entity,at,value,numerator,denominator,state,reported,reporter,dimension:sex,reason,action,break,source,note
rate,east,2026-Q2,52%,26,50,provisional,2026-07-05,张三,女,r,a,b,s,n
`;
  const { records, places } = readObservations(csv);
  expect(places).toEqual([]);
  const [row] = records.observations;
  expect([row?.indicator, row?.entity, row?.value?.value.toFixed(), row?.state]).toEqual([
    "rate",
    "east",
    "52",
    "provisional",
  ]);
  expect(row && [isoDay(row.at.value.start), isoDay(row.at.value.end)]).toEqual(["2026-04-01", "2026-06-30"]);
  expect(row?.reported && isoDay(row.reported.value)).toBe("2026-07-05");
  expect([row?.numerator?.value.toFixed(), row?.denominator?.value.toFixed()]).toEqual(["26", "50"]);
  expect([...(row?.slices ?? [])]).toEqual([["sex", "女"]]);
  expect(
    [row?.reporter, row?.reason, row?.action, row?.break, row?.source, row?.note].map((g) => g?.value),
  ).toEqual(["张三", "r", "a", "b", "s", "n"]);
});

test("headings, names and states may be Chinese", () => {
  const { records, places } = readObservations(
    "指标,实施单位,期间,实际值,状态,报送日期,维度:性别\n覆盖率,东街道,2026年6月,52,修订,2026-07-05,女\n",
  );
  expect(places).toEqual([]);
  const [row] = records.observations;
  expect([row?.indicator, row?.entity, row?.state, row?.slices.get("性别")]).toEqual([
    "rate",
    "east",
    "revised",
    "女",
  ]);
});

test("a bare number is in the indicator's unit, others convert", () => {
  expect(numberOf("52")).toBe("52");
  expect(numberOf("52%")).toBe("52");
  expect(numberOf("520‰")).toBe("52");
  // 1.2 亿元 are 12000 万元.
  expect(numberOf("1.2亿元", "fund")).toBe("12000");
  expect(numberOf('"1,000"', "trained")).toBe("1000");
  expect(numberOf("-3", "trained")).toBe("-3");
  expect(numberOf("５２")).toBe("52");
});

test("numerator and denominator give the value where it is empty", () => {
  const shares = (indicator: string, cells: string): string | undefined => {
    const { records, places } = readObservations(
      `indicator,at,value,numerator,denominator\n${indicator},2026,,${cells}\n`,
    );
    expect(places).toEqual([]);
    return records.observations[0]?.value?.value.toFixed();
  };
  // 26 of 40 are 65 %.
  expect(shares("rate", "26,40")).toBe("65");
  // 6 for 20,000 people are 3 for each 10,000.
  expect(shares("staff", "6,20000")).toBe("3");
  expect(shares("level", "6,4")).toBe("1.5");
});

test("a zero denominator is told, and no value is made", () => {
  const { records, places } = readObservations(
    "indicator,at,numerator,denominator\nrate,2026,1,0\nrate,2027,1,2\n",
  );
  expect(places).toEqual(['data/unreadable-value 2:13 "0"']);
  // The row stays, so that the value before it is not taken for the newest.
  expect(records.observations.map((o) => [o.value?.value.toFixed(), o.impossible])).toEqual([
    [undefined, "value"],
    ["50", undefined],
  ]);
});

test("empty cells and the words for a missing value are missing, never zero and no fault", () => {
  for (const word of ["", "N/A", "—", "-", "未报送"]) {
    const { places, observation } = readOne(word);
    expect(places).toEqual([]);
    expect([observation?.value, observation?.missing]).toEqual([null, word]);
  }
});

test("zero is a value", () => {
  const { observation } = readOne("0");
  expect([observation?.value?.value.toFixed(), observation?.missing]).toEqual(["0", null]);
});

test("a decimal comma is told with the number that is meant", () => {
  const { places, finding } = readOne('"30,6"');
  expect(places).toEqual(['data/unreadable-value 2:15 ""30,6""']);
  expect([finding?.severity, finding?.suggestion]).toEqual(["error", "30.6"]);
});

test("bounds, soft values, the word null and text in a numeric series are told, and good rows are used", () => {
  const { records, places } = readObservations(
    `${head}rate,,2026-01,<14\nrate,,2026-02,about 5\nrate,,2026-03,null\nrate,,2026-04,good\nrate,,2026-05,5..8\nrate,,2026-06,52\n`,
  );
  expect(places).toEqual([
    'data/unreadable-value 2:15 "<14"',
    'data/unreadable-value 3:15 "about 5"',
    'data/unreadable-value 4:15 "null"',
    'data/unreadable-value 5:15 "good"',
    'data/unreadable-value 6:15 "5..8"',
  ]);
  expect(records.observations.map((o) => o.value?.value.toFixed())).toEqual(["52"]);
});

test("a unit that does not convert is told with both units", () => {
  const percent = readOne("52%", "trained");
  expect(percent.places).toEqual(['data/wrong-unit 2:18 "52%"']);
  expect(percent.finding?.args).toMatchObject({ unit: "%", expected: "人" });
  expect(percent.finding?.subject).toEqual({ kind: "indicator", id: "trained" });
  expect(readOne("5个百分点").places).toEqual(['data/wrong-unit 2:15 "5个百分点"']);
});

test("grades and states are words, and another word is a fault", () => {
  expect(readOne("优秀", "level").observation?.word?.value).toBe("优秀");
  expect(readOne("已完成", "built").observation?.word?.value).toBe("true");
  expect(readOne("no", "built").observation?.word?.value).toBe("false");
  expect(readOne("很好", "level").places).toEqual(['data/unreadable-value 2:16 "很好"']);
});

test("a date is a day or a period, also a month of the plan", () => {
  const { records, places } = readObservations(
    `${head}rate,,M6,50\nrate,,2026-07-31,51\nrate,,2026-H2,52\nrate,,2027/3/31,53\n`,
  );
  expect(places).toEqual([]);
  expect(records.observations.map((o) => `${isoDay(o.at.value.start)}..${isoDay(o.at.value.end)}`)).toEqual([
    "2026-06-01..2026-06-30",
    "2026-07-31..2026-07-31",
    "2026-07-01..2026-12-31",
    "2027-03-31..2027-03-31",
  ]);
});

test("dates that are none, names, open spans and unreadable days of report are told", () => {
  const { records, places, findings } = readObservations(
    "indicator,at,value,reported\nrate,2026-02-30,1,\nrate,soon,1,\nrate,2026..,1,\nrate,2026-03,1,2026-13-01\n",
  );
  expect(places).toEqual([
    'data/unreadable-date 2:6 "2026-02-30"',
    'data/unreadable-date 3:6 "soon"',
    'data/unreadable-date 4:6 "2026.."',
    'data/unreadable-date 5:16 "2026-13-01"',
  ]);
  expect(findings[0]?.message.en).toContain('there is no date "2026-02-30"');
  expect(records.observations).toEqual([]);
});

test("an empty indicator or date is told at its cell", () => {
  expect(readObservations(`${head},east,2026,5\nrate,,,5\n`).places).toEqual([
    'data/missing-cell 2:1 ""',
    'data/missing-cell 3:7 ""',
  ]);
});

test("an unknown state is told, and the row is used as final", () => {
  const { records, places } = readObservations("indicator,at,value,state\nrate,2026,5,finished\n");
  expect(places).toEqual(['data/unreadable-state 2:13 "finished"']);
  expect(records.observations.map((o) => o.state)).toEqual(["final"]);
});

test("a formula is told and not read; a signed number is none", () => {
  const { records, places } = readObservations(
    "indicator,at,value,note\nrate,2026,=A1+B1,\nrate,2027,+5,@SUM(A1)\nrate,2026-01,5,+1+cmd|x\n",
  );
  expect(places).toEqual([
    'data/formula-cell 2:11 "=A1+B1"',
    'data/formula-cell 3:14 "@SUM(A1)"',
    'data/formula-cell 4:16 "+1+cmd|x"',
  ]);
  expect(records.observations.map((o) => [o.value?.value.toFixed(), o.note])).toEqual([
    ["5", null],
    ["5", null],
  ]);
});

test("an unknown indicator is told once with its rows and the nearest name", () => {
  const { records, places, findings } = readObservations(`${head}rat,,2026,5\nrat,,2027,6\nrate,,2026,7\n`);
  expect(places).toEqual(['data/unknown-indicator 2:1 "rat"']);
  expect([findings[0]?.args.rows, findings[0]?.severity, records.observations.length]).toEqual([
    2,
    "error",
    1,
  ]);
  expect(readObservations(`${head}trainde,,2026,5\n`).findings[0]?.suggestion).toBe("trained");
});

test("an unknown entity is an error where the plan declares entities, else an information", () => {
  const declared = readObservations(`${head}rate,eats,2026,5\nrate,east,2026,6\n`);
  expect(declared.places).toEqual(['data/unknown-entity 2:6 "eats"']);
  expect([declared.findings[0]?.severity, declared.findings[0]?.suggestion]).toEqual(["error", "east"]);
  expect(declared.records.observations.map((o) => o.entity)).toEqual(["east"]);
  const undeclared = readObservations(
    `${head}rate,eats,2026,5\nrate,eats,2027,5\n`,
    plan.replace(/entities.*\n/, ""),
  );
  expect(undeclared.findings.map((f) => [f.code, f.severity])).toEqual([["data/unknown-entity", "info"]]);
  expect(undeclared.records.observations.map((o) => o.entity)).toEqual(["eats", "eats"]);
});

test("observations in the plan itself are read by the same rules", () => {
  const { records, places } = readInline(
    plan.replace(
      'unit: "%" }',
      'unit: "%", observations: [{ at: 2026-06, value: 52%, entity: east }, { 时间: 2026-07, 实际值: "30,6" }, { at: 2026-08, vaule: 3 }, { value: 4 }] }',
    ),
  );
  expect(places.map((p) => p.split(" ")[0])).toEqual([
    "data/unreadable-value",
    "data/unknown-heading",
    "data/missing-cell",
  ]);
  expect(records.observations.map((o) => [o.indicator, o.value?.value.toFixed() ?? null])).toEqual([
    ["rate", "52"],
    ["rate", null],
  ]);
});

test("records say when a file is made up", () => {
  const text = `${plan}data: { observations: { file: o.csv, demo: true } }\n`;
  expect(readInline(text).records.demo).toBe(true);
  expect(readObservations(`${head}rate,,2026,5\n`).records.demo).toBe(false);
});

test("a missing data file is told at the path in the plan", () => {
  expect(readInline(`${plan}data: { observations: o.csv }\n`).places).toEqual([
    'reference/missing-file 13:23 "o.csv"',
  ]);
});

test("headings and words in Traditional Chinese are read", () => {
  const csv = `指標,實施單位,時間,實際值,分子,分母,狀態,報送日期,填報人,維度:性別,偏差原因,改進措施,口徑變化,來源,備註
rate,東街道,2026-Q2,52%,26,50,修訂,2026-07-05,張三,女,r,a,b,s,n
rate,東街道,2026-Q3,未報送,,,,,,女,停電,,,,
`;
  const { records, places } = readObservations(csv, plan.replace("东街道", "東街道"));
  expect(places).toEqual([]);
  const [row, missing] = records.observations;
  expect([row?.entity, row?.value?.value.toFixed(), row?.state, row?.note?.value]).toEqual([
    "east",
    "52",
    "revised",
    "n",
  ]);
  expect([...(row?.slices ?? [])]).toEqual([["性別", "女"]]);
  expect([missing?.value, missing?.missing === null]).toEqual([null, false]);
});

test("a change in percent may fall below 0 and rise above 100, a share may not", () => {
  const withName = (name: string, more = ""): string =>
    plan.replace('name: 覆盖率, unit: "%"', `name: ${name}, unit: "%"${more}`);
  const rows = `${head}rate,,2026-06,-1.2%\nrate,,2026-07,130%\n`;
  expect(readObservations(rows, withName("地区生产总值增速")).places).toEqual([]);
  expect(readObservations(rows, withName("Growth of output")).places).toEqual([]);
  const cut = ", value: flow, targets: [{ compound: -13.5%, during: 2026..2027 }]";
  expect(readObservations(rows, withName("单位能耗", cut)).places).toEqual([]);
  expect(readObservations(rows, withName("覆盖率")).places).toEqual([
    'data/out-of-bounds 2:15 "-1.2%"',
    'data/out-of-bounds 3:15 "130%"',
  ]);
});
