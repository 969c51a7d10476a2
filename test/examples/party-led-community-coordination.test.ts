/** The plan against `index.json`, which holds ids and values as its document states them. */
import { expect, test } from "vitest";
import type { Fact, Target } from "../../src/plan/plan.ts";
import { partyLedCsv } from "../../tools/demo-data/party-led-community-coordination.ts";
import { compileExample, exampleFile, planStatuses } from "./example-files.ts";
import {
  foundIn,
  holdsNumber,
  indicatorOf,
  planOf,
  rawIndicators,
  rawMechanisms,
  targetValue,
  valueText,
} from "./facts-index.ts";

const example = "party-led-community-coordination";
const index = JSON.parse(exampleFile(example, "index.json"));
const compilation = compileExample(example);
const plan = planOf(compilation);
const mechanisms = rawMechanisms(example);

/** As written, for the dates of section 3.2 with two readings: none, or the end of 2024. */
const written = rawIndicators(example);

test("all 40 indicators keep every target in order, with section, relation and date", () => {
  expect(index.indicators.length).toBe(40);
  for (const wanted of index.indicators) {
    const indicator = indicatorOf(plan, wanted.id);
    expect(
      [
        indicator.direction?.value,
        indicator.dimension?.value,
        indicator.role?.value,
        indicator.section?.value,
      ],
      wanted.id,
    ).toEqual([wanted.direction, wanted.dimension, wanted.role, wanted.section]);
    expect(
      indicator.targets.map((t) => ({ ...targetValue(t), kind: t.kind, section: t.section?.value })),
      wanted.id,
    ).toEqual(wanted.targets.map(({ by, or, ...rest }: Record<string, unknown>) => rest));
    for (const [i, { by, or }] of wanted.targets.entries()) {
      const target = indicator.targets[i];
      if (target === undefined) continue;
      expect(statesDate(target, by), `${wanted.id} ${i}`).toBe(true);
      const times = written.get(wanted.id)?.targets[i]?.by;
      if (or !== undefined) expect(times, `${wanted.id} ${i}`).toEqual({ date: "undated", or });
    }
  }
  expect(plan.indicators.length).toBe(40 + index.relative.length);
});

/** The date that the document gives; without one a level is marked as undated. */
function statesDate({ kind, by, from, over }: Target, date: string | null): boolean {
  if (date === null) return kind === "hold" || by?.value.state === "undated";
  if (kind === "reach") return by?.value.text === date;
  return `${from?.value.text} ${over?.value.text}`.includes(date);
}

test("all 8 standing figures stand once, under their id in the mechanism, with every value and section", () => {
  expect(index.figures.length).toBe(8);
  for (const { id, mechanism, fact, values } of index.figures) {
    const holding = plan.facts.filter(({ name }) => name.split("/").includes(id));
    expect(
      holding.map(({ subject, name }) => [subject.id.value, name]),
      id,
    ).toEqual([[mechanism, fact]]);
    expect(holding[0]?.statements.map(statedFigure), id).toEqual(values);
    expect(written.has(id), id).toBe(false);
  }
});

/** A stated figure in the shape of the index; the rule of a norm is `name >= figure unit`. */
function statedFigure({ shown, section, during }: Fact["statements"][number]): object {
  const [, relation, value] = /(>=|≥)\s?([\d,.]+)/.exec(shown) ?? [];
  const stated = { value, relation: relation === "≥" ? ">=" : relation, section: section?.value };
  return during === null ? stated : { ...stated, during: during.value };
}

test("baselines keep their value, date and section, and those of other bases stand beside them", () => {
  for (const { id, baseline } of index.indicators) {
    const first = indicatorOf(plan, id).baseline[0];
    if (baseline === undefined) {
      expect(first, id).toBeUndefined();
      continue;
    }
    const { quantity, at } = first?.is.value ?? {};
    expect([valueText(quantity ?? null), at?.value.text, first?.section?.value], id).toEqual([
      baseline.value,
      baseline.date ?? "undated",
      baseline.section,
    ]);
    expect(quantity?.relation ?? undefined, id).toBe(baseline.relation);
  }
  for (const { of, value, section } of index.baselineCandidates) {
    const lent = plan.evidence.filter((e) => e.of?.value === of && e.section?.value === section);
    expect(
      lent.map((e) => valueText(e.is?.value ?? null)),
      of,
    ).toContain(value);
  }
});

test("the cut by half of the handling time is the same quantity as the time itself", () => {
  for (const { id, section, change, by } of index.relative) {
    const { targets, sameAs } = indicatorOf(plan, id);
    expect(targets.map((t) => [t.kind, t.quantity?.value.text, t.by?.value.text, t.section?.value])).toEqual([
      ["relative", change, by, section],
    ]);
    expect(sameAs?.value).toBe("cross-department-handling-time");
  }
});

test("phases, milestones and risks are those of the document", () => {
  expect(
    plan.phases.map((phase) => ({
      id: phase.id.value,
      period: phase.period.map((p) => p.is.value.text).join(),
      section: phase.section?.value,
      tasks: plan.actions.filter((a) => a.section?.value === phase.section?.value).length,
    })),
  ).toEqual(index.phases);
  expect(
    plan.milestones.map((m) => ({ id: m.id.value, by: m.by[0]?.is.value.text, section: m.section?.value })),
  ).toEqual(index.milestones);
  expect(
    plan.risks.map((r) => ({
      id: r.id.value,
      section: r.section?.value,
      stated: r.mitigations.filter((m) => m.stated === "stated").length,
    })),
  ).toEqual(index.risks);
});

test("every figure of a resource stands under its kind", () => {
  for (const { kind, numbers } of index.resources) {
    const own = plan.resources.filter((r) => r.kindOf?.value === kind);
    const amounts = own.flatMap((r) => r.amount.map((a) => valueText(a.is.value)));
    for (const number of numbers) expect(amounts, kind).toContain(number);
  }
});

test("all 49 mechanisms stand under their type and sections, none of them cited", () => {
  expect(index.mechanisms.length).toBe(49);
  expect(
    mechanisms.map(({ id, type, section, "also-in": also = [] }) => ({ id, type, section, also })),
  ).toEqual(
    index.mechanisms.map(({ numbers, also = [], ...rest }: Record<string, unknown>) => ({ ...rest, also })),
  );
  expect(mechanisms.filter((m) => m.origin !== undefined)).toEqual([]);
});

test("every number of a mechanism stands in it, in the evidence put down to it, or in what it governs", () => {
  for (const { id, numbers = [] } of index.mechanisms) {
    const own = mechanisms.find((m) => m.id === id);
    const lent = plan.evidence
      .filter((e) => e.cause?.value === id)
      .map((e) => valueText(e.is?.value ?? null));
    const governed = own?.governs?.map((name) => JSON.stringify(written.get(name)?.targets)) ?? [];
    const text = [JSON.stringify(own), ...lent, ...governed].join(" ");
    for (const number of numbers) expect(holdsNumber(text, number), `${id}: ${number}`).toBe(true);
  }
});

test("every rhythm and weight stands in its mechanism with its section", () => {
  for (const { mechanism, every, section } of index.cadences) {
    const text = JSON.stringify(mechanisms.find((m) => m.id === mechanism));
    expect(text, mechanism).toContain(`"${every}"`);
    expect(text, mechanism).toContain(`"${section}"`);
  }
  for (const { section, minimum } of index.weights) {
    const text = JSON.stringify(mechanisms.find((m) => m.id === "department-joint-assessment"));
    expect(text).toContain(`{"is":"≥${minimum}%","section":"${section}"`);
  }
});

test("the one error: three levels in 3.4 and four in 5.1 and 9.1", () => {
  expect(foundIn(compilation, "error")).toEqual(["statement/conflict level-linkage"]);
});

test("the document's own faults are found", () => {
  const found = foundIn(compilation, "warning");
  const faults = [
    "target/weakening pilot-communities", // 20 in 2023, 10 in 2024
    "target/same-value-two-dates joint-meeting-effective-rate", // 2024 in 3.2, 2025 in 8.2
    "target/same-value-two-dates coordination-mechanism-coverage",
    "target/same-value-two-dates community-enterprise-resource-value",
    "target/same-value-two-dates community-demand-list",
    "target/missing-date childcare-gap", // expected effects without any date
    "indicator/borrowed-baseline community-service-satisfaction", // the national figure
    "indicator/borrowed-baseline smart-function-rate", // platforms that have functions, not their use
    "narrative/empty-section 10.1",
  ];
  for (const fault of faults) expect(found).toContain(fault);
  expect(foundIn(compilation, "info")).toContain("objective/no-action guarantee"); // chapter 8 has no task for chapter 3.4
  expect(foundIn(compilation, "info")).toContain("target/conflict self-governance-teams"); // 5 or 100
});

test("the demonstration data are marked, make no fault of their own, and are made again byte for byte", () => {
  expect(partyLedCsv()).toBe(exampleFile(example, "data/observations.csv"));
  expect(compilation.records?.demo).toBe(true);
  expect(plan.data.progress.map((file) => file.demo)).toEqual([true]);
  expect(compilation.findings.filter((f) => f.code.startsWith("data/") && f.severity !== "info")).toEqual([]);
});

test("statuses good and bad come out of the demonstration data", () => {
  expect(planStatuses(compilation)).toMatchObject({
    "pilot-communities": "achieved",
    "community-service-satisfaction": "on-track", // 79.6; 72.6 + 12.4 × 366/731 = 78.81
    "party-led-governance-coverage": "at-risk", // no baseline: 93.5 of 95
    "joint-meeting-effective-rate": "off-track", // 80% was due at the end of 2024 and missed
    "personalised-service-brands": "ahead", // 16; 20 × 911/1461 = 12.47, and 16 is more than 1.2 × 12.47 = 14.97
    "secretary-training-coverage": "stale", // nothing since 2023; 2024 was due by 2025-01-30
    "worker-training-hours": "no-data", // every year, and never reported
    "data-interoperation-rate": "missed", // 57 on the day when 60 was due; 63 later does not repair it
    "childcare-gap": "worsening", // 32.4, from 29.7
    "resident-satisfaction": "not-due",
  });
});
