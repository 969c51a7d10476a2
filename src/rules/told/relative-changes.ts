/** A change in percent that a text tells, against the relative changes that an indicator is asked. Shared by a rule; not a rule. */
import type { Span } from "../../text/source.ts";
import { type Figures, isPercent, statedDay } from "../target/levels.ts";
import type { TextDate } from "../texts/dates.ts";
import type { TextMove } from "../texts/moves.ts";

const stepBefore =
  /(?:再|又|进一步|[比较](?:上年|前一年|上一年|去年)|同比|环比|每|\b(?:that|which|who))[^，。；,;]{0,6}$/iu;
const stepWithin = /\b(?:a further|another|an additional)\b/iu;

/** 2028年再下降4%, 比上年下降4%: from one year to the next, or of what falls so much, not from the baseline. */
export function isOfOneStep(sentence: string, { at, shown }: TextMove, base: TextDate | null): boolean {
  return (
    (base === null && stepBefore.test(sentence.slice(Math.max(0, at - 16), at))) || stepWithin.test(shown)
  );
}

/**
 * The relative change that is stated for that date where none agrees with the one told; null where one does, or none is
 * stated. `base`: the date that the text compares with, which must be that of the baseline.
 */
export function otherRelative(
  { size, way, isLeast }: TextMove,
  { indicator, unit }: Figures,
  due: TextDate | null,
  base: TextDate | null,
): { readonly instead: string; readonly stated: Span } | null {
  if (size.unit?.dimension !== "percent" || unit === null || isPercent(unit)) return null;
  const starts = indicator.baseline.map(({ is }) => is.value.at?.value.period?.end ?? null);
  if (base !== null && !starts.some((day) => isWithin(day, base))) return null;
  const asked = indicator.targets.filter(
    (one) => one.kind === "relative" && one.scope === null && one.place === null && one.base === null,
  );
  const stated = asked.filter((one) => due === null || isWithin(statedDay(one), due));
  const sizes = stated.flatMap(({ quantity }) => (quantity?.value.upper === null ? [quantity] : []));
  const last = sizes.at(-1);
  if (last === undefined || sizes.length < stated.length) return null;
  const isOther = sizes.every(({ value: { value } }) => {
    // A rise told of what shall fall is another thing.
    const isAway = way !== 0 && !value.eq(0) && value.gt(0) !== way > 0;
    return !isAway && !value.abs().eq(size.value) && !(isLeast && value.abs().gt(size.value));
  });
  return isOther ? { instead: last.value.text.trim(), stated: last.span } : null;
}

function isWithin(day: number | null, { start, last }: TextDate): boolean {
  return day !== null && day >= start && day <= last;
}
