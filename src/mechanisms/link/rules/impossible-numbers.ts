/**
 * Numbers of links must be possible on both sides.
 *
 * Looks at: how many each of the first set has and how many each of the second: every link is counted once on either side,
 * so members × number must be able to agree. The sizes are told by numbers in the words of the sets (10 schools,
 * 30个社区) or by `entities`; within one and the same set the two numbers must agree as they stand.
 * Reports: the number for each that links; related: the other.
 * Source: FORMAT.md section 7 (link), DESIGN.md section 4 (impossible values).
 */
import Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import { entriesAt, type ParameterMap, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Plan } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { asTerm, boundWords } from "../../../rules/bound-words.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** How many links the two sides come to, `10 × 2 = 20`, and what bound that is: `<=`; null for exactly so many. */
  readonly fromSide: string;
  readonly fromBound: string | null;
  readonly toSide: string;
  readonly toBound: string | null;
};

export const linkImpossibleNumbers = defineRule<Args>({
  code: "link/impossible-numbers",
  severity: "error",
  text: {
    en: {
      title: "Numbers of links that cannot be",
      message: (a) =>
        `${a.id}: links counted from "${a.from}" are ${boundWords(a.fromBound).en}${a.fromSide}, from "${a.to}" ${boundWords(a.toBound).en}${a.toSide}; no pairing meets both`,
      why: "Every link has two ends; what the one side may give must be what the other side needs.",
      fix: "Correct one of the numbers, or the size of a set.",
    },
    zhHans: {
      title: "结对数量无法同时满足",
      message: (a) =>
        `结对联系“${a.name}”按“${a.from}”计${boundWords(a.fromBound).zhHans || "为"}“${a.fromSide}”对，按“${a.to}”计${boundWords(a.toBound).zhHans || "为"}“${a.toSide}”对，无法同时满足`,
      why: "每一对都有两头，一方能联系的总数须与另一方需要的总数相合。",
      fix: "更正其中一个数量，或更正对象的数量。",
    },
  },
  check({ plan, report }) {
    for (const link of ofType(plan, "link")) {
      for (const map of [link.parameters, ...entriesAt(link.parameters, "links")]) {
        const [from, to] = [wordsAt(map, "from-set")[0], wordsAt(map, "to-set")[0]];
        const [perFrom, perTo] = [quantitiesAt(map, "per-from")[0], quantitiesAt(map, "per-to")[0]];
        if (from === undefined || to === undefined || perFrom === undefined || perTo === undefined) continue;
        const isOne = from.value.trim() === to.value.trim();
        const sizes = isOne ? { from: new Big(1), to: new Big(1) } : sizesOf(map, plan);
        if (sizes === null) continue;
        const [a, b] = [boundsOf(perFrom.is.value, sizes.from), boundsOf(perTo.is.value, sizes.to)];
        if ((a.high === null || b.low.lte(a.high)) && (b.high === null || a.low.lte(b.high))) continue;
        const args = {
          id: link.id.value,
          name: nameOf(link),
          from: from.value.trim(),
          to: to.value.trim(),
          fromSide: isOne ? asTerm(perFrom.is.value.text) : print(sizes.from, perFrom.is.value, a),
          fromBound: relationOf(perFrom.is.value),
          toSide: isOne ? asTerm(perTo.is.value.text) : print(sizes.to, perTo.is.value, b),
          toBound: relationOf(perTo.is.value),
        };
        const related = [{ span: perTo.is.span, note: { en: "the other side", zhHans: "另一方" } }];
        report(perFrom.is.span, args, { on: link, related });
      }
    }
  },
});

interface Bounds {
  readonly low: Big;
  readonly high: Big | null;
}

const zero = new Big(0);

function boundsOf({ value, upper, relation }: Quantity, size: Big): Bounds {
  if (upper !== null) return { low: value.times(size), high: upper.times(size) };
  if (relation?.startsWith(">")) return { low: value.times(size), high: null };
  const high = value.times(size);
  return { low: relation?.startsWith("<") ? zero : high, high };
}

function print(size: Big, { text, upper }: Quantity, { low, high }: Bounds): string {
  const most = formatDecimal(high ?? low);
  const product = upper === null ? most : `${formatDecimal(low)}–${most}`;
  return `${formatDecimal(size)} × ${asTerm(text).replace("..", "–")} = ${product}`;
}

/** A bound on one side; a range tells both itself. */
function relationOf({ relation, upper }: Quantity): string | null {
  return upper === null && relation !== "=" ? relation : null;
}

function sizesOf(map: ParameterMap, plan: Plan): { readonly from: Big; readonly to: Big } | null {
  const [from, to] = ["from-set", "to-set"].map((key) => sizeOf(wordsAt(map, key)[0]?.value ?? "", plan));
  return from == null || to == null ? null : { from, to };
}

const counted = /(?<![\d.%])(\d{1,6})\s?(?:个|家|名|支|所|户|人|[a-z])/iu;

function sizeOf(words: string, plan: Plan): Big | null {
  if (words.trim() === "entities") return plan.entities.length === 0 ? null : new Big(plan.entities.length);
  const figure = counted.exec(words.slice(0, 100))?.[1];
  return figure === undefined ? null : new Big(figure);
}
