/** Places in the texts of `explain`: the plan is named once at the top, so that lines of its file stand alone. */
import type { Citation } from "../plan/given.ts";
import { citePlace } from "../text/sheet-cell.ts";
import { positionAt, type Span } from "../text/source.ts";
import type { ViewContext } from "./view/context.ts";
import { titleOfId } from "./view/item-text.ts";

/** The title of a source and the place in it that is cited (`indicators.xlsx#Sheet1 D7`); nothing where no place is. */
export function citationText(cited: Citation | null, context: ViewContext): readonly string[] {
  if (cited === null || cited.within === null) return [];
  const title = titleOfId(cited.value, context);
  const words = { en: `${title} ${cited.within}`, zhHans: `“${title}”（${cited.within}）` };
  return [context.speaker.say(words, [title, cited.within])];
}

/** `:12` for line 12 of the plan's own file, `data/observations.csv:4` for that of another. */
export function placeText(span: Span, { compilation }: ViewContext): string {
  if (span.file.name !== compilation.file.name) return citePlace(span);
  return `:${positionAt(span.file, span.start).line}`;
}
