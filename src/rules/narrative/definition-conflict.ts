/**
 * The whole of which a text takes a share is that of the definition.
 *
 * Looks at: sentences of section texts with the whole name of an indicator whose definition divides (`A / B`, A占B的比例), which
 * say of what it is a share (按A与B之比计算, A占B的比重, 以B为基数, as a share of B).
 * Reports: the whole in the text; related: the definition. A warning that asks, as both may be called otherwise.
 * Source: DESIGN.md section 4 (one quantity measured by two definitions or denominators).
 */
import type { Given } from "../../plan/given.ts";
import type { Indicator } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { mentionsIn } from "../texts/indicator-mentions.ts";
import { stemsIn } from "../texts/word-stems.ts";

type Args = {
  readonly section: string;
  readonly id: string;
  readonly name: string;
  readonly said: string;
  readonly stated: string;
};

export const narrativeDefinitionConflict = defineRule<Args>({
  code: "narrative/definition-conflict",
  severity: "warning",
  named: ["id"],
  text: {
    en: {
      title: "Another whole in the text than in the definition",
      message: (a) =>
        `section ${a.section} takes "${a.name}" as a share of "${a.said}", but ${a.id} is defined over "${a.stated}": which whole is meant?`,
      why: "The same count over another whole gives another share, and the target is met by one and missed by the other.",
      fix: "Correct the text or the definition; call the whole by one name.",
    },
    zhHans: {
      title: "正文所写基数与指标定义不符",
      message: (a) =>
        `章节“${a.section}”写“${a.name}”以“${a.said}”为基数，而指标定义以“${a.stated}”为基数，以哪一个为准不明`,
      why: "基数不同，算出的比率不同，可能一种算法达标、另一种不达标。",
      fix: "更正正文或定义；同一基数使用同一名称。",
    },
  },
  check({ plan, report }) {
    const divided = new Map(plan.indicators.map((one) => [one, wholeOf(one)]));
    if (![...divided.values()].some((one) => one !== null)) return;
    for (const section of plan.sections) {
      const { text } = section;
      if (text === null || !anyShare.test(text.text)) continue;
      for (const sentence of sentencesOf(text.text)) {
        const told = ofElsewhere.test(sentence.text) ? null : toldWhole(sentence.text);
        if (told === null) continue;
        const named = mentionsIn(sentence.text, plan).filter(
          ({ isShort, at, end }) =>
            at < told.at && (!isShort || definesBehind.test(sentence.text.slice(end, end + 8))),
        );
        const [only, other] = named;
        if (only === undefined || other !== undefined) continue;
        const { indicator } = only.figures;
        const own = divided.get(indicator) ?? null;
        if (own === null || isSameWhole(told.words, own.words)) continue;
        const args = {
          section: section.id.value,
          id: indicator.id.value,
          name: nameOf(indicator),
          said: told.words,
          stated: own.words,
        };
        const related = [{ span: own.definition.span, note: { en: "the definition", zhHans: "指标定义" } }];
        report(partSpan(text.span, told.words, sentence.at + told.at), args, { on: section, related });
      }
    }
  },
});

const anyShare = /之比|比[例重率值]|百分比|基数|分母|除以|share of|percentage of|proportion of|divided by/;
const chineseWhole =
  /(?:[与和占](?:全[区市县镇乡省])?|除以|以)([^，。；、与和占以除]{2,30}?)(?:之比|的(?:比例|比重|比值|百分比)|所得|为(?:基数|分母))|(?:分母|基数)[为是]([^，。；、]{2,30})|除以([^，。；、]{2,30}?)(?:计算|得出|核算|，|。|$)/u;
const englishWhole =
  /\b(?:as a (?:share|percentage|proportion) of|divided by) (?:the |all |our )*([a-z][a-z \d-]{3,60}?)(?=[,.;]|$| (?:in|at|on|and|by|each|every|once) )/iu;

/** A shortened name is meant where it is defined right behind: 漏损率按…之比计算, 合格率是指…. */
const definesBehind = /^(?:的?(?:计算|统计)?(?:口径|公式|方法)?为?)?(?:是?指|按照?|以|等于|=)/u;

function toldWhole(sentence: string): { readonly words: string; readonly at: number } | null {
  const match = (chinese.test(sentence) ? chineseWhole : englishWhole).exec(sentence);
  const words = match?.[1] ?? match?.[2] ?? match?.[3] ?? "";
  return match === null || words === "" ? null : { words, at: match.index + match[0].lastIndexOf(words) };
}

interface Whole {
  readonly definition: Given<string>;
  readonly words: string;
}

const longestDefinition = 500;
const shareOf = /^[^，。；占]{2,100}占([^，。；占]{2,100}?)的?(?:比例|比重|百分比)$/u;

function wholeOf({ definition, unit }: Indicator): Whole | null {
  if (definition === null || definition.value.length > longestDefinition) return null;
  if (unit?.value?.dimension !== "percent") return null;
  const plain = definition.value.normalize("NFKC").trim();
  const [, all] = shareOf.exec(plain) ?? [];
  const sides = plain.split(/[/÷]/);
  const words = (all ?? (sides.length === 2 ? sides[1] : ""))?.trim() ?? "";
  return words === "" ? null : { definition, words };
}

const fillers =
  /全部|所有|全体|总人?数|总数?量?|合计|数量|人数|[数量的]$|同期|当年|全[区市县镇乡]|本[区市县镇乡]|辖区内?/gu;

/** The same words without what says no more than all; one within the other is the same, called at length. */
function isSameWhole(told: string, stated: string): boolean {
  if (!chinese.test(stated) || !chinese.test(told)) {
    const [a, b] = [stemsIn(told), stemsIn(stated)];
    return a.every((stem) => b.includes(stem)) || b.every((stem) => a.includes(stem));
  }
  const [a = "", b = ""] = [told, stated].map((words) => words.replace(fillers, "").replace(fillers, ""));
  return a === "" || b === "" || a.includes(b) || b.includes(a);
}
