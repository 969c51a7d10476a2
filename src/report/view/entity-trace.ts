/** How the figures of one entity came about: a line, since its formulas are those of the indicator. */
import type { FigureName, IndicatorRow } from "../../indicators/results.ts";
import { anchorOf } from "./anchors.ts";
import { personText, statusMark, type ViewContext } from "./context.ts";
import { type TracedFigure, tracedFigures } from "./figure-trace.ts";
import { bracketed, placesOf, substitutedText } from "./trace-text.ts";
import type { EntityTrace } from "./traces-view.ts";

/** What the report prints of an entity, and what its status is judged by. */
const told: ReadonlySet<FigureName> = new Set([
  "value",
  "baseline",
  "target",
  "attained",
  "ofTarget",
  "expected",
  "gap",
  "change",
  "ratio",
  "score",
]);

/** The anchor to which the figures of an entity lead: a colon stands in no id, and no two entities become one. */
export function entityAnchor({ indicator, entity }: IndicatorRow): string {
  const written = (entity ?? "").replace(
    /[^\p{L}\p{N}._-]/gu,
    (sign) => `~${sign.codePointAt(0)?.toString(16)}`,
  );
  return `${anchorOf("figures", indicator.id.value)}:${written}`;
}

/** The line of an entity; `whole` are the figures of the indicator, told above it. */
export function entityTrace(
  row: IndicatorRow,
  whole: readonly TracedFigure[],
  context: ViewContext,
): EntityTrace {
  const { labels, speaker } = context;
  const above = new Map(whole.map((figure) => [figure.key, figure]));
  const texts = tracedFigures(row, context)
    .filter(({ key }) => told.has(key))
    .flatMap((figure) => figureText(figure, above.get(figure.key), context) ?? []);
  return {
    anchor: entityAnchor(row),
    name: personText(row.entity ?? "", context),
    status: statusMark(row.status, speaker),
    basis: `${labels.basis}${labels.colon}${speaker.say(row.decision.words)}`,
    figures: texts.join(speaker.chinese ? "；" : "; "),
  };
}

/** A figure with the numbers put in, with its formula where none stands above, or with its place; null where it is the indicator's own. */
function figureText(
  figure: TracedFigure,
  above: TracedFigure | undefined,
  context: ViewContext,
): string | null {
  const { equals } = context.labels;
  const { name, printed, formula, inputs } = figure;
  if (formula === null) {
    if (above?.formula === null && above.printed === printed && figure.key !== "value") return null;
    const places = placesOf(inputs, context);
    const notes = [places, figure.assumed].filter((one) => one !== null);
    return `${name} ${printed}${notes.map((note) => bracketed(note, context)).join("")}`;
  }
  const numbers = substitutedText(figure);
  const isKnown = above?.formula === formula && numbers !== null;
  const how = [isKnown ? null : formula, numbers].filter((one) => one !== null);
  return [`${name} ${printed}`, ...how].join(` ${equals} `);
}
