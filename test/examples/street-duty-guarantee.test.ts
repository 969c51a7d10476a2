/** The plan against `index.json`, which holds ids and values as its document states them. */
import { expect, test } from "vitest";
import type { Severity } from "../../src/diagnostics/diagnostic.ts";
import type { Statements } from "../../src/plan/given.ts";
import type { Indicator, Plan, Target } from "../../src/plan/plan.ts";
import type { Quantity } from "../../src/plan/quantity.ts";
import { spanText } from "../../src/text/source.ts";
import { streetDutyGuaranteeCsv } from "../../tools/demo-data/street-duty-guarantee.ts";
import { compileExample, exampleFile, planStatuses } from "./example-files.ts";

const name = "street-duty-guarantee";
const index = JSON.parse(exampleFile(name, "index.json"));
const compilation = compileExample(name);
const plan = planOf();

function planOf(): Plan {
  if (compilation.plan === null) throw new Error("the plan cannot be read");
  return compilation.plan;
}

function valueText(quantity: Quantity | null): string | null {
  return quantity === null ? null : quantity.value.toFixed();
}

/** What the target says, without what it leaves out. */
function targetEntry(target: Target) {
  const stated = target.quantity?.value ?? null;
  const isLevel = target.kind === "reach" || target.kind === "hold";
  const from = target.from?.value.text;
  const every = target.every?.value;
  return {
    kind: target.kind,
    value: target.trend?.value ?? valueText(stated),
    relation: isLevel ? (stated?.relation ?? null) : null,
    by: target.by?.value.text ?? null,
    section: target.section?.value ?? null,
    ...(from === undefined ? {} : { from }),
    ...(every === undefined ? {} : { every }),
  };
}

function indicatorEntry(indicator: Indicator) {
  const baseline = indicator.baseline.map((statement) => ({
    value: valueText(statement.is.value.quantity),
    at: statement.is.value.at?.value.text ?? null,
    section: statement.section?.value ?? null,
  }));
  return {
    id: indicator.id.value,
    direction: indicator.direction?.value,
    role: indicator.role?.value,
    dimension: indicator.dimension?.value,
    section: indicator.section?.value,
    ...(indicator.sameAs === null ? {} : { sameAs: indicator.sameAs.value }),
    ...(baseline.length === 0 ? {} : { baseline }),
    targets: indicator.targets.map(targetEntry),
  };
}

function statedValues(values: Statements<Quantity>): string {
  return values.map((statement) => valueText(statement.is.value)).join();
}

test("nothing of the plan is unreadable", () => {
  expect(plan.unusable).toBe(0);
  expect(
    compilation.findings
      .filter((f) => /^(yaml|schema|reference|data)\//.test(f.code))
      .map((f) => [f.code, f.args]),
  ).toEqual([]);
});

test("all 49 indicators and the 3 stated by change stand under their ids with every baseline and target", () => {
  expect(index.indicators.length).toBe(52);
  expect(plan.indicators.slice(0, 52).map(indicatorEntry)).toEqual(index.indicators);
});

test("what the goals want without a figure stands as a state or a trend", () => {
  const entries = plan.indicators.slice(52).map((indicator) => {
    const [target] = indicator.targets;
    const by = target?.by?.value.text;
    return { id: indicator.id.value, section: target?.section?.value, kind: target?.kind, by };
  });
  expect(entries).toEqual(index.unquantified);
});

test("figures of one city, of streets with lists, of other groups keep their scope", () => {
  const scopes = plan.indicators.flatMap((indicator) =>
    indicator.baseline.flatMap(({ scope, place, source }) => {
      const from = scope ?? place ?? source;
      return from === null ? [] : [[indicator.id.value, from.value]];
    }),
  );
  expect(scopes).toEqual([
    ["off-list-task-share", "one-city-2023"],
    ["off-list-task-share", "已有清单的街道"],
    ["professional-social-organisations", "每个街道在册的社会组织"],
    ["young-cadre-promotion-cycle", "正职"],
    ["young-cadre-promotion-cycle", "副职"],
    ["staff-turnover-rate", "编外人员"],
    ["staff-turnover-rate", "35岁以下人员"],
    ["daily-data-entry-time", "某市"],
  ]);
  expect(plan.sources.map((source) => source.scope?.value)).toEqual(["other-place"]);
});

test("outline and the sections that the source has lost are those of the document", () => {
  expect(plan.sections.map((s) => s.id.value)).toEqual(index.sections);
  const parents = new Set(plan.sections.map((s) => s.parent));
  const empty = plan.sections.filter((s) => s.text === null && !parents.has(s.id.value));
  expect(empty.map((s) => s.id.value)).toEqual(index.withoutText);
});

test("every indicator is drawn into the text of the section that states it", () => {
  const drawn = new Set(
    plan.sections.flatMap((s) => (s.text?.placeholders ?? []).map((p) => `${s.id.value} ${p.verb} ${p.id}`)),
  );
  // A trend has no figure to print; its words stand in the text.
  const withFigure = plan.indicators.filter((i) => i.targets.some((t) => t.quantity !== null));
  const missing = withFigure.filter((i) => !drawn.has(`${i.section?.value} target ${i.id.value}`));
  expect(missing.map((i) => i.id.value)).toEqual([]);
  expect(withFigure.length).toBe(50); // 49 levels and one change
});

test("phases with their tasks and risks without an answer are those of the document", () => {
  expect(
    plan.phases.map((phase) => ({
      id: phase.id.value,
      period: [...new Set(phase.period.map((p) => p.is.value.text))].join(),
      tasks: plan.actions.filter((a) => a.period.some((p) => p.is.value.phase === phase.id.value)).length,
    })),
  ).toEqual(index.phases);
  expect(
    plan.risks.map((risk) => ({
      id: risk.id.value,
      section: risk.section?.value,
      subRisks: risk.name?.text.split("：")[1]?.split("，").length,
      mitigations: risk.mitigations.length,
    })),
  ).toEqual(index.risks);
});

test("all 41 mechanisms stand under their type, and what the document says of each is in it", () => {
  expect(plan.mechanisms.length).toBe(41);
  expect(index.mechanisms.length).toBe(41);
  for (const { id, type, section, says } of index.mechanisms) {
    const found = plan.mechanisms.find((m) => m.id.value === id);
    expect([id, found?.type.value, found?.section?.value]).toEqual([id, type, section]);
    // The keys of most types are not bound yet: their values are looked up in the source of the item.
    const source = found === undefined ? "" : spanText(found.span);
    for (const words of says) expect(source, id).toContain(words);
    expect(
      found?.purpose ?? found?.parameters.get("statement") ?? (type === "entitlement" ? "who" : null),
      id,
    ).not.toBeNull();
  }
  const figures = plan.mechanisms.flatMap((m) =>
    m.figures.map((f) => [f.id.value, statedValues(f.values)] as const),
  );
  expect(Object.fromEntries(figures)).toEqual(index.figures);
});

test("resources and background figures keep their values", () => {
  expect(Object.fromEntries(plan.resources.map((r) => [r.id.value, statedValues(r.amount)]))).toEqual(
    index.resources,
  );
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

test("the one error: three platforms are left in 5.3, five systems in 3.2", () => {
  expect(foundIn("error")).toEqual(["target/conflict integrated-platforms"]);
});

test("the document's own faults are found", () => {
  const found = foundIn("warning");
  const faults = [
    "narrative/empty-section 7.4", // only in the table of contents
    "narrative/empty-section 8.1",
    "narrative/empty-section 8.2",
    "narrative/empty-section 8.3",
    "time/outside-period certified-cadre-rate", // before 2024, in a plan that begins in 2024
    "time/outside-period new-shared-service-spaces",
    "target/no-base new-shared-service-spaces", // three more than an unknown stock
    "target/same-value-two-dates service-centre-renovation-coverage", // by 2025 in 3.2, before 2025 in 7.3
    "indicator/borrowed-baseline off-list-task-share", // one city, and working time
    "objective/no-action team-capacity", // no phase has a task for it
    "risk/no-answer R1",
    "risk/no-answer R2",
    "risk/no-answer R3",
    "risk/no-answer R4",
  ];
  for (const fault of faults) expect(found).toContain(fault);
  // Section 3.2 dates its first two dimensions only: nine levels and three states of the others are undated. So are one
  // level of 5.2, four of 5.3 and the state of the open third phase.
  expect(found.filter((f) => f.startsWith("target/missing-date")).length).toBe(18);
});

test("making the demonstration data again gives the committed bytes", () => {
  expect(streetDutyGuaranteeCsv()).toBe(exampleFile(name, "data/observations.csv"));
  expect(compilation.records?.demo).toBe(true);
  expect(plan.data.progress.map((file) => file.demo)).toEqual([true]);
});

test("the data hold what real reports hold: gaps with and without a reason, late reports, a revised value", () => {
  const observations = compilation.records?.observations ?? [];
  expect(new Set(observations.flatMap((o) => o.entity?.value ?? [])).size).toBe(6);
  const missing = observations.filter((o) => o.missing !== null);
  expect(missing.map((o) => [o.indicator.value, o.reason !== null])).toEqual([
    ["online-request-response-rate", true],
    ["average-arrival-time", true],
  ]);
  const revised = observations.filter((o) => o.state === "revised");
  expect(revised.map((o) => o.indicator.value)).toEqual(["fiscal-self-sufficiency-rate"]);
  const late = observations.filter((o) => o.reported !== null && o.reported.value > o.at.value.end + 30);
  expect(late.filter((o) => o.state === "final").length).toBe(2);
});

test("the district's arrival time is the mean over the streets that reported", () => {
  const observations = compilation.records?.observations ?? [];
  const february = Date.UTC(2025, 1, 28) / 86_400_000;
  const ofMonth = observations.filter(
    (o) => o.indicator.value === "average-arrival-time" && o.at.value.end === february,
  );
  const [district, ...others] = ofMonth;
  expect(district?.entity).toBeNull();
  const sum = (key: "numerator" | "denominator") =>
    others.reduce((all, o) => all + Number(o[key]?.value ?? 0), 0);
  expect(others.filter((o) => o.missing !== null).length).toBe(1);
  expect(Number(district?.numerator?.value)).toBe(sum("numerator"));
  expect(Number(district?.denominator?.value)).toBe(sum("denominator"));
});

test("statuses good and bad come out of the demonstration data", () => {
  expect(planStatuses(compilation)).toMatchObject({
    "enforcement-force-sinking-share": "achieved", // 50.29 of 50 at the end of 2025
    "duty-lists-published": "achieved",
    "fiscal-self-sufficiency-rate": "missed", // 16.9 of 25, below the 18 that it started from
    "online-service-coverage": "missed", // 82.3 of 85; the 60 of 2024 were met
    "under-35-cadre-share": "missed", // due before 2025: 31.4 then
    "livelihood-fund-share": "on-track",
    "budget-per-resident": "off-track", // 314 of 500
    "online-request-response-rate": "at-risk", // between 0.8 and 1 of an undated target
    "public-satisfaction": "stale", // a yearly survey, nothing for 2025
    "new-shared-service-spaces": "not-computable", // a change without anything to add to
    "digital-platform-in-use": "not-due",
    "legal-advisers-per-street": "not-due", // a standing level without date or rhythm
    "secondment-months": "no-data", // every year, and two years are over
    "department-response-rate": "at-risk", // 87 of 90, undated
    "data-sharing-rate-path": "missed", // the same rate as in 3.2: 58.6 of 80 at the end of 2024
    "national-advanced-level": "not-due", // of the third phase, from 2028 on
  });
  const rows = compilation.results?.rows ?? [];
  const ofStreet = (indicator: string, street: string) =>
    rows.find((row) => row.indicator.id.value === indicator && row.entity === street)?.status;
  expect(ofStreet("off-list-task-share", "yunting")).toBe("achieved"); // 45 at first, below 20 now
  expect(ofStreet("off-list-task-share", "nanshan")).toBe("missed");
  expect(ofStreet("council-adoption-rate", "gangkou")).toBe("worsening"); // 41 at first, below 36 now
});
