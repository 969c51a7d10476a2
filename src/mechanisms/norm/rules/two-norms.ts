/**
 * Two norms over one set ask the same of it.
 *
 * Looks at: norms of the plan that name a set in common (`over`), rule by rule and role by role under one condition. Two
 * floors, two caps or two counts of one thing cannot both be the norm; a count and a floor below it can. Bare rates (5..8 per
 * 10,000 population) of norms whose names or roles tell of unlike staff may both hold. Norms that set up
 * the make-up of one set in different roles may add up or take each other's place. Statements of one rule are
 * `statement/conflict`.
 * Reports: the later rule; related: the earlier. What only may differ, and two make-ups, are notes.
 * Source: DESIGN.md section 4 (statements that cannot both hold; what only may be a conflict).
 */
import { entriesAt, labelOf, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import { compareQuantities } from "../../../rules/compare-statements.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";
import { claimsOf, type NormClaim, setsOf } from "../claims.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  /** The two values; null for two make-ups. */
  readonly value: string | null;
  readonly otherValue: string | null;
  /** What each make-up asks, in the plan's words, a line for each part; empty for two values. */
  readonly parts: string;
  readonly otherParts: string;
  readonly certain: boolean;
};

export const normTwoNorms = defineRule<Args>({
  code: "norm/two-norms",
  severity: "error",
  text: {
    en: {
      title: "Two norms for one set",
      message: (a) =>
        a.value === null
          ? `${a.id} (${a.parts.replaceAll("\n", ", ")}) and ${a.other} (${a.otherParts.replaceAll("\n", ", ")}) both define the make-up of one set: do they add up, or does one take the other's place?`
          : `${a.id} requires ${a.value}, and ${a.other} requires ${a.otherValue} of the same set${a.certain ? "" : ": both can hold, but only one can be the norm"}`,
      why: "Whoever meets one norm falls short of the other.",
      fix: "Keep one norm, or say with `over` and `where` to what each applies.",
    },
    zhHans: {
      title: "同一对象有两套配置标准",
      message: (a) =>
        a.value === null
          ? `“${a.name}”（${quotedParts(a.parts)}）与“${a.otherName}”（${quotedParts(a.otherParts)}）对同一对象各定一套人员或物资构成，是叠加执行还是以其中一套为准，未作说明`
          : `对同一对象，“${a.name}”要求“${a.value}”，“${a.otherName}”要求“${a.otherValue}”${a.certain ? "，标准不一" : "，两者可同时成立，但以哪一个为准不明"}`,
      why: "按一套标准配备，按另一套就不达标。",
      fix: "统一为一套标准；适用对象不同的，用 `over`、`where` 分别注明。",
    },
  },
  check({ plan, report }) {
    const norms = ofType(plan, "norm")
      .filter((norm) => norm.origin === "plan")
      .slice(0, mostNorms);
    for (const [i, norm] of norms.entries()) {
      for (const other of norms.slice(0, i).filter((one) => areOverOne(one, norm))) {
        const args = {
          id: norm.id.value,
          name: nameOf(norm),
          other: other.id.value,
          otherName: nameOf(other),
        };
        const found = differences(norm, other);
        for (const { claim, against, certain } of found) {
          const related = [{ span: against.span, note: { en: "the other norm", zhHans: "另一标准" } }];
          const values = {
            value: claim.shown,
            otherValue: against.shown,
            parts: "",
            otherParts: "",
            certain,
          };
          report(
            claim.span,
            { ...args, ...values },
            { on: norm, related, severity: certain ? "error" : "info" },
          );
        }
        if (found.length > 0 || !(isMakeUp(norm) && isMakeUp(other))) continue;
        const related = [{ span: other.id.span, note: { en: "the other norm", zhHans: "另一标准" } }];
        const makeUps = { parts: partsOf(norm), otherParts: partsOf(other) };
        const none = { value: null, otherValue: null, certain: false };
        report(norm.id.span, { ...args, ...none, ...makeUps }, { on: norm, related, severity: "info" });
      }
    }
  },
});

const mostParts = 6;

/** What it asks, as `role number`; a rate as it is printed. */
function partsOf(norm: Mechanism): string {
  const rates = entriesAt(norm.parameters, "composition").flatMap((entry) => {
    const role = wordsAt(entry, "role")[0]?.value ?? labelOf(entry) ?? "";
    const rule = entry.get("rule");
    const [stated] = rule?.kind === "expression" ? rule.statements : [];
    return stated === undefined ? [] : [`${role} ${stated.wording?.value ?? stated.is.value}`.trim()];
  });
  const parts = [
    ...claimsOf(norm).map(({ label, shown, printed }) => `${label} ${printed ?? shown}`.trim()),
    ...rates,
  ];
  return [...parts.slice(0, mostParts), ...(parts.length > mostParts ? ["…"] : [])].join("\n");
}

const quotedParts = (parts: string): string =>
  parts
    .split("\n")
    .map((part) => (part === "…" ? "等" : `“${part}”`))
    .join("");

/** More norms are not held against each other: the work grows with their square. */
const mostNorms = 200;

function areOverOne(a: Mechanism, b: Mechanism): boolean {
  if (a.during !== null || b.during !== null || a.from !== null || b.from !== null) return false;
  const sets = setsOf(a);
  return [...setsOf(b)].some((set) => sets.has(set));
}

interface Difference {
  readonly claim: NormClaim;
  readonly against: NormClaim;
  readonly certain: boolean;
}

/** The first disagreement of each thing asked. */
function differences(norm: Mechanism, other: Mechanism): readonly Difference[] {
  const others = claimsOf(other);
  const told = new Set<string>();
  return claimsOf(norm).flatMap((claim) => {
    for (const against of others) {
      if (against.subject !== claim.subject || told.has(claim.subject)) continue;
      const comparison = compareQuantities(claim.quantity, against.quantity);
      if (comparison === "same" || comparison === "apart") continue;
      told.add(claim.subject);
      const ofOthers = /^\d/.test(claim.shown) && countOthers(norm, other);
      return [{ claim, against, certain: comparison === "conflict" && !ofOthers }];
    }
    return [];
  });
}

/** A bare rate (2..4 per 10,000 population) says nothing of what it counts; names or make-ups may show that it is not the same. */
function countOthers(norm: Mechanism, other: Mechanism): boolean {
  const [ofNorm, ofOther] = [norm, other].map(({ name }) => (name?.text ?? "").replace(fillers, "").trim());
  if (ofNorm !== "" && ofOther !== "" && ofNorm !== ofOther) return true;
  const [roles, otherRoles] = [rolesOf(norm), rolesOf(other)];
  return roles.length > 0 && otherRoles.length > 0 && !roles.some((role) => otherRoles.includes(role));
}

const fillers =
  /人员|工作|队伍|力量|数量|配置|配备|配比|编制|核定|标准|要求|占比|计划|更新|第.|\b(?:staff(?:ing)?|norms?|standards?|levels?|numbers?|quota|plan|of|the|for|by|section \S+)\b/giu;

function rolesOf(norm: Mechanism): readonly string[] {
  return claimsOf(norm).flatMap(({ role }) => (role === null ? [] : [role]));
}

/** It says of which roles the set is made up, in numbers. */
function isMakeUp({ parameters }: Mechanism): boolean {
  return entriesAt(parameters, "composition").filter((entry) => entry.get("count") !== undefined).length > 1;
}
