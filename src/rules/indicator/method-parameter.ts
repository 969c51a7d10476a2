/**
 * The method by which indicators are assessed can use its parameters.
 *
 * Looks at: the parameters of `assess` of the plan, its dimensions and indicators, read as the method reads them: what the
 * method cannot do without, what it cannot read, limits in the wrong order, figures outside their scale; and, as a warning, what
 * it can use but hardly was wanted (equal limits, a natural limit of zero). Levels of a plan's or dimension's method
 * are read in the unit of each indicator that it judges, told once. Unknown names, shapes and words are told by the schema; a judgement by
 * `indicator/judgement-not-used`.
 * Reports: the parameter; where it is missing, the value of `assess`.
 * Source: ENGINE.md section 6.
 */
import type { Severity } from "../../diagnostics/diagnostic.ts";
import { findMethod } from "../../indicators/methods/index.ts";
import {
  gradesOf,
  type ParameterDoubtKind,
  type ParameterFault,
  type ParameterFaultKind,
  type ParameterReader,
  parameterReader,
} from "../../indicators/methods/parameters.ts";
import type { Given } from "../../plan/given.ts";
import { itemById } from "../../plan/item-by-id.ts";
import type { Assessment, Indicator, Item, Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";

type Kind = Exclude<ParameterFaultKind, "misshapen"> | ParameterDoubtKind;
type Args = { readonly method: string; readonly name: string; readonly written: string; readonly kind: Kind };

export const indicatorMethodParameter = defineRule<Args>({
  code: "indicator/method-parameter",
  severity: "error",
  text: {
    en: {
      title: "Unusable method parameter",
      message: inEnglish,
      why: "An indicator whose method lacks a limit, or cannot read it, has no status, whatever its values.",
      fix: "Give the parameter a value that the method can use; `plan explain METHOD` shows what it takes.",
    },
    zhHans: {
      title: "评定方法参数不可用",
      message: inChinese,
      why: "评定方法缺少参数或者参数无法识别的，指标无论实际值如何都无法评定。",
      fix: "按该方法的要求填写参数；各方法的参数可用 `plan explain 方法名` 查看。",
    },
  },
  check({ plan, report }) {
    for (const { assess, on, judged } of assessments(plan)) {
      const told = new Set<string>();
      for (const indicator of judged) {
        const { faults, doubts } = readAll(assess.value, indicator, plan);
        const tell = ({ name, kind, written }: ParameterFault<Kind>, severity: Severity): void => {
          if (told.has(name)) return;
          told.add(name);
          const args = { method: assess.value.method, name, written: written?.value ?? "", kind };
          report(written?.span ?? assess.span, args, { on, severity });
        };
        for (const { kind, ...fault } of faults) if (kind !== "misshapen") tell({ ...fault, kind }, "error");
        for (const doubt of doubts) tell(doubt, "warning");
      }
    }
  },
});

interface Stated {
  readonly assess: Given<Assessment>;
  readonly on: Item | null;
  /** The indicators by whose unit and direction it is read: those it judges, and none where it judges none. */
  readonly judged: readonly (Indicator | null)[];
}

/** Most indicators for which one method of a plan is read: all of them differ in unit and direction at most. */
const mostRead = 200;

/** Every `assess` of the plan that has anything to be read. */
function assessments(plan: Plan): readonly Stated[] {
  const stated: Stated[] = [];
  const add = (assess: Given<Assessment> | null, on: Item | null, judged: readonly Indicator[]): void => {
    const method = assess === null ? undefined : findMethod(assess.value.method);
    if (assess === null || method?.check === undefined || assess.value.method === "judgement") return;
    stated.push({ assess, on, judged: judged.length === 0 ? [null] : judged.slice(0, mostRead) });
  };
  const under = plan.indicators.filter((one) => one.assess === null);
  const dimensionOf = (one: Indicator) => itemById(plan.dimensions, one.dimension?.value);
  const ofPlan = plan.assess === null ? [] : under.filter((one) => dimensionOf(one)?.assess == null);
  add(plan.assess, null, ofPlan);
  for (const dimension of plan.dimensions) {
    if (dimension.assess === null) continue;
    add(
      dimension.assess,
      dimension,
      under.filter((one) => dimensionOf(one) === dimension),
    );
  }
  for (const indicator of plan.indicators) add(indicator.assess, indicator, [indicator]);
  return stated;
}

function readAll(
  { method, parameters }: Assessment,
  indicator: Indicator | null,
  plan: Plan,
): ParameterReader {
  const reader = parameterReader(parameters, {
    unit: indicator?.unit?.value ?? null,
    planStart: plan.period?.start?.value ?? null,
    direction: indicator?.direction?.value ?? null,
    grades: indicator === null ? [] : gradesOf(indicator),
  });
  findMethod(method)?.check?.(reader);
  return reader;
}

function inEnglish({ method, name, written, kind }: Args): string {
  switch (kind) {
    case "missing":
      return `the method ${method} needs the parameter ${name}, which is missing`;
    case "unreadable":
      return `${name} of the method ${method} is ${written}, which cannot be read as what it should be`;
    case "out-of-order":
      return `${name} of the method ${method} is ${written}, which is out of order with its other limits or the direction`;
    case "outside-scale":
      return `${name} of the method ${method} is ${written}, which is outside its scale`;
    case "equal-limits":
      return `${name} of the method ${method} is ${written}, the same as its other limit: no value is ever between the two`;
    case "no-effect":
      return `${name} of the method ${method} is ${written}, which has no effect`;
  }
}

function inChinese({ method, name, written, kind }: Args): string {
  switch (kind) {
    case "missing":
      return `评定方法“${method}”缺少参数“${name}”`;
    case "unreadable":
      return `评定方法“${method}”的参数“${name}”写作“${written}”，无法识别`;
    case "out-of-order":
      return `评定方法“${method}”的参数“${name}”写作“${written}”，与其他界限或者指标方向的先后次序不符`;
    case "outside-scale":
      return `评定方法“${method}”的参数“${name}”写作“${written}”，超出取值范围`;
    case "equal-limits":
      return `评定方法“${method}”的参数“${name}”写作“${written}”，与另一界限相同，没有数值会落在两者之间`;
    case "no-effect":
      return `评定方法“${method}”的参数“${name}”写作“${written}”，不起任何作用`;
  }
}
