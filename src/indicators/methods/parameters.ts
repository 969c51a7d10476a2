/** Reads the parameters of `assess: { method: NAME, … }`, and keeps what is wrong with them. */
import Big from "big.js";
import { parseDecimal } from "../../plan/decimal.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import { parseTime, resolveTime } from "../../plan/parse-time.ts";
import type { Direction, Indicator, WrittenValue } from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import { isPercent } from "../shares.ts";
import { inUnit } from "../terms.ts";

const hundredth = new Big("0.01");
const one = new Big(1);

/**
 * What can be wrong: not there; not of the kind it should be; in the wrong order beside others; outside its scale; of a
 * name, a shape, or none of the words, that the schema allows, and told there.
 */
export type ParameterFaultKind = "missing" | "unreadable" | "out-of-order" | "outside-scale" | "misshapen";

/** What can be used and hardly is what was wanted: two limits that leave nothing between them; a value that changes nothing. */
export type ParameterDoubtKind = "equal-limits" | "no-effect";

export interface ParameterFault<Kind = ParameterFaultKind> {
  readonly name: string;
  readonly kind: Kind;
  /** Where it is written; null for one that is missing. */
  readonly written: WrittenValue | null;
}

/** A distance: of the target's level, or in the unit. */
export interface Distance {
  readonly value: Big;
  readonly relative: boolean;
}

/** Parameters of an assessment as written. What is absent is null or the default; what cannot be read is kept as a fault. */
export interface ParameterReader {
  readonly faults: readonly ParameterFault[];
  /** What the method uses as it is written, but a reader must be told of. */
  readonly doubts: readonly ParameterFault<ParameterDoubtKind>[];
  /** The direction that the plan states: +1 higher is better, −1 lower is; 0 where it states neither. */
  readonly sign: 1 | -1 | 0;
  /** The words that the indicator's grades go by, the worst first; empty where it has none. */
  readonly grades: readonly string[];
  /** Names of all that is written, in order. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Names besides these (`x-` names are free) are faults: what their author wanted is not known. */
  only(known: readonly string[]): void;
  /** A number (`0.8`, `80%` is 0.8); the default where it is absent. */
  number(name: string, otherwise: Big): Big;
  optionalNumber(name: string): Big | null;
  /** A share: `30%`, `0.3`; a bare number above 1 counts percent (`30`). */
  share(name: string, otherwise: Big): Big;
  /** A level in the indicator's unit: `60%`, `24h`, a bare number. */
  level(name: string): Big | null;
  /** The same; its absence is a fault. */
  neededLevel(name: string): Big | null;
  /** A distance: percent of an indicator that is not in percent is a share of the target, all else is in the unit. */
  distance(name: string): Distance | null;
  /**
   * Edges of bands: as many numbers as the default has, in the same order (falling or rising), as a list, as text with
   * `/` between (`0.95/0.60/0`), or as a map with the keys given.
   */
  numbers(name: string, otherwise: readonly Big[], keys?: readonly string[]): readonly Big[];
  text(name: string): string | null;
  /** One of some words; the first where it is absent. */
  word<W extends string>(name: string, words: readonly [W, ...W[]]): W;
  /** `true` or `false`; false where it is absent. */
  flag(name: string): boolean;
  /** A time; of a period its last day. */
  day(name: string): Day | null;
  /** Readers of the maps of a list; null where it is absent. Their faults are those of the whole. */
  maps(name: string): readonly ParameterReader[] | null;
  /** The reader of a map; null where it is absent. */
  map(name: string): ParameterReader | null;
  /** What it is written as; null where it is absent. */
  shape(name: string): WrittenValue["shape"] | null;
  /** Tells of a fault that only the method can see. */
  fault(name: string, kind: ParameterFaultKind): void;
  doubt(name: string, kind: ParameterDoubtKind): void;
}

/** A number as a parameter states it: `0.8` or `80%`; null when it is none. */
export function parameterNumber(text: string): Big | null {
  const percent = /[%％]\s*$/.test(text);
  const value = parseDecimal(percent ? text.replace(/[%％]\s*$/, "") : text);
  return value !== null && percent ? value.times(hundredth) : value;
}

/** What parameters are read with besides their text. */
export interface ReaderContext {
  readonly unit: Unit | null;
  readonly planStart: Day | null;
  readonly direction: Direction | null;
  /** Levels of the grades that the indicator is to reach, the worst first. */
  readonly grades?: readonly string[];
}

/** The levels of an indicator's grades, the worst first; empty where it has none. */
export function gradesOf({ targets }: Indicator): readonly string[] {
  return targets.find(({ grade }) => grade !== null)?.grade?.levels ?? [];
}

/** The reader of the parameters of an assessment. */
export function parameterReader(
  parameters: ReadonlyMap<string, WrittenValue>,
  context: ReaderContext,
): ParameterReader {
  return readerOf(parameters, context, []);
}

/** The methods below call one another; all faults gather in one list, also those of nested maps. */
function readerOf(
  parameters: ReadonlyMap<string, WrittenValue>,
  context: ReaderContext,
  faults: ParameterFault[],
): ParameterReader {
  const doubts: ParameterFault<ParameterDoubtKind>[] = [];
  const writtenAt = (name: string): WrittenValue | null => parameters.get(name) ?? null;
  const fault = (name: string, kind: ParameterFaultKind): void => {
    if (!faults.some((f) => f.name === name && f.written === writtenAt(name)))
      faults.push({ name, kind, written: writtenAt(name) });
  };
  const read = <T>(
    name: string,
    parse: (written: WrittenValue) => T | null,
    kind: ParameterFaultKind = "unreadable",
  ): T | null => {
    const written = writtenAt(name);
    if (written === null) return null;
    const value = parse(written);
    if (value === null) fault(name, kind);
    return value;
  };
  const scalar = <T>(name: string, parse: (text: string) => T | null, kind?: ParameterFaultKind): T | null =>
    writtenAt(name)?.shape === "scalar" || !parameters.has(name)
      ? read(name, (written) => parse(written.value.trim()), kind)
      : read(name, () => null, "misshapen");
  const optionalNumber = (name: string): Big | null =>
    writtenAt(name)?.value === "none" ? null : scalar(name, parameterNumber);
  const level = (name: string): Big | null => scalar(name, (text) => levelOf(text, context.unit));
  const nested = (entries: ReadonlyMap<string, WrittenValue>) => readerOf(entries, context, faults);
  return {
    faults,
    doubts,
    sign: signOf(context.direction),
    grades: context.grades ?? [],
    names: [...parameters.keys()],
    has: (name) => parameters.has(name),
    only(known) {
      for (const name of parameters.keys())
        if (!known.includes(name) && !name.startsWith("x-")) fault(name, "misshapen");
    },
    fault,
    doubt(name, kind) {
      doubts.push({ name, kind, written: writtenAt(name) });
    },
    optionalNumber,
    number: (name, otherwise) => optionalNumber(name) ?? otherwise,
    share: (name, otherwise) => scalar(name, shareOf) ?? otherwise,
    level,
    neededLevel(name) {
      if (!parameters.has(name)) fault(name, "missing");
      return level(name);
    },
    distance: (name) => scalar(name, (text) => distanceOf(text, context.unit)),
    numbers(name, otherwise, keys = []) {
      const numbers = read(name, (written) => numbersOf(written, otherwise.length, keys));
      if (numbers !== null && !isOrderedLike(numbers, otherwise)) fault(name, "out-of-order");
      return numbers ?? otherwise;
    },
    text: (name) => scalar(name, (text) => (text === "" ? null : text)),
    word: (name, words) =>
      scalar(name, (text) => words.find((word) => word === text) ?? null, "misshapen") ?? words[0],
    flag: (name) => scalar(name, flagOf, "misshapen") ?? false,
    day: (name) => scalar(name, (text) => dayIn(text, context.planStart)),
    maps: (name) =>
      read(
        name,
        ({ items }) =>
          items.length > 0 && items.every((item) => item.shape === "map")
            ? items.map((item) => nested(item.entries))
            : null,
        "misshapen",
      ),
    map: (name) =>
      read(name, ({ shape, entries }) => (shape === "map" ? nested(entries) : null), "misshapen"),
    shape: (name) => writtenAt(name)?.shape ?? null,
  };
}

function signOf(direction: Direction | null): 1 | -1 | 0 {
  if (direction === "increase") return 1;
  return direction === "decrease" ? -1 : 0;
}

function shareOf(text: string): Big | null {
  const value = parameterNumber(text);
  const bare = value !== null && !/[%％]/.test(text);
  return bare && value.gt(one) ? value.times(hundredth) : value;
}

function quantityOf(text: string): Quantity | null {
  const reading = parseQuantity(text);
  return reading.ok && reading.quantity.upper === null ? reading.quantity : null;
}

function levelOf(text: string, unit: Unit | null): Big | null {
  const quantity = quantityOf(text);
  return quantity === null ? null : inUnit(quantity, unit);
}

function distanceOf(text: string, unit: Unit | null): Distance | null {
  const size = text.replace(/^±/, "");
  const quantity = quantityOf(size);
  if (quantity === null) return null;
  if (isPercent(quantity.unit) && !isPercent(unit))
    return { value: parameterNumber(size) ?? quantity.value, relative: true };
  // Points are what differences of an indicator in percent are measured in.
  const value = quantity.unit?.dimension === "points" ? quantity.value : inUnit(quantity, unit);
  return value === null ? null : { value, relative: false };
}

function numbersOf(
  { shape, value, items, entries }: WrittenValue,
  count: number,
  keys: readonly string[],
): readonly Big[] | null {
  const texts =
    shape === "map"
      ? keys.map((key) => entries.get(key)?.value ?? "")
      : shape === "list"
        ? items.map((item) => item.value)
        : value.split("/");
  const numbers = texts.flatMap((text) => parameterNumber(text) ?? []);
  return numbers.length === texts.length && numbers.length === count ? numbers : null;
}

function isOrderedLike(numbers: readonly Big[], model: readonly Big[]): boolean {
  const [sense] = ordersOf(model);
  return ordersOf(numbers).every((order) => order === sense);
}

/** Of each number but the first, whether the one before it is greater (1), equal (0) or less (−1). */
function ordersOf(numbers: readonly Big[]): readonly (number | undefined)[] {
  return numbers.slice(1).map((after, i) => numbers[i]?.cmp(after));
}

function flagOf(text: string): boolean | null {
  return text === "true" ? true : text === "false" ? false : null;
}

function dayIn(text: string, planStart: Day | null): Day | null {
  const reading = parseTime(text);
  if (!reading.ok) return null;
  return resolveTime(reading.expression, { start: planStart, end: null, phases: () => null })?.end ?? null;
}
