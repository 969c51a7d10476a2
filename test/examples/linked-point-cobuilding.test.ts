/** The plan against `index.json`, which holds ids and values as its document states them. */
import { expect, test } from "vitest";
import type { Statements } from "../../src/plan/given.ts";
import type { Indicator, Plan, Target } from "../../src/plan/plan.ts";
import type { Quantity } from "../../src/plan/quantity.ts";
import { spanText } from "../../src/text/source.ts";
import { compileExample, exampleFile } from "./example-files.ts";

const index = JSON.parse(exampleFile("linked-point-cobuilding", "index.json"));
const compilation = compileExample("linked-point-cobuilding");
const plan = planOf();

function planOf(): Plan {
  if (compilation.plan === null) throw new Error("the plan cannot be read");
  return compilation.plan;
}

function valueText(quantity: Quantity | null): string | null {
  if (quantity === null) return null;
  return quantity.upper === null
    ? quantity.value.toFixed()
    : `${quantity.value.toFixed()}..${quantity.upper.toFixed()}`;
}

function targetEntry(indicator: Indicator, target: Target) {
  const stated = target.quantity?.value ?? null;
  const isLevel = target.kind === "reach" || target.kind === "hold";
  const implied = indicator.direction?.value === "maintain" && stated?.upper === null ? "=" : null;
  const base = target.base?.at?.value.text;
  return {
    kind: target.kind,
    value: stated === null ? target.stated.value : valueText(stated),
    relation: isLevel ? (stated?.relation ?? implied) : null,
    by: target.by?.value.text ?? null,
    section: target.section?.value ?? null,
    ...(base === undefined ? {} : { of: base }),
  };
}

function statedValues(values: Statements<Quantity>): readonly (string | null)[] {
  return [...new Set(values.map((statement) => valueText(statement.is.value)))];
}

test("nothing of the plan is unreadable", () => {
  expect(plan.unusable).toBe(0);
  expect(
    compilation.findings
      .filter((f) => /^(yaml|schema|reference)\//.test(f.code))
      .map((f) => [f.code, f.args]),
  ).toEqual([]);
});

test("all 53 indicators, the 5 relative ones and the one that is split off stand under their ids", () => {
  expect(index.indicators.length).toBe(59);
  const entries = plan.indicators.map((indicator) => ({
    id: indicator.id.value,
    direction: indicator.direction?.value ?? null,
    dimension: indicator.dimension?.value,
    section: indicator.section?.value,
    headline: indicator.headline,
    targets: indicator.targets.map((target) => targetEntry(indicator, target)),
  }));
  const wanted = index.indicators.map((entry: { targets: object[] }) => ({
    ...entry,
    // The floor of a unit's contribution holds from the node that fixes it, so its date stands in `from`.
    targets: entry.targets.map((t) => ("kind" in t && t.kind === "hold" ? { ...t, by: null } : t)),
  }));
  for (const [i, entry] of wanted.entries()) expect(entries[i]).toEqual(entry);
  expect(entries.length).toBe(wanted.length);
});

test("dates that the document takes over from 2.1 say so", () => {
  const inherited = plan.indicators.flatMap((i) => i.targets).filter((t) => t.by?.value.inherited === "2.1");
  // 2.1 dates its first item only, which leaves seven targets there; 2.2 dates none of its fifteen levels and yeses.
  expect(inherited.filter((t) => t.section?.value === "2.1").length).toBe(7);
  expect(inherited.filter((t) => t.section?.value === "2.2").length).toBe(15);
});

test("outline, announced counts and empty sections are those of the document", () => {
  expect(plan.sections.map((s) => s.id.value)).toEqual(index.sections);
  const parents = new Set(plan.sections.map((s) => s.parent));
  const empty = plan.sections.filter((s) => s.text === null && !parents.has(s.id.value));
  expect(empty.map((s) => s.id.value)).toEqual(index.withoutText);
  expect(
    plan.sections.flatMap((s) =>
      s.announces.map((a) => ({ section: s.id.value, of: a.of.value, count: a.count.value })),
    ),
  ).toEqual(index.announces);
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

test("all 50 mechanisms are provisions with their figures, origins and rhythms", () => {
  expect(
    plan.mechanisms.map((m) => ({ id: m.id.value, section: m.section?.value, origin: m.origin })),
  ).toEqual(index.mechanisms);
  expect(plan.mechanisms.every((m) => m.type.value === "provision" && m.statement !== null)).toBe(true);
  const figures = new Map(
    plan.mechanisms.flatMap((m) => m.figures.map((f) => [f.id.value, statedValues(f.values)])),
  );
  expect(Object.fromEntries(figures)).toEqual(
    Object.fromEntries(Object.entries(index.figures).map(([id, value]) => [id, [value]])),
  );
  for (const { figure, value } of index.weights) expect(figures.get(figure)).toEqual([value]);
  for (const { mechanism, every, section, figure } of index.cadences) {
    const found = plan.mechanisms.find((m) => m.id.value === mechanism);
    if (figure === undefined) {
      expect(
        found?.cadence.map((c) => `${c.is.value} ${c.section?.value}`),
        mechanism,
      ).toContain(`${every} ${section}`);
    } else {
      expect(found?.figures.find((f) => f.id.value === figure)?.values[0]?.is.value.unit?.key).toBe(
        "次/季度",
      );
    }
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
  expect(baselines[0]?.baseline[0]?.scope?.value).toBe("other-place");
});
