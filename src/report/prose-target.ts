/** Targets inside a sentence: 85%以上, 下降30%, 年均提高5个百分点; the date is left to the sentence. */
import type { Speaker } from "../language/speaker.ts";
import { directionWords } from "../language/words.ts";
import type { Indicator, Target } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import { proseLevel, proseSize } from "./prose-quantity.ts";

/** What a target asks for, as words of a sentence; `nameOf` gives the name of another indicator. */
export function proseTarget(
  target: Target,
  indicator: Indicator,
  speaker: Speaker,
  nameOf: (id: string) => string,
): string {
  const { kind, quantity, grade, trend, versus } = target;
  if (kind === "done") return speaker.say({ en: "completed", zhHans: "完成" });
  if (trend !== null) return speaker.say(directionWords[trend.value]);
  if (grade !== null) return gradeText(grade.wanted.value, grade.levels, speaker);
  if (versus !== null) {
    const margin = versus.margin === null ? "" : ` ${versus.margin.value.text.trim()}`;
    return `${relationText(versus.relation, speaker)}${nameOf(versus.indicator.value)}${margin}`;
  }
  if (quantity === null) return target.stated.value;
  const isLevel = kind === "reach" || kind === "hold" || kind === "total";
  return isLevel
    ? proseLevel(quantity.value, indicator.unit?.text ?? null, speaker, greatest(indicator))
    : changeText(target, indicator, speaker);
}

/** Above all there is nothing: 100% of a share; null where no such level is known. */
export function greatest(indicator: Indicator): number | null {
  const upper = indicator.bounds?.value.upper ?? null;
  return upper === null ? null : upper.toNumber();
}

function gradeText(wanted: string, levels: readonly string[], { chinese }: Speaker): string {
  if (levels.at(-1) === wanted) return wanted;
  return chinese ? `${wanted}以上` : `at least ${wanted}`;
}

function relationText(relation: string, speaker: Speaker): string {
  const words: Readonly<Record<string, { readonly en: string; readonly zhHans: string }>> = {
    ">=": { en: "no less than ", zhHans: "不低于" },
    "<=": { en: "no more than ", zhHans: "不高于" },
    ">": { en: "more than ", zhHans: "高于" },
    "<": { en: "less than ", zhHans: "低于" },
  };
  return speaker.say(words[relation] ?? { en: "equal to ", zhHans: "等于" });
}

/** Words before a change, by the kind of target. */
const spans: Readonly<Record<string, { readonly en: string; readonly zhHans: string }>> = {
  rate: { en: " a year on average", zhHans: "年均" },
  each: { en: " in every year", zhHans: "每年" },
  compound: { en: " over the whole span", zhHans: "累计" },
};

function changeText(target: Target, indicator: Indicator, speaker: Speaker): string {
  const quantity = target.quantity?.value;
  if (quantity === undefined) return target.stated.value;
  // The unit of a bare relative change is percent, not the indicator's.
  const unit = target.kind === "change" ? (indicator.unit?.text ?? null) : null;
  const size = proseSize(quantity, unit, speaker);
  const falls = quantity.value.lt(0) || (!quantity.signed && indicator.direction?.value === "decrease");
  const span = spans[target.kind] ?? { en: "", zhHans: "" };
  if (!speaker.chinese) return `a ${falls ? "fall" : "rise"} of ${size}${span.en}`;
  // 增长, 下降 … stand in the plan's own words already.
  const hasVerb = /^[增减減提升降缩縮上下]/.test(size);
  const measured = { name: indicator.name?.text ?? "", unit: indicator.unit?.text ?? "" };
  const verb = `${span.zhHans}${hasVerb ? "" : changeVerb(target.kind, measured, falls)}`;
  return `${speaker.say({ en: verb, zhHans: verb })}${size}`;
}

/** Verbs at the end of a name, which the verb of the figure takes the place of. */
const endingVerb = /(?:年均)?(?:再)?(?:提升|增[长長]|下降|[缩縮]短|[减減]少|提高)$/;

/** The verb that goes with what is measured. */
function changeVerb(kind: Target["kind"], { unit, name }: Measured, falls: boolean): string {
  const bare = name.replace(endingVerb, "");
  if (falls) {
    if (/[時时][間间长長限]|[周週]期/.test(bare)) return "缩短";
    return unit === "" || unit === "指数" || unit === "指數" || /[%‰]/.test(unit) ? "下降" : "减少";
  }
  if (/[%‰]|指[数數]|分/.test(unit) || /[率度性]$|能力|指[标標]|水平/.test(bare)) return "提高";
  return kind === "change" ? "增加" : "增长";
}

/** What a change is told of: its name and unit choose the verb; empty where there is none. */
interface Measured {
  readonly name: string;
  readonly unit: string;
}

/** A change that was observed, in Chinese and without its name: 下降40% of -40%. */
export function proseChange(quantity: Quantity, of: Measured, speaker: Speaker): string {
  const isRelative = quantity.unit === null || /[%‰]/.test(quantity.unit.text);
  const verb = changeVerb(isRelative ? "rate" : "change", of, quantity.value.lt(0));
  return `${speaker.say({ en: verb, zhHans: verb })}${proseSize(quantity, null, speaker)}`;
}

/** The name without the verb at its end: 投诉率 of 投诉率下降. */
export function withoutVerb(name: string): string {
  return name.replace(endingVerb, "");
}
