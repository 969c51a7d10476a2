/** What a method is given, made by hand: also for what the engine tells of before it asks a method. */
import Big from "big.js";
import type { DatedTarget, Method, MethodInput } from "../../../src/indicators/methods/method.ts";
import {
  type ParameterReader,
  parameterReader,
  type ReaderContext,
} from "../../../src/indicators/methods/parameters.ts";
import type { SeenValue } from "../../../src/indicators/results.ts";
import { engineInput, planOf } from "../evaluate-text.ts";

const span = { file: { name: "test.plan.yaml", text: "" }, start: 0, end: 0 };

/** A reader of parameters as a plan writes them: `green: 95%, yellow: 80%`. */
export function readerOf(parameters: string, context: Partial<ReaderContext> = {}): ParameterReader {
  const is = `assess: { method: m${parameters === "" ? "" : `, ${parameters}`} }`;
  const { plan } = engineInput(planOf({ is }), { asOf: "2026-05-26" });
  const written = plan.indicators[0]?.assess?.value.parameters;
  if (written === undefined) throw new Error(`no assessment: ${parameters}`);
  return parameterReader(written, { unit: null, planStart: null, direction: null, ...context });
}

/** Faults that a method finds in its parameters: `at-risk out-of-order`. */
export function faultsOf(
  method: Method,
  parameters: string,
  context: Partial<ReaderContext> = {},
): readonly string[] {
  const reader = readerOf(parameters, context);
  method.check?.(reader);
  return reader.faults.map(({ name, kind }) => `${name} ${kind}`);
}

/** What a method doubts in its parameters: `limit no-effect`. */
export function doubtsOf(method: Method, parameters: string): readonly string[] {
  const reader = readerOf(parameters);
  method.check?.(reader);
  return reader.doubts.map(({ name, kind }) => `${name} ${kind}`);
}

export function seen(value: string, on: number): SeenValue {
  return { on, start: on, value: new Big(value), provisional: false, span };
}

export function targetOf(value: string, rest: Partial<DatedTarget> = {}): DatedTarget {
  return {
    span,
    value: new Big(value),
    on: 365,
    role: "reach",
    from: null,
    upper: null,
    relation: ">=",
    doneBy: () => null,
    ...rest,
  };
}

/** 60 on day 146 of 365, of a way from 10 to 110; half of it is done at two fifths of the time. */
export function inputOf(rest: Partial<MethodInput> = {}): MethodInput {
  const value = rest.value ?? seen("60", 146);
  const target = targetOf("110");
  return {
    asOf: 146,
    parameters: readerOf(""),
    kind: "level",
    sign: 1,
    isCap: false,
    holds: false,
    unit: null,
    start: { value: new Big(10), on: 0 },
    startOn: 0,
    planStart: 1,
    target,
    targets: [target],
    reportWithinDays: 30,
    word: null,
    meetsWord: null,
    schedule: { passed: 146, whole: 365 },
    elapsed: new Big("0.4"),
    value,
    meetsTarget: false,
    series: [value],
    attained: new Big("0.5"),
    ofTarget: null,
    expected: new Big(50),
    pace: new Big("1.25"),
    ...rest,
  };
}
