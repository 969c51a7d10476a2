/**
 * English figures beside the name of an indicator that are none of its values: what a share is counted by (three of every ten), a share of those that the
 * indicator counts (of patients lost to follow-up, 62% had moved), and what is measured by another number than the name tells (homes protected
 * to the 1 in 100 standard, of `1 in 200 standard`). Shared by a rule; not a rule.
 */
import type { Indicator } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { nameOf } from "../name-of.ts";
import type { TextFigure } from "../texts/figures.ts";
import { stemsIn } from "../texts/word-stems.ts";

/** The figure is no value of the indicator, though the sentence names it. */
export function isOfOtherMeasure(sentence: string, figure: TextFigure, indicator: Indicator): boolean {
  if (chinese.test(sentence)) return false;
  const head = sentence.slice(0, figure.at);
  return (
    ofEvery.test(head) || isOfThese(head, figure, indicator) || hasOtherNumber(sentence, figure, indicator)
  );
}

const ofEvery = /\b(?:of|in) every $/iu;
const ofThese =
  /(?:^|[.;])\s*of (?:all |the |those |these )*([^,;.:\d]{3,90}), (?:about |some |only |just |nearly |over )?$/iu;

/** Of these, so many: the whole of the share is what the indicator counts. */
function isOfThese(head: string, { quantity }: TextFigure, indicator: Indicator): boolean {
  if (quantity.unit?.dimension !== "percent") return false;
  const [, whole] = ofThese.exec(head) ?? [];
  if (whole === undefined) return false;
  const said = new Set(stemsIn(whole));
  const own = stemsIn(nameOf(indicator));
  return own.length > 1 && own.every((stem) => said.has(stem));
}

const numbered = /(\d[\d,.]*)[ -]([a-z]{3,})/giu;

/** Within 48 hours, of what is counted within 24 hours: the noun of the name with another number, and never with its own. */
function hasOtherNumber(sentence: string, { at, end }: TextFigure, indicator: Indicator): boolean {
  const names = nameOf(indicator);
  if (!/\d/.test(names)) return false;
  const own = [...names.matchAll(numbered)].map(([, number, noun]) => ({
    number,
    noun: noun?.toLowerCase(),
  }));
  const said = [...sentence.matchAll(numbered)].filter(
    ({ index, 0: shown }) => index + shown.length <= at || end <= index,
  );
  return own.some(({ number, noun }) => {
    const same = said.filter((one) => one[2]?.toLowerCase() === noun);
    return same.length > 0 && same.every((one) => one[1] !== number);
  });
}
