/** Whether a mechanism states a key at all. Not a rule. */
import type { ParameterMap } from "../plan/parameters.ts";
import type { Mechanism } from "../plan/plan.ts";
import { statesKey } from "./indicator/states-key.ts";

/**
 * True when the key stands at the top or in any entry. A value that could not be read is stated all the same; its fault
 * is told where it stands.
 */
export function statesAnywhere(mechanism: Mechanism, key: string): boolean {
  return hasDeep(mechanism.parameters, key) || statesKey(mechanism, key);
}

function hasDeep(map: ParameterMap, key: string): boolean {
  if (map.get(key) !== undefined) return true;
  for (const value of map.values.values()) {
    if (value.kind === "list" && value.entries.some((entry) => hasDeep(entry, key))) return true;
  }
  return false;
}
