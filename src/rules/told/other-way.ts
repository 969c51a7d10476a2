/** What two values give instead of a move that a text tells of the way between them. Shared by readers of texts; not a rule. */
import type Big from "big.js";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { isWholeYear, type TextDate } from "../texts/dates.ts";
import type { TextFigure } from "../texts/figures.ts";
import { holdMove, type MoveVerdict, type TextMove, type TextSpan } from "../texts/moves.ts";
import type { Stated } from "./stated-figures.ts";

/** What two values, or a stated change, give instead of a move. */
export interface OtherWay {
  readonly verdict: MoveVerdict;
  /** `points`: the figure is right in points; `unclear`: the text names no date, and none of the targets gives it. */
  readonly fault: "conflict" | "points" | "unclear";
  /** The two values, as written; empty where a relative change is stated. */
  readonly from: string;
  readonly to: string;
  /** Of the way between them: `pp` for points of a share. */
  readonly unit: string;
  /** Where the level is stated; null for a span of the sentence itself. */
  readonly stated: Span | null;
  /** The relative change that is stated. */
  readonly instead?: string;
}

/** The unit in which a move is held against two values, and what it is called. */
interface Scale {
  readonly isShare: boolean;
  readonly shown: string;
  convert(size: Quantity): Big | null;
}

export function scaleOf(unit: Unit | null, isShare: boolean): Scale {
  return {
    isShare,
    shown: isShare ? "pp" : (unit?.text ?? ""),
    convert: (size) => convert(size.value, size.unit ?? unit, unit),
  };
}

/** `later`: figures behind the span; to double from 41% to 60% and then to 82% is told of the whole way. */
export function ofSpan(
  move: TextMove,
  { from, to }: TextSpan,
  later: readonly TextFigure[],
): OtherWay | null {
  const unit = scaleOf(from.unit, from.unit?.dimension === "percent");
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
    unit: unit.shown,
    stated: null,
  };
}

/** The stated values of an indicator between which a move may lead. */
interface Values {
  /** All of them. */
  readonly stated: readonly Stated[];
  /** Where it may begin: more than five are not tried. */
  readonly bases: readonly Stated[];
  /** Those that are due on the date of the text. */
  readonly levels: readonly Stated[];
  readonly due: TextDate | null;
  /** The text tells the way to the end. */
  readonly isOfWhole: boolean;
}

const mostBases = 5;

/** What the stated values give where no two of them give the move; null where two do. */
export function otherWay(
  move: TextMove,
  { stated, bases, levels, due, isOfWhole }: Values,
  unit: Scale,
): OtherWay | null {
  let worst: OtherWay | null = null;
  for (const to of levels) {
    for (const from of bases.slice(0, mostBases)) {
      const verdict = from === to ? null : holdMove(move, from.value, to.value, unit);
      if (verdict === null) continue;
      if (verdict.agrees) return null;
      if (isOfWhole && stated.some((one) => one.isLevel && isReached(move, from, one, unit))) return null;
      if (due !== null && stated.some((one) => isYearBefore(one, due) && isReached(move, one, to, unit)))
        return null;
      const fault = verdict.meansPoints ? "points" : due === null ? "unclear" : "conflict";
      const shown = { from: from.shown, to: to.shown, unit: unit.shown };
      if (worst === null || fault === "points") worst = { verdict, fault, ...shown, stated: to.span };
    }
  }
  return worst;
}

/** 2027年提高15个百分点: from where the year before ended. */
function isYearBefore({ day }: Stated, date: TextDate): boolean {
  return day !== null && isWholeYear(date) && day < date.start && date.start - day <= longestYear;
}

function isReached(move: TextMove, from: Stated, to: Stated, unit: Scale): boolean {
  return from !== to && holdMove(move, from.value, to.value, unit)?.agrees === true;
}

const longestYear = 366;
