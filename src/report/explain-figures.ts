/** Figures of a row for `explain`: value, formula, numbers put in, every input with its place; and those that are missing. */
import type { Figure, FigureInput, IndicatorRow } from "../indicators/results.ts";
import { formulaText } from "./formula-words.ts";
import { citationText, placeText } from "./place-text.ts";
import type { ViewContext } from "./view/context.ts";
import { missingFigures, type TracedFigure, tracedFigures, tracedInput } from "./view/figure-trace.ts";

/** Most inputs listed for one figure; of a long sum the rest is counted. */
export const mostInputs = 40;

/** Lines of the figures that have a value, in the order of their definitions. */
export function figureLines(row: IndicatorRow, context: ViewContext): readonly string[] {
  return tracedFigures(row, context).flatMap((figure) => oneFigure(figure, row, context));
}

function oneFigure(figure: TracedFigure, row: IndicatorRow, context: ViewContext): readonly string[] {
  const { speaker, labels } = context;
  const { formula, substituted, inputs, exact } = figure;
  const full =
    exact === null ? "" : `${speaker.chinese ? "（" : " ("}${exact}${speaker.chinese ? "）" : ")"}`;
  const assumed = figure.assumed === null ? "" : `  ${figure.assumed}`;
  const guess = figure.estimate === null ? "" : `  ${figure.estimate}`;
  const label = (en: string, zhHans: string): string => `${speaker.say({ en, zhHans })}${labels.colon}`;
  const [only, second] = inputs;
  const isPlain = formula === null;
  const ownPlace =
    isPlain && only !== undefined && second === undefined
      ? ["", ...citedBy(only, row, context), inputPlace(only, context)].join("  ")
      : null;
  return [
    `  ${figure.name} = ${figure.printed}${full}${assumed}${guess}${ownPlace ?? ""}`,
    ...(formula === null ? [] : [`      ${label("formula", "公式")}${formula}`]),
    ...(substituted === null ? [] : [`      ${label("with", "代入")}${substituted}`]),
    ...(ownPlace === null ? inputs : [])
      .slice(0, mostInputs)
      .map((input) => `      ${isPlain ? inputPlace(input, context) : inputLine(input, context)}`),
    ...(inputs.length > mostInputs ? [`      … ${inputs.length - mostInputs}`] : []),
  ];
}

/** The source of a figure that is a baseline of the indicator. */
function citedBy(
  { span }: FigureInput,
  { indicator }: IndicatorRow,
  context: ViewContext,
): readonly string[] {
  const stated = indicator.baseline.find(({ is }) => span !== null && is.span.start === span.start);
  return citationText(stated?.source ?? null, context);
}

/** The formula with names, and with the numbers put in where that says more. */
export function formulaLines({ formula, substituted }: Figure, { speaker, labels }: ViewContext): string[] {
  const line = (en: string, zhHans: string, text: string): string =>
    `      ${speaker.say({ en, zhHans })}${labels.colon}${speaker.say(formulaText(text))}`;
  const same = substituted === "" || substituted === formula;
  return [line("formula", "公式", formula), ...(same ? [] : [line("with", "代入", substituted)])];
}

/** Where an input is stated. */
export function inputPlace({ span }: FigureInput, context: ViewContext): string {
  if (span === null) return context.speaker.say({ en: "computed", zhHans: "计算得出" });
  return placeText(span, context);
}

/** An input with its meaning, value and place. */
export function inputLine(input: FigureInput, context: ViewContext): string {
  const { shown, meaning, value } = tracedInput(input, context);
  const told = meaning === null ? "" : ` ${meaning}`;
  return `${shown}${told} = ${value}  ${inputPlace(input, context)}`;
}

/** What cannot be computed, by reason, in the order of the figures. */
export function missingLines(row: IndicatorRow, context: ViewContext): readonly string[] {
  return missingFigures(row, context).map(
    ({ names, reason }) => `  ${names}${context.labels.colon}${reason}`,
  );
}
