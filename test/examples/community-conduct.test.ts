/** The plan against `index.json`, which holds ids and values as its document states them. */
import { expect, test } from "vitest";
import { entriesAt, type Parameter, type ParameterMap, wordsAt } from "../../src/plan/parameters.ts";
import type { ItemKind, Mechanism, Plan } from "../../src/plan/plan.ts";
import type { Quantity } from "../../src/plan/quantity.ts";
import { communityConductCsv } from "../../tools/demo-data/community-conduct.ts";
import { compileExample, exampleFile, planStatuses } from "./example-files.ts";
import {
  foundIn,
  holdsNumber,
  indicatorOf,
  planOf,
  rawIndicators,
  rawMechanisms,
  rhythmsIn,
  targetValue,
  valueText,
} from "./facts-index.ts";

const index = JSON.parse(exampleFile("community-conduct", "index.json"));
const compilation = compileExample("community-conduct");
const plan = planOf(compilation);
const mechanisms = rawMechanisms("community-conduct");
const revisedText = exampleFile("community-conduct", "revised.plan.yaml");
const revised = compileExample("community-conduct", () => revisedText);

test("the 20 figures to be reached keep their value, relation, date and baseline as indicators", () => {
  expect(index.indicators.length).toBe(20);
  for (const wanted of index.indicators) {
    const indicator = indicatorOf(plan, wanted.id);
    const [target, ...more] = indicator.targets;
    expect(more, wanted.id).toEqual([]);
    expect(
      [
        indicator.direction?.value,
        indicator.dimension?.value,
        indicator.role?.value,
        indicator.section?.value,
      ],
      wanted.id,
    ).toEqual([wanted.direction, wanted.dimension, wanted.role, wanted.section]);
    if (target === undefined) throw new Error(`${wanted.id} has no target`);
    const { value, relation, by, every } = wanted.target;
    expect(targetValue(target), wanted.id).toEqual({ value, relation });
    expect(target.section?.value).toBe(wanted.section);
    if (every === undefined) {
      // No target has a date of its own; the last phase gives it.
      expect([target.kind, target.by?.value.text, target.by?.value.inherited], wanted.id).toEqual([
        "reach",
        by,
        "8.3",
      ]);
    } else {
      expect([target.kind, target.every?.value], wanted.id).toEqual(["hold", "yearly"]);
    }
    const base = indicator.baseline[0]?.is.value ?? null;
    expect(base === null ? undefined : valueText(base.quantity), wanted.id).toBe(wanted.baseline?.value);
    if (wanted.baseline !== undefined) {
      expect(base?.at?.value.text, wanted.id).toBe(wanted.baseline.date ?? "undated");
    }
    expect(indicator.sameAs?.value, wanted.id).toBe(wanted.sameAs);
  }
});

test("the nine goals of section 3.2 are reported in the quarterly report of section 3.4", () => {
  const decomposed = plan.indicators.filter(({ section }) => section?.value === "3.2");
  expect(decomposed.length).toBe(9);
  for (const { id, frequency } of decomposed) {
    expect(
      frequency.map((f) => [f.is.value, f.section?.value]),
      id.value,
    ).toEqual([["quarterly", "3.4"]]);
  }
});

test("the 22 standing figures are values of their mechanism, and no indicators", () => {
  expect(index.figures.length).toBe(22);
  for (const { id, mechanism, values } of index.figures) {
    const holder = plan.mechanisms.find((m) => m.id.value === mechanism);
    if (holder === undefined) throw new Error(`no mechanism ${mechanism}`);
    expect(statedAs(holder, id), id).toEqual(values);
    expect(
      plan.indicators.filter((indicator) => indicator.id.value === id),
      id,
    ).toEqual([]);
  }
});

/** What a mechanism states under an id: in its `figures`, or in the entry of its type that has the id. */
function statedAs(mechanism: Mechanism, id: string): readonly unknown[] {
  const figure = mechanism.figures.find((f) => f.id.value === id);
  if (figure !== undefined) return figure.values.map((v) => stated(v.is.value, v.section?.value));
  return entriesOf(mechanism)
    .filter((entry) => wordsAt(entry, "id")[0]?.value === id)
    .flatMap((entry) => [...entry.values.values()].flatMap(figuresOf));
}

function entriesOf({ parameters }: Mechanism): readonly ParameterMap[] {
  return [...parameters.values.keys()].flatMap((key) => entriesAt(parameters, key));
}

function figuresOf(parameter: Parameter): readonly unknown[] {
  if (parameter.kind === "quantity")
    return parameter.statements.map((s) => stated(s.is.value, s.section?.value));
  if (parameter.kind !== "rhythm" && parameter.kind !== "expression") return [];
  return parameter.statements.map((s) => ({ value: s.is.value, section: s.section?.value }));
}

function stated(quantity: Quantity, section: string | undefined) {
  const value = `${quantity.relation ?? ""}${valueText(quantity)}`;
  return { value, unit: quantity.unit?.text, section };
}

test("the 10 targets stated as a change and the 5 without figure stand beside them", () => {
  expect(index.relative.length).toBe(10);
  for (const { id, direction, dimension, section, change, by } of index.relative) {
    const { targets, ...indicator } = indicatorOf(plan, id);
    expect([indicator.direction?.value, indicator.dimension?.value, indicator.section?.value], id).toEqual([
      direction,
      dimension,
      section,
    ]);
    expect(targets.map((t) => [t.kind, t.quantity?.value.text, t.by?.value.text])).toEqual([
      ["relative", `${change}%`, by],
    ]);
  }
  const unquantified = plan.indicators.filter((i) => i.targets.every((t) => t.quantity === null));
  const bySection = new Map<string, number>();
  for (const { section } of unquantified) {
    bySection.set(section?.value ?? "", (bySection.get(section?.value ?? "") ?? 0) + 1);
  }
  expect(Object.fromEntries(bySection)).toEqual(index.unquantified);
  expect(plan.indicators.length).toBe(20 + 10 + 5);
});

test("the figures that candidates for a baseline lend are evidence, and in no baseline", () => {
  for (const { of, value, section } of index.baselineCandidates) {
    const lent = plan.evidence.filter((e) => e.of?.value === of && e.section?.value === section);
    expect(
      lent.map((e) => valueText(e.is?.value ?? null)),
      of,
    ).toContain(value);
  }
});

test("phases with their steps, tasks and risks are those of the document", () => {
  for (const { id, period, section, tasks, steps } of index.phases) {
    const phase = plan.phases.find((p) => p.id.value === id);
    expect(phase?.period.map((p) => p.is.value.text)).toEqual([period]);
    const within = plan.actions.filter((a) => a.section?.value === section);
    const own = within.filter((a) => a.id.value.startsWith("step-"));
    expect(own.map((a) => a.period[0]?.is.value.text)).toEqual(steps);
    expect(within.length - own.length, id).toBe(tasks);
  }
  expect(
    plan.risks.map((r) => ({
      id: r.id.value,
      section: r.section?.value,
      stated: r.mitigations.filter((m) => m.stated === "stated").length,
    })),
  ).toEqual(index.risks);
});

test("every figure of a resource stands under its section", () => {
  for (const { section, kind, numbers } of index.resources) {
    const own = plan.resources.filter(
      (r) => (r.section?.value ?? r.amount[0]?.section?.value) === section && r.kindOf?.value === kind,
    );
    const amounts = own.flatMap((r) => r.amount.map((a) => valueText(a.is.value)));
    for (const number of numbers) expect(amounts, section).toContain(number);
    expect(own.length, section).toBeGreaterThan(0);
  }
});

test("all 54 mechanisms stand under their type, sections and origin", () => {
  expect(index.mechanisms.length).toBe(54);
  expect(
    mechanisms.map(({ id, type, section, origin = "plan", "also-in": also = [] }) => ({
      id,
      type,
      section,
      origin,
      also,
    })),
  ).toEqual(
    index.mechanisms.map(({ numbers, cadence, also = [], ...rest }: Record<string, unknown>) => ({
      ...rest,
      also,
    })),
  );
});

test("every number and rhythm of a mechanism stands in it, in an indicator that it governs, or in evidence put down to it", () => {
  const written = rawIndicators("community-conduct");
  for (const { id, numbers = [], cadence = [] } of index.mechanisms) {
    const own = mechanisms.find((m) => m.id === id);
    const lent = plan.evidence
      .filter((e) => e.cause?.value === id)
      .map((e) => [e.is, e.from, e.to].map((q) => valueText(q?.value ?? null)).join(" "));
    // A figure to be reached stands at the indicator on which the mechanism works.
    const governed = plan.mechanisms.find((m) => m.id.value === id)?.governs ?? [];
    const reached = governed.map(({ value }) => JSON.stringify(written.get(value) ?? ""));
    const text = `${JSON.stringify(own)} ${lent.join(" ")} ${reached.join(" ")}`;
    for (const number of numbers) expect(holdsNumber(text, number), `${id}: ${number}`).toBe(true);
    expect(rhythmsIn(JSON.stringify(own)), id).toEqual([...cadence].sort());
  }
});

const byWeek = "target/unit-mismatch cadre-visit-frequency";

test("the error is 48 hours against 24; a rhythm by week against one by month is a warning", () => {
  expect(foundIn(compilation, "error")).toEqual(["target/conflict request-response-time-expected"]);
  expect(foundIn(compilation, "warning")).toContain(byWeek);
});

test("the document's own faults are found", () => {
  const found = foundIn(compilation, "warning");
  const faults = [
    "narrative/empty-section 10.1", // the source breaks off here
    "narrative/empty-section 10.4",
    "indicator/borrowed-baseline resident-satisfaction", // national in 3.1, of one province in 1.4.1
    "indicator/baseline-undated problem-resolution-rate", // "at present"
    "target/no-base complaint-rate", // half of what
    "indicator/missing-unit service-handling-time",
    "objective/problem-without-objective political-standing", // five layers of problems, three dimensions
    "objective/no-indicator goals-by-community-type",
  ];
  for (const fault of faults) expect(found).toContain(fault);
});

test("the demonstration data are marked, make no fault of their own, and are made again byte for byte", () => {
  expect(communityConductCsv()).toBe(exampleFile("community-conduct", "data/observations.csv"));
  expect(compilation.records?.demo).toBe(true);
  expect(plan.data.progress.map((file) => file.demo)).toEqual([true]);
  expect(compilation.findings.filter((f) => f.code.startsWith("data/") && f.severity !== "info")).toEqual([]);
});

test("every status comes out of the demonstration data", () => {
  expect(planStatuses(compilation)).toMatchObject({
    "resident-satisfaction": "missed", // 87.4 in the survey of the year, 90 wanted
    "cadre-competence-pass-rate": "achieved", // 96.3 in the last quarter, 95 wanted
    "residence-permit-days": "ahead", // 1.5 at the end of September; 5 − 4 × 274/366 = 2.01, pace 3.5 ÷ 2.99 = 1.17
    "residence-permit-steps": "on-track", // 4; 7 − 4 × 274/366 = 4.005
    "cadre-training-coverage": "at-risk", // 92.75 of 100
    "process-optimisation-rate": "off-track", // 72 of 100, below 0.8
    "cadre-turnover-rate": "worsening", // 16.4, from 15
    "service-satisfaction": "stale", // last value of March, reported each quarter
    "assessment-result-use-rate": "no-data",
    "social-capital-investment": "not-due",
    "council-participation-rate": "not-computable", // +30% of an unknown level
  });
});

test("the revised plan has no error, and of the other faults lacks only the one that a revision mends", () => {
  expect(revised.findings.filter((f) => f.severity === "error").map((f) => f.code)).toEqual([]);
  expect(foundIn(revised, "warning")).toEqual(foundIn(compilation, "warning").filter((f) => f !== byWeek));
});

test("what the revised plan says otherwise is what its revisions record, with both values", () => {
  const [before, after] = [valuesOf(plan), valuesOf(planOf(revised))];
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({ what: path, from: before.get(path), to: after.get(path) }));
  const recorded = planOf(revised).revisions.map(({ what, from, to }) => ({
    what: what?.value,
    from: from?.value,
    to: to?.value,
  }));
  expect(recorded).toEqual(changed);
  expect(recorded.length).toBe([...foundIn(compilation, "error"), byWeek].length);
  for (const revision of planOf(revised).revisions) {
    expect([revision.reason?.value ?? "", revision.approvedBy?.value]).not.toContain("");
  }
  expect(planOf(revised).data.observations.map(({ path }) => path.value)).toEqual(
    plan.data.observations.map(({ path }) => path.value),
  );
});

const lists: Readonly<Partial<Record<ItemKind, string>>> = {
  dimension: "dimensions",
  indicator: "indicators",
  phase: "phases",
  milestone: "milestones",
  deliverable: "deliverables",
  action: "actions",
  risk: "risks",
  resource: "resources",
  mechanism: "mechanisms",
};

/** Every value that a plan states, as written, by the path under which a revision names it. */
function valuesOf({ facts, indicators }: Plan): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { subject, name, statements } of facts) {
    const path = `${lists[subject.kind]}/${subject.id.value}/${name}`;
    values.set(path, statements.map(({ shown }) => shown).join("; "));
  }
  for (const { id, targets } of indicators) {
    for (const { kind, quantity, by, every } of targets) {
      const when = by?.value.text ?? every?.value ?? kind;
      values.set(`indicators/${id.value}/targets/${when}`, quantity?.value.text ?? kind);
    }
  }
  return values;
}
