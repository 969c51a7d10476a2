/** Settings of V8, by the version of Node: a setting that V8 does not know it complains of on standard error. */

const major = process.versions.node.split(".")[0] ?? "";

/** True where all settings of this file and of `memory.ts` exist and were tried. */
export const isTriedEngine: boolean = ["20", "22", "24"].includes(major);

/** V8 of this process, all its threads included. */
export function setEngine(setting: string): void {
  process.getBuiltinModule("node:v8").setFlagsFromString(setting);
}

/**
 * Settings for a short run. To be called before the program is loaded, also where its code cache is made: V8 refuses one
 * made with other settings.
 *
 * An expression of the rules is long and is used on a few texts: V8 first makes bytecode of it, which takes it three times as
 * long as the machine code that it makes at the second use. Made as machine code at once, the expressions of one plan take
 * a sixth of its run less.
 *
 * V8 of Node 20 optimises a function after 66 KB of its code have run. Within one plan that comes too soon: the compiler
 * takes a sixth of the run, and what it makes of the few shapes seen so far is thrown away at the next. A hundred plans
 * take a third less time when it waits, as later versions do by themselves. Before that it notes shapes, and makes plain
 * machine code, for what has run eight times: waiting for sixteen saves one plan a twentieth, and costs a hundred nothing.
 */
export function setForShortRun(): void {
  if (isTriedEngine) setEngine("--no-regexp-tier-up");
  if (major !== "20") return;
  setEngine("--interrupt-budget=540000");
  setEngine("--interrupt-budget-factor-for-feedback-allocation=16");
}

/** Optimises as V8 does by itself, in a run over several plans: what keeps waiting runs slowly for hundreds of plans, a fifth longer in all. */
export function optimiseAsUsual(): void {
  if (major === "20") setEngine("--interrupt-budget=67584");
}
