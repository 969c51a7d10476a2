/** The assessment methods, in the order in which they are documented. */
import { judgement } from "./judgement.ts";
import { linearPace } from "./linear-pace.ts";
import type { Method } from "./method.ts";

export const methods: readonly Method[] = [linearPace, judgement];

/** The method of a name; undefined for one that is not built. */
export function findMethod(name: string): Method | undefined {
  return methods.find((method) => method.name === name);
}
