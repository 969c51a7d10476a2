/** A stated time in the words of a document: never a word for machines, never an id where the plan has a name. */
import type { When } from "../../plan/time.ts";
import { spanWords } from "./chart-texts.ts";
import type { ViewContext } from "./context.ts";
import { titleOfId } from "./item-text.ts";

/** Signs of a time that is written in words already. */
const inWords = /[年月日季周]/;

/** The phase that it names, the words in which it is written, else its days; "undated" where the plan says so. */
export function whenWords({ text, state, period, expression }: When, context: ViewContext): string {
  if (state === "undated") return context.labels.undated;
  if (expression?.kind === "name") return titleOfId(expression.text, context);
  if (inWords.test(text) || period === null) return text;
  return spanWords(period.start, period.end, context) || text;
}
