/**
 * An alarm must be raised by trouble, tell somebody new, and see what it watches.
 *
 * Looks at: a condition that compares one indicator with a level: raised on the good side of what its last target asks, so
 * when the target is met, or from the baseline on until it is met; one that compares it with its own course and is raised where it runs ahead; `escalate` to one who is told already.
 * Reports: the condition, the escalation; related: the target, the told. A warning for the condition, a note for the
 * escalation, which the plan may explain.
 * Source: FORMAT.md section 7 (alarm).
 */
import type { RelatedPlace } from "../../../diagnostics/diagnostic.ts";
import { idsAt, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../../plan/plan.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { figuresOf } from "../../../rules/target/levels.ts";
import { levelOfChange } from "../../../rules/told/measured-figures.ts";
import type { Span } from "../../../text/source.ts";
import { ofType } from "../../of-type.ts";
import { readCondition, readCourse } from "../condition.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  /** Target or actor that it is held against. */
  readonly other: string;
  readonly fault: "side" | "ahead" | "told";
};

export const alarmMisdirected = defineRule<Args>({
  code: "alarm/misdirected",
  severity: "warning",
  named: ["words", "other"],
  text: {
    en: {
      title: "Alarm that misses what it is for",
      message: (a) =>
        a.fault === "side"
          ? `${a.id}: "${a.words}" is raised when the target ${a.other} is met`
          : a.fault === "ahead"
            ? `${a.id}: "${a.words}" is raised when ${a.other} runs ahead of its course, not when it falls behind: is that meant?`
            : `${a.id}: escalates to ${a.words}, which has been told from the start`,
      why: "An alarm that is raised by success, or passed on to the same hands, warns nobody.",
      fix: "Where the comparison is the wrong way round, reverse it; where the alarm escalates to the same hands, name who takes over.",
    },
    zhHans: {
      title: "预警设置不当",
      message: (a) =>
        a.fault === "side"
          ? `监测预警“${a.name}”的条件“${a.words}”在目标值“${a.other}”实现时反而触发`
          : a.fault === "ahead"
            ? `监测预警“${a.name}”的条件“${a.words}”在“${a.other}”快于进度时触发，落后时反而不触发，是否确有此意`
            : `监测预警“${a.name}”升级至“${a.words}”，而该主体一开始就已告知`,
      why: "完成时才触发、升级仍回到原处的预警，起不到预警作用。",
      fix: "比较方向写反的，予以更正；升级对象与最初告知对象相同的，另行写明由谁接手。",
    },
  },
  check({ plan, report }) {
    for (const alarm of ofType(plan, "alarm")) {
      for (const { span, related, ...found } of [...sidesOf(alarm, plan), ...toldOf(alarm)]) {
        const args = { id: alarm.id.value, name: nameOf(alarm), ...found };
        const severity = found.fault === "told" ? "info" : "warning";
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
  return wordsAt(parameters, "when").flatMap((when): readonly Found[] => {
    const condition = readCondition(when);
    const [, id = "", relation = ""] = named.exec(when.value.normalize("NFKC")) ?? [];
    const own = figuresOf(plan).find(({ indicator }) => indicator.id.value === id);
    const target = own?.indicator.targets.findLast((one) => levelOfChange(one, own, plan) !== null);
    const level = own === undefined || target === undefined ? null : levelOfChange(target, own, plan);
    if (own !== undefined && isAhead(when.value, own.direction)) {
      const related = { span: own.indicator.id.span, note: { en: "the indicator", zhHans: "该指标" } };
      return [
        { span: when.span, words: when.value.trim(), other: nameOf(own.indicator), fault: "ahead", related },
      ];
    }
    if (
      condition === null ||
      own === undefined ||
      target === undefined ||
      level === null ||
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
    // A direction that the figures contradict is told there.
    const base = own.baselines[0]?.value;
    if (base !== undefined && (own.direction === "increase" ? level.lt(base) : level.gt(base))) return [];
    const isRising = own.direction === "increase";
    if (isAbove !== isRising) return [];
    const isBeyond = isRising ? asked.gte(level) : asked.lte(level);
    const isFromStart = base !== undefined && (isRising ? asked.lt(base) : asked.gt(base));
    const other = target.quantity?.value.text.trim() ?? "";
    const related = { span: target.stated.span, note: { en: "the target", zhHans: "目标值" } };
    return isBeyond || isFromStart
      ? [{ span: when.span, words: when.value.trim(), other, fault: "side" as const, related }]
      : [];
  });
}

/** `coverage > expected + 5pp`, where more is better. */
function isAhead(condition: string, direction: string | null): boolean {
  const course = readCourse(condition);
  if (course === null || (direction !== "increase" && direction !== "decrease")) return false;
  return course.isAbove === (direction === "increase");
}

function toldOf({ parameters }: Mechanism): readonly Found[] {
  const told = idsAt(parameters, "tell");
  return idsAt(parameters, "escalate").flatMap(({ value, span }) => {
    const same = told.find((one) => one.value === value);
    if (same === undefined || told.length > 1) return [];
    const related = { span: same.span, note: { en: "told here", zhHans: "已告知" } };
    return [{ span, words: value, other: value, fault: "told" as const, related }];
  });
}
