import { expect, test } from "vitest";
import { isoDay } from "../../src/plan/days.ts";
import {
  countsAt,
  entriesAt,
  flagAt,
  idsAt,
  labelOf,
  mapAt,
  quantitiesAt,
  rhythmsAt,
  timesAt,
  walkParameters,
  wordsAt,
} from "../../src/plan/parameters.ts";
import { bind, bindClean, places } from "./bound.ts";

const head = "format: 1\nid: p\nperiod: 2026-01..2027-12\n";

function parametersOf(mechanism: string) {
  const [only] = bindClean(`${head}mechanisms: [{ id: m, ${mechanism} }]\n`).mechanisms;
  if (only === undefined) throw new Error("no mechanism");
  return only.parameters;
}

test("each value is read by what its key holds", () => {
  const fund = parametersOf(
    "type: fund, form: 专项资金, cap: 10万元, complete: true, sources: [{ id: d, share: 2%, of: revenue, by: M6, where: rich }]",
  );
  expect(wordsAt(fund, "form").map(({ value }) => value)).toEqual(["专项资金"]);
  expect(quantitiesAt(fund, "cap").map(({ is }) => is.value.unit?.key)).toEqual(["万元"]);
  expect(flagAt(fund, "complete")).toBe(true);
  const [source] = entriesAt(fund, "sources");
  if (source === undefined) throw new Error("no source");
  // M6 of a plan that starts in January 2026 ends with June.
  expect(timesAt(source, "by").map(({ is }) => isoDay(is.value.period?.end ?? 0))).toEqual(["2026-06-30"]);
  expect(wordsAt(source, "where").map(({ value }) => value)).toEqual(["rich"]);
  expect(labelOf(source)).toBe("d");
});

test("statements keep their section, base and time; a plain value is said in the section of its entry", () => {
  const fund = parametersOf(
    'type: fund, award: { is: 20%, of: income, section: "7.2" }, lines: [{ id: a, share: 3%, section: "5" }, { id: b, share: { is: 4%, section: "6" }, section: "5" }]',
  );
  const [award] = quantitiesAt(fund, "award");
  expect([award?.of?.value, award?.section?.value]).toEqual(["income", "7.2"]);
  const sections = entriesAt(fund, "lines").map((line) => quantitiesAt(line, "share")[0]?.section?.value);
  expect(sections).toEqual(["5", "6"]);
});

test("words are one statement, or one for each place that words them differently", () => {
  const plain = parametersOf("type: workflow, states: [raised, done]");
  expect(wordsAt(plain, "states").map(({ value }) => value)).toEqual(["raised", "done"]);
  const twice = parametersOf("type: workflow, states: [{ is: [raised, done] }, { is: [heard, seen] }]");
  const states = twice.get("states");
  expect(states?.kind === "text" ? states.statements.map(({ is }) => is.value.length) : []).toEqual([2, 2]);
});

test("maps, announced counts, rhythms, bare entries and open numbers", () => {
  const score = parametersOf("type: scorecard, components: [{ id: a, items: { announced: 12 } }]");
  const items = entriesAt(score, "components").map((one) => mapAt(one, "items"));
  expect(
    items.flatMap((one) => (one === null ? [] : countsAt(one, "announced"))).map(({ count }) => count.value),
  ).toEqual([12]);
  expect(rhythmsAt(parametersOf("type: body, meets: 每季度"), "meets").map(({ is }) => is.value)).toEqual([
    "quarterly",
  ]);
  expect(entriesAt(parametersOf("type: list, items: [甲, 乙]"), "items").map(labelOf)).toEqual(["甲", "乙"]);
  const staff = parametersOf(
    "type: norm, composition: [{ role: cook, count: N }, { role: driver, count: 2名 }]",
  );
  expect(entriesAt(staff, "composition").map((one) => quantitiesAt(one, "count").length)).toEqual([0, 1]);
});

test("ids are noted as mentions with the kinds that they may name", () => {
  const plan = bindClean(
    `${head}mechanisms: [{ id: w, type: workflow, feeds: [a, b], levels: [{ id: l, owner: office }] }, { id: s, type: scorecard, components: [{ indicators: c, data-from: [d] }], governs: [e] }]\n`,
  );
  expect(plan.references.map((r) => `${r.field} ${r.name.value} ${r.kinds[0]}`)).toEqual([
    "feeds a indicator",
    "feeds b indicator",
    "owner office actor",
    "governs e indicator",
    "indicators c indicator",
    "data-from d deliverable",
  ]);
  expect(plan.mechanisms.flatMap((m) => idsAt(m.parameters, "feeds").map(({ value }) => value))).toEqual([
    "a",
    "b",
  ]);
});

test("a literal that cannot be read is told once, at its place, and the rest is kept", () => {
  const outcome = bind(
    `${head}mechanisms:\n  - { id: m, type: fund, cap: a lot, lines: [{ id: a, share: 3%, by: someday soon }] }\n`,
  );
  expect(places(outcome)).toEqual([
    'statement/unreadable-quantity 5:31 "a lot"',
    'time/unreadable 5:70 "someday soon"',
  ]);
  const [m] = outcome.value.mechanisms;
  expect(
    m === undefined ? [] : entriesAt(m.parameters, "lines").map((one) => quantitiesAt(one, "share").length),
  ).toEqual([1]);
});

test("stated values are facts under the path of their keys", () => {
  const plan = bindClean(
    `${head}mechanisms: [{ id: m, type: norm, rule: [{ is: area >= 80 m² }, { is: "area>=80 m²" }], composition: [{ role: cook, count: [{ is: 2 }, { is: 3 }] }] }]\n`,
  );
  expect(plan.facts.map((fact) => [fact.name, new Set(fact.statements.map(({ key }) => key)).size])).toEqual([
    ["rule", 1],
    ["composition/cook/count", 2],
  ]);
});

test("a walk sees every value with its path", () => {
  const paths: string[] = [];
  const fund = parametersOf("type: fund, cap: 3, lines: [{ share: 2% }, { id: b, share: 3% }]");
  walkParameters(fund, (path) => paths.push(path.join("/")));
  expect(paths).toEqual(["cap", "lines", "lines/1/share", "lines/b/id", "lines/b/share"]);
});
