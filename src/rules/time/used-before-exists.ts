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
 * or a phase tells of the use.
 * Source: DESIGN.md section 4 (a thing used before it exists).
 */
import { isoDay, periodContaining } from "../../plan/days.ts";
import type { Given, Statements } from "../../plan/given.ts";
import { idsAt, walkParameters } from "../../plan/parameters.ts";
import type {
  Action,
  Deliverable,
  Indicator,
  Item,
  Mechanism,
  Milestone,
  Phase,
  Plan,
} from "../../plan/plan.ts";
import { type PlanIndex, sharedIdKinds } from "../../plan/plan-index.ts";
import { periodOf, rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Day, Rhythm, When } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { wordsFor } from "../name-of.ts";
import { firstDated, lastDay, latestStart, statedPeriod } from "../times-of.ts";

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
};

/** A day together with the place that states it; the rhythm or phase, where nothing but that tells of it. */
interface DatedBy {
  readonly day: Day;
  readonly when: { readonly span: Span };
  readonly rhythm?: Rhythm;
  readonly phase?: string;
}

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
    const compare = (item: Item, name: Given<string>, used: DatedBy | null, from?: "start"): void => {
      const needed = index.findAny(neededKinds, name.value);
      if (used === null || needed === undefined || needed === item) return;
      const exists =
        from === "start" && isOf("action", needed) ? begunBy(needed) : existsOn(needed, produced, index);
      // Of items that wait for each other, one is always early: told by `reference/cycle`.
      if (exists === null || exists.day <= used.day || waitsFor(needed, item)) return;
      report(
        name.span,
        {
          id: item.id.value,
          name: wordsFor(item),
          needed: name.value,
          neededName: wordsFor(needed),
          exists: isoDay(exists.day),
          used: isoDay(used.day),
          begins: from === "start",
          rhythm: used.rhythm ?? null,
          phase: used.phase ?? null,
        },
        {
          on: item,
          severity: used.rhythm === undefined && used.phase === undefined ? "warning" : "info",
          related: [
            { span: exists.when.span, note: { en: "due here", zhHans: "完成时间" } },
            { span: used.when.span, note: { en: "used here", zhHans: "使用时间" } },
          ],
        },
      );
    };
    for (const action of plan.actions) {
      for (const name of action.needs) compare(action, name, startOf(action.period));
    }
    for (const milestone of plan.milestones) {
      for (const name of milestone.needs) compare(milestone, name, pointOf(milestone.by));
      if (milestone.deliverable !== null) compare(milestone, milestone.deliverable, pointOf(milestone.by));
    }
    for (const indicator of plan.indicators) {
      for (const name of indicator.dataFrom) compare(indicator, name, firstUse(indicator));
    }
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin === "cited") continue;
      const used = mechanismUse(mechanism, plan);
      for (const name of namedBy(mechanism)) compare(mechanism, name, used);
      for (const name of restsOn(mechanism, plan.deliverables)) compare(mechanism, name, used);
      if (mechanism.type.value === "review") {
        // One that recurs may begin with nothing to review yet.
        if (used?.rhythm !== undefined) continue;
        for (const name of idsAt(mechanism.parameters, "of")) {
          // A phase, an indicator or an objective is reviewed while it lasts.
          if (index.findAny(["phase", "indicator", "objective"], name.value) === undefined)
            compare(mechanism, name, used, "start");
        }
      }
    }
    for (const action of plan.actions) {
      for (const name of restsOn(action, plan.deliverables)) compare(action, name, startOf(action.period));
    }
  },
});

function inEnglish({ id, needed, exists, used, begins, rhythm, phase }: Args): string {
  if (begins) return `${id}: looks at ${needed} by ${used}, but ${needed} begins only on ${exists}`;
  if (rhythm !== null)
    return `${id} is ${rhythmWords(rhythm).en}, so due by ${used}, but needs ${needed}, due only on ${exists}: from when does it run?`;
  if (phase !== null)
    return `${id} belongs to ${phase}, which begins by ${used}, but needs ${needed}, due only on ${exists}: from when does it run?`;
  return `${id}: needs ${needed} by ${used}, but ${needed} is due only on ${exists}`;
}

function inChinese({ name, neededName, exists, used, begins, rhythm, phase }: Args): string {
  if (begins) return `“${name}”至迟 ${used} 评估“${neededName}”，而“${neededName}”到 ${exists} 才开始`;
  if (rhythm !== null)
    return `“${name}”${rhythmInChinese(rhythm)}，应自 ${used} 起开展，而所需“${neededName}”到 ${exists} 才完成，自何时起实行未写明`;
  if (phase !== null)
    return `“${name}”属“${phase}”阶段，该阶段至迟 ${used} 开始，而所需“${neededName}”到 ${exists} 才完成，自何时起实行未写明`;
  return `“${name}”至迟 ${used} 需要“${neededName}”，而“${neededName}”到 ${exists} 才完成`;
}

/** What may be needed: everything with a date. */
const neededKinds = [...sharedIdKinds, "mechanism"] as const;

/** Keys whose words may be the id of a mechanism or deliverable without which this one cannot run. */
const usingKeys: ReadonlySet<string> = new Set(["data-from", "by", "demand", "supply", "lead", "escalate"]);

/** Words behind which a name says what the work rests on. */
const restWords = "依托|利用|通过|运用|借助|凭借|using|through|via|by means of|with the help of";
const restsOnSomething = new RegExp(restWords, "i");

/** The deliverables that a name says the work rests on, each in the place of the name. */
function restsOn(item: Action | Mechanism, deliverables: readonly Deliverable[]): readonly Given<string>[] {
  const { name } = item;
  if (name === null || !restsOnSomething.test(name.text)) return [];
  return deliverables.flatMap(({ id, name: product }) => {
    const words = product?.text.trim().toLowerCase() ?? "";
    const at = words.length < 4 ? -1 : name.text.toLowerCase().indexOf(words);
    // 依托 stands right before what is rested on.
    const isRest = at > 0 && restWordsBefore.test(name.text.slice(Math.max(0, at - 24), at));
    return isRest ? [{ value: id.value, span: name.span, origin: "given" as const }] : [];
  });
}

const restWordsBefore = new RegExp(`(?:${restWords})(?:\\s(?:the|a|our))?\\s?$`, "i");

/** What a mechanism needs, and what its parts take their data from; each name once. */
function namedBy({ needs, parameters }: Mechanism): readonly Given<string>[] {
  const names = new Map(needs.map((name) => [name.value, name]));
  walkParameters(parameters, (path, value) => {
    if (!usingKeys.has(path.at(-1) ?? "")) return;
    const mentions = value.kind === "reference" ? value.ids : [];
    const words = value.kind === "text" ? value.statements.flatMap(({ is }) => is.value) : [];
    for (const name of [...mentions, ...words]) if (!names.has(name.value)) names.set(name.value, name);
  });
  return [...names.values()];
}

/** The start of a mechanism, or the end of the first span of its rhythm. */
function mechanismUse(mechanism: Mechanism, plan: Plan): DatedBy | null {
  const { from, during, cadence } = mechanism;
  if (from !== null || during !== null) return startOfMechanism(mechanism);
  const [rhythm] = cadence;
  const start = plan.period?.start?.value ?? null;
  const period = rhythm === undefined ? null : periodOf(rhythm.is.value);
  if (rhythm === undefined || start === null || period === null) return null;
  return { day: periodContaining(start, period).end, when: rhythm.is, rhythm: rhythm.is.value };
}

/** A span of days as a start says within what it starts; a phase as the time only that it belongs there. */
function startOfMechanism({ from, during }: Mechanism): DatedBy | null {
  if (from !== null) {
    const isSpan = from.value.expression?.kind === "range";
    return dated(from, (isSpan ? lastDay(from) : null) ?? latestStart(from));
  }
  const start = dated(during, latestStart(during));
  const phase = during?.value.phase ?? null;
  return start === null || phase === null ? start : { ...start, phase };
}

function startOf(statements: Statements<When>): DatedBy | null {
  const when = firstDated(statements);
  const day = latestStart(when);
  return when === null || day === null ? null : { day, when };
}

/** An action can be reviewed once it may have begun. */
function begunBy({ period }: Action): DatedBy | null {
  const when = firstDated(period);
  return dated(when, statedPeriod(when)?.start ?? null);
}

/** The earliest of the stated days. */
function pointOf(statements: Statements<When>): DatedBy | null {
  return earliest(statements.map(({ is }) => dated(is, lastDay(is))));
}

/** The first day on which a target needs a value: when it is due, or the end of the time from which it holds. */
function firstUse(indicator: Indicator): DatedBy | null {
  return earliest(
    indicator.targets.flatMap(({ by, from }) => [dated(by, lastDay(by)), dated(from, latestStart(from))]),
  );
}

function dated(when: Given<When> | null, day: Day | null): DatedBy | null {
  return when === null || day === null ? null : { day, when };
}

function earliest(days: readonly (DatedBy | null)[]): DatedBy | null {
  let first: DatedBy | null = null;
  for (const day of days) if (day !== null && (first === null || day.day < first.day)) first = day;
  return first;
}

/** Dates of milestones by the deliverable that they bring, for deliverables without a date of their own. */
function datesOfProducts(plan: Plan): ReadonlyMap<string, DatedBy> {
  const dates = new Map<string, DatedBy>();
  for (const milestone of plan.milestones) {
    const date = pointOf(milestone.by);
    const product = milestone.deliverable?.value;
    if (date === null || product === undefined) continue;
    const known = dates.get(product);
    if (known === undefined || date.day < known.day) dates.set(product, date);
  }
  return dates;
}

/** When an item is there to be used; null for kinds without a date. */
function existsOn(item: Item, produced: ReadonlyMap<string, DatedBy>, index: PlanIndex): DatedBy | null {
  if (isOf("deliverable", item)) return pointOf(item.due) ?? produced.get(item.id.value) ?? null;
  if (isOf("milestone", item)) return pointOf(item.by);
  if (isOf("action", item) || isOf("phase", item)) return pointOf(item.period);
  if (!isOf("mechanism", item) || item.origin === "cited") return null;
  return startOfMechanism(item) ?? afterDeliverables(item, produced, index);
}

/** A mechanism without a start of its own is there once the last of the deliverables that it needs is. */
function afterDeliverables(
  { needs }: Mechanism,
  produced: ReadonlyMap<string, DatedBy>,
  index: PlanIndex,
): DatedBy | null {
  let last: DatedBy | null = null;
  for (const { value } of needs) {
    const needed = index.find("deliverable", value);
    const there = needed === undefined ? null : existsOn(needed, produced, index);
    if (there !== null && (last === null || there.day > last.day)) last = there;
  }
  return last;
}

/** Steps that are followed for one plan: a long chain of needs would be walked again from each of its items. */
const mostSteps = 200_000;

/** Tells whether an item needs another, over any number of steps; no, once too many were followed. */
function makeWaitsFor(index: PlanIndex): (item: Item, other: Item) => boolean {
  let steps = 0;
  return (item, other) => {
    const seen = new Set<Item>();
    const open = [item];
    for (let next = open.pop(); next !== undefined && steps < mostSteps; next = open.pop()) {
      if (next === other) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      if (!isOf("action", next) && !isOf("milestone", next) && !isOf("mechanism", next)) continue;
      for (const { value } of next.needs) {
        steps++;
        const needed = index.findAny(neededKinds, value);
        if (needed !== undefined) open.push(needed);
      }
    }
    return false;
  };
}

interface ItemsByKind {
  readonly deliverable: Deliverable;
  readonly milestone: Milestone;
  readonly action: Action;
  readonly phase: Phase;
  readonly mechanism: Mechanism;
}

function isOf<K extends keyof ItemsByKind>(kind: K, item: Item): item is ItemsByKind[K] {
  return item.kind === kind;
}
