/**
 * A move that a text tells must be the way from the one value to the other.
 *
 * Looks at: sizes of moves in section texts and in the statements of problems and objectives (提高20个百分点, falls by 30, is halved): beside a span in
 * the same sentence (由45%提高到85%, from 60 to 40) against that span, else, behind the name of an indicator, against its
 * baseline and the level that is due on the date of the text. Yearly rates and soft figures are left out, as is what the
 * indicator states as a change itself.
 * Reports: the move; related: the statement of the plan. An error where the two values of that date give another move; a
 * warning where the figure is right in points but written as a percent, or where the text names no date and none of the targets gives
 * it; a note where it tells of the past.
 * Source: DESIGN.md section 4 (one quantity with two values; percent mixed with points).
 */
import { formatDecimal } from "../../plan/decimal.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";
import { type ToldSentence, toldSentences } from "../texts/sentences.ts";
import { changesTold, type ToldChange } from "../told/changes.ts";

type Args = {
  /** Null for the statement of an item. */
  readonly section: string | null;
  readonly of: string;
  readonly move: string;
  /** The relative change that the indicator states instead, as written; null where two values give the way. */
  readonly instead: string | null;
  /** The two values, as written. */
  readonly from: string;
  readonly to: string;
  /** What they give, with its unit, and in percent of the first. */
  readonly way: string;
  readonly share: string | null;
  readonly fault: ToldChange["fault"];
};

export const narrativeChangeConflict = defineRule<Args>({
  code: "narrative/change-conflict",
  severity: "error",
  named: ["of"],
  text: {
    en: {
      title: "Change in the text against the values",
      message: (a) => {
        const head = `${a.section === null ? a.of : `section ${a.section}`} says "${a.move}"`;
        if (a.instead !== null)
          return `${head}, but the plan states ${a.instead}${a.fault === "unclear" ? ": which change is meant?" : ""}`;
        const sum = `${a.from} to ${a.to} is ${a.way}${a.share === null ? "" : ` (${a.share}%)`}`;
        if (a.fault === "points") return `${head}, but ${sum}: points are meant`;
        return `${head}, but ${sum}${a.fault === "unclear" ? ": which change is meant?" : ""}`;
      },
      why: "Whoever calculates with the change arrives at a figure other than the one that is set.",
      fix: "Correct the change or the values; write points where a share rises by points.",
    },
    zhHans: {
      title: "正文增减幅度与数值不符",
      message: (a) => {
        const head = `${a.section === null ? `“${a.of}”` : `章节“${a.section}”`}写作“${a.move}”`;
        if (a.instead !== null)
          return `${head}，而指标所定为“${a.instead}”${a.fault === "unclear" ? "，请明确所指增减幅度" : ""}`;
        const sum = `由“${a.from}”到“${a.to}”为“${a.way}”${a.share === null ? "" : `（${a.share}%）`}`;
        if (a.fault === "points") return `${head}，而${sum}，单位应为百分点`;
        return `${head}，而${sum}${a.fault === "unclear" ? "，请明确所指增减幅度" : ""}`;
      },
      why: "按增减幅度推算，得出的数值与所定目标不一致。",
      fix: "更正增减幅度或数值；比率的升降以百分点表述。",
    },
  },
  check({ plan, report }) {
    for (const told of toldSentences(plan))
      for (const change of changesTold(told.plain, plan)) {
        const { move, fault, unit, stated, instead } = change;
        const args = argsOf(told, change);
        const related =
          stated === null ? [] : [{ span: stated, note: { en: "stated here", zhHans: "此处写明" } }];
        // An undated change beside a stated one may be of a part, or the share of one measure in it.
        if (fault === "unclear" && ofLastYear.test(told.plain)) continue;
        const isAsked = fault === "unclear" && (instead !== undefined || isOfPast.test(told.plain));
        const severity = fault === "conflict" ? "error" : isAsked ? "info" : "warning";
        const place = partSpan(told.span, move.shown, told.sentence.at + move.at);
        const inChinese = unit === "pp" ? { way: args.way.replace(/pp$/, "个百分点") } : null;
        report(place, args, { on: told.item, related, severity, inChinese });
      }
  },
});

function argsOf({ section, item }: ToldSentence, { move, verdict, fault, ...change }: ToldChange): Args {
  const { from, to, unit, instead = null } = change;
  const { points, percent } = verdict;
  return {
    section: section?.id.value ?? null,
    of: item.id.value,
    move: move.shown,
    instead,
    from,
    to,
    way: `${points.gt(0) ? "+" : ""}${formatDecimal(points)}${unit === "pp" ? unit : unitBehind(unit)}`,
    share: percent === null || move.size.unit?.dimension !== "percent" ? null : formatDecimal(percent),
    fault,
  };
}

/** Fell by 4% last year: of one year before, which no target is of. */
const ofLastYear = /\blast (?:year|month|quarter)\b/iu;
/** A change that has been is none of those that the targets ask. */
const isOfPast =
  /已|以来|[近过去]年|近[一二三四五六\d]|去年|上年|曾|累计|了\d|\b(?:since|has|have|had|rose|grew|fell|was|were|last year|already|so far)\b/iu;
