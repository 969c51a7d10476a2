/**
 * Mechanism types (FORMAT.md section 7). `mechanismTypes` are all that a plan may name; `mechanismSchemas` holds the keys
 * of those whose folder exists. A new type: a folder `src/mechanisms/<type>/`, one line in `mechanismSchemas`.
 */
import type { Parts } from "../schema/part.ts";
import { provisionKeys } from "./provision/schema.ts";

export const mechanismTypes = [
  "scorecard",
  "alarm",
  "review",
  "list",
  "matching",
  "workflow",
  "norm",
  "fund",
  "body",
  "points",
  "training",
  "pilot",
  "entitlement",
  "link",
  "provision",
] as const;
export type MechanismType = (typeof mechanismTypes)[number];

/** Keys of each type beside the common ones; the keys of a type that is missing here are accepted unchecked. */
export const mechanismSchemas: Readonly<Partial<Record<MechanismType, Parts>>> = {
  provision: provisionKeys,
};
