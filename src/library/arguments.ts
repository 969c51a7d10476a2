/** The arguments of the library: what may be handed over, and in what words anything else is refused. */
import { allCodes } from "../codes.ts";
import type { CompileInput, Only } from "../compile.ts";
import type { Level } from "../diagnostics/levels.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { type Speaker, speakerOf, type ToTraditional, traditionalSpeaker } from "../language/speaker.ts";
import { parseIsoDay } from "../plan/days.ts";
import type { Day } from "../plan/time.ts";
import { rules } from "../rules/index.ts";
import { includedFiles } from "./included.ts";
import { bytesOf, kindOf, refuse } from "./values.ts";

/** Settings as the pipeline takes them. */
export interface Settings extends Omit<CompileInput, "bytes" | "only"> {
  readonly speaker: Speaker;
}

const levels: readonly Level[] = ["error", "warning", "info", "off"];
const parts: readonly Only[] = ["all", "plan", "status"];
const known = ["asOf", "name", "include", "rules", "language"];

/** The bytes of a plan; `caller` is the function that was called. */
export function readPlan(caller: string, plan: unknown): Uint8Array {
  return bytesOf(plan) ?? refuse(caller, `the plan must be a string or a Uint8Array, not ${kindOf(plan)}`);
}

/** Reads the options of a call; `further` are those that only this function has. */
export function readSettings(caller: string, options: unknown, further: readonly string[]): Settings {
  if (typeof options !== "object" || options === null)
    refuse(caller, `options are missing: { asOf: "2026-06-30" } at least`);
  const given = new Map(Object.entries(options));
  for (const key of given.keys()) {
    if (![...known, ...further].includes(key))
      refuse(caller, `there is no option ${key}${meant(key, [...known, ...further])}`);
  }
  const name = readName(caller, given.get("name"));
  return {
    name,
    asOf: readDay(caller, given.get("asOf")),
    include: includedFiles(caller, name, given.get("include")),
    rules,
    levels: readLevels(caller, given.get("rules")),
    speaker: readLanguage(caller, given.get("language")),
  };
}

function readName(caller: string, name: unknown): string {
  if (name === undefined) return "plan.yaml";
  if (typeof name !== "string" || name === "")
    refuse(caller, `name must be the path of the plan as text, not ${kindOf(name)}`);
  return name.replaceAll("\\", "/");
}

function readDay(caller: string, day: unknown): Day {
  const read = typeof day === "string" ? parseIsoDay(day) : null;
  if (read === null) refuse(caller, `asOf must be a day such as "2026-06-30", not ${kindOf(day)}`);
  return read;
}

function readLevels(caller: string, given: unknown): ReadonlyMap<string, Level> {
  if (given === undefined) return new Map();
  if (typeof given !== "object" || given === null)
    refuse(caller, `rules must be an object, not ${kindOf(given)}`);
  const codes = allCodes.map(({ code }) => code);
  return new Map(
    Object.entries(given).map(([rule, value]: [string, unknown]) => {
      const level = levels.find((l) => l === value);
      if (!codes.includes(rule)) refuse(caller, `there is no rule ${rule}${meant(rule, codes)}`);
      if (level === undefined) refuse(caller, `rules: ${rule} must be one of ${levels.join(", ")}`);
      return [rule, level];
    }),
  );
}

/** The option `only`. */
export function readOnly(caller: string, given: unknown): Only {
  if (given === undefined) return "all";
  const only = parts.find((part) => part === given);
  if (only === undefined) refuse(caller, `only must be one of ${parts.join(", ")}`);
  return only;
}

function readLanguage(caller: string, given: unknown): Speaker {
  if (typeof given === "function") return traditionalSpeaker(given as ToTraditional); // as the type of the option asks
  if (given === undefined || given === "en" || given === "zh-Hans") return speakerOf(given ?? "en");
  if (given === "zh-Hant")
    refuse(
      caller,
      `for zh-Hant hand over its words: import { zhHant } from "planwright/zh-Hant", language: zhHant`,
    );
  return refuse(caller, "language must be en, zh-Hans, or zhHant of planwright/zh-Hant");
}

function meant(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near === null ? "" : `; ${near} is meant?`;
}
