/**
 * A standing figure that is told twice is told alike.
 *
 * Looks at: figures of mechanisms and amounts of resources with all but the same name (without brackets, filler words and
 * the order of words), in units that convert, of different mechanisms or resources. What holds at different times,
 * places or for different groups is left alone, and so are names of which both say something else in brackets. The amount of a
 * fund goes by its name; the hours of a training are held against the indicator that counts those of the same people.
 * Reports: the later value; related: the earlier. A warning, for only the names tell that they are one; an error for a fund and
 * a resource of the very same name.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; statements that cannot both hold).
 */
import type { Given } from "../../plan/given.ts";
import { quantitiesAt } from "../../plan/parameters.ts";
import type { Item, Mechanism, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { areApart, compareQuantities } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { bracketsOf, nameKey } from "../near-names.ts";
import { agreesWith, termsIn } from "../told/mechanism-terms.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly other: string;
  readonly otherName: string;
  readonly otherValue: string;
};

export const statementSameFigure = defineRule<Args>({
  code: "statement/same-figure",
  severity: "warning",
  text: {
    en: {
      title: "One figure, two values",
      message: (a) =>
        `${a.id}: "${a.name}" is ${a.value}, and "${a.otherName}" (${a.other}) is ${a.otherValue}`,
      why: "By their names both are one standard, and nobody can keep to two values of it.",
      fix: "Correct one of the two; if they are two things, name them so that the difference shows.",
    },
    zhHans: {
      title: "同名数据数值不一",
      message: (a) =>
        a.name === a.otherName
          ? `“${a.name}”此处为“${a.value}”，另一处为“${a.otherValue}”`
          : `“${a.name}”为“${a.value}”，而“${a.otherName}”为“${a.otherValue}”`,
      why: "名称相同即为同一标准，两个数值无法同时执行。",
      fix: "更正其中一处；确为两项的，名称应体现区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Stated[]>();
    for (const stated of statedIn(plan)) {
      const key = nameKey(stated.name);
      if (key === null) continue;
      const others = known.get(key);
      if (others === undefined) {
        known.set(key, [stated]);
        continue;
      }
      const other = others.find((one) => disagree(one, stated));
      if (others.length < mostOfOneName) others.push(stated);
      if (other === undefined || others.some((one) => one !== stated && isRepeated(one, stated))) continue;
      // A fund and the resource of that name are one sum of money.
      const isOne = other.name === stated.name && other.holder.kind !== stated.holder.kind;
      report(...findingOf(stated, other, isOne && other.is.value.unit !== null ? "error" : "warning"));
    }
    for (const [training, counted] of hoursApart(plan)) report(...findingOf(training, counted, "warning"));
  },
});

function findingOf(stated: Told, other: Told, severity: "error" | "warning") {
  const args: Args = {
    id: stated.item.id.value,
    name: stated.name,
    value: stated.is.value.text,
    other: other.item.id.value,
    otherName: other.name,
    otherValue: other.is.value.text,
  };
  const related = [{ span: other.is.span, note: { en: "the other value", zhHans: "另一处数值" } }];
  return [stated.is.span, args, { on: stated.item, related, severity }] as const;
}

/** More figures of one name are not held against each other. */
const mostOfOneName = 50;

type Statement = Plan["resources"][number]["amount"][number];

interface Told {
  readonly item: Item;
  readonly name: string;
  readonly is: Given<Quantity>;
}

interface Stated extends Told {
  /** Mechanism or resource that states it. */
  readonly holder: Item;
  readonly statement: Statement;
}

function statedIn(plan: Plan): readonly Stated[] {
  const ofResources = plan.resources.flatMap((resource) =>
    resource.amount.map((statement) => statedBy(resource, resource, nameOf(resource), statement)),
  );
  const ofFigures = plan.mechanisms
    .filter(isStanding)
    .flatMap((mechanism) =>
      mechanism.figures.flatMap((figure) =>
        figure.values.map((statement) => statedBy(figure, mechanism, nameOf(figure), statement)),
      ),
    );
  const ofFunds = plan.mechanisms
    .filter((one) => one.type.value === "fund" && isStanding(one))
    .flatMap((fund) =>
      quantitiesAt(fund.parameters, "amount").map((statement) =>
        statedBy(fund, fund, nameOf(fund), statement),
      ),
    );
  return [...ofResources, ...ofFigures, ...ofFunds];
}

/** Hours of a training, and of the indicator that counts how long the same people are trained. */
function* hoursApart(plan: Plan): Generator<readonly [Told, Told]> {
  const hours = termsIn(plan).filter(({ kind, label }) => kind === "hours" && label !== null);
  for (const training of hours.filter(({ item }) => "type" in item)) {
    const counted = hours.find(({ item, label }) => !("type" in item) && label === training.label);
    const [asked, target] = [training.values[0], counted?.values[0]];
    if (counted === undefined || asked === undefined || target === undefined) continue;
    if (training.values.some(({ value }) => agreesWith(counted, value))) continue;
    yield [
      { item: training.item, name: nameOf(training.item), is: asked },
      { item: counted.item, name: nameOf(counted.item), is: target },
    ];
  }
}

function statedBy(item: Item, holder: Item, name: string, statement: Statement): Stated {
  return { item, holder, name, statement, is: statement.is };
}

/** What is told of another place, or holds for a time only, is no standard of the plan. */
function isStanding({ origin, during, from }: Mechanism): boolean {
  return origin === "plan" && during === null && from === null;
}

function disagree(a: Stated, b: Stated): boolean {
  if (a.holder === b.holder || areApart(a.statement, b.statement)) return false;
  const [inA, inB] = [bracketsOf(a.name), bracketsOf(b.name)];
  if (inA !== "" && inB !== "" && inA !== inB) return false;
  const [first, second] = [a.is.value, b.is.value];
  if (first.unit?.dimension !== second.unit?.dimension || first.at !== null || second.at !== null)
    return false;
  return compareQuantities(first, second) === "conflict";
}

/** The value was told before under this name: what disagrees with it is told there. */
function isRepeated(earlier: Stated, later: Stated): boolean {
  return earlier.item === later.item && compareQuantities(earlier.is.value, later.is.value) === "same";
}
