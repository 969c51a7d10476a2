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
import Big from "big.js";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import { convert } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { type Figures, isPercent } from "../target/levels.ts";
import { calendarOf, datesIn, isWholeYear, type TextDate } from "../texts/dates.ts";
import { figuresIn, ofElsewhere, type TextFigure } from "../texts/figures.ts";
import { type Mention, mentionsIn, wholeMentionsIn } from "../texts/indicator-mentions.ts";
import {
  holdMove,
  type MoveVerdict,
  movesIn,
  objectMovesIn,
  spansIn,
  type TextMove,
  type TextSpan,
} from "../texts/moves.ts";
import { isOfOtherSource } from "../texts/of-other-sources.ts";
import { toldSentences } from "../texts/sentences.ts";
import { isOfOneStep, otherRelative } from "../told/relative-changes.ts";
import { dateOf, type Stated, statedBy } from "../told/stated-figures.ts";

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
  readonly fault: "conflict" | "points" | "unclear";
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
    const calendar = calendarOf(plan);
    for (const told of toldSentences(plan)) {
      const ofObjects = objectMovesIn(told.plain);
      const moves = [...movesIn(told.plain), ...ofObjects];
      if (moves.length === 0 || ofElsewhere.test(told.plain)) continue;
      const spans = spansIn(told.plain);
      const dates = datesIn(told.plain, calendar);
      const mentions = wholeMentionsIn(told.plain, plan);
      for (const move of moves) {
        const span = spanBeside(told.plain, move, spans);
        if ("object" in move && dates.some((one) => isOneYear(told.plain, move, one))) continue;
        const own = "object" in move ? ofObject(`${move.object}`, plan) : mentions;
        const found =
          span === null
            ? ofIndicator(told.plain, move, own, dates)
            : ofSpan(move, span, figuresIn(told.plain.slice(span.end)));
        if (found === null) continue;
        if (isOfOtherSource(told.plain.slice(0, move.at), plan)) continue;
        const { verdict, fault, from, to, unit, stated, instead = null } = found;
        const points = verdict.points;
        const args: Args = {
          section: told.section?.id.value ?? null,
          of: told.item.id.value,
          move: move.shown,
          instead,
          from,
          to,
          way: `${points.gt(0) ? "+" : ""}${formatDecimal(points)}${unit === "pp" ? unit : unitBehind(unit)}`,
          share:
            verdict.percent === null || move.size.unit?.dimension !== "percent"
              ? null
              : formatDecimal(verdict.percent),
          fault,
        };
        const related =
          stated === null ? [] : [{ span: stated, note: { en: "stated here", zhHans: "此处写明" } }];
        // An undated change beside a stated one may be of a part, or the share of one measure in it.
        if (fault === "unclear" && ofLastYear.test(told.plain)) continue;
        const isAsked = fault === "unclear" && (instead !== null || isOfPast.test(told.plain));
        const severity = fault === "conflict" ? "error" : isAsked ? "info" : "warning";
        const place = partSpan(told.span, move.shown, told.sentence.at + move.at);
        const inChinese = unit === "pp" ? { way: args.way.replace(/pp$/, "个百分点") } : null;
        report(place, args, { on: told.item, related, severity, inChinese });
      }
    }
  },
});

/** Fell by 4% last year: of one year before, which no target is of. */
const ofLastYear = /\blast (?:year|month|quarter)\b/iu;
/** A change that has been is none of those that the targets ask. */
const isOfPast =
  /已|以来|[近过去]年|近[一二三四五六\d]|去年|上年|曾|累计|了\d|\b(?:since|has|have|had|rose|grew|fell|was|were|last year|already|so far)\b/iu;

interface Found {
  readonly verdict: MoveVerdict;
  readonly fault: Args["fault"];
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly stated: Span | null;
  readonly instead?: string;
}

/** The span that a move sums up: right before or behind it, with no other figure between. */
function spanBeside(sentence: string, move: TextMove, spans: readonly TextSpan[]): TextSpan | null {
  return (
    spans.find((one) => {
      const between =
        one.end <= move.at ? sentence.slice(one.end, move.at) : sentence.slice(move.end, one.at);
      return !(one.at < move.end && move.at < one.end) && between.length <= 16 && !/\d/.test(between);
    }) ?? null
  );
}

/** `later`: figures behind the span; to double from 41% to 60% and then to 82% is told of the whole way. */
function ofSpan(move: TextMove, { from, to }: TextSpan, later: readonly TextFigure[]): Found | null {
  const isShare = from.unit?.dimension === "percent";
  const unit = {
    isShare,
    convert: (size: Quantity) => convert(size.value, size.unit ?? from.unit, from.unit),
  };
  const verdict = holdMove(move, from.value, to.value, unit);
  if (verdict === null || verdict.agrees) return null;
  const reaches = later.some(({ quantity }) => {
    const value = convert(quantity.value, quantity.unit ?? from.unit, from.unit);
    return value !== null && holdMove(move, from.value, value, unit)?.agrees === true;
  });
  if (reaches) return null;
  return {
    verdict,
    fault: verdict.meansPoints ? "points" : "conflict",
    from: from.text.trim(),
    to: to.text.trim(),
    unit: isShare ? "pp" : (from.unit?.text ?? ""),
    stated: null,
  };
}

const plainWords =
  /(?:19|20)\d\d年?|年均|每年|[一二三四五六七八九十两\d]年|累计|共计?|再|[比较同与][^，。；]{0,8}$|同比|环比|年?[底末]前?|以?前|力争|确保|预计|实现|其中|分别|平均|进一步|大幅|总体|[将要须应可能到在由各的度年]/gu;

/** 办结率提升至80%，群众投诉率下降50%: behind a comma the words before the move are of something else. */
function isOfOther(between: string): boolean {
  const comma = Math.max(between.lastIndexOf("，"), between.lastIndexOf("；"), between.lastIndexOf("、"));
  return comma >= 0 && /[\u4e00-\u9fff]{2}/u.test(between.slice(comma + 1).replace(plainWords, ""));
}

const comparedBefore =
  /(?:(?<![占之配])比|较|相比|与|同|在|\bfrom|\bagainst|\bcompared (?:with|to)|\bon|\bthan|\bover|\bsince|\bbetween)(?:\s(?:in|at|the end of))?\s?$/iu;

function ofIndicator(
  sentence: string,
  move: TextMove,
  mentions: readonly Mention[],
  dates: readonly TextDate[],
): Found | null {
  const mention = mentions.findLast((one) => one.end <= move.end && move.at < one.next);
  if (mention === undefined || (mention.isShort && move.at - mention.end > 30)) return null;
  const { figures } = mention;
  if (statesChange(figures, move.size) || isOfOther(sentence.slice(mention.end, move.at))) return null;
  const isBase = ({ at, end }: TextDate): boolean =>
    comparedBefore.test(sentence.slice(Math.max(0, at - 16), at)) ||
    /^年?(?:基数|基础)/u.test(sentence.slice(end));
  const base = dates.find(isBase) ?? null;
  const due = dateOf(
    { at: move.at, end: move.end },
    dates.filter((one) => !isBase(one)),
    sentence,
  );
  const stated = statedBy(figures).filter(({ high }) => high === null);
  const bases = base === null ? baselinesOf(figures, stated) : stated.filter((one) => isWithin(one, base));
  const levels = stated.filter(({ isLevel, day }) => isLevel && (due === null || isWithin({ day }, due)));
  const unit = {
    isShare: isPercent(figures.unit),
    convert: (size: Quantity) => convert(size.value, size.unit ?? figures.unit, figures.unit),
  };
  if (levels.length === 0) {
    const others = dates.filter((one) => !isBase(one));
    return ofRelative(sentence, move, figures, { due, base, others });
  }
  const isOfWhole = inAll.test(sentence.slice(Math.max(0, move.at - 8), move.at));
  let worst: Found | null = null;
  for (const to of levels) {
    for (const from of bases.slice(0, 5)) {
      const verdict = from === to ? null : holdMove(move, from.value, to.value, unit);
      if (verdict === null) continue;
      if (verdict.agrees) return null;
      if (isOfWhole && stated.some((one) => one.isLevel && isReached(move, from, one, unit))) return null;
      if (due !== null && stated.some((one) => isYearBefore(one, due) && isReached(move, one, to, unit)))
        return null;
      const fault = verdict.meansPoints ? "points" : due === null ? "unclear" : "conflict";
      const shown = {
        from: from.shown,
        to: to.shown,
        unit: unit.isShare ? "pp" : (figures.unit?.text ?? ""),
      };
      if (worst === null || fault === "points") worst = { verdict, fault, ...shown, stated: to.span };
    }
  }
  return worst;
}

/** Against the relative changes that an indicator without levels is asked. */
function ofRelative(
  sentence: string,
  move: TextMove,
  figures: Figures,
  {
    due,
    base,
    others,
  }: {
    readonly due: TextDate | null;
    readonly base: TextDate | null;
    readonly others: readonly TextDate[];
  },
): Found | null {
  const [only = null, second] = others;
  // Of two dates without one that is due, the change is that between them.
  if ((due === null && second !== undefined) || isOfOneStep(sentence, move, base)) return null;
  const by = due ?? only;
  const other = otherRelative(move, figures, by, base);
  return other === null ? null : { ...other, ...withoutValues, fault: by === null ? "unclear" : "conflict" };
}

/** What is stated as a relative change has no two values. */
const withoutValues = {
  verdict: { agrees: false, meansPoints: false, points: new Big(0), percent: null },
  from: "",
  to: "",
  unit: "",
};

/** 其中2027年底达到90%，三年共提高13个百分点: the way to the end, whatever date stands before it. */
const inAll = /(?:共|累计|总计|合计)(?:要|将|须|应)?$/u;

/** 2027年提高15个百分点: from where the year before ended. */
function isYearBefore({ day }: Stated, date: TextDate): boolean {
  return day !== null && isWholeYear(date) && day < date.start && date.start - day <= longestYear;
}

function isReached(move: TextMove, from: Stated, to: Stated, unit: Parameters<typeof holdMove>[3]): boolean {
  return from !== to && holdMove(move, from.value, to.value, unit)?.agrees === true;
}

const longestYear = 366;

/** 2027年新增床位400张 is of that year, not of the way to it. */
function isOneYear(sentence: string, { at }: TextMove, date: TextDate): boolean {
  const isYear = isWholeYear(date) && date.end <= at;
  return (
    isYear && !/[到至]$/u.test(sentence.slice(0, date.at)) && !sentence.slice(date.end, at).includes("累计")
  );
}

/** The indicator that counts the whole object, standing for itself; a count of what is new is another. */
function ofObject(object: string, plan: Plan): readonly Mention[] {
  return mentionsIn(object, plan)
    .filter(({ at, end, figures: { indicator } }) => {
      return (
        at === 0 &&
        end === object.length &&
        indicator.value.value !== "flow" &&
        !/新增|净增/u.test(nameOf(indicator))
      );
    })
    .map((one) => ({ ...one, at: 0, end: 0, next: Number.POSITIVE_INFINITY }));
}

function baselinesOf({ baselines }: Figures, stated: readonly Stated[]): readonly Stated[] {
  const spans = new Set(baselines.map(({ span }) => span));
  return stated.filter(({ span }) => spans.has(span));
}

function isWithin({ day }: Pick<Stated, "day">, { start, last }: TextDate): boolean {
  return day !== null && day >= start && day <= last;
}

/** The change is itself what the plan asks. */
function statesChange({ indicator }: Figures, size: Quantity): boolean {
  return indicator.targets.some(({ kind, quantity }) => {
    if (kind === "reach" || kind === "hold" || quantity === null) return false;
    return quantity.value.value.abs().eq(size.value);
  });
}
