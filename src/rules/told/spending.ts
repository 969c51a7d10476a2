/** What an English sentence says the plan spends or costs in all, without naming a resource. Shared by a rule; not a rule. */
import type Big from "big.js";
import type { Given } from "../../plan/given.ts";
import { quantitiesAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan, Resource } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { chinese } from "../../text/chinese.ts";
import { figuresIn, isSoft, type TextFigure } from "../texts/figures.ts";

/** The figure, and the resource that states another. */
export interface SpendingTold {
  readonly figure: TextFigure;
  readonly resource: Resource | Mechanism;
  readonly stated: Given<Quantity>;
}

const subject = "(?:we|it|(?:the|this|our) (?:plan|programme|project|strategy|scheme))";
const before = new RegExp(
  `\\b(?:${subject} (?:(?:plans?|expects?|intends?|aims?) to |will |shall |is to )?(?:spends?|invests?|costs|(?<=(?:to|will|shall) )cost|is worth|has a budget of)(?: (?:a total of|in total|in all|altogether))?|(?:total|overall|whole|entire) (?:budget|costs?|spending|funding)(?: of ${subject})? (?:is|are|of|amounts? to|comes? to|stands at)|${subject}(?:'s|’s)? (?:total )?(?:budget|cost) (?:is|of|amounts? to|comes? to)) $`,
  "iu",
);
const behind = new RegExp(
  `^ (?:is|are|has been|have been) (?:set aside|available|budgeted|earmarked|provided|planned) for ${subject}\\b`,
  "iu",
);
const inAll = /\b(?:in all|in total|altogether|overall|a total of|total|whole|entire)\b/iu;
const ofPart =
  /\b(?:a year|per year|each year|every year|annually|in (?:19|20)\d\d|first|second|extra|further|additional|more|less|up to|per|each|would|could|if|last|so far)\b/iu;

/** Null where the sentence tells no such figure, where the plan has it, or where it may be that of a part. */
export function spendingTold(sentence: string, { resources, mechanisms }: Plan): SpendingTold | null {
  if (chinese.test(sentence) || !anySpending.test(sentence) || ofPart.test(sentence)) return null;
  const money = resources.filter(({ kindOf }) => kindOf?.value === "money");
  const ofResources = money.flatMap((resource) =>
    resource.amount.map(({ is }) => ({ resource, stated: is })),
  );
  const amounts: readonly Amount[] = ofResources.length > 0 ? ofResources : budgetOf(mechanisms);
  const [first] = amounts;
  if (first === undefined) return null;
  for (const figure of figuresIn(sentence)) {
    const { unit } = figure.quantity;
    if (unit?.dimension.startsWith("money") !== true || isSoft(sentence, figure)) continue;
    const tail = sentence.slice(figure.end);
    if (!before.test(sentence.slice(0, figure.at)) && !behind.test(tail)) continue;
    const values = amounts.map(({ stated: { value } }) => convert(value.value, value.unit, unit));
    const own = figure.quantity.value;
    const known = values.flatMap((value) => value ?? []);
    const [most, ...others] = [...known].sort((a, b) => b.cmp(a));
    if (most === undefined || known.length < values.length) return null;
    const all = others.reduce((sum: Big, one) => sum.plus(one), most);
    const isStated = known.some((value) => value.eq(own)) || all.eq(own) || isFund(figure, mechanisms);
    // Less than all, on one thing: that may be a part.
    const isPart =
      own.lt(all) && (others.length > 0 || (/^ (?:on|for|in)\b/u.test(tail) && !inAll.test(sentence)));
    if (!isStated && !isPart) return { figure, ...first };
  }
  return null;
}

type Amount = Pick<SpendingTold, "resource" | "stated">;

/** The one budget of a plan that lists no money among its resources. */
function budgetOf(mechanisms: Plan["mechanisms"]): readonly Amount[] {
  const funds = mechanisms.filter(
    ({ type, origin, parameters }) =>
      type.value === "fund" &&
      origin === "plan" &&
      wordsAt(parameters, "form").some(({ value }) => /budget/i.test(value)),
  );
  const [only, other] = funds;
  if (only === undefined || other !== undefined) return [];
  return quantitiesAt(only.parameters, "amount").map(({ is }) => ({ resource: only, stated: is }));
}

const anySpending =
  /\b(?:spend|invest|cost|worth|budget|funding|set aside|available|earmarked|provided|planned)/iu;

function isFund({ quantity }: TextFigure, mechanisms: Plan["mechanisms"]): boolean {
  return mechanisms.some(({ parameters }) => {
    const amount = parameters.get("amount");
    if (amount?.kind !== "quantity") return false;
    return amount.statements.some(
      ({ is: { value } }) => convert(value.value, value.unit, quantity.unit)?.eq(quantity.value) === true,
    );
  });
}
