/**
 * Keeps the memory of a long run small. V8 lets its heap grow while little of it is garbage by its own measure: a run
 * over a thousand plans came to twelve times what was in use. Plan after plan leaves nothing behind but garbage, so a small
 * heap collected more often costs the same time.
 */
import type * as V8 from "node:v8";
import { isTriedEngine, optimiseAsUsual, setEngine } from "./engine.ts";

/** Young objects: enough for a few plans, so that most of a plan is garbage before it is ever copied. Half as much takes a tenth longer. */
const youngBytes = 16 * 1024 * 1024;

/** Collects the old objects when they have grown by half; V8 itself waits for up to four times as many. */
const growingPercent = 50;

/** Plans before it acts: by its first collection, within the first plans, V8 has settled how far the heap may grow until the next. */
const plansBefore = 2;

/** Threads that are still starting would find V8's code cache made with other settings, and compile. */
const plansBeforeWithThreads = 24;

/** Makes what is to be called between plans; it acts until the young objects have all the room that they need. */
export function makeMemoryHolder(hasThreads: () => boolean): () => void {
  let isHeld = !isTriedEngine;
  let v8: typeof V8 | null = null;
  let plans = 0;
  return () => {
    if (isHeld || ++plans <= (hasThreads() ? plansBeforeWithThreads : plansBefore)) return;
    if (v8 === null) {
      v8 = process.getBuiltinModule("node:v8");
      setEngine(`--heap-growing-percent=${growingPercent}`);
      optimiseAsUsual();
    }
    const young = v8.getHeapSpaceStatistics().find((space) => space.space_name === "new_space");
    if (young === undefined || young.space_size < youngBytes) return;
    setEngine("--semi-space-growth-factor=1");
    isHeld = true;
  };
}
