/** The plan against `index.json`, which holds ids and values as its document states them. */
import { expect, test } from "vitest";
import { communityConductCsv } from "../../tools/demo-data/community-conduct.ts";
import { compileExample, exampleFile, planStatuses } from "./example-files.ts";
import {
  foundIn,
  holdsNumber,
  indicatorOf,
  planOf,
  rawMechanisms,
  rhythmsIn,
  targetValue,
  valueText,
} from "./facts-index.ts";

const index = JSON.parse(exampleFile("community-conduct", "index.json"));
const compilation = compileExample("community-conduct");
const plan = planOf(compilation);
const mechanisms = rawMechanisms("community-conduct");

test("nothing of the plan is unreadable", () => {
  expect(plan.unusable).toBe(0);
  expect(
    compilation.findings
      .filter((f) => /^(yaml|schema|reference)\//.test(f.code))
      .map((f) => [f.code, f.args]),
  ).toEqual([]);
});

test("all 42 indicators keep their value, relation, date and baseline", () => {
  expect(index.indicators.length).toBe(42);
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
    const { value, relation, by, every, from, stated } = wanted.target;
    expect(targetValue(target), wanted.id).toEqual({ value, relation });
    expect(target.section?.value).toBe(wanted.section);
    // A standing norm or rhythm holds for the whole plan; all other dates come from the plan's last phase.
    if (target.kind === "reach") {
      expect([target.by?.value.text, target.by?.value.inherited], wanted.id).toEqual([by, "8.3"]);
    } else {
      expect(target.kind).toBe("hold");
      expect(target.every?.value ?? null, wanted.id).toBe(rhythms[every] ?? null);
      expect(target.over?.value.text ?? null, wanted.id).toBe(stated ? `${from}..${by}` : null);
    }
    const base = indicator.baseline[0]?.is.value ?? null;
    expect(base === null ? undefined : valueText(base.quantity), wanted.id).toBe(wanted.baseline?.value);
    if (wanted.baseline !== undefined) {
      expect(base?.at?.value.text, wanted.id).toBe(wanted.baseline.date ?? "undated");
    }
    expect(indicator.sameAs?.value, wanted.id).toBe(wanted.sameAs);
  }
});

const rhythms: Readonly<Record<string, string>> = {
  day: "daily",
  week: "weekly",
  month: "monthly",
  quarter: "quarterly",
  year: "yearly",
};

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
  expect(plan.indicators.length).toBe(42 + 10 + 5);
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
    mechanisms.map(({ id, type, section, origin = "plan", "x-also-in": also = [] }) => ({
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

test("every number and rhythm of a mechanism stands in it, or in the evidence put down to it", () => {
  for (const { id, numbers = [], cadence = [] } of index.mechanisms) {
    const own = mechanisms.find((m) => m.id === id);
    const lent = plan.evidence
      .filter((e) => e.cause?.value === id)
      .map((e) => [e.is, e.from, e.to].map((q) => valueText(q?.value ?? null)).join(" "));
    const text = `${JSON.stringify(own)} ${lent.join(" ")}`;
    for (const number of numbers) expect(holdsNumber(text, number), `${id}: ${number}`).toBe(true);
    expect(rhythmsIn(JSON.stringify(own?.cadence ?? "")), id).toEqual([...cadence].sort());
  }
});

test("the two errors: 48 hours against 24, and a rhythm by week against one by month", () => {
  expect(foundIn(compilation, "error")).toEqual([
    "target/conflict request-response-time-expected",
    "target/unit-mismatch cadre-visit-frequency",
  ]);
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

test("statuses good and bad come out of the demonstration data", () => {
  expect(planStatuses(compilation)).toMatchObject({
    "residence-permit-documents": "achieved", // 2 of at most 2
    "resident-satisfaction": "on-track", // 83.4 at mid-year; 76.5 + 13.5 × 182/366 = 83.21
    "warm-attitude-behaviour-share": "at-risk",
    "platform-departments-integrated": "off-track", // 9 of 12 is 0.75
    "cadre-turnover-rate": "worsening", // 16.4, from 15
    "dispatch-meetings": "missed", // one week of the second phase without a meeting
    "street-inspections": "achieved",
    "community-self-checks": "no-data",
    "council-participation-rate": "not-computable", // +30% of an unknown level
  });
});
