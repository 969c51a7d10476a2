import { expect, test } from "vitest";
import { bindPlan } from "../../src/load/bind.ts";
import { isoDay } from "../../src/plan/days.ts";
import { wordsAt } from "../../src/plan/parameters.ts";
import { spanText } from "../../src/text/source.ts";
import { bind, bindClean, includeFrom, places } from "./bound.ts";

const head = "format: 1\nid: p\nperiod: 2026-01..2027-12\n";

function targetsOf(targets: string) {
  const plan = bindClean(`${head}indicators: [{ id: rate, unit: "%", targets: [${targets}] }]`);
  return plan.indicators[0]?.targets ?? [];
}

function targetOf(target: string) {
  const [only] = targetsOf(target);
  if (only === undefined) throw new Error("no target");
  return only;
}

function periodOf(period: string): string {
  const { period: bound } = bindClean(`format: 1\nid: p\nperiod: ${period}`);
  const side = (day: number | undefined): string => (day === undefined ? "" : isoDay(day));
  return `${side(bound?.start?.value)}..${side(bound?.end?.value)}${bound?.stated === false ? " unstated" : ""}`;
}

test("a plan may carry only its head", () => {
  const plan = bindClean(
    "format: 1\nid: p\ntitle: 方案\nlanguage: zh-Hans\nstatus: approved\nparent: ../city.plan.yaml",
    { "../city.plan.yaml": "format: 1" },
  );
  expect([
    plan.id?.value,
    plan.title?.value,
    plan.language?.value,
    plan.status?.value,
    plan.parent?.value,
  ]).toEqual(["p", "方案", "zh-Hans", "approved", "../city.plan.yaml"]);
  expect([plan.period, plan.issuer, plan.facts, plan.references, plan.unusable]).toEqual([
    null,
    null,
    [],
    [],
    0,
  ]);
});

test("the period is a range, open, or a map with months for its end", () => {
  expect(periodOf("2026-01..2027-12")).toBe("2026-01-01..2027-12-31");
  expect(periodOf("2024..")).toBe("2024-01-01..");
  expect(periodOf("2026")).toBe("2026-01-01..2026-12-31");
  // January 2024 is M1, so M36 is December 2026.
  expect(periodOf("{ start: 2024-01, stated: false, months: M0..M36 }")).toBe(
    "2024-01-01..2026-12-31 unstated",
  );
  expect(periodOf("{ start: 2024-01, end: 2025, months: M0..M36 }")).toBe("2024-01-01..2025-12-31");
});

test("the issuer keeps what is filled in", () => {
  const { issuer } = bindClean(
    `${head}issuer: { name: 某局, number: 民发〔2026〕3号, date: 2026-01-05, to: [甲, 乙], secrecy: null }`,
  );
  expect([issuer?.name?.value, issuer?.number?.value, issuer?.secrecy]).toEqual([
    "某局",
    "民发〔2026〕3号",
    null,
  ]);
  expect(issuer?.to.map((t) => t.value)).toEqual(["甲", "乙"]);
  expect(issuer?.date?.value.text).toBe("2026-01-05");
});

test("sections stand below the longest numbered section that there is", () => {
  const plan = bindClean(
    `${head}sections: [{ id: "3" }, { id: "3.1" }, { id: 3.10 }, { id: "3.1.2" }, { id: "4.1" }]`,
  );
  expect(plan.sections.map((s) => [s.id.value, s.parent])).toEqual([
    ["3", null],
    ["3.1", "3"],
    ["3.10", "3"],
    ["3.1.2", "3.1"],
    ["4.1", null],
  ]);
});

test("placeholders of a section text are found at their places, in block scalars too", () => {
  const plan = bindClean(
    `${head}sections:\n  - id: "2"\n    text: |\n      覆盖率达到{{target rate}}，\n      共{{count indicators}}项。\n`,
  );
  const placeholders = plan.sections[0]?.text?.placeholders ?? [];
  expect(placeholders.map((p) => [p.verb, p.id, spanText(p.span)])).toEqual([
    ["target", "rate", "{{target rate}}"],
    ["count", "indicators", "{{count indicators}}"],
  ]);
  expect(plan.references.map((r) => [r.field, spanText(r.name.span), r.kinds])).toEqual([
    ["text", "rate", ["indicator"]],
  ]);
});

test("a section text may stand in a file of its own", () => {
  const plan = bindClean(`${head}sections: [{ id: "1", text: { file: text/a.md } }]`, {
    "text/a.md": "见{{name x}}。",
  });
  expect(plan.sections[0]?.text?.text).toBe("见{{name x}}。");
  expect(plan.references[0]?.name.span.file.name).toBe("text/a.md");
});

test("a missing file is told once, at its path", () => {
  const bound = bind(`${head}sections: [{ id: "1", text: { file: text/a.md } }]`);
  expect(places(bound)).toEqual(['reference/missing-file 4:37 "text/a.md"']);
  expect(bound.value.sections[0]?.text).toBeNull();
});

test("announced counts are whole numbers by what is counted", () => {
  const [section] = bindClean(
    `${head}sections: [{ id: "2", announces: { indicators: 8, dimensions: 2 } }]`,
  ).sections;
  expect(section?.announces.map((a) => [a.of.value, a.count.value])).toEqual([
    ["indicators", 8],
    ["dimensions", 2],
  ]);
});

test("an announced count may be written as documents write it, and no count is told", () => {
  const bound = bind(
    `${head}sections: [{ id: "2", announces: { indicators: 八, phases: 3个, risks: some } }]`,
  );
  expect(bound.value.sections[0]?.announces.map((a) => a.count.value)).toEqual([8, 3]);
  expect(bound.findings.map((f) => f.code)).toEqual(["statement/unreadable-quantity"]);
});

test("a time to report is counted in days, and a value in another unit is told", () => {
  const days = (text: string) => bind(`${head}indicators: [{ id: i, report-within: ${text} }]`);
  const read = (text: string) => days(text).value.indicators[0]?.reportWithinDays?.value;
  // Ten working days are two weeks; a month counts 30 days; a bare number counts days.
  expect(["30 days", "10个工作日", "1个月", "15"].map(read)).toEqual([30, 14, 30, 15]);
  expect(places(days("5元"))).toEqual(['statement/unreadable-quantity 4:38 "5元"']);
});

test("an item that cites a source or follows a section mentions them, whatever its kind", () => {
  const plan = bindClean(
    `${head}risks: [{ id: x, source: s }]\nproblems: [{ id: q, source: s, evidence: [{ follows: "3" }] }]\nactors: [{ id: a, section: "1" }]`,
  );
  expect(plan.references.map((r) => `${r.from?.id.value} ${r.field} ${r.name.value}`)).toEqual([
    "a section 1",
    "q source s",
    "q/1 follows 3",
    "x source s",
  ]);
});

test("entities stand in the plan or in a file with English or Chinese headings", () => {
  const list = bindClean(
    `${head}entities: [{ id: east, name: 东街道, facts: { population: 1200 } }, { id: a, parent: east }]`,
  );
  expect(
    list.entities.map((e) => [e.id.value, e.name?.text ?? null, e.facts.get("population")?.value]),
  ).toEqual([
    ["east", "东街道", "1200"],
    ["a", null, undefined],
  ]);
  expect(list.references.map((r) => [r.field, r.name.value])).toEqual([["parent", "east"]]);
  const csv = "编号,名称,级别,上级,人口\neast,东街道,street,,1200\na,甲社区,community,east,\n";
  const filed = bindClean(`${head}entities: { file: e.csv }`, { "e.csv": csv });
  expect(
    filed.entities.map((e) => [
      e.id.value,
      e.name?.text,
      e.level?.value,
      e.parent?.value,
      e.facts.get("人口")?.value,
    ]),
  ).toEqual([
    ["east", "东街道", "street", undefined, "1200"],
    ["a", "甲社区", "community", "east", undefined],
  ]);
  expect(filed.references.map((r) => spanText(r.name.span))).toEqual(["east"]);
});

test("an entity without id is told in its file, the others are used", () => {
  const bound = bind(`${head}entities: { file: e.csv }`, { "e.csv": "id,name\n,东\nwest,西\n" });
  expect(places(bound)).toEqual(['data/missing-cell 2:1 ""']);
  expect(bound.value.entities.map((e) => e.id.value)).toEqual(["west"]);
  expect(bound.value.unusable).toBe(1);
});

test("every kind of target is read with its own fields", () => {
  const targets = targetsOf(
    `{ reach: ≥85%, by: 2027 }, { hold: 5..8, from: M4, every: year }, { change: +5pp, by: 2026 }, { relative: -30%, of: { at: 2022 }, by: M12 }, { rate: +5pp/year, during: 2024..2025 }, { each: ≥10%/year }, { total: "≥1000", during: 2024..2026 }, { compound: -13.5%, during: 2021..2025 }, { versus: gdp, at-least: +0pp }, { done: true, by: M12 }, { grade: 良好, of: [差, 一般, 良好, 优秀], by: 2026 }, { trend: decrease, wording: 大幅削减, during: 2026..2027 }`,
  );
  expect(targets.map((t) => t.kind)).toEqual([
    "reach",
    "hold",
    "change",
    "relative",
    "rate",
    "each",
    "total",
    "compound",
    "versus",
    "done",
    "grade",
    "trend",
  ]);
  const [reach, hold, , relative, rate, , , , versus, done, grade, trend] = targets;
  expect([reach?.quantity?.value.relation, reach?.stated.value]).toEqual([">=", "reach: ≥85%"]);
  expect([hold?.quantity?.value.upper?.toFixed(), hold?.every?.value, hold?.from?.value.text]).toEqual([
    "8",
    "yearly",
    "M4",
  ]);
  expect(relative?.base?.at?.value.text).toBe("2022");
  expect([rate?.quantity?.value.per, rate?.over?.value.text, rate?.during?.value]).toEqual([
    "year",
    "2024..2025",
    "2024..2025",
  ]);
  expect([versus?.versus?.indicator.value, versus?.versus?.relation]).toEqual(["gdp", ">="]);
  expect(versus?.versus?.margin?.value.value.toFixed()).toBe("0");
  expect([done?.quantity, done?.stated.value]).toEqual([null, "done: true"]);
  expect(grade?.grade).toMatchObject({ wanted: { value: "良好" }, levels: ["差", "一般", "良好", "优秀"] });
  expect([trend?.trend?.value, trend?.wording?.value]).toEqual(["decrease", "大幅削减"]);
});

test("a relative target may have a value as its base, and `versus` another margin", () => {
  expect(targetOf("{ relative: -30%, of: 120, by: 2026 }").base?.quantity?.value.text).toBe("120");
  expect(targetOf("{ versus: gdp, at-most: 5pp }").versus).toMatchObject({
    relation: "<=",
    indicator: { value: "gdp" },
  });
  expect(targetOf("{ versus: gdp }").versus).toMatchObject({ relation: ">=", margin: null });
});

test("a target of two kinds or of none is left out and counted", () => {
  const bound = bind(
    `${head}indicators: [{ id: r, targets: [{ reach: 1, hold: 2 }, { by: 2026 }, { reach: 3 }] }]`,
  );
  expect(bound.value.indicators[0]?.targets.map((t) => t.stated.value)).toEqual(["reach: 3"]);
  expect([bound.value.unusable, bound.findings]).toEqual([2, []]);
});

test("an indicator keeps all its keys", () => {
  const plan = bindClean(`${head}indicators:
  - id: rate
    name: 覆盖率
    unit: 万人
    direction: increase
    value: flow
    role: outcome
    attribute: binding
    headline: true
    definition: 甲/乙
    counted: { per: plan, of: 全部社区 }
    report-within: 2周
    same-as: a
    part-of: b
    also-called: 覆盖面
    data-from: [platform]
    serves: [o]
    aggregation: sum
    performance: benefit
    formula: a / b
    assess: { method: achievement, green: 95, bands: [1, 2] }
    trajectory: { kind: step, points: [{ at: 2026-06, is: 50 }] }
    observations: [{ at: 2026-06, 实际值: 52%, note: null }]
`);
  const [rate] = plan.indicators;
  expect([rate?.unit?.value.key, rate?.unit?.text, rate?.value.value, rate?.headline]).toEqual([
    "万人",
    "万人",
    "flow",
    true,
  ]);
  // Two weeks are fourteen days.
  expect(rate?.reportWithinDays?.value).toBe(14);
  expect([rate?.counted?.of?.value, rate?.counted?.where]).toEqual(["全部社区", null]);
  expect([...(rate?.assess?.value.parameters ?? [])].map(([k, v]) => [k, v.value])).toEqual([
    ["green", "95"],
    ["bands", "[1, 2]"],
  ]);
  expect(rate?.trajectory?.points.map((p) => [p.at.value.text, p.is.value.text])).toEqual([
    ["2026-06", "50"],
  ]);
  expect([...(rate?.observations[0]?.cells ?? [])].map(([k, v]) => [k, v.value])).toEqual([
    ["at", "2026-06"],
    ["实际值", "52%"],
  ]);
  expect(plan.references.map((r) => `${r.field} ${r.name.value} ${r.kinds[0]}`)).toEqual([
    "serves o objective",
    "same-as a indicator",
    "part-of b indicator",
    "data-from platform action",
  ]);
});

test("a value is a level and a percent lies between 0 and 100 unless the plan says otherwise", () => {
  const plan = bindClean(
    `${head}indicators: [{ id: a, unit: "%" }, { id: b, unit: 人 }, { id: c, unit: "%", bounds: 0..150 }]`,
  );
  const [a, b, c] = plan.indicators;
  expect([a?.value.value, a?.value.origin]).toEqual(["level", "assumed"]);
  expect([a?.bounds?.value.upper?.toFixed(), a?.bounds?.stated, a?.bounds?.origin]).toEqual([
    "100",
    false,
    "assumed",
  ]);
  expect(b?.bounds).toBeNull();
  expect([c?.bounds?.value.upper?.toFixed(), c?.bounds?.stated]).toEqual(["150", true]);
});

test("milestones inside a phase belong to it and stand in the order of the document", () => {
  const plan = bindClean(`${head}phases:
  - { id: one, period: M1..M6, gates: [{ indicator: rate, reach: ≥50% }, 通过验收], milestones: [{ id: inner, by: M3, owner: a }] }
milestones:
  - { id: outer, phase: one, by: M5, deliverable: rules, needs: [inner] }
`);
  expect(plan.milestones.map((m) => [m.id.value, m.phase?.value, m.phase?.origin])).toEqual([
    ["inner", "one", "inherited"],
    ["outer", "one", "given"],
  ]);
  const gates = plan.phases[0]?.gates ?? [];
  expect([gates[0]?.indicator?.value, gates[0]?.reach?.value.text, gates[1]?.text?.value]).toEqual([
    "rate",
    "≥50%",
    "通过验收",
  ]);
});

test("a time may name a phase that stands further down", () => {
  const plan = bindClean(
    `${head}milestones: [{ id: m, by: later }]\nphases: [{ id: later, period: M7..M12 }]`,
  );
  const by = plan.milestones[0]?.by[0]?.is.value;
  expect([by?.phase, by?.state, by?.period?.end && isoDay(by.period.end)]).toEqual([
    "later",
    "dated",
    "2026-12-31",
  ]);
});

test("deliverables, actions and resources are bound with what they cite", () => {
  const plan = bindClean(`${head}deliverables: [{ id: d, kind: document, due: M3, section: "3" }]
actions: [{ id: a, objective: o, parent: b, period: M4..M8, needs: [d] }]
resources: [{ id: r, kind: people, amount: [{ is: 40, section: "6" }], norm: n }]
`);
  expect(plan.deliverables[0]?.kindOf?.value).toBe("document");
  expect(plan.actions[0]?.needs.map((n) => n.value)).toEqual(["d"]);
  expect(plan.resources[0]?.amount[0]?.is.value.value.toFixed()).toBe("40");
  expect(plan.references.map((r) => `${r.from?.id.value} ${r.field} ${r.name.value}`).sort()).toEqual([
    "a needs d",
    "a objective o",
    "a parent b",
    "d section 3",
    "r norm n",
    "r section 6",
  ]);
});

test("an answer to a risk is the id of an item or a text", () => {
  const plan = bindClean(
    `${head}risks: [{ id: x, likelihood: 4, impact: 9, mitigations: [a, { text: 多渠道筹资, stated: implied, section: "5" }], trigger: { alarm: m } }]`,
  );
  const [risk] = plan.risks;
  expect(risk?.mitigations.map((m) => [m.item?.value ?? null, m.text?.value ?? null, m.stated])).toEqual([
    ["a", null, "stated"],
    [null, "多渠道筹资", "implied"],
  ]);
  expect([risk?.likelihood?.value, risk?.impact]).toEqual([4, null]);
  expect(plan.references.map((r) => `${r.field} ${r.name.value}`)).toEqual([
    "trigger m",
    "mitigations a",
    "section 5",
  ]);
});

test("evidence stands alone or inside a problem", () => {
  const plan =
    bindClean(`${head}problems: [{ id: q, statement: 不足, objectives: [o], evidence: [{ of: rate, is: 45%, at: 2025-12 }] }]
evidence: [{ id: e, kind: case, place: 某市, from: 38%, to: 82%, at: 2023, cause: a }]
`);
  const [inside] = plan.problems[0]?.evidence ?? [];
  expect([inside?.id.value, inside?.id.origin, inside?.is?.value.text]).toEqual(["q/1", "computed", "45%"]);
  expect(plan.evidence.map((e) => [e.kindOf?.value, e.from?.value.text, e.to?.value.text])).toEqual([
    ["case", "38%", "82%"],
  ]);
  expect(plan.references.map((r) => `${r.field} ${r.name.value}`)).toEqual([
    "objectives o",
    "of rate",
    "cause a",
  ]);
});

test("mechanisms keep their common keys and figures, which are facts", () => {
  const plan = bindClean(`${head}mechanisms:
  - id: m
    type: provision
    name: 例会
    cadence: [{ is: monthly, section: "3" }, { is: quarterly, section: "4" }]
    announced: { categories: 8, items: 56 }
    open: true
    origin: cited
    statement: 定期召开
    figures: [{ id: f, is: 5人, section: "4" }, { id: g, values: [{ is: 3 }, { is: 4 }] }]
  - { id: n, type: list, announced: 12 }
`);
  const [m, n] = plan.mechanisms;
  const statement = m === undefined ? [] : wordsAt(m.parameters, "statement").map(({ value }) => value);
  expect([m?.type.value, m?.origin, m?.open, ...statement]).toEqual(["provision", "cited", true, "定期召开"]);
  expect(m?.announced.map((a) => [a.of.value, a.count.value])).toEqual([
    ["categories", 8],
    ["items", 56],
  ]);
  expect(n?.announced.map((a) => [a.of.value, a.count.value])).toEqual([["items", 12]]);
  expect(plan.facts.map((f) => [f.name, f.statements.map((s) => s.shown)])).toEqual([
    ["cadence", ["monthly", "quarterly"]],
    ["figures/f", ["5人"]],
    ["figures/g", ["3", "4"]],
  ]);
});

test("data files are paths, maps or lists, and may be marked as made up", () => {
  const { data } = bindClean(
    `${head}data: { observations: [a.csv, { file: b.csv, demo: true }], progress: p.csv }`,
  );
  expect(data.observations.map((f) => [f.path.value, f.demo])).toEqual([
    ["a.csv", false],
    ["b.csv", true],
  ]);
  expect(data.progress.map((f) => [f.path.value, f.demo])).toEqual([["p.csv", false]]);
});

test("revisions name the item that they change", () => {
  const plan = bindClean(
    `${head}revisions: [{ date: 2026-04-01, what: indicators/rate/targets/2027-12, from: ≥80%, to: ≥85%, approved-by: a }]`,
  );
  expect(plan.revisions[0]?.to?.value).toBe("≥85%");
  expect(plan.references.map((r) => [r.field, spanText(r.name.span), r.kinds])).toEqual([
    ["what", "rate", ["indicator"]],
    ["approved-by", "a", ["actor"]],
  ]);
});

test("an item without id is left out and counted, the others stay", () => {
  const bound = bind(`${head}actors: [{ name: x }, 甲, { id: b }]`);
  expect(bound.value.actors.map((a) => a.id.value)).toEqual(["b"]);
  expect([bound.value.unusable, bound.findings]).toEqual([2, []]);
});

test("every mention has its own place", () => {
  const text = `${head}objectives: [{ id: o, dimension: d, section: "2" }]\nindicators: [{ id: i, owner: { lead: x, with: [y, z] }, source: s }]`;
  const plan = bindClean(text);
  expect(plan.references.map((r) => [r.from?.id.value, r.field, spanText(r.name.span)])).toEqual([
    ["o", "dimension", "d"],
    ["o", "section", '"2"'],
    ["i", "source", "s"],
    ["i", "owner", "x"],
    ["i", "owner", "y"],
    ["i", "owner", "z"],
  ]);
});

test("a document without root binds to an empty plan", () => {
  const file = { name: "plan.yaml", text: "- a\n" };
  const { value, findings } = bindPlan({ root: null, comments: [] }, file, includeFrom({}));
  expect([value.id, value.indicators, findings]).toEqual([null, [], []]);
});
