/**
 * The rules in order: what the plan says of itself first, what became of it last. The order is that of the rule
 * table; findings are ordered by place. Rules of mechanism types stand in the folders of the types.
 */
import { mechanismRules } from "../mechanisms/mechanism-types.ts";
import type { Rule } from "./define-rule.ts";
import { rulesA } from "./index-a.ts";
import { rulesB } from "./index-b.ts";
import { rulesC } from "./index-c.ts";

export const rules: readonly Rule[] = [...rulesA, ...mechanismRules, ...rulesC, ...rulesB];
