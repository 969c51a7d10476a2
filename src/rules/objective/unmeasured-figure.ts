/**
 * A figure that an objective promises is measured by an indicator.
 *
 * Looks at: figures stated as a level to reach (达到95%、24小时以内、不少于1000人、at least 95%) in the statements of objectives
 * that have an indicator, there also shares and counts without such words (90% of graduates find work, 培育企业20家; `promised-figures`), and in the texts of sections of goals, by `role` or, without one, by title or by the section above. Measured is what an indicator has as a target
 * or baseline, what a mechanism or resource states, or what is told as evidence.
 * Reports: the objective, or the text of the section, at its figure.
 * Source: DESIGN.md section 4 (a headline target that no indicator measures).
 */
import { divide } from "../../plan/decimal.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { isCount } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";
import { figuresOf } from "../target/levels.ts";
import { calendarOf, datesIn } from "../texts/dates.ts";
import { figuresIn } from "../texts/figures.ts";
import { isOfOtherSource } from "../texts/of-other-sources.ts";
import { isInGoals, isSameFigure, levelOfChange, measuredResults } from "../told/measured-figures.ts";
import { yearlyToldIn } from "../told/yearly.ts";
import { promisedIn } from "./promised-figures.ts";
import { isPromisedOfPart } from "./promised-of-part.ts";

type Args = { readonly id: string; readonly figure: string };

const number = String.raw`\d{1,12}(?:\.\d{1,4})?`;
const units =
  "[%％‰]|小时|分钟|个?工作日|天|万元|亿元|元|万人次|人次|万人|人|名|家|户|平方米|万?吨|万?立方米|hours?\\b|days?\\b|(?:(?:thousand|million|billion) )?(?:cubic metres|tonnes|kilotonnes|hectares|kt|[MG]Wh)\\b";
/** The words of reaching stand before a level, or a bound behind it. */
const levelBefore = new RegExp(
  String.raw`(?:达到?|不低于|不少于|不超过|超过|提[高升]到|提[高升]至|增至|降至|降到|控制在|保持在|稳定在|缩短[至到]|至少|以上达|≥|≤|>=|<=|\b(?:at least|at most|to|reach(?:es)?|above|below|over|within)\s)\s{0,2}(${number}\s{0,2}(?:${units}))`,
  "giu",
);
const levelBehind = new RegExp(
  String.raw`(${number}\s{0,2}(?:${units}))(?=以[上下内]|\s(?:or more|or less)\b)`,
  "giu",
);
/** At least 86% of buses run on time and 95% of stops have shelters: what follows a level in its sentence is one, too. */
const levelBeside = new RegExp(
  String.raw`(?:${number}\s?%|percent)[^.;\n]{1,80}\band (${number}\s?%)(?= of\b)`,
  "giu",
);
/** A digit with the beginning of a unit; the expressions above cost two milliseconds at their first use. */
const anyFigure = /\d\s{0,2}[%％‰小分个工天万亿元人名家户平吨立a-zA-Z]/;
const longestText = 20_000;

export const objectiveUnmeasuredFigure = defineRule<Args>({
  code: "objective/unmeasured-figure",
  severity: "warning",
  named: ["id"],
  text: {
    en: {
      title: "Headline figure that no indicator measures",
      message: (a) => `${a.id}: ${a.figure} is promised, but no indicator has it as a target`,
      why: "A promised figure without an indicator is never measured, and nobody answers for it.",
      fix: "Add it as a target of an indicator, or correct the figure in the text.",
    },
    zhHans: {
      title: "所提目标数值没有指标衡量",
      message: (a) => `“${a.id}”提出“${a.figure}”，但没有指标以此为目标值`,
      why: "文字中承诺的数值没有指标衡量，既不监测，也无人负责。",
      fix: "将其列为指标的目标值，或更正文字中的数值。",
    },
  },
  check({ plan, index, report }) {
    let measured: readonly Quantity[] | null = null;
    const tell = (span: Span, text: string, item: Item, further: readonly RegExp[]): void => {
      const levels = levelsIn(text, plan, further);
      if (levels.length === 0) return;
      const known = measured ?? measuredResults(plan);
      measured = known;
      const open = levels.filter(
        (one) =>
          !known.some((measure) => isSameFigure(measure, one.quantity)) &&
          !mayBeChange(plan, one.quantity) &&
          !comesToShare(one, known),
      );
      const figure = open.find(({ isPart }) => !isPart) ?? open[0];
      if (figure === undefined) return;
      const severity = figure.isPart ? "info" : "warning";
      report(
        partSpan(span, figure.shown, figure.at),
        { id: item.id.value, figure: figure.shown },
        { on: item, severity },
      );
    };
    for (const objective of plan.objectives) {
      if (objective.statement === null || index.indicatorsOf(objective.id.value).length === 0) continue;
      const { span, text } = objective.statement;
      tell(span, text, objective, promisedIn(text));
    }
    for (const section of plan.sections) {
      if (section.text === null || plan.indicators.length === 0 || !isInGoals(section, plan)) continue;
      tell(section.text.span, section.text.text.slice(0, longestText), section, []);
    }
  },
});

/** A change whose level cannot be told, for want of its base or its unit, may lead to any of its kind; that is told by itself. */
function mayBeChange(plan: Plan, { unit }: Quantity): boolean {
  return figuresOf(plan).some(
    (figures) =>
      figures.unit?.dimension === unit?.dimension &&
      figures.indicator.targets.some(
        (target) =>
          (target.kind === "change" || target.kind === "relative") &&
          levelOfChange(target, figures, plan) === null,
      ),
  );
}

const softBehind = /^(?:[/／][^，。；\d]{1,6}?)?(?:左右|上下)/u;
/** 每人每年送教4人次: what each of many does is no level of all. */
const ofEachOne = /每[人名位][^，。；\d]{0,12}$/u;

/** 46% of them leave today: how it stands. */
const isNow = /^[^,.;:\d。；]{0,40}\b(?:today|now|currently|at present)\b(?! on)/iu;

interface Promised {
  readonly quantity: Quantity;
  readonly shown: string;
  /** Where it stands in its text. */
  readonly at: number;
  /** Promised of a part of what another figure of the sentence is promised of; a breakdown may measure it. */
  readonly isPart: boolean;
  readonly sentence: string;
}

/** 全县620人，持证人员达到590人: of a sum beside it the share that an indicator has as a target, as exact as that is written. */
function comesToShare({ quantity, sentence }: Promised, known: readonly Quantity[]): boolean {
  if (quantity.unit === null || !isCount(quantity.unit.dimension)) return false;
  return figuresIn(sentence).some(({ quantity: { value, unit } }) => {
    if (unit?.key !== quantity.unit?.key || value.lte(quantity.value)) return false;
    const share = divide(quantity.value.times(100), value);
    return known.some((one) => {
      const places = /\.(\d+)/.exec(one.text)?.[1]?.length ?? 0;
      return one.unit?.dimension === "percent" && share.round(places).eq(one.value);
    });
  });
}

/** The earlier project fell to 61%: a verb of the past leads to the figure. */
const hasBeen =
  /\b(?:fell|rose|sank|grew|went|came|dropped|declined|climbed|slipped|had (?:fallen|risen|dropped|sunk|grown|come)) (?:back |down |up )?(?:to|above|below|over) $/iu;

/** The wait may reach 20 days: nothing is promised. */
const mayBe =
  /\b(?:may|might|could)(?: well| even| still| then)? [a-z]+(?: back| up| down)?(?: to| by| at| above| below| over)? $/iu;

function levelsIn(text: string, plan: Plan, further: readonly RegExp[]): readonly Promised[] {
  const found: Promised[] = [];
  if (further.length === 0 && !anyFigure.test(text)) return found;
  for (const pattern of [levelBefore, levelBehind, levelBeside, ...further]) {
    for (const match of matchesOf(pattern, text, found)) {
      const shown = (match[1] ?? "").trim();
      const reading = parseQuantity(shown);
      const end = match.index + match[0].lastIndexOf(shown) + shown.length;
      // 力争达到80%左右 is a wish beside the target, not one of its own.
      if (softBehind.test(text.slice(end, end + 10))) continue;
      if (
        /\d人?次/u.test(shown) &&
        ofEachOne.test(text.slice(Math.max(0, end - shown.length - 16), end - shown.length))
      )
        continue;
      if (!reading.ok || isNow.test(text.slice(end, end + 50))) continue;
      const at = end - shown.length;
      if (isChange.test(text.slice(Math.max(0, at - 16), at))) continue;
      const before = sentenceHead(text, at);
      if (
        isOfOtherSource(before, plan) ||
        hasBeen.test(before) ||
        mayBe.test(before) ||
        isInName(shown, plan)
      )
        continue;
      const sentence = sentenceOf(text, at);
      if (/每年|年均/u.test(before) && isYearOfTotal(sentence, shown)) continue;
      if (isBeyond(before, plan)) continue;
      const isPart = isPromisedOfPart(text.slice(Math.max(0, at - 160), at), before, sentence, plan);
      found.push({ quantity: reading.quantity, shown, at, isPart, sentence });
    }
  }
  return found;
}

/** 办理时间减少3.5个工作日以上: how far it shall move, and no level. */
const isChange =
  /(?:减少|下降|降低|缩短|压缩|压减|提[高升]|增加|增长|新增|上升)(?:了|约|不少于|不低于|至少|超过)?\s?$/u;

/** 展望2035年，达到95%: what is told of a time behind the plan is no promise of it. */
function isBeyond(before: string, plan: Plan): boolean {
  const end = plan.period?.end?.value ?? null;
  if (end === null || !/(?:19|20)\d\d/.test(before)) return false;
  const date = datesIn(before, calendarOf(plan)).at(-1);
  return date !== undefined && date.start > end;
}

/** 五年共培育100家以上，每年不少于15家: the total is what is measured. */
function isYearOfTotal(sentence: string, shown: string): boolean {
  const yearly = yearlyToldIn(sentence);
  return yearly?.total != null && yearly.each?.figure.shown.trim() === shown;
}

function sentenceOf(text: string, at: number): string {
  const tail = text.slice(at, at + 160);
  const end = tail.search(/[。；\n]|\. /u);
  return sentenceHead(text, at) + (end < 0 ? tail : tail.slice(0, end));
}

/** 60 days of `Cases closed within 60 days` says what is counted; a piece of work may be called after its own figure. */
function isInName(shown: string, { indicators, actions, milestones, deliverables }: Plan): boolean {
  const isHeld = (words: string | undefined): boolean => words !== undefined && holdsFigure(words, shown);
  return (
    indicators.some(({ name, definition }) => isHeld(name?.text) || isHeld(definition?.value)) ||
    [...actions, ...milestones, ...deliverables].some(({ name }) => isHeld(name?.text))
  );
}

/** Not as the end of a longer number: 5% is none of 95%. */
function holdsFigure(words: string, shown: string): boolean {
  for (let at = words.indexOf(shown); at >= 0 && shown !== ""; at = words.indexOf(shown, at + 1))
    if (!/[\d.,]/.test(words.charAt(at - 1))) return true;
  return false;
}

/** A figure beside a level is looked for only where there is one. */
function matchesOf(pattern: RegExp, text: string, found: readonly Promised[]): Iterable<RegExpExecArray> {
  return pattern === levelBeside && found.length === 0 ? [] : text.matchAll(pattern);
}

function sentenceHead(text: string, at: number): string {
  const head = text.slice(Math.max(0, at - 160), at);
  return head.slice(Math.max(...["。", "；", "\n", ". "].map((sign) => head.lastIndexOf(sign))) + 1);
}
