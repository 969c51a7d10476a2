/**
 * Figures that a message quotes in the notation of the plan's file (`<20%`, `-50%`, `≥10%/年`), as the printed plan has
 * them: 不足20%, 下降50%, 每年10%以上. Readers of the document have not seen the file.
 */
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Indicator, Item, Target } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { proseLevel } from "../prose-quantity.ts";
import { greatest, proseTarget } from "../prose-target.ts";
import type { ViewContext } from "./context.ts";
import { titleOfId } from "./item-text.ts";
import { boundedChange } from "./target-text.ts";

/** Signs and units by which a text is seen to be notation; what is in words already stands. */
const notation = /^\s*(?:[≥≤<>=＝+−-]|\d[\d.,]*\s*[^\d\s]*\s*\/)|\d\s?(?:pp|m²)(?![\p{L}\d])/u;
const equalsSign = /^\s*[=＝]\s*/;

/**
 * The words of a figure in the notation of the file; null for what is none, and for a change that no target of the item
 * states: it was reckoned, and its sign says all. English keeps signs but for `=` and bounds of a change.
 */
export function printedQuantity(text: string, item: Item | undefined, context: ViewContext): string | null {
  const { speaker } = context;
  if (!notation.test(text)) return null;
  const reading = parseQuantity(text);
  if (!reading.ok) return null;
  if (!speaker.chinese && !boundedChange.test(text))
    return equalsSign.test(text) ? text.replace(equalsSign, "") : null;
  const { quantity } = reading;
  const indicator = item?.kind === "indicator" ? (item as Indicator) : null;
  const target = indicator?.targets.find((one) => states(one, quantity));
  if (indicator !== null && target !== undefined)
    return proseTarget(target, indicator, speaker, (id) => titleOfId(id, context));
  if (quantity.signed) return null;
  return proseLevel(
    quantity,
    indicator?.unit?.text ?? null,
    speaker,
    indicator === null ? null : greatest(indicator),
  );
}

/** The target says just this, however it is written. */
function states({ quantity }: Target, { value, upper, relation, signed, unit, per }: Quantity): boolean {
  if (quantity === null) return false;
  const own = quantity.value;
  const isSameUpper = own.upper === null || upper === null ? own.upper === upper : own.upper.eq(upper);
  return (
    own.value.eq(value) &&
    isSameUpper &&
    own.relation === relation &&
    own.signed === signed &&
    own.unit?.key === unit?.key &&
    own.per === per
  );
}
