/**
 * An alarm must be raised by trouble, tell somebody new, and see what it watches.
 *
 * Looks at: a condition that compares one indicator with a level: raised on the good side of what its last target asks, so
 * when the target is met; `escalate` to one who is told already; a `streak` shorter than the period in which the indicators
 * under `of`, or named in the condition, are reported.
 * Reports: the condition, the escalation, the streak; related: the target, the told, the frequency. A warning for the
 * condition, a note for the others, which the plan may explain.
 * Source: FORMAT.md section 7 (alarm), DESIGN.md section 4 (a streak finer than its data).
 */
import type { RelatedPlace } from "../../../diagnostics/diagnostic.ts";
import type { Given } from "../../../plan/given.ts";
import { entriesAt, idsAt, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Indicator, Mechanism, Plan } from "../../../plan/plan.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { figuresOf } from "../../../rules/target/levels.ts";
import type { Span } from "../../../text/source.ts";
import { ofType } from "../../of-type.ts";
import { readCondition } from "../condition.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  /** Target, actor or indicator that it is held against. */
  readonly other: string;
  readonly rhythm: Rhythm | null;
  readonly fault: "side" | "told" | "streak";
};

export const alarmMisdirected = defineRule<Args>({
  code: "alarm/misdirected",
  severity: "warning",
  named: ["words", "other"],
  text: {
    en: {
      title: "Alarm that misses what it is for",
      message: (a) => {
        if (a.fault === "side") return `${a.id}: "${a.words}" is raised when the target ${a.other} is met`;
        if (a.fault === "told") return `${a.id}: escalates to ${a.words}, who is told from the start`;
        return `${a.id}: counts ${a.words} in a row, but ${a.other} is only ${a.rhythm === null ? "rarely" : rhythmWords(a.rhythm).en}`;
      },
      why: "An alarm that is raised by success, passed on to the same hands or blind to its data warns nobody.",
      fix: "Turn the comparison round, name who takes over, or count in the periods in which the data come.",
    },
    zhHans: {
      title: "预警设置不当",
      message: (a) => {
        if (a.fault === "side")
          return `监测预警“${a.name}”的条件“${a.words}”在目标值“${a.other}”实现时反而触发`;
        if (a.fault === "told") return `监测预警“${a.name}”升级至“${a.words}”，而该主体一开始就已告知`;
        return `监测预警“${a.name}”以“${a.words}”连续计算，而“${a.other}”${a.rhythm === null ? "" : rhythmInChinese(a.rhythm)}才有数据`;
      },
      why: "完成时才触发、升级仍回到原处、数据跟不上的预警，起不到预警作用。",
      fix: "更正比较方向，写明升级对象，或按数据报送周期计算连续时长。",
    },
  },
  check({ plan, report }) {
    const indicators = new Map(plan.indicators.map((one) => [one.id.value, one]));
    for (const alarm of ofType(plan, "alarm")) {
      for (const { span, related, ...found } of [
        ...sidesOf(alarm, plan),
        ...toldOf(alarm),
        ...streaksOf(alarm, indicators),
      ]) {
        const args = { id: alarm.id.value, name: nameOf(alarm), ...found };
        const severity = found.fault === "side" ? "warning" : "info";
        report(span, args, { on: alarm, related: [related], severity });
      }
    }
  },
});

interface Found extends Omit<Args, "id" | "name"> {
  readonly span: Span;
  readonly related: RelatedPlace;
}

const named = /^\s*([\p{L}\d][\p{L}\d._-]{0,80})\s*(<=|>=|<|>|≤|≥)/u;

function sidesOf({ parameters }: Mechanism, plan: Plan): readonly Found[] {
  return wordsAt(parameters, "when").flatMap((when) => {
    const condition = readCondition(when);
    const [, id = "", relation = ""] = named.exec(when.value.normalize("NFKC")) ?? [];
    const own = figuresOf(plan).find(({ indicator }) => indicator.id.value === id);
    const level = own?.levels.at(-1);
    if (
      condition === null ||
      own === undefined ||
      level === undefined ||
      /[-+−]/.test(when.value.replace(id, ""))
    )
      return [];
    const asked = convert(
      condition.threshold.value.value,
      condition.threshold.value.unit ?? own.unit,
      own.unit,
    );
    const isAbove = relation.startsWith(">") || relation === "≥";
    if (asked === null || own.direction === null || own.direction === "maintain") return [];
    const isMet =
      own.direction === "increase" ? isAbove && asked.gte(level.value) : !isAbove && asked.lte(level.value);
    const other = level.quantity.value.text.trim();
    const related = { span: level.target.stated.span, note: { en: "the target", zhHans: "目标值" } };
    return isMet
      ? [{ span: when.span, words: when.value.trim(), other, rhythm: null, fault: "side" as const, related }]
      : [];
  });
}

function toldOf({ parameters }: Mechanism): readonly Found[] {
  const told = idsAt(parameters, "tell");
  return idsAt(parameters, "escalate").flatMap(({ value, span }) => {
    const same = told.find((one) => one.value === value);
    if (same === undefined || told.length > 1) return [];
    const related = { span: same.span, note: { en: "told here", zhHans: "已告知" } };
    return [{ span, words: value, other: value, rhythm: null, fault: "told" as const, related }];
  });
}

function streaksOf({ parameters }: Mechanism, indicators: ReadonlyMap<string, Indicator>): readonly Found[] {
  const ids = [
    ...idsAt(parameters, "of").map(({ value }) => value),
    ...wordsAt(parameters, "when").flatMap(({ value }) => named.exec(value)?.[1] ?? []),
  ];
  const rhythms = ids.flatMap((id): { id: string; rhythm: Given<Rhythm> }[] => {
    const rhythm = indicators.get(id)?.frequency[0]?.is;
    return rhythm === undefined ? [] : [{ id, rhythm }];
  });
  const slowest = rhythms.sort(
    (a, b) => (perYear(a.rhythm.value) ?? 366) - (perYear(b.rhythm.value) ?? 366),
  )[0];
  const times = slowest === undefined ? null : perYear(slowest.rhythm.value);
  if (slowest === undefined || times === null || times === 0) return [];
  const maps = [parameters, ...entriesAt(parameters, "levels")];
  return maps
    .flatMap((map) => quantitiesAt(map, "streak"))
    .flatMap(({ is }) => {
      const { unit, value, text } = is.value;
      if (unit?.dimension !== "months" || value.times(unit.factor).times(times).gte(12)) return [];
      const related = { span: slowest.rhythm.span, note: { en: "the frequency", zhHans: "报送频次" } };
      return [
        {
          span: is.span,
          words: text.trim(),
          other: slowest.id,
          rhythm: slowest.rhythm.value,
          fault: "streak" as const,
          related,
        },
      ];
    });
}
