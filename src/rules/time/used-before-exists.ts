/**
 * A thing must exist before it is used.
 *
 * Looks at: `needs` of actions and milestones, held against the start of the action or the date of the milestone; the
 * deliverable that a milestone brings, held against the milestone's date;
 * `data-from` of indicators, held against their first dated target; and `needs` and `data-from` of mechanisms, held against
 * their start (`from`, of a span its end; else that of `during`), or where only a rhythm is stated against the end of its
 * first span in the plan. Of mechanisms also the mechanisms that other keys name by id (`by`, `demand`, `lead` …), and for reviews the
 * actions, deliverables and milestones under `of`; of actions and mechanisms the platforms and other deliverables that their name says they rest on
 * (依托智慧助餐平台, using the public portal). A needed item exists at the last day of its own time (of several statements, the earliest), a mechanism from its
 * start, or where none is stated once the last deliverable under its `needs` is there. What starts in a month may need what is done in that month.
 * Reports: the mention; related: the date of the needed item, the date of the use. A note where only a rhythm
 * or a phase tells of the use, but for what comes only after the phase.
 * Source: DESIGN.md section 4 (a thing used before it exists).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import { idsAt } from "../../plan/parameters.ts";
import type { Item, Mechanism, Plan } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { wordsFor } from "../name-of.ts";
import {
  begunBy,
  type DatedBy,
  datesOfProducts,
  existsOn,
  firstUse,
  isOf,
  mechanismUse,
  pointOf,
  startOf,
} from "./item-times.ts";
import { makeWaitsFor, namedBy, neededKinds, restsOn } from "./needs.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly needed: string;
  readonly neededName: string;
  readonly exists: string;
  readonly used: string;
  /** What is needed begins on the day, rather than being due. */
  readonly begins: boolean;
  /** The rhythm by which alone the use is dated. */
  readonly rhythm: Rhythm | null;
  /** The phase within which, at no stated time, it is used. */
  readonly phase: string | null;
  /** The last day of that phase, where what is needed is there only afterwards. */
  readonly phaseEnd: string | null;
};

export const timeUsedBeforeExists = defineRule<Args>({
  code: "time/used-before-exists",
  severity: "warning",
  named: ["phase"],
  text: {
    en: {
      title: "Used before it exists",
      message: inEnglish,
      why: "Work that rests on something not yet there starts late or without it.",
      fix: "Bring the needed item forward, or start its use later.",
    },
    zhHans: {
      title: "所需条件尚未形成即已使用",
      message: inChinese,
      why: "前置条件未到位，后续工作只能推迟或缺少依据地开展。",
      fix: "提前前置事项的完成时间，或推后使用时间。",
    },
  },
  check({ plan, index, report }) {
    const produced = datesOfProducts(plan);
    const waitsFor = makeWaitsFor(index);
    for (const { item, name, used, begins } of usesOf(plan, index)) {
      const needed = index.findAny(neededKinds, name.value);
      if (used === null || needed === undefined || needed === item) continue;
      const exists = begins && isOf("action", needed) ? begunBy(needed) : existsOn(needed, produced, index);
      // Of items that wait for each other, one is always early: told by `reference/cycle`.
      if (exists === null || exists.day <= used.day || waitsFor(needed, item)) continue;
      const isAfterPhase = used.phaseEnd !== undefined && used.phaseEnd < exists.day;
      const args = {
        id: item.id.value,
        name: wordsFor(item),
        needed: name.value,
        neededName: wordsFor(needed),
        exists: isoDay(exists.day),
        used: isoDay(used.day),
        begins,
        rhythm: used.rhythm ?? null,
        phase: used.phase ?? null,
        phaseEnd: isAfterPhase && used.phaseEnd !== undefined ? isoDay(used.phaseEnd) : null,
      };
      const related = [
        { span: exists.when.span, note: { en: "due here", zhHans: "完成时间" } },
        { span: used.when.span, note: { en: "used here", zhHans: "使用时间" } },
      ];
      const isSure = used.rhythm === undefined && (used.phase === undefined || isAfterPhase);
      report(name.span, args, { on: item, severity: isSure ? "warning" : "info", related });
    }
  },
});

/** A mention of something that an item uses, and when it does; `begins`: it is enough that the thing has begun. */
interface Use {
  readonly item: Item;
  readonly name: Given<string>;
  readonly used: DatedBy | null;
  readonly begins: boolean;
}

function usesOf(plan: Plan, index: PlanIndex): readonly Use[] {
  const uses: Use[] = [];
  const add = (item: Item, names: readonly Given<string>[], used: DatedBy | null, begins = false): void => {
    for (const name of names) uses.push({ item, name, used, begins });
  };
  for (const action of plan.actions) add(action, action.needs, startOf(action.period));
  for (const milestone of plan.milestones) {
    const { needs, deliverable } = milestone;
    add(milestone, deliverable === null ? needs : [...needs, deliverable], pointOf(milestone.by));
  }
  for (const indicator of plan.indicators) add(indicator, indicator.dataFrom, firstUse(indicator));
  for (const mechanism of plan.mechanisms) {
    if (mechanism.origin === "cited") continue;
    const used = mechanismUse(mechanism, plan);
    add(mechanism, [...namedBy(mechanism), ...restsOn(mechanism, plan.deliverables)], used);
    // A review that recurs may begin with nothing to review yet.
    if (mechanism.type.value === "review" && used?.rhythm === undefined)
      add(mechanism, reviewedBy(mechanism, index), used, true);
  }
  for (const action of plan.actions) add(action, restsOn(action, plan.deliverables), startOf(action.period));
  return uses;
}

/** What a review looks at, but for phases, indicators and objectives, which are reviewed while they last. */
function reviewedBy({ parameters }: Mechanism, index: PlanIndex): readonly Given<string>[] {
  return idsAt(parameters, "of").filter(
    ({ value }) => index.findAny(["phase", "indicator", "objective"], value) === undefined,
  );
}

function inEnglish({ id, needed, exists, used, begins, rhythm, phase, phaseEnd }: Args): string {
  if (begins) return `${id}: looks at ${needed} by ${used}, but ${needed} begins only on ${exists}`;
  if (rhythm !== null)
    return `${id} is ${rhythmWords(rhythm).en}, so due by ${used}, but needs ${needed}, due only on ${exists}: from when does it run?`;
  if (phase !== null && phaseEnd !== null)
    return `${id} belongs to ${phase}, which ends on ${phaseEnd}, but needs ${needed}, due only on ${exists}`;
  if (phase !== null)
    return `${id} belongs to ${phase}, which begins by ${used}, but needs ${needed}, due only on ${exists}: from when does it run?`;
  return `${id}: needs ${needed} by ${used}, but ${needed} is due only on ${exists}`;
}

function inChinese({ name, neededName, exists, used, begins, rhythm, phase, phaseEnd }: Args): string {
  if (begins) return `“${name}”至迟 ${used} 评估“${neededName}”，而“${neededName}”到 ${exists} 才开始`;
  if (rhythm !== null)
    return `“${name}”${rhythmInChinese(rhythm)}，应自 ${used} 起开展，而所需“${neededName}”到 ${exists} 才完成，自何时起实行未写明`;
  if (phase !== null && phaseEnd !== null)
    return `“${name}”属“${phase}”阶段，该阶段 ${phaseEnd} 结束，而所需“${neededName}”到 ${exists} 才完成`;
  if (phase !== null)
    return `“${name}”属“${phase}”阶段，该阶段至迟 ${used} 开始，而所需“${neededName}”到 ${exists} 才完成，自何时起实行未写明`;
  return `“${name}”至迟 ${used} 需要“${neededName}”，而“${neededName}”到 ${exists} 才完成`;
}
