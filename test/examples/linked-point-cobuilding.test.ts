/** The plan against `index.json`, which holds ids and values as its document states them. */
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Statements } from "../../src/plan/given.ts";
import type { Fact, Indicator, Target } from "../../src/plan/plan.ts";
import type { Quantity } from "../../src/plan/quantity.ts";
import { spanText } from "../../src/text/source.ts";
import { compileExample, exampleFile, planStatuses } from "./example-files.ts";
import { foundIn, holdsNumber, planOf, valueText } from "./facts-index.ts";

const name = "linked-point-cobuilding";
const index = JSON.parse(exampleFile(name, "index.json"));
const compilation = compileExample(name);
const plan = planOf(compilation);

function targetEntry(indicator: Indicator, target: Target) {
  const stated = target.quantity?.value ?? null;
  const isLevel = target.kind === "reach" || target.kind === "hold";
  const implied = indicator.direction?.value === "maintain" && stated?.upper === null ? "=" : null;
  const base = target.base?.at?.value.text;
  return {
    kind: target.kind,
    value: target.kind === "done" ? target.stated.value.replace(/^done: /, "") : valueText(stated),
    relation: isLevel ? (stated?.relation ?? implied) : null,
    by: target.by?.value.text ?? null,
    section: target.section?.value ?? null,
    ...(base === undefined ? {} : { of: base }),
  };
}

function statedValues(values: Statements<Quantity>): readonly (string | null)[] {
  return [...new Set(values.map((statement) => valueText(statement.is.value)))];
}

test("37 indicators, the 5 relative ones and the one that is split off among them, stand under their ids", () => {
  expect(index.indicators.length).toBe(37);
  const entries = plan.indicators.map((indicator) => ({
    id: indicator.id.value,
    direction: indicator.direction?.value ?? null,
    dimension: indicator.dimension?.value,
    section: indicator.section?.value,
    headline: indicator.headline,
    targets: indicator.targets.map((target) => targetEntry(indicator, target)),
  }));
  expect(entries).toEqual(index.indicators);
});

test("all 22 standing figures stand once, under their id in the mechanism, with every value and section", () => {
  expect(index.figures.length).toBe(22);
  for (const { id, mechanism, fact, values } of index.figures) {
    const holding = plan.facts.filter(({ name: path }) => path.split("/").includes(id));
    const valued = holding.filter(({ name: path }) =>
      /\/(?:amount|weight|share|count|rule)$|^figures\//.test(path),
    );
    expect(
      valued.map(({ subject, name: path }) => [subject.id.value, path]),
      id,
    ).toEqual([[mechanism, fact]]);
    expect(valued[0]?.statements.map(statedFigure), id).toEqual(values);
    expect(plan.indicators.map((indicator) => indicator.id.value)).not.toContain(id);
  }
});

/** A stated figure in the shape of the index; what a norm demands is read from the words of its rule. */
function statedFigure({ is, section }: Fact["statements"][number]): object {
  if (typeof is.value === "string") return { ...ruleFigure(is.value), section: section?.value };
  if (!isQuantity(is.value)) return {};
  return { value: valueText(is.value), relation: is.value.relation ?? "=", section: section?.value };
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === "object" && value !== null && "relation" in value;
}

/** `area >= 200 m²`, `coordinators = 2..3`, `3 per 10,000 population`. */
function ruleFigure(rule: string): object {
  const [, relation = "=", value] = /^(?:.*?(>=|<=|=) )?(\d+(?:\.\.\d+)?)/.exec(rule) ?? [];
  return { value, relation };
}

test("the date of the pilot and the node that fixes the units' floor stand with their mechanisms", () => {
  const pilot = plan.facts.find(({ name: path }) => path === "stages/pilot-township-share/by");
  expect(pilot?.statements.map(({ shown }) => shown)).toEqual(["M6"]);
  const floor = plan.facts.find(({ name: path }) => path === "rules/linked-unit-budget-share/rule");
  expect(floor?.statements.map(({ section, during }) => [section?.value, during?.value])).toEqual([
    ["4.1", undefined],
    ["7.2", "M3.."],
  ]);
  const holder = plan.mechanisms.find((m) => m.id.value === "unit-contribution-floor");
  expect(holder?.from).toBeNull(); // the node of month 3 does not date what 4.1 demands
});

test("dates that the document takes over from 2.1 say so", () => {
  const inherited = plan.indicators.flatMap((i) => i.targets).filter((t) => t.by?.value.inherited === "2.1");
  // 2.1 dates its first item only, which leaves eight targets there; 2.2 dates none of its seventeen.
  expect(inherited.filter((t) => t.section?.value === "2.1").length).toBe(8);
  expect(inherited.filter((t) => t.section?.value === "2.2").length).toBe(17);
});

test("phases with their tasks, milestones and risks are those of the document", () => {
  expect(
    plan.phases.map((phase) => ({
      id: phase.id.value,
      period: phase.period.map((p) => p.is.value.text).join(),
      tasks: plan.actions.filter((a) => a.period.some((p) => p.is.value.phase === phase.id.value)).length,
    })),
  ).toEqual(
    index.phases.map((p: { id: string; start: string; end: string; tasks: number }) => ({
      id: p.id,
      period: `${p.start}..${p.end}`,
      tasks: p.tasks,
    })),
  );
  expect(
    plan.milestones.map((m) => ({ id: m.id.value, by: m.by[0]?.is.value.text, section: m.section?.value })),
  ).toEqual(index.milestones);
  expect(plan.risks.map((r) => ({ id: r.id.value, mitigations: r.mitigations.length }))).toEqual(index.risks);
  expect(
    plan.risks.every((r) => r.mitigations.every((m) => m.stated === "implied" && m.section !== null)),
  ).toBe(true);
});

test("all 50 mechanisms stand under their types with section and origin, and one norm that the text implies", () => {
  expect(index.mechanisms.length).toBe(50);
  const stated = plan.mechanisms.map((m) => ({
    id: m.id.value,
    type: m.type.value,
    section: m.section?.value,
    origin: m.origin,
  }));
  // 6.2 sets a standard for premises that the list of mechanisms does not name.
  const own = stated.filter(({ id }) => id !== "service-premises");
  expect(stated.length - own.length).toBe(1);
  expect(own).toEqual(
    index.mechanisms.map(({ id, type, section, origin }: Record<string, string>) => ({
      id,
      type,
      section,
      origin,
    })),
  );
  expect(own.filter(({ type }) => type === "provision").map(({ id }) => id)).toEqual([
    "technology-iteration",
  ]);
});

interface RawItem {
  readonly id: string;
}
interface RawPlan {
  readonly indicators: readonly RawItem[];
  readonly milestones: readonly RawItem[];
  readonly deliverables: readonly RawItem[];
  readonly mechanisms: readonly RawItem[];
  readonly evidence: readonly (RawItem & { readonly cause?: string })[];
}

const raw: RawPlan = parse(exampleFile(name, `${name}.plan.yaml`), { schema: "failsafe" });

/** A mechanism as written, what it names (fed indicators, milestones, deliverables, other mechanisms), and the cases told of it. */
function writtenOf(id: string): string {
  const own = JSON.stringify(raw.mechanisms.find((m) => m.id === id));
  const others = [...raw.indicators, ...raw.milestones, ...raw.deliverables, ...raw.mechanisms];
  const named = others.filter((item) => item.id !== id && own.includes(`"${item.id}"`));
  const told = raw.evidence.filter(({ cause }) => cause === id);
  return [own, ...[...named, ...told].map((item) => JSON.stringify(item))].join(" ");
}

test("every number and month of a mechanism stands in it, or in what it names; its other sections beside it", () => {
  for (const { id, also = [], numbers = [], months = [] } of index.mechanisms) {
    const own = plan.mechanisms.find((m) => m.id.value === id);
    expect(
      own?.alsoIn.map(({ value }) => value),
      id,
    ).toEqual(also);
    const text = writtenOf(id);
    for (const number of numbers) expect(holdsNumber(text, number), `${id}: ${number}`).toBe(true);
    for (const month of months) expect(text, id).toMatch(new RegExp(`"${month}(?:\\.\\.)?"`));
  }
});

test("every rhythm and weight stands in its mechanism with its section", () => {
  for (const { mechanism, every, section } of index.cadences) {
    const rhythms = plan.facts.filter(
      ({ subject, name: path }) => subject.id.value === mechanism && /(?:^|\/)cadence$/.test(path),
    );
    expect(
      rhythms.flatMap(({ statements }) => statements.map((s) => `${s.is.value} ${s.section?.value}`)),
      mechanism,
    ).toContain(`${every} ${section}`);
  }
  for (const { mechanism, fact, value, section } of index.weights) {
    const weight = plan.facts.find(
      ({ subject, name: path }) => subject.id.value === mechanism && path === fact,
    );
    expect(weight?.statements.map(statedFigure), fact).toEqual([expect.objectContaining({ value, section })]);
  }
});

test("resources and the figures of other places keep their values", () => {
  expect(Object.fromEntries(plan.resources.map((r) => [r.id.value, statedValues(r.amount).join()]))).toEqual(
    index.resources,
  );
  expect(Object.fromEntries(plan.evidence.map((e) => [e.id.value, valueText(e.is?.value ?? null)]))).toEqual(
    index.evidence,
  );
});

test("the figures that candidates for a baseline lend are in no baseline", () => {
  const baselines = plan.indicators.filter((i) => i.baseline.length > 0);
  expect(baselines.map((i) => [i.id.value, i.baseline.map((b) => spanText(b.is.span))])).toEqual([
    ["average-response-time", ["72小时"]],
  ]);
  const source = plan.sources.find((s) => s.id.value === baselines[0]?.baseline[0]?.source?.value);
  expect(source?.scope?.value).toBe("other-place");
});

test("no error: of the sixteen listed, fifteen have the figure that is announced", () => {
  expect(foundIn(compilation, "error")).toEqual([]);
});

test("the document's own faults are found", () => {
  const found = foundIn(compilation, "warning");
  const faults = [
    "narrative/empty-section 8.2", // only in the table of contents
    "narrative/empty-section 8.3",
    "narrative/empty-section 8.4",
    "target/same-value-two-dates county-unit-linkage-coverage", // month 18 in 7.1, month 36 in 2.1 and 8.1
    "time/used-before-exists N1", // supporting rules in month 3, the regulation that they support in month 6
    "indicator/borrowed-baseline average-response-time", // 72 hours come from other places
    "target/no-base township-coordination-capability",
    "target/no-base resources-sent-down", // compared with 2023, whose value is not given
    "indicator/missing-unit resources-sent-down", // money, projects and people in one figure
  ];
  for (const fault of faults) expect(found).toContain(fault);
});

test("nothing is said against its data", () => {
  expect(compilation.findings.filter((f) => f.code.startsWith("data/") && f.severity !== "info")).toEqual([]);
});

test("statuses good and bad come out of the demonstration data", () => {
  const statuses = planStatuses(compilation);
  expect(statuses).toMatchObject({
    "service-response-rate": "off-track", // 90 was due in month 9 and missed
    "service-satisfaction-rate": "at-risk", // 84.7 of 85: 0.996 of the target, between 0.8 and 1
    "village-governance-leaders": "ahead", // 870; asked for after 731 of 1,096 days: 667, and 1.2 × 667 is 800
    "average-response-time": "on-track", // below the 40 that the line from 72 to 24 asks for
    "service-project-satisfaction": "stale", // nothing since the second quarter; the third was due by 2025-10-30
    "community-resource-pool-completion": "missed", // 109 of 118 when all were due
    "three-lists-coverage": "achieved",
    "information-platform-built-rate-online": "missed", // on 2024-12-31 it was not online
    "social-capital-participation": "off-track", // 22.5 of 40 is 0.56
    "issue-resolution-cycle": "not-computable", // a cut without anything to cut from
    "community-worker-trainees": "no-data",
    "linked-unit-pairing-coverage": "not-due",
  });
  const rows = compilation.results?.rows ?? [];
  const ofEntity = (indicator: string, entity: string) =>
    rows.find((row) => row.indicator.id.value === indicator && row.entity === entity)?.status;
  expect(ofEntity("average-response-time", "wangchuan")).toBe("worsening"); // 72 hours at first, above 74 now
  expect(ofEntity("service-satisfaction-rate", "wangchuan")).toBe("stale"); // nothing since the second quarter
});
