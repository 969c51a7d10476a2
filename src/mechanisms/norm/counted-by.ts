/** By which fact of which entities a norm counts: `3 per 10,000 population` over the districts. Shared by the rules of this type; not a rule. */
import { wordsAt } from "../../plan/parameters.ts";
import type { Entity, Mechanism, Plan } from "../../plan/plan.ts";
import { late } from "../../text/late.ts";
import { setsOf } from "./claims.ts";

/** The entities that a norm without a condition is for. */
export function entitiesOf(norm: Mechanism, { entities }: Plan): readonly Entity[] {
  if (wordsAt(norm.parameters, "where").length > 0) return [];
  const sets = setsOf(norm);
  return sets.has("entities") ? entities : entities.filter(({ level }) => sets.has(level?.value ?? ""));
}

const perFact = late(() => /\bper ([\d,]{1,12}) ([\p{L}_][\p{L}\d_-]{0,40})$/u);

/** The fact by whose number a rule counts, and by how many of it; null for other rules. */
export function baseOf(rule: string): { readonly many: string; readonly fact: string } | null {
  const [, many, fact] = rule.includes("per ") ? (perFact().exec(rule.trim()) ?? []) : [];
  return many === undefined || fact === undefined ? null : { many, fact };
}
