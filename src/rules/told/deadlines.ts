/**
 * What the text of a section says of deadlines that only one of its mechanisms states: when an alarm is answered, when what follows from a
 * grade is done, when a training is tested. Chinese only; where a figure of the section is the stated one, others are of something else.
 * Shared by a rule; not a rule.
 */
import { entriesAt, labelOf, quantitiesAt, wordsAt } from "../../plan/parameters.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Mechanism, Plan, Section } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import type { Span } from "../../text/source.ts";
import { sentencesOf } from "../plan-words.ts";
import { standsIn } from "../texts/called-by-kind.ts";
import { ofElsewhere } from "../texts/figures.ts";

/** A deadline told otherwise; `at`: an offset in the text of the section. */
export interface ToldDeadline {
  readonly mechanism: Mechanism;
  readonly shown: string;
  readonly at: number;
  readonly stated: string;
  readonly span: Span;
}

interface Deadline {
  readonly mechanism: Mechanism;
  readonly limit: Quantity;
  readonly span: Span;
  readonly isOf: (sentence: string, clause: string) => boolean;
}

/** A cheap sign that a text tells one. */
const anyDeadline = /[日天时月周]内|[日天月周]后|[日天月周](?:之前|以内)/u;
const duration =
  /(?<![\d.年第])(\d{1,3}|[一二两三四五六七八九十]{1,3})(个工作日|工作日|个?小时|分钟|天|日|周|个月)(?=[之以]?[内后])/gu;

/** The deadlines that a section tells otherwise than its mechanisms. */
export function deadlinesTold({ id, text }: Section, plan: Plan): readonly ToldDeadline[] {
  if (text === null || !anyDeadline.test(text.text)) return [];
  const here = plan.mechanisms.filter((one) => one.origin === "plan" && standsIn(one, id.value));
  return [answersOf, followUpsOf, testsOf].flatMap((read): readonly ToldDeadline[] => {
    const [deadline, other] = here.flatMap(read);
    return deadline === undefined || other !== undefined ? [] : otherThan(deadline, text.text);
  });
}

/** What one may do, what is told to all, what follows another step or another level has a time of its own. */
const ofOther = /可以|异议|申诉|陈述|公布|公示|成绩|补考|审定后|完成后|转办|市级|省级/u;

function otherThan({ limit, mechanism, span, isOf }: Deadline, text: string): readonly ToldDeadline[] {
  const told = sentencesOf(text).flatMap((sentence) => {
    if (!anyDeadline.test(sentence.text) || ofElsewhere.test(sentence.text)) return [];
    return clausesOf(sentence.text).flatMap(({ clause, from }) =>
      [...clause.matchAll(duration)].flatMap(({ 0: shown, 1: many = "", 2: unit = "", index }) => {
        const reading = parseQuantity(`${wholeNumber(many) ?? many}${unit.replace(/^日$/u, "天")}`);
        const value = reading.ok ? convert(reading.quantity.value, reading.quantity.unit, limit.unit) : null;
        const agrees = value?.eq(limit.value) === true;
        return [
          {
            shown,
            at: sentence.at + from + index,
            agrees,
            isMeant: isOf(sentence.text, clause) && !ofOther.test(clause),
          },
        ];
      }),
    );
  });
  const [meant, other] = told.filter(({ isMeant }) => isMeant);
  if (meant === undefined || other !== undefined || told.some(({ agrees }) => agrees)) return [];
  return [{ mechanism, shown: meant.shown, at: meant.at, stated: limit.text.trim(), span }];
}

function clausesOf(sentence: string): readonly { readonly clause: string; readonly from: number }[] {
  const ends = [...sentence.matchAll(/，/gu)].map(({ index }) => index);
  return [0, ...ends.map((end) => end + 1)].map((from, i) => ({
    clause: sentence.slice(from, ends[i] ?? sentence.length),
    from,
  }));
}

const alarmed = /预警|警示|提醒|亮(?:起)?[红黄橙蓝]?灯|督办|警告|告警/u;
const answers = /答复|回应|反馈|说明|整改|措施|方案|报告|处置|纠偏/u;

/** 收到红色提醒的单位，应于5个工作日内提交整改说明. */
function answersOf(mechanism: Mechanism): readonly Deadline[] {
  const levels = entriesAt(mechanism.parameters, "levels").map((entry) => labelOf(entry)?.trim() || "？");
  return quantitiesAt(mechanism.parameters, "answer-within").map(({ is }) => ({
    mechanism,
    limit: is.value,
    span: is.span,
    // Of one of its levels a text may tell another: 亮黄灯的3日内整改.
    isOf: (sentence, clause) =>
      alarmed.test(sentence) &&
      answers.test(clause) &&
      !(levels.length > 1 && levels.some((level) => sentence.includes(level))),
  }));
}

const followUp = /整改|方案|说明|检查|帮扶|提升|约谈|答复|报告|检讨/u;

/** 连续两年不合格的，由县林业局约谈，并在1个月内提交整改方案. */
function followUpsOf(mechanism: Mechanism): readonly Deadline[] {
  const bands = entriesAt(mechanism.parameters, "bands").map((entry) => labelOf(entry)?.trim() ?? "");
  return entriesAt(mechanism.parameters, "consequences").flatMap((entry) => {
    const words = [...wordsAt(entry, "then"), ...wordsAt(entry, "if")].map(({ value }) => value);
    return quantitiesAt(entry, "within").map(({ is }) => ({
      mechanism,
      limit: is.value,
      span: is.span,
      isOf: (sentence, clause) =>
        followUp.test(clause) &&
        [...bands, "约谈"].some(
          (one) => one.length > 1 && words.join().includes(one) && sentence.includes(one),
        ),
    }));
  });
}

/** 培训结束3个月后组织一次复测. */
function testsOf(mechanism: Mechanism): readonly Deadline[] {
  return quantitiesAt(mechanism.parameters, "test-after").map(({ is }) => ({
    mechanism,
    limit: is.value,
    span: is.span,
    isOf: (sentence, clause) =>
      /复测|复评|测试|测验|考试|考核|回访|跟踪|测评/u.test(clause) &&
      /培训|训后|结业|轮训|学习/u.test(sentence),
  }));
}
