/** Words that the blocks of the annex share: places, lists of which the rest is counted, figures with their formula. */
import type { FigureInput } from "../../indicators/results.ts";
import { positionAt, type Span } from "../../text/source.ts";
import { printedSection } from "../outline.ts";
import type { ViewContext } from "./context.ts";
import { type TracedFigure, tracedInput } from "./figure-trace.ts";

/** Most inputs told of one figure; the rest is counted. */
const mostInputs = 6;

/** Text in the brackets of the language. */
export function bracketed(text: string, { labels }: ViewContext): string {
  return `${labels.open}${text}${labels.close}`;
}

/** Tells places apart. */
export function keyOf({ file, start }: Span): string {
  return `${start} ${file.name}`;
}

/** Where a value is stated: the section and line of the plan, or the line of a data file. */
export function sourcePlace({ file, start }: Span, { compilation, speaker }: ViewContext): string {
  const { line } = positionAt(file, start);
  if (file.name !== compilation.file.name) {
    const name = fromFolder(file.name, compilation.file.name);
    return speaker.say({ en: `${name}, line ${line}`, zhHans: `${name}第${line}行` }, [name]);
  }
  const section = compilation.sectionOf({ file, start, end: start });
  if (section === null) return speaker.say({ en: `plan, line ${line}`, zhHans: `方案第${line}行` });
  const cited = printedSection(section, speaker);
  return speaker.say({ en: `section ${cited}, line ${line}`, zhHans: `方案章节“${cited}”第${line}行` }, [
    cited,
  ]);
}

/** The name of a file as it is found from the folder of the plan. */
function fromFolder(name: string, planFile: string): string {
  const folder = planFile.slice(0, planFile.lastIndexOf("/") + 1);
  return folder !== "" && name.startsWith(folder) ? name.slice(folder.length) : name;
}

/** Where a figure that is itself an input stands; of a sum the first of its parts. */
export function placesOf(inputs: readonly FigureInput[], context: ViewContext): string | null {
  const places = inputs.flatMap(({ span }) => (span === null ? [] : [sourcePlace(span, context)]));
  return shortened([...new Set(places)], context);
}

/** The first texts of a list, and how many more there are; null for none. */
export function shortened(texts: readonly string[], { speaker }: ViewContext): string | null {
  if (texts.length === 0) return null;
  const gap = speaker.chinese ? "；" : "; ";
  const shown = texts.slice(0, mostInputs).join(gap);
  const rest = texts.length - mostInputs;
  if (rest <= 0) return shown;
  return speaker.say({ en: `${shown}${gap}${rest} more`, zhHans: `${shown}${gap}另有${rest}项` }, [shown]);
}

/** Figures with more decimals than these stand in formulas with their first ones. */
const endless = /(\d\.\d{6})\d+/g;

/** The formula with the numbers put in, without the tail of endless quotients; null where it says no more than the formula. */
export function substitutedText({ substituted }: TracedFigure): string | null {
  return substituted === null ? null : substituted.replace(endless, "$1…");
}

/** What signs and words of the formulas mean, where they mean the same throughout the document: told once. */
export type TraceLegend = ReadonlyMap<string, string>;

/** The meanings that the inputs of the figures of some rows have; a name that means several things is left to its block. */
export function legendOf(rows: readonly (readonly TracedFigure[])[], context: ViewContext): TraceLegend {
  const meanings = new Map<string, string | null>();
  for (const { formula, inputs } of rows.flat()) {
    if (formula === null) continue;
    for (const input of inputs) {
      if (input.part !== undefined) continue;
      const { shown, meaning } = tracedInput(input, context);
      if (meaning === null) continue;
      const known = meanings.get(shown);
      meanings.set(shown, known === undefined || known === meaning ? meaning : null);
    }
  }
  const known = [...meanings].flatMap(([shown, meaning]) =>
    meaning === null ? [] : [[shown, meaning] as const],
  );
  return new Map(known.sort(([a], [b]) => placeOf(a) - placeOf(b)));
}

/** The letters that most formulas have stand first. */
const letters = ["v", "b", "T", "t", "t0", "tT", "p0", "p1", "d0", "d1"];

function placeOf(shown: string): number {
  const at = letters.indexOf(shown);
  return at < 0 ? letters.length : at;
}
