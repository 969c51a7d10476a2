/** The plan against `index.json`, which holds ids and values as its document states them. */
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Severity } from "../../src/diagnostics/diagnostic.ts";
import { countsAt, walkParameters, wordsAt } from "../../src/plan/parameters.ts";
import type { Baseline, Indicator, Mechanism, Plan, Target } from "../../src/plan/plan.ts";
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

interface Stated {
  readonly is: string;
  readonly section: string | undefined;
}

/** What a mechanism states under the id of a figure or entry: each value as written, with the section that says it. */
function statedUnder(mechanism: Mechanism, id: string): readonly Stated[] {
  const values = plan.facts
    .filter((fact) => fact.subject === mechanism && fact.name.split("/").includes(id))
    .flatMap((fact) => fact.statements)
    .map(({ shown, section }) => ({ is: shown.replace(/^"|"$/g, ""), section: section?.value }));
  const counts: Stated[] = [];
  walkParameters(mechanism.parameters, (_, value) => {
    if (value.kind !== "list") return;
    for (const entry of value.entries.filter((one) => wordsAt(one, "id")[0]?.value === id)) {
      for (const { count } of countsAt(entry, "announced"))
        counts.push({ is: String(count.value), section: entry.section?.value });
    }
  });
  return [...values, ...counts];
}

test("the 38 figures to be measured and the 12 relative ones are indicators with every stated value", () => {
  expect(index.indicators.length).toBe(50);
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
  expect(entries.length).toBe(50);
});

test("the 40 standing figures are kept by their mechanisms under their ids, with every value and its section", () => {
  const roles = index.figures.map(({ role }: { role: string }) => role);
  const countOf = (role: string) => roles.filter((one: string) => one === role).length;
  expect(["norm", "list-size", "rule-parameter", "cycle"].map(countOf)).toEqual([10, 10, 9, 11]);
  for (const { id, mechanism, values } of index.figures) {
    const holder = plan.mechanisms.find((one) => one.id.value === mechanism);
    if (holder === undefined) throw new Error(`no mechanism ${mechanism}`);
    expect(statedUnder(holder, id), id).toEqual(expect.arrayContaining(values));
    expect(
      plan.indicators.some((indicator) => indicator.id.value === id),
      id,
    ).toBe(false);
  }
});

test("the tools to be mastered before 2024 keep both readings of that date", () => {
  const tools = plan.facts.find((fact) => fact.name === "figures/digital-tool-types-mastered");
  expect(
    tools?.statements.map(({ shown, section, during }) => [shown, section?.value, during?.value]),
  ).toEqual([
    ["8类", "3.2", "2024.."], // in hand at the end of 2023
    ["8类", "3.2", "2025.."], // in hand at the end of 2024
  ]);
});

test("figures that the document gives for the same quantity under another name say so", () => {
  const names = plan.indicators.flatMap((i) => (i.sameAs === null ? [] : [[i.id.value, i.sameAs.value]]));
  expect(names).toEqual([
    ["under-35-annual-gain", "share-under-35"],
    ["bachelor-annual-gain", "share-bachelor"],
    ["professional-annual-gain", "share-professional"],
    ["handling-time-cut-2027", "handling-time-cut-near"],
  ]);
});

test("every section that states a target or a standing figure draws it into its text", () => {
  const texts = new Map<string, string>(
    written.sections.map((s: { id: string; text?: string }) => [s.id, s.text ?? ""]),
  );
  const missing = plan.indicators.flatMap((indicator) =>
    indicator.targets
      .filter(({ section }) => !texts.get(section?.value ?? "")?.includes(`{{target ${indicator.id.value}}}`))
      .map((target) => `${indicator.id.value} ${target.section?.value}`),
  );
  expect(missing).toEqual([]);
  const figures: readonly { id: string; values: readonly Stated[] }[] = index.figures;
  const undrawn = figures.flatMap(({ id, values }) =>
    values
      .filter(({ section }) => !texts.get(section ?? "")?.includes(`{{value ${id}}}`))
      .map(({ section }) => `${id} ${section}`),
  );
  expect(undrawn).toEqual([]);
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

test("all 99 mechanisms stand under their types with origin, other places, values and what they govern", () => {
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
  for (const [i, { id, also = [], values = [], governs = [] }] of index.mechanisms.entries()) {
    const mechanism = written.mechanisms[i];
    expect(mechanism.governs ?? [], id).toEqual(expect.arrayContaining(governs));
    expect(mechanism["also-in"] ?? [], id).toEqual(also);
    const left = [...scalarsIn(mechanism)];
    for (const value of values) {
      expect(left, id).toContain(value);
      left.splice(left.indexOf(value), 1);
    }
  }
});

test("resources state their amounts or the mechanism that does; figures of other places keep their values", () => {
  expect(
    Object.fromEntries(
      plan.resources.map(({ id, amount, norm }) => [
        id.value,
        [...amount.map((s) => `${valueText(s.is.value)} ${s.section?.value}`), ...(norm ? [norm.value] : [])],
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
    "target/conflict practical-training-share", // at least 50% in 2.2.2, 40% in 3.1
    "target/hold-against-reach practical-training-share", // 60% in 2025 in 6.2, against the 40%
    "target/rate-mismatch under-35-annual-gain", // 32 + 2 × 5 = 42, and 50 is wanted in 2025
    "target/rate-mismatch bachelor-annual-gain", // 45 + 2 × 4 = 53, and 65 is wanted in 2025
    "statement/conflict reward-for-subsidy", // CNY 100,000 in 3.4, 200,000 in 5.2
    "statement/conflict premises-standard", // 80 m² in 3.4, 120 m² in 5.3
  ];
  for (const fault of faults) expect(found).toContain(fault);
});

test("the document's own faults are found", () => {
  const found = foundIn("warning");
  const faults = [
    "narrative/broken-off 9.3", // stops at a comma
    "objective/problem-without-objective weak-resources", // 1.3.3, outside the goals of chapter 2
    "narrative/empty-section 10.1", // only in the table of contents
    "target/same-value-two-dates public-satisfaction", // 95% by 2025 in 2.1, by 2027 in 7.4
    "target/same-value-two-dates mediation-success-rate", // 90% by 2025 in 2.1, by 2027 in 7.1
    "time/used-before-exists recruitment-done", // members take post in Q1, pre-job training is in Q2
    "statement/conflict micro-grid", // 1+2+N in 2.4.3, 1+3+N in 7.2: told of another place
    "time/outside-period digital-tool-exam-pass-rate", // before 2024, when the plan begins
    "indicator/borrowed-baseline annual-promotion-rate", // three years together against one year
    "indicator/baseline-undated public-satisfaction",
    "target/no-base complaint-rate-cut",
    "target/rate-mismatch professional-annual-gain", // below 20 + 2 × 3 = 26, and 40 is wanted; its base is another group
    "target/conflict premises-compliance-rate", // all before 2025 in 3.4, 80% by the end of 2024 in 6.1: one of two readings
    "target/missing-date township-leadership-entry-share",
    "indicator/missing-unit service-precision-gain",
  ];
  for (const fault of faults) expect(found).toContain(fault);
});

test("what may be counted in two ways is asked, not called a conflict", () => {
  // 40 hours a year in 2.2.2; 3.1 wants 60, and calls them central training
  expect(foundIn("info")).toContain("target/other-scope annual-training-hours");
  expect(foundIn("error").filter((fault) => fault.endsWith(" annual-training-hours"))).toEqual([]);
  // a county without name: 6 years in 1.3.3, 8 in 4.1
  expect(foundIn("warning")).toContain("statement/evidence-differs computer-age-second");
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
  expect(new Set(observations.flatMap((o) => o.entity ?? [])).size).toBe(6);
  const missing = observations.filter((o) => o.missing !== null);
  expect(missing.map((o) => o.indicator).sort()).toEqual([
    "member-job-satisfaction",
    "policy-awareness",
    "public-satisfaction",
  ]);
  expect(missing.every((o) => o.reason !== null)).toBe(true);
  expect(observations.filter((o) => o.state === "revised").map((o) => o.indicator)).toEqual([
    "share-bachelor",
  ]);
  expect(observations.some((o) => o.reported !== null && o.reported.value > o.at.value.end + 30)).toBe(true);
});

test("statuses good and bad come out of the demonstration data", () => {
  expect(planStatuses(compilation)).toMatchObject({
    "pre-job-training-hours": "achieved", // 82 of 80 hours, two days before the end of June 2024
    "share-bachelor": "on-track", // 66.5; the path asks for 65 at the end of 2025
    "team-function-awareness": "ahead", // 66.3, from 38 to 80: 28.3 of the 21.0 due is 1.35
    "public-dissatisfaction": "stale", // last reported for the second half of 2024
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

/** The plan after its errors have been settled by recorded revisions; it stands on the same data. */
const revised = compileExample(name, () => exampleFile(name, "revised.plan.yaml"));

const listsByKind: Readonly<Record<string, string>> = { indicator: "indicators", mechanism: "mechanisms" };

interface Said {
  readonly during: { readonly value: string } | null;
  readonly scope: { readonly value: string } | null;
  readonly follows: { readonly value: string } | null;
  readonly section: { readonly value: string } | null;
}

function asText(shown: string, { section, during, scope, follows }: Said): string {
  const words = [section, during, scope, follows].map((word) => word?.value ?? "-");
  return [shown.replace(/^"|"$/g, ""), ...words].join(" | ");
}

/** Every stated value of a plan by its path `list/id/field`, with what sets the statements apart. */
function valuesOf({ facts, indicators, evidence }: Plan): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const { subject, name: field, statements } of facts) {
    const path = `${listsByKind[subject.kind] ?? subject.kind}/${subject.id.value}/${field}`;
    values.set(
      path,
      statements.map((statement) => asText(statement.shown, statement)),
    );
  }
  for (const { id, targets } of indicators) {
    const texts = targets.map((target) =>
      asText(`${target.kind} ${target.stated.value} ${target.by?.value.text ?? ""}`, {
        ...target,
        during: target.over === null ? null : { value: target.over.value.text },
      }),
    );
    values.set(`indicators/${id.value}/targets`, texts);
  }
  for (const { id, is } of evidence)
    values.set(`evidence/${id.value}/is`, is === null ? [] : [is.value.text]);
  return values;
}

function revisedPlan(): Plan {
  if (revised.plan === null) throw new Error("the revised plan cannot be read");
  return revised.plan;
}

test("the revised plan has no error", () => {
  expect(revised.findings.filter((f) => f.severity === "error").map((f) => [f.code, f.args])).toEqual([]);
});

test("every value that the revised plan changes is covered by a revision, and every revision changes one", () => {
  const [before, after] = [valuesOf(plan), valuesOf(revisedPlan())];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const changed = paths.filter((path) => before.get(path)?.join() !== after.get(path)?.join());
  const covers = (what: string, path: string) => what === path || what.startsWith(`${path}/`);
  const revisions = revisedPlan().revisions.map(({ what, from, to, reason, approvedBy }) => ({
    what: what?.value ?? "",
    from: from?.value ?? "",
    to: to?.value ?? "",
    explained: reason !== null && approvedBy !== null,
  }));
  expect(changed.length).toBe(9);
  expect(changed.filter((path) => !revisions.some(({ what }) => covers(what, path)))).toEqual([]);
  for (const { what, from, to, explained } of revisions) {
    const path = changed.find((one) => covers(what, one));
    if (path === undefined) throw new Error(`${what} changes nothing`);
    const gone = before.get(path)?.filter((text) => !after.get(path)?.includes(text)) ?? [];
    const come = after.get(path)?.filter((text) => !before.get(path)?.includes(text)) ?? [];
    expect(gone.map((text) => text.includes(from))).toEqual([true]);
    // The new value may say in words where it holds.
    expect(come.map((text) => text.includes(to.split("，")[0] ?? to))).toEqual([true]);
    expect(explained).toBe(true);
  }
});
