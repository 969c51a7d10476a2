/** What every method needs and takes (ENGINE.md section 6), and which faults it finds in what a plan gives it. */
import Big from "big.js";
import { expect, test } from "vitest";
import { whyNotUsed } from "../../../src/indicators/judgement.ts";
import { findMethod, methods } from "../../../src/indicators/methods/index.ts";
import { judgedStatus, readJudgement } from "../../../src/indicators/methods/judgement.ts";
import { selfScoreSettings } from "../../../src/indicators/methods/self-score-settings.ts";
import { parseQuantity } from "../../../src/plan/parse-quantity.ts";
import { faultsOf, readerOf } from "./method-input.ts";

test("every method says what it needs and what it takes", () => {
  const said = methods.map(({ name, needs, parameters }) => [name, needs.join(" "), parameters.join(" ")]);
  expect(said).toEqual([
    ["linear-pace", "target", "on-track at-risk ahead"],
    ["schedule-points", "target", "preset basis snapshot"],
    ["schedule-relative", "target baseline", "behind"],
    ["cagr-ratio", "", "preset limit bands growth-bands window"],
    ["un-projection", "", "bands growth-bands"],
    ["csi", "target baseline", ""],
    ["anticipated", "target baseline", "bands"],
    ["to-date-band", "target", "band"],
    ["achievement", "target baseline", "green yellow against"],
    ["absolute-bands", "", "red green"],
    ["zones", "target baseline", "commit stretch"],
    ["self-score", "target", "marks steps bands grades"],
    ["mid-term", "target baseline", "fast slow"],
    ["judgement", "", "status is word person date reason expires"],
  ]);
});

const up = { direction: "increase" } as const;
const down = { direction: "decrease" } as const;

test.each([
  ["linear-pace", "", []],
  ["linear-pace", "on-track: 0.9, at-risk: 0.9, ahead: 0.9", []],
  ["linear-pace", "on-track: 0.9, at-risk: 0.91", ["at-risk out-of-order"]],
  ["linear-pace", "ahead: 0.99", ["ahead out-of-order"]],
  ["linear-pace", "ahead: none", []],
  ["linear-pace", "on-track: soon", ["on-track unreadable"]],
  ["achievement", "green: 80, yellow: 80", []],
  ["achievement", "green: 80, yellow: 81", ["yellow out-of-order"]],
  // Its own 75 stands, above the green that is stated: nothing is yellow then.
  ["achievement", "green: 70", []],
  ["achievement", "against: due", []],
  ["achievement", "against: final", []],
  ["achievement", "against: now", ["against misshapen"]],
  ["mid-term", "fast: 1, slow: 1", []],
  ["mid-term", "fast: 1, slow: 1.01", ["slow out-of-order"]],
  ["mid-term", "fast: 0.5", []],
  ["schedule-relative", "behind: 0", []],
  ["schedule-relative", "behind: 100", []],
  ["schedule-relative", "behind: -0.1", ["behind outside-scale"]],
  ["schedule-relative", "behind: 101%", ["behind outside-scale"]],
  ["schedule-points", "preset: pepfar, basis: zero, snapshot: true", []],
  ["schedule-points", "preset: traffic-light, basis: baseline", []],
  ["schedule-points", "preset: bright", ["preset misshapen"]],
  ["schedule-points", "basis: one", ["basis misshapen"]],
  ["schedule-points", "snapshot: perhaps", ["snapshot misshapen"]],
  ["schedule-points", "snapshot: false", []],
  ["to-date-band", "band: 0", []],
  ["to-date-band", "band: -1%", ["band outside-scale"]],
  ["cagr-ratio", "window: 1", []],
  ["cagr-ratio", "window: 0", ["window outside-scale"]],
  ["cagr-ratio", "preset: oecd", ["preset misshapen"]],
  ["cagr-ratio", "limit: high", ["limit unreadable"]],
  ["cagr-ratio", "bands: 0.9/0.5", ["bands unreadable"]],
  ["cagr-ratio", "bands: 0.5/0.9/0", ["bands out-of-order"]],
  ["cagr-ratio", "bands: { high: 0.9, medium: 0.5, low: 0 }", []],
  ["cagr-ratio", "bands: { high: 0.9, medium: 0.5 }", ["bands unreadable"]],
  ["cagr-ratio", "growth-bands: [0.02, 0.01, 0]", []],
  ["cagr-ratio", "growth-bands: [0.02, 0.02, 0]", ["growth-bands out-of-order"]],
  ["un-projection", "bands: { high: 0.9, low: 0.2 }", []],
  ["un-projection", "bands: [0.2, 0.9]", ["bands out-of-order"]],
  ["un-projection", "growth-bands: much", ["growth-bands unreadable"]],
  ["anticipated", "bands: { low: 0.1, high: 1 }", []],
  ["anticipated", "bands: [1, 0.1]", ["bands out-of-order"]],
  ["judgement", "", ["status missing", "person missing", "date missing", "reason missing"]],
  ["judgement", "status: amber, person: A, date: 2026-05, reason: R", []],
  ["judgement", "is: 正常, person: A, date: 2026-05, reason: R", []],
  ["judgement", "word: splendid, person: A, date: 2026-05, reason: R", ["word outside-scale"]],
  [
    "judgement",
    'status: amber, person: "", date: 2026-05, reason: ""',
    ["person unreadable", "reason unreadable"],
  ],
  [
    "judgement",
    "status: amber, person: A, date: soon, reason: R, expires: late",
    ["date unreadable", "expires unreadable"],
  ],
  ["absolute-bands", "", ["red missing", "green missing"]],
  ["absolute-bands", "red: 5, green: 5", []],
  ["absolute-bands", "red: 9, green: 5", ["red out-of-order"]],
  ["zones", "", ["commit missing", "stretch missing"]],
  ["zones", "commit: 5", ["stretch missing"]],
  ["zones", "stretch: 5", ["commit missing"]],
  ["zones", "commit: 5, stretch: 5", []],
  ["zones", "commit: 9, stretch: 5", ["commit out-of-order"]],
] as const)("%s finds in `%s`: %s", (name, parameters, faults) => {
  const method = findMethod(name);
  if (method === undefined) throw new Error(name);
  expect(faultsOf(method, parameters, up)).toEqual(faults);
});

test("grades in which the better earn less are out of order", () => {
  const method = findMethod("self-score");
  if (method === undefined) throw new Error("not built");
  const levels = { ...up, grades: ["未达成", "达成"] };
  expect(faultsOf(method, "grades: { 未达成: 60%, 达成: 50% }", levels)).toEqual(["达成 out-of-order"]);
  expect(faultsOf(method, "grades: { 未达成: 50%, 达成: 50% }", levels)).toEqual([]);
});

test("limits follow the direction that is stated, and none where none is", () => {
  const [bands, zones] = ["absolute-bands", "zones"].map(findMethod);
  if (bands === undefined || zones === undefined) throw new Error("not built");
  expect(faultsOf(bands, "red: 9, green: 5", down)).toEqual([]);
  expect(faultsOf(bands, "red: 5, green: 9", down)).toEqual(["red out-of-order"]);
  expect(faultsOf(bands, "red: 9, green: 5")).toEqual([]);
  expect(faultsOf(zones, "commit: 9, stretch: 5", down)).toEqual([]);
  expect(faultsOf(zones, "commit: 5, stretch: 9", down)).toEqual(["commit out-of-order"]);
  expect(faultsOf(zones, "commit: 9, stretch: 5")).toEqual([]);
});

test.each([
  ["marks: 0", ["marks outside-scale"]],
  ["marks: 0.5", []],
  ["marks: none", []],
  ["steps: { every: 5, minus: 0 }", []],
  ["steps: { every: 0, minus: 1 }", ["every outside-scale"]],
  ["steps: { every: 5, minus: -1 }", ["minus outside-scale"]],
  ["steps: { minus: 1 }", ["every missing"]],
  ["steps: { every: 5 }", ["minus missing"]],
  ["steps: { every: x, minus: y }", ["every unreadable", "minus unreadable"]],
  ["steps: 5", ["steps misshapen"]],
  ["bands: [{ within: 5, marks: 10 }, { within: 9, marks: 10 }]", []],
  ["bands: [{ within: 5, marks: 8 }, { within: 5, marks: 6 }]", ["bands out-of-order"]],
  ["bands: [{ within: 5, marks: 6 }, { within: 9, marks: 8 }]", ["bands out-of-order"]],
  ["bands: [{ within: 5, marks: 10.1 }]", ["marks outside-scale"]],
  ["bands: [{ within: 5, marks: -0.1 }]", ["marks outside-scale"]],
  ["bands: [{ within: 5, marks: 0 }]", []],
  ["bands: [{ marks: 1 }, { within: 5 }]", ["within missing", "marks missing"]],
  ["bands: []", ["bands misshapen"]],
  ["bands: [5]", ["bands misshapen"]],
  ["bands: [{ within: 5, marks: 1 }, 5]", ["bands misshapen"]],
  ["grades: true", []],
  ["grades: false", []],
  ["grades: some", ["grades unreadable"]],
  ["grades: [0.9, 0.5]", []],
  ["grades: [0.5, 0.9]", ["grades out-of-order"]],
  ["grades: [1.1, 0.9]", ["grades outside-scale"]],
  ["grades: [1, 0]", []],
  ["grades: [0.9, -0.1]", ["grades outside-scale"]],
  ["grades: { full: 0.9, partial: 0.5 }", []],
  ["grades: { 达成: 1, 部分达成: 0 }", []],
  ["grades: { 达成: all, 部分达成: 0 }", ["达成 unreadable"]],
  ["grades: { 达成: 1.1, 部分达成: -0.1 }", ["达成 outside-scale", "部分达成 outside-scale"]],
] as const)("self-score finds in `%s`: %s", (parameters, faults) => {
  const reader = readerOf(parameters);
  selfScoreSettings(reader);
  expect(reader.faults.map(({ name, kind }) => `${name} ${kind}`)).toEqual(faults);
});

test("settings of self-score are what is written, else the usual ones", () => {
  const plain = selfScoreSettings(readerOf(""));
  expect([plain.marks.toString(), plain.steps, plain.bands, plain.limits, [...plain.shareOfWord]]).toEqual([
    "10",
    null,
    [],
    null,
    [],
  ]);
  const limits = (written: string): string | null => {
    const { limits: found } = selfScoreSettings(readerOf(written));
    return found === null ? null : `${found.full} ${found.partial}`;
  };
  expect(["grades: true", "grades: false", "grades: some", "grades: [85%, 50%]"].map(limits)).toEqual([
    "0.8 0.6",
    null,
    null,
    "0.85 0.5",
  ]);
  const words = selfScoreSettings(readerOf("grades: { 达成: 1, 部分达成: 70% }")).shareOfWord;
  expect([...words].map(([word, share]) => `${word} ${share}`)).toEqual(["达成 1", "部分达成 0.7"]);
});

test("words of people stand for statuses", () => {
  const meaning = {
    achieved: "achieved",
    missed: "missed",
    green: "on-track",
    "amber/green": "on-track",
    amber: "at-risk",
    yellow: "at-risk",
    "amber/red": "off-track",
    red: "off-track",
    已达标: "achieved",
    超前: "ahead",
    正常: "on-track",
    滞后预警: "at-risk",
    严重滞后: "off-track",
    倒退: "worsening",
    未达标: "missed",
    绿: "on-track",
    黄: "at-risk",
    红: "off-track",
  };
  expect(Object.fromEntries(Object.keys(meaning).map((word) => [word, judgedStatus(word)]))).toEqual(meaning);
  // What no figure could be judged as, nobody can judge it to be; nor what every object has.
  expect(["no-data", "stale", "toString"].map(judgedStatus)).toEqual([null, null, null]);
});

test("a judgement lacking something is not faulty, one that cannot be read is", () => {
  const read = (parameters: string) => readJudgement(readerOf(parameters));
  expect(read("status: amber")).toMatchObject({ faulty: false, missing: ["person", "date", "reason"] });
  expect(read("status: splendid, person: A")).toMatchObject({ faulty: true, missing: ["date", "reason"] });
});

test("why a judgement is not used, its own days included", () => {
  const why = (parameters: string, asOf: number) => whyNotUsed(readJudgement(readerOf(parameters)), asOf);
  const whole = "status: amber, person: A, reason: R, date: 2026-01-01";
  // 2026-01-01 is day 20454, 2026-01-31 day 20484.
  expect([why(whole, 20453), why(whole, 20454), why(whole, 99999)]).toEqual(["not-yet", null, null]);
  const ends = `${whole}, expires: 2026-01`;
  expect([why(ends, 20484), why(ends, 20485)]).toEqual([null, "expired"]);
  expect(why("status: amber", 20454)).toBe("incomplete");
  expect(why(whole.replace("2026-01-01", "soon"), 20454)).toBe("unreadable");
});

const percent = unitOf("5%");
const tons = unitOf("5吨");

function unitOf(text: string) {
  const reading = parseQuantity(text);
  return reading.ok ? reading.quantity.unit : null;
}

test("numbers, shares, levels and distances are read as what they are", () => {
  const reader = readerOf(
    'a: 80%, b: 80, c: 1, d: 0.8, e: "５０％ ", f: "±5%", g: 5, h: 3..5, i: { x: 1 }, j: "", k: 5pp, l: [1], m: 500kg, n: "80 %"',
    { unit: percent },
  );
  const otherwise = new Big(7);
  expect(["a", "e", "n", "z"].map((name) => reader.number(name, otherwise).toString())).toEqual([
    "0.8",
    "0.5",
    "0.8",
    "7",
  ]);
  expect(["a", "b", "c", "d", "z"].map((name) => reader.share(name, otherwise).toString())).toEqual([
    "0.8",
    "0.8",
    "1",
    "0.8",
    "7",
  ]);
  expect(["a", "g", "h", "z"].map((name) => reader.level(name)?.toString() ?? null)).toEqual([
    "80",
    "5",
    null,
    null,
  ]);
  // In percent, percent and points are points.
  expect(["f", "g", "k"].map((name) => reader.distance(name))).toEqual([
    { value: new Big(5), relative: false },
    { value: new Big(5), relative: false },
    { value: new Big(5), relative: false },
  ]);
  expect([reader.text("j"), reader.text("b"), reader.text("z")]).toEqual([null, "80", null]);
  expect([reader.shape("a"), reader.shape("i"), reader.shape("l"), reader.shape("z")]).toEqual([
    "scalar",
    "map",
    "list",
    null,
  ]);
  expect([reader.map("i")?.names, reader.map("a"), reader.map("z")]).toEqual([["x"], null, null]);
});

test("of what is not in percent, a distance in percent is a share of the target", () => {
  const reader = readerOf('a: "±5%", b: 5, c: 500kg, d: 5元, e: ±2吨', { unit: tons });
  expect(["a", "b", "c", "d", "e"].map((name) => reader.distance(name))).toEqual([
    { value: new Big("0.05"), relative: true },
    { value: new Big(5), relative: false },
    { value: new Big("0.5"), relative: false },
    null,
    { value: new Big(2), relative: false },
  ]);
  expect(reader.faults.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["d unreadable"]);
});

test("a fault is told once for each thing that has it", () => {
  const reader = readerOf("a: x, bands: [{ within: x, marks: 1 }, { within: y, marks: 1 }]");
  reader.optionalNumber("a");
  reader.level("a");
  for (const band of reader.maps("bands") ?? []) band.distance("within");
  expect(reader.faults.map(({ name, written }) => `${name} ${written?.value}`)).toEqual([
    "a x",
    "within x",
    "within y",
  ]);
});

test("a list or a map where one value should be has the wrong shape", () => {
  const reader = readerOf("a: [1], b: { x: 1 }");
  expect([reader.optionalNumber("a"), reader.level("b")]).toEqual([null, null]);
  expect(reader.faults.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["a misshapen", "b misshapen"]);
});

test("numbers in a row are as many as asked and in the same order", () => {
  const falling = ["3", "2", "1"].map((text) => new Big(text));
  const read = (text: string): string => {
    const reader = readerOf(text);
    const numbers = reader.numbers("a", falling, ["x", "y", "z"]).join(" ");
    return [numbers, ...reader.faults.map(({ kind }) => kind)].join(", ");
  };
  expect(read("b: 1")).toBe("3 2 1");
  expect(read("a: [9, 8, 7]")).toBe("9 8 7");
  expect(read('a: " 90% / 0.8 /0 "')).toBe("0.9 0.8 0");
  expect(read("a: { z: 1, y: 5, x: 6 }")).toBe("6 5 1");
  expect(read("a: [9, 8]")).toBe("3 2 1, unreadable");
  expect(read("a: [9, 8, x]")).toBe("3 2 1, unreadable");
  expect(read("a: [9, 8, x, 7]")).toBe("3 2 1, unreadable");
  expect(read("a: [7, 8, 9]")).toBe("7 8 9, out-of-order");
  expect(read("a: [9, 7, 8]")).toBe("9 7 8, out-of-order");
  expect(read("a: [9, 9, 8]")).toBe("9 9 8, out-of-order");
  const unnamed = readerOf("a: { x: 1 }");
  unnamed.numbers("a", falling);
  expect(unnamed.faults.map(({ kind }) => kind)).toEqual(["unreadable"]);
});

test("a time is the last day of its period, counted from the plan's start where it is relative", () => {
  const reader = readerOf("a: 2026-02, b: M2, c: soon", { planStart: 20454 });
  // 2026-01-01 is day 20454 since 1970; 28 February 58 days later, the last day of the plan's second month as well.
  expect([reader.day("a"), reader.day("b"), reader.day("c"), reader.day("z")]).toEqual([
    20512,
    20512,
    null,
    null,
  ]);
});

test("the direction is a sign", () => {
  expect([up, down, {}].map((context) => readerOf("", context).sign)).toEqual([1, -1, 0]);
});

test("what cannot be used is left out", () => {
  const settings = selfScoreSettings(
    readerOf(
      "bands: [{ marks: 1 }, { within: 5 }, { within: 9, marks: 2 }], grades: { 达成: all, 部分达成: 0 }",
    ),
  );
  expect(settings.bands.map(({ within, marks }) => `${within.value} ${marks}`)).toEqual(["9 2"]);
  expect([...settings.shareOfWord.keys()]).toEqual(["部分达成"]);
  expect(selfScoreSettings(readerOf("steps: { every: 5 }")).steps).toBeNull();
  expect(selfScoreSettings(readerOf("steps: { minus: 5 }")).steps).toBeNull();
  // Marks are marks, also of an indicator in percent: half a mark a step.
  const steps = selfScoreSettings(readerOf("steps: { every: 5, minus: 50% }", { unit: percent })).steps;
  expect([steps?.every.value.toString(), steps?.minus.toString()]).toEqual(["5", "0.5"]);
});

test.each(["8%0", "8%x", "x%", "%", "5±"])("`%s` is neither a number nor a share nor a distance", (text) => {
  const read = (of: "optionalNumber" | "distance"): unknown => readerOf(`a: "${text}"`)[of]("a");
  expect([read("optionalNumber"), read("distance")]).toEqual([null, null]);
  const shares = readerOf(`a: "${text}"`);
  expect([shares.share("a", new Big(3)).toString(), shares.faults.map(({ kind }) => kind)]).toEqual([
    "3",
    ["unreadable"],
  ]);
});

test("spaces around what is written say nothing", () => {
  const reader = readerOf('a: " pepfar ", b: " true ", c: "false"');
  expect(reader.word("a", ["traffic-light", "pepfar"])).toBe("pepfar");
  expect([reader.flag("b"), reader.flag("c"), reader.flag("z")]).toEqual([true, false, false]);
  expect(reader.faults).toEqual([]);
});

test("a text that is no time at all is no day", () => {
  const reader = readerOf('a: "2026-13-45", b: "~~"');
  expect([reader.day("a"), reader.day("b")]).toEqual([null, null]);
});
