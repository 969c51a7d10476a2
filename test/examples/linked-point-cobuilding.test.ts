/** The plan against `index.json`, which holds ids and values as its document states them. */
import { expect, test } from "vitest";
import type { Severity } from "../../src/diagnostics/diagnostic.ts";
import type { Statements } from "../../src/plan/given.ts";
import type { Indicator, Plan, Target } from "../../src/plan/plan.ts";
import type { Quantity } from "../../src/plan/quantity.ts";
import { spanText } from "../../src/text/source.ts";
import { compileExample, exampleFile, planStatuses } from "./example-files.ts";

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
  expect(
    plan.mechanisms.every((m) => m.type.value === "provision" && m.parameters.get("statement") !== undefined),
  ).toBe(true);
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
  const source = plan.sources.find((s) => s.id.value === baselines[0]?.baseline[0]?.source?.value);
  expect(source?.scope?.value).toBe("other-place");
});

/** `rule id` of the findings of one severity, without those that today's data make. */
function foundIn(severity: Severity): readonly string[] {
  return compilation.findings
    .filter((finding) => finding.severity === severity && !finding.code.startsWith("status/"))
    .map((finding) => `${finding.code} ${finding.subject?.id}`);
}

test("the one error: fifteen indicators are announced, seventeen listed", () => {
  expect(foundIn("error")).toEqual(["count/announced 2.2"]);
});

test("the document's own faults are found", () => {
  const found = foundIn("warning");
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
    "village-governance-leaders": "on-track", // 870; asked for after 731 of 1,096 days: 667
    "community-resource-pool-completion": "missed", // 109 of 118 when all were due
    "three-lists-coverage": "achieved",
    "information-platform-built-rate-online": "missed", // on 2024-12-31 it was not online
    "social-capital-participation": "off-track", // 22.5 of 40 is 0.56
    "issue-resolution-cycle": "not-computable", // a cut without anything to cut from
    "pilot-township-share": "no-data",
    "full-time-cadres-per-10k": "not-due",
  });
  const rows = compilation.results?.rows ?? [];
  const ofEntity = (indicator: string, entity: string) =>
    rows.find((row) => row.indicator.id.value === indicator && row.entity === entity)?.status;
  expect(ofEntity("average-response-time", "wangchuan")).toBe("worsening"); // 72 hours at first, above 74 now
  expect(ofEntity("service-satisfaction-rate", "wangchuan")).toBe("stale"); // nothing since the second quarter
});
