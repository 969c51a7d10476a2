/** The plan against `index.json`, which holds ids and values as its document states them. */
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Severity } from "../../src/diagnostics/diagnostic.ts";
import type { Baseline, Indicator, Plan, Target } from "../../src/plan/plan.ts";
import type { Quantity } from "../../src/plan/quantity.ts";
import { gangquduiObservations } from "../../tools/demo-data/gangqudui-team-building.ts";
import { compileExample, exampleFile, planStatuses } from "./example-files.ts";

const name = "gangqudui-team-building";
const index = JSON.parse(exampleFile(name, "index.json"));
const compilation = compileExample(name);
const plan = planOf();
const written = parse(exampleFile(name, `${name}.plan.yaml`));

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
  return {
    kind: target.kind,
    value: valueText(stated),
    relation: isLevel ? (stated?.relation ?? implied) : null,
    by: target.by?.value.text ?? null,
    section: target.section?.value ?? null,
  };
}

function baselineEntry({ is, section }: { is: { value: Baseline }; section: { value: string } | null }) {
  const { quantity, at } = is.value;
  return {
    value: valueText(quantity),
    relation: quantity.relation,
    at: at?.value.text,
    section: section?.value,
  };
}

/** Every word or number that a map holds under keys other than those of running text. */
function scalarsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(scalarsIn);
  if (typeof value !== "object" || value === null) return value === null ? [] : [String(value)];
  return Object.entries(value).flatMap(([key, inner]) =>
    ["statement", "purpose", "note", "section"].includes(key) ? [] : scalarsIn(inner),
  );
}

test("nothing of the plan is unreadable", () => {
  expect(plan.unusable).toBe(0);
  expect(
    compilation.findings
      .filter((f) => /^(yaml|schema|reference)\//.test(f.code))
      .map((f) => [f.code, f.args]),
  ).toEqual([]);
});

test("all 78 indicators and the 12 relative ones stand under their ids with every stated value", () => {
  expect(index.indicators.length).toBe(90);
  const entries = plan.indicators.map((indicator) => ({
    id: indicator.id.value,
    direction: indicator.direction?.value ?? null,
    dimension: indicator.dimension?.value,
    section: indicator.section?.value,
    headline: indicator.headline,
    targets: indicator.targets.map((target) => targetEntry(indicator, target)),
    ...(indicator.baseline.length === 0 ? {} : { baseline: indicator.baseline.map(baselineEntry) }),
  }));
  for (const [i, entry] of index.indicators.entries()) expect(entries[i]).toEqual(entry);
  expect(entries.length).toBe(90);
});

test("figures that the document gives for the same quantity under another name say so", () => {
  const names = plan.indicators.flatMap((i) => (i.sameAs === null ? [] : [[i.id.value, i.sameAs.value]]));
  expect(names).toEqual([
    ["under-35-annual-gain", "share-under-35"],
    ["bachelor-annual-gain", "share-bachelor"],
    ["professional-annual-gain", "share-professional"],
    ["handling-time-cut-2027", "handling-time-cut-near"],
    ["funding-growth", "funding-per-member"],
  ]);
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

test("every section that states a target draws it into its text", () => {
  const texts = new Map<string, string>(
    written.sections.map((s: { id: string; text?: string }) => [s.id, s.text ?? ""]),
  );
  const missing = plan.indicators.flatMap((indicator) =>
    indicator.targets
      .filter(({ section }) => !texts.get(section?.value ?? "")?.includes(`{{target ${indicator.id.value}}}`))
      .map((target) => `${indicator.id.value} ${target.section?.value}`),
  );
  expect(missing).toEqual([]);
});

test("phases with their tasks, milestones, deliverables and risks are those of the document", () => {
  expect(
    plan.phases.map((phase) => ({
      id: phase.id.value,
      period: phase.period.map((p) => p.is.value.text).join(),
      tasks: plan.actions.filter((a) => a.section?.value === phase.section?.value).length,
    })),
  ).toEqual(
    index.phases.map((p: { id: string; start: string; end: string; tasks: number }) => ({
      id: p.id,
      period: `${p.start}..${p.end}`,
      tasks: p.tasks,
    })),
  );
  expect(plan.milestones.map((m) => ({ id: m.id.value, by: m.by[0]?.is.value.text }))).toEqual(
    index.milestones,
  );
  expect(
    written.deliverables.map((d: { name: string; due: string; section: string }) => ({
      name: d.name,
      due: d.due,
      section: d.section,
    })),
  ).toEqual(index.deliverables);
  expect(
    plan.risks.map((r) => ({
      id: r.id.value,
      section: r.section?.value,
      mitigations: r.mitigations.length,
    })),
  ).toEqual(index.risks);
});

test("all 99 mechanisms stand under their types with origin, other places and values", () => {
  expect(index.mechanisms.length).toBe(99);
  expect(
    plan.mechanisms.map((m) => ({
      id: m.id.value,
      type: m.type.value,
      section: m.section?.value,
      origin: m.origin,
    })),
  ).toEqual(
    index.mechanisms.map(({ id, type, section, origin }: Record<string, string>) => ({
      id,
      type,
      section,
      origin,
    })),
  );
  for (const [i, { id, also = [], values = [] }] of index.mechanisms.entries()) {
    const mechanism = written.mechanisms[i];
    if (also.length > 0) expect(mechanism.note, id).toBe(`又见${also.join("、")}`);
    const left = [...scalarsIn(mechanism)];
    for (const value of values) {
      expect(left, id).toContain(value);
      left.splice(left.indexOf(value), 1);
    }
  }
});

test("resources and the figures of other places keep their values", () => {
  expect(
    Object.fromEntries(
      plan.resources.map((r) => [
        r.id.value,
        r.amount.map((s) => `${valueText(s.is.value)} ${s.section?.value}`),
      ]),
    ),
  ).toEqual(index.resources);
  expect(Object.fromEntries(plan.evidence.map((e) => [e.id.value, valueText(e.is?.value ?? null)]))).toEqual(
    index.evidence,
  );
});

/** `rule id` of the findings of one severity, without those that today's data make. */
function foundIn(severity: Severity): readonly string[] {
  return compilation.findings
    .filter((finding) => finding.severity === severity && !finding.code.startsWith("status/"))
    .map((finding) => `${finding.code} ${finding.subject?.id}`);
}

test("values that cannot both hold are errors", () => {
  const found = foundIn("error");
  const faults = [
    "target/conflict annual-training-hours", // 40 hours a year in 2.2.2, 60 in 3.1
    "target/conflict practical-training-share", // at least 50% in 2.2.2, 40% in 3.1
    "target/conflict performance-award-cap", // CNY 100,000 in 3.4, 200,000 in 5.2
    "target/conflict premises-area", // 80 m² in 3.4, 120 m² in 5.3
    "target/conflict premises-compliance-rate", // all before 2025 in 3.4, 80% by the end of 2024 in 6.1
  ];
  for (const fault of faults) expect(found).toContain(fault);
});

test("the document's own faults are found", () => {
  const found = foundIn("warning");
  const faults = [
    "narrative/empty-section 10.1", // only in the table of contents
    "target/same-value-two-dates public-satisfaction", // 95% by 2025 in 2.1, by 2027 in 7.4
    "target/same-value-two-dates mediation-success-rate", // 90% by 2025 in 2.1, by 2027 in 7.1
    "time/used-before-exists recruitment-done", // members take post in Q1, pre-job training is in Q2
    "time/outside-period digital-tool-exam-pass-rate", // before 2024, when the plan begins
    "indicator/borrowed-baseline annual-promotion-rate", // three years together against one year
    "indicator/baseline-undated public-satisfaction",
    "target/no-base complaint-rate-cut",
    "target/missing-date township-leadership-entry-share",
    "indicator/missing-unit service-precision-gain",
  ];
  for (const fault of faults) expect(found).toContain(fault);
});

test("nothing is said against its data", () => {
  expect(compilation.findings.filter((f) => f.code.startsWith("data/") && f.severity !== "info")).toEqual([]);
});

test("making the demonstration data again gives the committed bytes, marked as made up", () => {
  expect(gangquduiObservations()).toBe(exampleFile(name, "data/observations.csv"));
  expect(compilation.records?.demo).toBe(true);
  expect(plan.data.progress.map((file) => file.demo)).toEqual([true]);
});

test("the data hold gaps with a reason, late reports and a revised value of six teams", () => {
  const observations = compilation.records?.observations ?? [];
  expect(new Set(observations.flatMap((o) => o.entity?.value ?? [])).size).toBe(6);
  const missing = observations.filter((o) => o.missing !== null);
  expect(missing.map((o) => o.indicator.value).sort()).toEqual([
    "member-job-satisfaction",
    "policy-awareness",
    "public-satisfaction",
  ]);
  expect(missing.every((o) => o.reason !== null)).toBe(true);
  expect(observations.filter((o) => o.state === "revised").map((o) => o.indicator.value)).toEqual([
    "share-bachelor",
  ]);
  expect(observations.some((o) => o.reported !== null && o.reported.value > o.at.value.end + 30)).toBe(true);
});

test("statuses good and bad come out of the demonstration data", () => {
  expect(planStatuses(compilation)).toMatchObject({
    "pre-job-training-hours": "achieved", // 82 of 80 hours, two days before the end of June 2024
    "share-bachelor": "on-track", // 66.5; the path asks for 65 at the end of 2025
    "social-orgs-per-team": "at-risk", // 3.4, from 2 to 5: 1.4 of the 1.501 due is 0.93
    "policy-awareness": "off-track", // 71.8, from 65 to 90: 6.8 of the 12.5 due is 0.54
    "attrition-rate": "worsening", // 16.2 against 15 at the start
    "annual-training-hours": "missed", // 104 of 120 hours in 2025
    "premises-compliance-rate": "missed", // 47 of 64 at the end of 2024
    "handling-time-cut-near": "not-computable", // a cut without anything to cut from
    "share-under-45-backbone": "no-data",
    "demonstration-sites": "not-due",
  });
  const rows = compilation.results?.rows ?? [];
  const satisfaction = (entity: string) =>
    rows.find((row) => row.indicator.id.value === "public-satisfaction" && row.entity === entity)?.status;
  expect(satisfaction("dongjie")).toBe("achieved"); // above 97 of 95
  expect(satisfaction("shuanghe")).toBe("worsening"); // below the 82 of the start
});
