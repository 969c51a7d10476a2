/** Compilations that the report's tests share: a full one, and one whose every text is hostile. */
import Big from "big.js";
import type { Compilation } from "../../src/compile.ts";
import { makeDiagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Indicator } from "../../src/plan/plan.ts";
import * as made from "./hand-made.ts";

const { at, day, figures, given, judged, named, quantity, stated, when } = made;

const fault = {
  code: "target/conflict",
  severity: "error",
  text: {
    en: {
      title: "Targets disagree",
      message: (a: { one: string; two: string }) => `states “${a.one}” and “${a.two}” for one date`,
      why: "Nobody can tell which holds.",
      fix: "Keep one value.",
    },
    zhHans: {
      title: "目标值相互矛盾",
      message: (a: { one: string; two: string }) => `同一期限有两个目标值：“${a.one}”和“${a.two}”`,
      why: "无法确定以哪个为准。",
      fix: "保留一个目标值。",
    },
  },
} as const;

function coverage(): {
  readonly indicator: Indicator;
  readonly observations: ReturnType<typeof made.observation>[];
} {
  const indicator = made.indicator("coverage-rate", {
    name: named("助餐服务覆盖率", { en: "Coverage of meal services", "zh-Hans": "助餐服务覆盖率" }),
    dimension: given("service"),
    attribute: given("binding"),
    section: given("2"),
    weight: [stated(quantity("60%", "60"))],
    owner: [stated({ lead: given("civil-affairs"), with: [given("finance")], leader: null, person: null })],
  });
  const values: [string, string, string][] = [
    ["2025-12-31", "45", "final"],
    ["2026-03-31", "48.5", "final"],
    ["2026-06-30", "52", "provisional"],
  ];
  const observations = values.map(([iso, value, state], i) =>
    made.observation("coverage-rate", iso, value, i + 2, {
      state: state === "final" ? "final" : "provisional",
      reporter: given("张三"),
      reported: given(day(iso)),
      reason: i === 2 ? given("东街道场地未落实") : null,
      action: i === 2 ? given("协调闲置用房") : null,
    }),
  );
  return { indicator, observations };
}

/** Two dimensions, three indicators (one contested, one to hold, one without data), entities, milestones, a finding. */
export function fullCompilation(): Compilation {
  const { indicator, observations } = coverage();
  const interim = made.target("reach", quantity("≥60%", "60"), { section: given("2") });
  const final = made.target("reach", quantity("≥85%", "85"), {
    section: given("2"),
    wording: given("达到85%以上"),
  });
  const path = [
    { on: day("2025-12-31"), value: new Big(45) },
    { on: day("2026-12-31"), value: new Big(60) },
    { on: day("2027-12-31"), value: new Big(85) },
  ];
  const coverageRow = made.row(indicator, "at-risk", {
    observedOn: day("2026-06-30"),
    baselineOn: day("2025-12-31"),
    targetOn: day("2027-12-31"),
    contested: true,
    figures: figures({
      value: "52",
      baseline: "45",
      target: "85",
      attained: made.figure("0.175", {
        formula: "(v − b) ÷ (T − b)",
        substituted: "(52 − 45) ÷ (85 − 45)",
        inputs: [
          { name: "v", value: "52", span: at(4, made.dataFile) },
          { name: "b", value: "45", span: at(12) },
          { name: "T", value: "85", span: at(14) },
        ],
      }),
      elapsed: "0.24794520547945205479",
      expected: "52.43835616438356164384",
      pace: "0.94106813996316758748",
      gap: "-0.43835616438356164384",
      gapPoints: "-1.09589041095890410959",
      previous: "48.5",
      change: "3.5",
      required: "21.96",
    }),
    targets: [
      judged(interim, { dueOn: day("2026-12-31") }),
      judged(final, {
        dueOn: day("2027-12-31"),
        governing: true,
        status: "at-risk",
        judgedBy: { value: "52", on: day("2026-06-30"), span: at(4, made.dataFile) },
      }),
    ],
    decision: {
      step: "method",
      words: {
        en: "the method linear-pace decides: pace 0.94 is below 1",
        zhHans: "按线性进度法评定：进度比0.94低于1",
      },
    },
    series: made.seriesOf(observations),
    path,
  });
  const east = made.observation("coverage-rate", "2026-06-30", "40", 6, {
    entity: "east",
    reporter: given("李四"),
  });
  const eastRow = made.row(indicator, "worsening", {
    entity: "east",
    observedOn: day("2026-06-30"),
    figures: figures({ value: "40", attained: "-0.125", gap: "-12.44" }),
    series: made.seriesOf([east]),
  });
  const westRow = made.row(indicator, "on-track", {
    entity: "west",
    observedOn: day("2026-06-30"),
    figures: figures({ value: "64", attained: "0.475", gap: "11.56" }),
  });
  const satisfaction = made.indicator("satisfaction", {
    name: named("用餐老人满意度", { en: "Satisfaction of diners", "zh-Hans": "用餐老人满意度" }),
    dimension: given("trust"),
    direction: given("maintain"),
  });
  const hold = made.target("hold", quantity("≥90%", "90"), { from: given(when("2026-07-01")) });
  const holdRow = made.row(satisfaction, "not-due", {
    targetOn: day("2027-12-31"),
    held: 0,
    periods: 0,
    targets: [judged(hold, { dueOn: day("2027-12-31"), assumed: true, governing: true })],
  });
  const volunteers = made.indicator("volunteers", {
    name: named("志愿者人数", { en: "Volunteers" }),
    unit: { ...given(made.unit("人")), text: "人" },
  });
  const silentRow = made.row(volunteers, "no-data", { reason: "no-observation" });
  const plan = made.plan({
    issuer: {
      span: at(2),
      name: given("某区民政局"),
      number: given("民发〔2026〕3号"),
      date: null,
      to: [],
      secrecy: null,
      signed: null,
      contact: null,
    },
    status: given("approved"),
    period: {
      span: at(2),
      start: given(day("2026-01-01")),
      end: given(day("2027-12-31")),
      stated: true,
      text: "2026-01..2027-12",
    },
    actors: [
      { kind: "actor", id: given("civil-affairs"), span: at(3), name: named("区民政局"), level: null },
      { kind: "actor", id: given("finance"), span: at(3), name: named("区财政局"), level: null },
    ],
    entities: [
      {
        kind: "entity",
        id: given("east"),
        span: at(3),
        name: named("东街道"),
        level: null,
        parent: null,
        facts: new Map(),
      },
      {
        kind: "entity",
        id: given("west"),
        span: at(3),
        name: named("西街道"),
        level: null,
        parent: null,
        facts: new Map(),
      },
    ],
    dimensions: [made.dimension("service", "服务供给", "60%"), made.dimension("trust", "群众获得感", "40%")],
    indicators: [indicator, satisfaction, volunteers],
    milestones: [
      made.milestone("rules", "印发实施细则", "2026-03-31"),
      made.milestone("kitchen", "建成中央厨房", "2026-08-31"),
    ],
  });
  return made.compilation({
    plan,
    section: "2",
    rows: [coverageRow, eastRow, westRow, holdRow, silentRow],
    status: "at-risk",
    observations: [...observations, east],
    progress: [
      made.progress("kitchen", "2026-06-20", {
        state: given("in-progress"),
        share: given(new Big("0.45")),
        problem: given("审批较慢"),
        filledBy: given("王五"),
        checkedBy: given("赵六"),
      }),
    ],
    demo: true,
    findings: [
      makeDiagnostic(
        fault,
        at(14),
        { one: "≥85%", two: "≥80%" },
        { subject: { kind: "indicator", id: "coverage-rate" } },
      ),
    ],
    dimensions: [
      {
        id: "service",
        status: "at-risk",
        score: new Big("0.941"),
        scoreReason: null,
        statuses: { "at-risk": 1 },
      },
      { id: "trust", status: "not-due", score: null, scoreReason: "no-score", statuses: { "not-due": 1 } },
    ],
  });
}

/** Markup, table signs, quotes, control and bidirectional characters, CSS and a very long word. */
export const hostileText =
  "</style><script>alert(1)</script>\"' onload=x | a*b_c`d`[l](javascript:x) {{title}} &lt; \u202egnp.\u001b[31m\n# head\n" +
  "长".repeat(300);

/** A plan all of whose texts are hostile. */
export function hostileCompilation(): Compilation {
  const bad = hostileText;
  const indicator = made.indicator("bad|<b>*id*", {
    name: named(bad),
    dimension: given("d"),
    unit: { ...given(made.unit(bad)), text: bad },
    owner: [stated({ lead: given(bad), with: [given(bad)], leader: given(bad), person: null })],
    weight: [stated(quantity(bad, "1"))],
  });
  const seen = made.observation("bad|<b>*id*", "2026-06-30", "5", 2, {
    reporter: given(bad),
    reason: given(bad),
    action: given(bad),
  });
  const target = made.target("reach", quantity(bad, "10"), { wording: given(bad), section: given(bad) });
  const row = made.row(indicator, "missed", {
    reason: bad,
    observedOn: day("2026-06-30"),
    targetOn: day("2026-06-30"),
    figures: figures({ value: "5", target: "10", previous: "4", change: "1" }),
    targets: [judged(target, { dueOn: day("2026-06-30"), governing: true, status: "missed" })],
    series: made.seriesOf([seen]),
  });
  const plan = made.plan({
    title: given(bad),
    issuer: {
      span: at(2),
      name: given(bad),
      number: given(bad),
      date: null,
      to: [],
      secrecy: null,
      signed: null,
      contact: null,
    },
    status: given(bad),
    dimensions: [made.dimension("d", bad, bad)],
    indicators: [indicator],
    milestones: [made.milestone("m", bad, "2026-03-31")],
  });
  return made.compilation({
    plan,
    rows: [row, { ...row, entity: bad }],
    status: "missed",
    observations: [seen],
    progress: [
      made.progress("m", "2026-06-01", { state: given("suspended"), done: given(bad), filledBy: given(bad) }),
    ],
    findings: [
      makeDiagnostic(
        fault,
        at(14),
        { one: bad, two: bad },
        { subject: { kind: "indicator", id: "bad|<b>*id*" } },
      ),
    ],
    dimensions: [
      { id: "d", status: "missed", score: null, scoreReason: "no-weight", statuses: { missed: 1 } },
    ],
  });
}
