/**
 * Figures of a Chinese text in the plan's own units: counted in words that few plans use (盏, 株), and with what they are counted over
 * (2000株/公顷, 每人每月1000元, 每万人9件). Read only where an indicator is in such a unit. Shared by rules on texts; not a rule.
 */

import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Plan } from "../../plan/plan.ts";
import { findUnit } from "../../plan/units.ts";
import { chinese } from "../../text/chinese.ts";
import { figuresOf } from "../target/levels.ts";
import type { TextFigure } from "./figures.ts";

const base =
  "\\d{0,5}[十百千]?万?(?:常住人口|人口|人次|人|户|名|位|个|件|吨|公顷|亩|平方米|平方公里|公里|床日|床|车|次|标台|辆|所|家|处)|学?[年月日天周]";
const behind = new RegExp(`^\\s?[/／]\\s?(?:每)?((?:${base})(?:[·.／/、](?:${base}))?)`, "u");
const before = new RegExp(
  `(?:每(${base})|(人均|户均))(?:每(${base})|·(${base}))?([^，。；、：\\d每]{0,14})$`,
  "u",
);
const moves = /(?:提高|提升|增长|增加|上升|下降|降低|减少|压缩|缩短)(?![到至])/u;
const averages: Readonly<Record<string, string>> = { 人均: "人", 户均: "户" };

/** The same figures and those in the plan's own words, each with its base where the plan has such a unit. */
export function inOwnUnits(
  figures: readonly TextFigure[],
  sentence: string,
  plan: Plan,
): readonly TextFigure[] {
  if (!chinese.test(sentence) || !/\d/.test(sentence)) return figures;
  const { compounds, counted } = unitsOf(plan);
  if (compounds.size === 0 && counted === null) return figures;
  const all = counted === null ? figures : withCounts(figures, sentence, counted);
  return compounds.size === 0 ? all : all.map((one) => withBase(one, sentence, compounds));
}

interface OwnUnits {
  /** The dimensions of the compound units. */
  readonly compounds: ReadonlySet<string>;
  /** A figure with one of the words in which the plan counts; null for none. */
  readonly counted: RegExp | null;
}

const unitsOfPlan = new WeakMap<Plan, OwnUnits>();
const longestWord = 3;

function unitsOf(plan: Plan): OwnUnits {
  const read = unitsOfPlan.get(plan);
  if (read !== undefined) return read;
  const units = figuresOf(plan).flatMap(({ unit }) => unit ?? []);
  const words = units.map(({ text }) => (text.split(/[/／每]/u)[0] ?? "").trim());
  const own = [...new Set(words)].filter(
    (word) => /^[\u4e00-\u9fff]+$/u.test(word) && word.length <= longestWord,
  );
  const found = {
    compounds: new Set(units.filter(({ key }) => key.includes("/")).map(({ dimension }) => dimension)),
    counted:
      own.length === 0
        ? null
        : new RegExp(`(?<![\\d.,第])\\d{1,9}(?:\\.\\d{1,4})?万?(?:${own.join("|")})`, "gu"),
  };
  unitsOfPlan.set(plan, found);
  return found;
}

function withCounts(
  figures: readonly TextFigure[],
  sentence: string,
  counted: RegExp,
): readonly TextFigure[] {
  const further = [...sentence.matchAll(counted)].flatMap(({ 0: shown, index: at }): TextFigure[] => {
    const end = at + shown.length;
    const isKnown = figures.some((one) => one.quantity.unit !== null && one.at < end && at < one.end);
    const reading = isKnown ? null : parseQuantity(shown);
    return reading?.ok ? [{ shown, at, end, quantity: reading.quantity }] : [];
  });
  if (further.length === 0) return figures;
  const others = figures.filter((one) => !further.some(({ at, end }) => one.at < end && at < one.end));
  return [...others, ...further].sort((a, b) => a.at - b.at);
}

function withBase(figure: TextFigure, sentence: string, known: ReadonlySet<string>): TextFigure {
  const { unit } = figure.quantity;
  if (unit === null || unit.key.includes("/")) return figure;
  const read = (over: string): TextFigure | null => {
    const own = findUnit(`${unit.text}/${over}`);
    return known.has(own.dimension) ? { ...figure, quantity: { ...figure.quantity, unit: own } } : null;
  };
  const tail = behind.exec(sentence.slice(figure.end));
  if (tail !== null) {
    const whole = read(tail[1] ?? "");
    const end = figure.end + tail[0].length;
    return whole === null ? figure : { ...whole, shown: sentence.slice(figure.at, end), end };
  }
  const head = before.exec(sentence.slice(Math.max(0, figure.at - 30), figure.at));
  if (head === null) return figure;
  const [words, each, average = "", second, third, between = ""] = head;
  const bases = [each ?? averages[average], second ?? third].filter((one) => one !== undefined);
  const whole = moves.test(between) ? null : read(bases.join("·"));
  if (whole === null || between !== "") return whole ?? figure;
  // What stands before it says whether the figure is a move.
  const at = figure.at - words.length;
  return { ...whole, shown: sentence.slice(at, figure.end), at };
}
