/**
 * A plan must not state two values for one fact.
 *
 * Looks at: all statements of each fact but targets, which have rules of their own. Statements may differ where one
 * declares that it steps up from the other (`follows`), or where `during`, `scope` or `place` set them apart; two scopes of which the
 * one takes in the other (部门, 街道和部门) are not apart. Baselines of which a source of another place or a wider area gives
 * one are apart too: that is `indicator/borrowed-baseline`. Two floors that differ are two values, two leaders two holders of
 * one office; baselines of two dates are two measurements.
 * Reports: the later statement; related: the earlier one, and every further one that contradicts it: three values are one
 * fault. Error; a warning where both are soft (约) or one baseline is
 * undated, where one scope takes in the other (a note if they name different times), or where a mechanism is only cited of another place (`origin: cited`); a note where both can hold (40 and ≥35,
 * 2026 and 2026-10). Where a resource repeats the two figures that its
 * mechanism states in the same two sections, they are told once, at the mechanism, with the repetition as related places;
 * where it repeats two targets of an indicator, they are left to the rules of targets.
 * Source: FORMAT.md section 2, DESIGN.md section 4.
 */
import type { RelatedPlace, Severity } from "../../diagnostics/diagnostic.ts";
import type { Fact, Item, Plan } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import {
  areApart,
  compareValues,
  type FactStatement,
  isOneScope,
  isOneTime,
  isSoft,
  quantityOf,
} from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { pathWithNames } from "../entry-names.ts";
import { compareHolders, isHolder } from "../holders.ts";
import { wordsFor } from "../name-of.ts";
import { readRuleFigure } from "../rule-figure.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";
import {
  besideInChinese,
  besideInEnglish,
  besideOf,
  type Found,
  furtherInChinese,
  furtherOf,
  inSection,
  rhythmsInChinese,
  sectionOf,
  shownOf,
  wordingsOf,
} from "./said-together.ts";
import { areOfOtherSources, repeatsTargets } from "./told-by-others.ts";

type Args = {
  readonly id: string;
  readonly field: string;
  readonly value: string;
  readonly other: string;
  readonly section: string | null;
  readonly otherSection: string | null;
  readonly certain: number;
  /** Further values that contradict the same one, with their sections as told; empty for none. */
  readonly further: string;
  /** Both are rhythms in words of the format (`quarterly`): a sentence tells them in its own words. */
  readonly inWords: boolean;
};

export const statementConflict = defineRule<Args>({
  code: "statement/conflict",
  severity: "error",
  named: ["id", "value", "other"],
  text: {
    en: {
      title: "Statements contradict each other",
      message: (a) =>
        `${a.id}: the ${fieldInEnglish(a.field)} ${a.value}${inSection(a.section)} ${a.certain > 0 ? "contradicts" : "may contradict"} ${a.other}${inSection(a.otherSection)}${a.further}`,
      why: "Two values for one fact leave open which of them holds; whoever answers for it can choose.",
      fix: "Keep one value, declare a step up with `follows`, or say with `during`, `scope` or `place` when and where each holds.",
    },
    zhHans: {
      title: "前后表述矛盾",
      message: (a) =>
        `“${a.id}”的${fieldInChinese(a.field)}${a.section === null ? "" : `在章节“${a.section}”中`}为${quotedUnless(a.inWords, a.value)}，与${a.otherSection === null ? "" : `章节“${a.otherSection}”中的`}${quotedUnless(a.inWords, a.other)}${a.certain > 0 ? "矛盾" : "可能不一致"}${a.further}`,
      why: "同一事项有两个数值，以哪个为准无从判断，责任单位可以任选其一。",
      fix: "保留一个数值；确属递进的用 `follows` 注明，适用时间、范围或地点不同的用 `during`、`scope`、`place` 注明。",
    },
  },
  check({ plan, index, report }) {
    const all = plan.facts.flatMap((fact) => conflictsOf(fact, plan, index));
    const further = furtherOf(all);
    const beside = besideOf(all);
    const known = new Set([...further.values(), ...beside.values()].flat());
    const found = all.filter((one) => !known.has(one) && !repeatsTargets(one, plan));
    // A slip in what is told of another place is not this plan's to answer for.
    const cited = new Set<Item>(plan.mechanisms.filter(({ origin }) => origin === "cited"));
    const leaders = leadersOf(found);
    for (const leader of found) {
      if (leaders.has(leader)) continue;
      const { fact, statement, other } = leader;
      const severity = leader.severity === "error" && cited.has(fact.subject) ? "warning" : leader.severity;
      const args = {
        id: fact.subject.id.value,
        field: fact.name === "by" && isHolder(fact) ? "held-by" : pathWithNames(fact.subject, fact.name),
        value: shownOf(statement),
        other: shownOf(other),
        section: statement.section?.value ?? null,
        otherSection: other.section?.value ?? null,
        certain: severity === "info" ? 0 : 1,
        inWords: false,
      };
      const more = further.get(leader) ?? [];
      const sides = beside.get(leader) ?? [];
      const related = [
        { span: other.is.span, note: { en: "stated first", zhHans: "在前表述" } },
        ...more.map((one) => ({
          span: one.statement.is.span,
          note: { en: "a further value", zhHans: "另一数值" },
        })),
        ...sides.flatMap(repeated),
        ...found.filter((one) => leaders.get(one) === leader).flatMap(repeated),
      ];
      const inEnglish = [
        ...more.map((one) => `; so does ${shownOf(one.statement)}${inSection(sectionOf(one))}`),
        ...sides.map(besideInEnglish),
      ];
      const inChinese = [...more.map((one) => furtherInChinese(one, index)), ...sides.map(besideInChinese)];
      report(
        statement.is.span,
        { ...args, further: inEnglish.join("") },
        {
          on: fact.subject,
          severity,
          related,
          faults: 1 + more.length,
          inChinese: {
            further: inChinese.join(""),
            ...rhythmsInChinese(leader),
            ...wordingsOf(leader),
          },
        },
      );
    }
  },
});

/** For what only repeats the disagreement of a mechanism: that disagreement. The first fact of a mechanism leads. */
function leadersOf(found: readonly Found[]): ReadonlyMap<Found, Found> {
  const byCause = new Map<string, Found[]>();
  for (const one of found) {
    const cause = causeOf(one);
    if (cause === null) continue;
    const known = byCause.get(cause);
    if (known === undefined) byCause.set(cause, [one]);
    else known.push(one);
  }
  const leaders = new Map<Found, Found>();
  for (const alike of byCause.values()) {
    const leader = alike.find(({ fact }) => fact.subject.kind === "mechanism");
    if (leader === undefined) continue;
    // Two mechanisms may happen to state the same figures of different things.
    for (const one of alike) {
      const isOther = one.fact.subject.kind === "mechanism" && one.fact.subject !== leader.fact.subject;
      if (one !== leader && !isOther) leaders.set(one, leader);
    }
  }
  return leaders;
}

/** More statements of one fact are not held against each other: the work grows with their square. */
const mostStatements = 2000;

function conflictsOf(fact: Fact, plan: Plan, index: PlanIndex): readonly Found[] {
  if (fact.name.startsWith("target") || fact.statements.length < 2) return [];
  return fact.statements.slice(0, mostStatements).flatMap((statement, i) => {
    const found = firstConflict(fact, i, plan, index);
    return found === null ? [] : [{ fact, statement, ...found }];
  });
}

function quotedUnless(inWords: boolean, value: string): string {
  return inWords ? value : `“${value}”`;
}

function repeated({ fact, statement, other }: Found): readonly RelatedPlace[] {
  const note = { en: `the same at ${fact.subject.id.value}`, zhHans: `“${wordsFor(fact.subject)}”处同样` };
  return [statement, other].map(({ is }) => ({ span: is.span, note }));
}

/** The two figures with their sections, by which a repetition is known; null where they are no figures with sections. */
function causeOf({ fact: { subject }, statement, other }: Found): string | null {
  if (subject.kind !== "mechanism" && subject.kind !== "resource") return null;
  const sides = [figureIn(statement), figureIn(other)];
  return sides.includes(null) ? null : sides.sort().join(" ");
}

function figureIn({ is, section }: FactStatement): string | null {
  const quantity =
    quantityOf(is.value) ??
    (typeof is.value === "string" ? (readRuleFigure(is.value)?.quantity ?? null) : null);
  if (section === null || quantity === null || quantity.unit === null) return null;
  const { value, upper, unit } = quantity;
  const figures = [value, upper ?? value].map((figure) => figure.times(unit.factor).toString());
  return `${section.value}: ${figures.join("..")} ${unit.dimension}`;
}

/** The gravest disagreement of a statement with an earlier one; the earliest of equally grave ones. */
function firstConflict(
  fact: Fact,
  i: number,
  plan: Plan,
  index: PlanIndex,
): { readonly other: FactStatement; readonly severity: Severity } | null {
  const statement = fact.statements[i];
  if (statement === undefined) return null;
  const earlier = fact.statements.slice(0, i);
  // The same value was said before: what contradicts it is told there.
  if (earlier.some((other) => other.key === statement.key && !areApart(statement, other))) return null;
  let doubtful: { readonly other: FactStatement; readonly severity: Severity } | null = null;
  for (const other of earlier) {
    if (areApart(statement, other) || areOfOtherSources(fact, statement, other, index)) continue;
    if (stepsUp(fact, statement, other) || stepsUp(fact, other, statement)) continue;
    const values = compareValues(statement, other);
    const holders = values === "maybe" ? compareHolders(fact, statement, other, plan) : null;
    const comparison = holders === null ? values : holders === "same" ? "same" : "conflict";
    if (comparison === "same" || comparison === "apart") continue;
    if (comparison === "maybe") doubtful ??= { other, severity: "info" };
    else {
      const soft = isSoft(statement) && isSoft(other);
      const isSure = !soft && comparison !== "likely" && isOneScope(statement, other);
      if (!isOneTime(statement, other)) doubtful ??= { other, severity: "info" };
      else return { other, severity: isSure ? "error" : "warning" };
    }
  }
  return doubtful;
}

/** True when `later` declares, over any number of steps, to follow `earlier` or a statement of the same value. */
function stepsUp(fact: Fact, later: FactStatement, earlier: FactStatement): boolean {
  const seen = new Set<FactStatement>();
  const open = [later];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const from = step.follows?.value;
    if (from === undefined || seen.has(step)) continue;
    seen.add(step);
    const before = fact.statements.filter((s) => s.section?.value === from);
    // What it follows is not stated: told by `statement/follows-without-predecessor`.
    if (before.length === 0) return true;
    if (before.some((s) => s === earlier || compareValues(s, earlier) === "same")) return true;
    for (const one of before) open.push(one);
  }
  return false;
}
