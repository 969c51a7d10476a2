/** What else makes a finding an echo of another than its place: the tests of the table `told-pairs/`. */
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { parseQuantity } from "../../../plan/parse-quantity.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { isWithin } from "../../../text/source.ts";

/** The day of a milestone lies in the days that no phase covers. */
export function liesInGap({ args: { day } }: Diagnostic, { args: { from, to } }: Diagnostic): boolean {
  return (
    day !== undefined &&
    day !== null &&
    from !== undefined &&
    from !== null &&
    day >= from &&
    day <= (to ?? from)
  );
}

/** The one is about the statement that the other points at: several targets may stand on one line. */
export function isOfStatement({ related }: Diagnostic, { span }: Diagnostic): boolean {
  return span !== null && related.some((place) => isWithin(span, place.span));
}

/** Both have a piece of the text in common. */
export function touchesPlace({ span: echo }: Diagnostic, { span }: Diagnostic): boolean {
  return echo !== null && span !== null && echo.start < span.end && span.start < echo.end;
}

/** The text asks for no less than the stronger target does. */
export function saysNoWeaker(echo: Diagnostic, cause: Diagnostic): boolean {
  if (!isOfStatement(echo, cause)) return false;
  const [said, value, other] = [echo.args.figure, cause.args.value, cause.args.other].map(figureIn);
  if (!said || !value || !other || said.unit?.key !== other.unit?.key) return false;
  const way = other.value.cmp(value.value);
  return way !== 0 && said.value.cmp(other.value) * way >= 0;
}

/** With the weight that the text gives the sum is what it has to be. */
export function sumsByText({ args: sum }: Diagnostic, { args: told }: Diagnostic): boolean {
  const [is, wanted, said, stated] = [sum.sum, sum.whole ?? sum.expected, told.said, told.stated].map(
    figureIn,
  );
  if (!is || !wanted || !said || !stated) return false;
  return is.value.minus(stated.value).plus(said.value).eq(wanted.value);
}

/** The figure of an argument without the words before it. */
function figureIn(shown: unknown): Quantity | null {
  const reading = parseQuantity(String(shown).replace(/^\D+/, ""));
  return reading.ok ? reading.quantity : null;
}
