/**
 * What a norm asks, as single claims that can be held against each other: of which set, under which condition, what, how
 * much. Read from rules as written (`area >= 80 m² and seats >= 20`, `5..8 per 10,000 population`) and from compositions;
 * a rule of another shape makes none. Shared by the rules of this type; not a rule.
 */

import { entriesAt, labelOf, type ParameterMap, quantitiesAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { readRuleFigure } from "../../rules/rule-figure.ts";
import type { Span } from "../../text/source.ts";

/** One thing that a norm asks. */
export interface NormClaim {
  readonly norm: Mechanism;
  /** Condition and thing asked, so that equal texts are one thing. */
  readonly subject: string;
  /** The role or thing in the plan's words; empty for a rule about the whole set. */
  readonly label: string;
  /** The role of which it asks a number or share; null for a rule. */
  readonly role: string | null;
  readonly quantity: Quantity;
  readonly span: Span;
  readonly shown: string;
  /** The document's words for it; null where they are not kept or say more than this. */
  readonly printed: string | null;
}

/** The sets that a norm is about, as written; empty where it names none. */
export function setsOf({ parameters }: Mechanism): ReadonlySet<string> {
  return new Set(wordsAt(parameters, "over").map(({ value }) => value.trim()));
}

/** All that a norm asks. */
export function claimsOf(norm: Mechanism): readonly NormClaim[] {
  const { parameters } = norm;
  return [
    ...ruleClaims(norm, parameters, ""),
    ...entriesAt(parameters, "rules").flatMap((entry) => ruleClaims(norm, entry, labelOf(entry) ?? "")),
    ...entriesAt(parameters, "composition").flatMap((entry) => roleClaims(norm, entry)),
  ];
}

function ruleClaims(norm: Mechanism, map: ParameterMap, label: string): readonly NormClaim[] {
  const conditions = [norm.parameters, map].map((one) => wordsAt(one, "where")[0]?.value.trim() ?? "");
  const where = [...new Set(conditions)].filter((condition) => condition !== "").join(" and ");
  return wordsAt(map, "rule").flatMap(({ value, span }) => {
    const parts = value.split(/\s(?:and|且)\s/);
    const printed = parts.length === 1 ? printedAt(map, span) : null;
    return parts.flatMap((part) => {
      const read = readRuleFigure(part.trim());
      return read === null
        ? []
        : [
            {
              norm,
              label,
              role: null,
              span,
              shown: part.trim(),
              printed,
              ...read,
              subject: `${where} ${read.subject}`,
            },
          ];
    });
  });
}

/** The document's words for a rule; null where the plan does not keep them. */
function printedAt(map: ParameterMap, span: Span): string | null {
  const rule = map.get("rule");
  if (rule?.kind !== "expression") return null;
  return rule.statements.find(({ is }) => is.span.start === span.start)?.wording?.value ?? null;
}

function roleClaims(norm: Mechanism, entry: ParameterMap): readonly NormClaim[] {
  // The role tells what is counted; an id is only how the plan calls the entry.
  const label = wordsAt(entry, "role")[0]?.value ?? labelOf(entry);
  if (label === null) return [];
  const stated = (["count", "share"] as const).flatMap((key) =>
    quantitiesAt(entry, key).map(({ is }) => ({ subject: `role ${label} ${key}`, is })),
  );
  return stated.map(({ subject, is }) => {
    const { value, span } = is;
    return { norm, subject, label, role: label, quantity: value, span, shown: value.text, printed: null };
  });
}
