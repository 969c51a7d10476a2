/** Words, bands and scores of `cagr-ratio` by preset. Each boundary belongs to the better band. */
import Big from "big.js";
import { divide } from "../../plan/decimal.ts";
import type { Point } from "../growth.ts";
import { power } from "../power.ts";
import type { Status } from "../results.ts";
import { type Ground, type MethodInput, type ParameterReader, refused, type Verdict } from "./method.ts";

/** What was measured: the ratio, or without a target the growth a year; null with a reason. */
export interface Measured {
  readonly ratio: Big | null;
  readonly formula: string;
  readonly named: Readonly<Record<string, Big>>;
  readonly reason: string | null;
  readonly basis: string | null;
  /** Where growth was measured from; null where there is no ratio. */
  readonly from: Point | null;
}

type Word = readonly [methodStatus: string, status: Status];

function numbers(...texts: readonly string[]): readonly Big[] {
  return texts.map((text) => new Big(text));
}

const openSdg = {
  ratioWords: [
    ["substantial_progress", "on-track"],
    ["moderate_progress", "at-risk"],
    ["limited_progress", "off-track"],
    ["deterioration", "worsening"],
  ],
  growthLimits: numbers("0.015", "0.005", "0"),
} as const;

const eurostat = {
  ratioWords: [
    ["significant_progress", "on-track"],
    ["moderate_progress", "at-risk"],
    ["insufficient_progress", "off-track"],
    ["movement_away", "worsening"],
  ],
  growthWords: [
    ["significant_progress", "on-track"],
    ["moderate_progress", "at-risk"],
    ["moderate_movement_away", "worsening"],
    ["significant_movement_away", "worsening"],
  ],
  growthLimits: numbers("0.01", "0", "-0.01"),
} as const;

/** Both presets have the same limits on the ratio. */
const ratioLimits = numbers("0.95", "0.6", "0");

const presets = ["open-sdg", "eurostat"] as const;
const bandKeys = ["high", "medium", "low"] as const;

/** Reads all that a preset takes. */
export function checkBands(parameters: ParameterReader): void {
  parameters.word("preset", presets);
  if (parameters.level("limit")?.eq(0) === true) parameters.doubt("limit", "no-effect");
  parameters.numbers("bands", ratioLimits, bandKeys);
  parameters.numbers("growth-bands", openSdg.growthLimits, bandKeys);
}

/** Judges by the preset that the plan names. */
export function judgeByPreset(measured: Measured, input: MethodInput): Verdict {
  const isEurostat = input.parameters.word("preset", presets) === "eurostat";
  return isEurostat ? byEurostat(measured, input) : byOpenSdg(measured, input);
}

/** Without a value: Open SDG has a word for it, and for a state or grade that is reached. */
export function judgeWithoutValue({ parameters, meetsWord }: Ground): Verdict {
  const isEurostat = parameters.word("preset", presets) === "eurostat";
  const nothing = { ...refused("no-observation"), score: null };
  if (isEurostat) return nothing;
  return meetsWord === true ? { ...nothing, ...achieved } : { ...nothing, methodStatus: "not_available" };
}

/** The first word whose lower limit a value reaches; the last word where it reaches none. */
function wordOf(
  value: Big,
  limits: readonly Big[],
  words: readonly Word[],
): Pick<Verdict, "methodStatus" | "status"> {
  const at = limits.findIndex((limit) => value.gte(limit));
  const [methodStatus, status] = words[at < 0 ? limits.length : at] ?? [null, null];
  return { methodStatus, status };
}

const five = new Big(5);
const scale = "-5..5";
const achieved = {
  methodStatus: "target_achieved",
  status: "achieved",
  score: five,
  scoreFormula: "5",
  scale,
} as const;

/**
 * Open SDG. Ratio: ≥ 0.95 substantial, ≥ 0.60 moderate, ≥ 0 limited, below deterioration (`bands`). Growth without a target:
 * ≥ 1.5%, ≥ 0.5%, ≥ 0 (`growth-bands`), each times the coefficient C of a natural `limit`. The score follows the published
 * lines whatever the bands are.
 */
function byOpenSdg(measured: Measured, { target, meetsTarget, parameters }: MethodInput): Verdict {
  const { from, ...found } = measured;
  const { ratio } = found;
  if (meetsTarget) return { ...found, ...achieved };
  if (ratio === null || from === null)
    return { ...found, methodStatus: "not_available", status: null, score: null };
  const bands = parameters.numbers("bands", ratioLimits, bandKeys);
  if (target !== null)
    return { ...found, ...wordOf(ratio, bands, openSdg.ratioWords), ...ratioScore(ratio), scale };
  const limit = parameters.level("limit");
  const room = limit === null ? wholeRoom : roomToLimit(from.value, limit);
  const growthBands = parameters.numbers("growth-bands", openSdg.growthLimits, bandKeys);
  const scaled = growthBands.map((band) => band.times(room.c));
  const named = limit === null ? found.named : { ...found.named, L: limit };
  return {
    ...found,
    named,
    ...wordOf(ratio, scaled, openSdg.ratioWords),
    ...growthScore(ratio, room),
    scale,
  };
}

const one = new Big(1);
const steepness = new Big("4.44");

/** The coefficient, and in symbols what is divided by it. */
interface Room {
  readonly c: Big;
  readonly divided: string;
}

const wholeRoom: Room = { c: one, divided: "" };

/**
 * C, how much of the usual growth a value near its natural limit L can still make: 1 − (b ÷ L)^4.44 up to L,
 * 1 − ((2L − b) ÷ L)^4.44 between L and 2L, 1 from there; by the sizes of b and L.
 */
function roomToLimit(base: Big, limit: Big): Room {
  const [b, l] = [base.abs(), limit.abs()];
  const twice = l.times(2);
  if (b.gte(twice)) return wholeRoom;
  const isUpTo = b.lte(l);
  const taken = power(divide(isUpTo ? b : twice.minus(b), l), steepness);
  const formula = isUpTo ? " ÷ (1 − (|b| ÷ |L|)^4.44)" : " ÷ (1 − ((2 × |L| − |b|) ÷ |L|)^4.44)";
  return taken === null ? wholeRoom : { c: one.minus(taken), divided: formula };
}

type Score = { readonly score: Big; readonly scoreFormula: string };

/** −5 to 5, on straight lines through 130% → 5, 60% → 0, 0 → −2.5, −60% → −5, with the four places that are published. */
function ratioScore(ratio: Big): Score {
  return ratio.gte("0.6")
    ? atMost5(ratio.times("7.1429").minus("4.2857"), "7.1429 × ratio − 4.2857")
    : atLeast5(ratio.times("4.1667").minus("2.5"), "4.1667 × ratio − 2.5");
}

/** The same for growth g without a target, by the coefficient of the limit. */
function growthScore(g: Big, { c, divided }: Room): Score {
  if (g.lt(0)) return atLeast5(g.times(125).minus("2.5"), "125 × ratio − 2.5");
  if (c.eq(0)) return { score: five, scoreFormula: "5" };
  const steep = divide(g.times(500), c);
  if (g.lt(c.times("0.005")))
    return { score: steep.minus("2.5"), scoreFormula: `500 × ratio${divided} − 2.5` };
  if (g.gte(c.times("0.015"))) return atMost5(steep.minus(5), `500 × ratio${divided} − 5`);
  return { score: divide(g.times(250), c).minus("1.25"), scoreFormula: `250 × ratio${divided} − 1.25` };
}

function atMost5(score: Big, formula: string): Score {
  return { score: score.gt(5) ? five : score, scoreFormula: `min(${formula}, 5)` };
}

function atLeast5(score: Big, formula: string): Score {
  return { score: score.lt(-5) ? five.neg() : score, scoreFormula: `max(${formula}, −5)` };
}

/**
 * Eurostat. The same limits on the ratio in words of its own; growth without a target: ≥ 1%, ≥ 0, ≥ −1% a year, with no
 * score: a share a year is none.
 */
function byEurostat(measured: Measured, { target, parameters }: MethodInput): Verdict {
  const { from: _, ...found } = measured;
  const { ratio } = found;
  if (ratio === null) return { ...found, methodStatus: null, status: null };
  const bands = parameters.numbers("bands", ratioLimits, bandKeys);
  const growthBands = parameters.numbers("growth-bands", eurostat.growthLimits, bandKeys);
  return target === null
    ? { ...found, ...wordOf(ratio, growthBands, eurostat.growthWords), score: null }
    : { ...found, ...wordOf(ratio, bands, eurostat.ratioWords) };
}
