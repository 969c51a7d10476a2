/** Places in the texts of `explain`: the plan is named once at the top, so that lines of its file stand alone. */
import { citePlace } from "../text/sheet-cell.ts";
import { positionAt, type Span } from "../text/source.ts";
import type { ViewContext } from "./view/context.ts";

/** `:12` for line 12 of the plan's own file, `data/observations.csv:4` for that of another. */
export function placeText(span: Span, { compilation }: ViewContext): string {
  if (span.file.name !== compilation.file.name) return citePlace(span);
  return `:${positionAt(span.file, span.start).line}`;
}
