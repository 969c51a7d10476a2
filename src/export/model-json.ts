/**
 * The compiled plan as plain data: what the plan states, item by item, every value with its place and origin. Figures are
 * decimals as text, days ISO days; a field that the plan does not state is null or an empty list. Its published form is
 * `schemas/compiled-plan.schema.json`.
 */
import Big from "big.js";
import { isoDay } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Plan } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import type { Day, Period, When } from "../plan/time.ts";
import { positionAt, type Span } from "../text/source.ts";

/** Indexes over the plan, made from the rest, and the text itself. */
const derived: ReadonlySet<string> = new Set(["file", "facts", "references", "unusableKinds"]);

/** The model of a plan as plain data. */
export function modelJson(plan: Plan): Readonly<Record<string, unknown>> {
  const { period, ...rest } = plan;
  const fields = Object.entries(rest).filter(([key]) => !derived.has(key) && key !== "span");
  return {
    ...Object.fromEntries(fields.map(([key, value]) => [key, valueJson(value)])),
    period:
      period === null
        ? null
        : {
            text: period.text,
            stated: period.stated,
            start: dayJson(period.start?.value ?? null),
            end: dayJson(period.end?.value ?? null),
            place: placeJson(period.span),
          },
  };
}

/** A file and the stretch of it, in the shape of a finding's place. */
export function placeJson({ file, start, end }: Span): unknown {
  return { file: file.name, range: { start: positionAt(file, start), end: positionAt(file, end) } };
}

function valueJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? null;
  if (Array.isArray(value)) return value.map(valueJson);
  if (value instanceof Map) return recordJson(value);
  if (value instanceof Big) return formatDecimal(value);
  if (isWhen(value)) return whenJson(value);
  if (isQuantity(value)) return quantityJson(value);
  if ("values" in value && value.values instanceof Map) return parametersJson(value.values, value);
  return fieldsJson(value);
}

/** A map of parameters: its keys under `values`, beside its place. */
function parametersJson(values: ReadonlyMap<string, unknown>, map: object): unknown {
  return { ...placeOf(map), values: recordJson(values) };
}

function recordJson(map: ReadonlyMap<unknown, unknown>): unknown {
  // `fromEntries` defines its fields: a key called `__proto__` is one like any other.
  return Object.fromEntries([...map].map(([key, value]) => [String(key), valueJson(value)]));
}

function fieldsJson(value: object): unknown {
  const fields = Object.entries(value).filter(
    ([key, field]) => key !== "span" && typeof field !== "function",
  );
  return {
    ...Object.fromEntries(fields.map(([key, field]) => [key, valueJson(field)])),
    ...placeOf(value),
  };
}

function placeOf(value: object): object {
  return "span" in value ? { place: placeJson(value.span as Span) } : {}; // the model calls nothing else so
}

/** A time is the only part of the model with a state and a period. */
function isWhen(value: object): value is When {
  return "state" in value && "period" in value;
}

function isQuantity(value: object): value is Quantity {
  return "relation" in value && "soft" in value && "signed" in value;
}

function whenJson({ text, state, period, inherited, alternative, phase }: When): unknown {
  return {
    text,
    state,
    ...periodJson(period),
    inherited,
    alternative: alternative && periodJson(alternative),
    phase,
  };
}

function periodJson(period: Period | null): { readonly start: string | null; readonly end: string | null } {
  return { start: dayJson(period?.start ?? null), end: dayJson(period?.end ?? null) };
}

function quantityJson(quantity: Quantity): unknown {
  const { text, relation, value, upper, unit, signed, level, per, soft, at } = quantity;
  return {
    text,
    relation,
    value: formatDecimal(value),
    upper: upper === null ? null : formatDecimal(upper),
    unit: unit?.key ?? null,
    change: signed && !level,
    per,
    soft,
    at: at?.text ?? null,
  };
}

function dayJson(day: Day | null): string | null {
  return day === null ? null : isoDay(day);
}
