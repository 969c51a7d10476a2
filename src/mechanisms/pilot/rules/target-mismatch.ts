/**
 * While a pilot covers a part, no target can ask for the whole.
 *
 * Looks at: dated targets in percent of the indicators that a pilot governs, against the share that its stages
 * reach by then; and full coverage (100%) in other indicators of what the stages are a share of. An
 * indicator counts as coverage where its name or definition says so (覆盖, 普及, coverage …) or names what the stages are a
 * share of; others a pilot may well lift without spreading.
 * Reports: the share of the stage; related: the target. A warning that asks, as the share may be counted
 * within the pilots only; a note where the pilot neither governs the indicator nor is the way in which the whole plan spreads.
 * Source: DESIGN.md section 4 (pilots against full coverage).
 */
import type Big from "big.js";
import { isoDay } from "../../../plan/days.ts";
import { formatDecimal } from "../../../plan/decimal.ts";
import { entriesAt, type ParameterMap, quantitiesAt, timesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Indicator, Mechanism } from "../../../plan/plan.ts";
import type { Day } from "../../../plan/time.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { placeWithSection, sectionInChinese, sectionInEnglish } from "../../../rules/section-words.ts";
import { type Figures, figuresOf, isPercent, statedDay } from "../../../rules/target/levels.ts";
import { firstDated, statedPeriod } from "../../../rules/times-of.ts";
import type { Span } from "../../../text/source.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly target: string;
  readonly day: string;
  readonly share: string;
  readonly section: string | null;
  readonly governed: boolean;
};

export const pilotTargetMismatch = defineRule<Args>({
  code: "pilot/target-mismatch",
  severity: "warning",
  text: {
    en: {
      title: "Pilot against full coverage",
      message: (a) =>
        `${a.id} covers ${a.share} on ${a.day}, but ${a.indicator} is to be ${a.target} by then${sectionInEnglish(a.section)}: is it counted ${a.governed ? "within the pilots" : "apart from the pilot"}?`,
      why: "What only a part has tried cannot be in place everywhere on the same day.",
      fix: "Let the stages or the target give way, or say in `counted` that the share is taken of the pilots.",
    },
    zhHans: {
      title: "试点范围与覆盖目标不符",
      message: (a) =>
        `“${a.name}”到 ${a.day} 推开至 ${a.share}，而“${a.indicatorName}”届时的目标值为“${a.target}”${sectionInChinese(a.section)}，是否${a.governed ? "只在试点范围内统计" : "不受试点范围限制"}未写明`,
      why: "只在一部分地方试行的事项，不可能同一天在各处都落实。",
      fix: "调整推广步骤或目标值；只在试点范围内统计的，在 `counted` 中注明。",
    },
  },
  check({ plan, report }) {
    for (const pilot of ofType(plan, "pilot")) {
      const stages = stagesOf(pilot);
      if (stages.length === 0) continue;
      const governed = new Set(pilot.governs.map(({ value }) => value));
      for (const figures of figuresOf(plan)) {
        const isGoverned = governed.has(figures.indicator.id.value);
        if (
          !isPercent(figures.unit) ||
          !(isGoverned ? isCoverage(figures.indicator, stages) : isPilotedAll(figures.indicator, stages))
        )
          continue;
        const found = firstAbove(figures, stages, isGoverned ? null : hundred);
        if (found === null) continue;
        const args = {
          id: pilot.id.value,
          name: nameOf(pilot),
          indicator: figures.indicator.id.value,
          indicatorName: nameOf(figures.indicator),
          target: found.shown,
          day: isoDay(found.day),
          share: `${formatDecimal(found.share)}%`,
          section: found.section?.value ?? null,
          governed: isGoverned,
        };
        const related = [
          placeWithSection(found.target, { en: "the target", zhHans: "目标值" }, found.section),
        ];
        report(found.span, args, {
          on: pilot,
          related,
          severity: isGoverned || isOfAll(pilot) ? "warning" : "info",
        });
      }
    }
  },
});

interface Stage {
  readonly day: Day;
  readonly percent: Big | null;
  readonly of: string;
  readonly span: Span;
}

function stagesOf({ parameters }: Mechanism): readonly Stage[] {
  let of = "";
  return entriesAt(parameters, "stages").flatMap((stage: ParameterMap): Stage[] => {
    of = wordsAt(stage, "of")[0]?.value.trim() ?? of;
    const day = statedPeriod(firstDated(timesAt(stage, "by")))?.end ?? null;
    const share = quantitiesAt(stage, "share")[0]?.is;
    if (day === null) return [];
    const percent =
      share !== undefined && share.value.unit?.dimension === "percent"
        ? (share.value.upper ?? share.value.value)
        : null;
    return [{ day, percent, of, span: share?.span ?? stage.span }];
  });
}

const coverageWords = /覆盖|普及|全面推行|推广率|建成率|coverage|roll-?out|in place/iu;
const hundred = "100";

/** Counted within the pilots, it says so. */
const withinPilots = /试点|pilot/iu;

function isCoverage({ name, definition, counted }: Indicator, stages: readonly Stage[]): boolean {
  const words = [name?.text ?? "", definition?.value ?? "", counted?.of?.value ?? ""].join(" ");
  const base = [counted?.of?.value ?? "", counted?.where?.value ?? ""].join(" ");
  if (withinPilots.test(base) || withinPilots.test(name?.text ?? "")) return false;
  return (
    coverageWords.test(words) ||
    stages.some(({ of }) => of.length > 1 && words.toLowerCase().includes(of.toLowerCase()))
  );
}

/** A pilot by whose steps the plan as a whole is carried out. */
function isOfAll({ name, purpose }: Mechanism): boolean {
  return /试点先行|先行先试|分步|分批|梯次|由点到面|step by step|phased/iu.test(
    `${name?.text ?? ""} ${purpose?.value ?? ""}`,
  );
}

/** Coverage of all that the stages count, though the pilot does not name it. */
function isPilotedAll(indicator: Indicator, stages: readonly Stage[]): boolean {
  return /覆盖率|coverage/iu.test(indicator.name?.text ?? "") && isCoverage(indicator, stages);
}

function firstAbove(
  { levels, baselines, indicator }: Figures,
  stages: readonly Stage[],
  only: string | null,
) {
  const base = baselines[0]?.value ?? null;
  for (const { target, value, floor, quantity } of levels) {
    const day = target.kind === "reach" ? statedDay(target) : null;
    if (day === null || floor === null || base?.gte(value) === true || (only !== null && !value.gte(only)))
      continue;
    // Between two stages it spreads, so the next one is the most that can be covered; behind the last nothing is known.
    const stage = stages.find((one) => one.day >= day);
    if (stage === undefined || stage.percent === null || !stage.percent.lt(floor)) continue;
    const section = target.section ?? indicator.section;
    return {
      shown: quantity.value.text.trim(),
      day,
      share: stage.percent,
      span: stage.span,
      target: target.stated.span,
      section,
    };
  }
  return null;
}
