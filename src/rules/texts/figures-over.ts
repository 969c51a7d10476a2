/**
 * Figures of a Chinese text with what they are counted over: 2000株/公顷, 每人每月1000元, 每万人9件. Read only where an indicator of the plan
 * is in such a unit, as texts mostly leave it to the reader. Shared by rules on texts; not a rule.
 */
import type { Plan } from "../../plan/plan.ts";
import { findUnit } from "../../plan/units.ts";
import { chinese } from "../../text/chinese.ts";
import { figuresOf } from "../target/levels.ts";
import type { TextFigure } from "./figures.ts";

const base =
  "[十百千]?万?(?:常住人口|人口|人次|人|户|名|位|个|件|吨|公顷|亩|平方米|平方公里|公里|床日|床|车|次|标台|辆|所|家|处)|学?[年月日天周]";
const behind = new RegExp(`^\\s?[/／]\\s?(?:每)?((?:${base})(?:[·.／/、](?:${base}))?)`, "u");
const before = new RegExp(
  `(?:每(${base})|(人均|户均))(?:每(${base})|·(${base}))?([^，。；、：\\d每]{0,14})$`,
  "u",
);
const moves = /(?:提高|提升|增长|增加|上升|下降|降低|减少|压缩|缩短)(?![到至])/u;
const averages: Readonly<Record<string, string>> = { 人均: "人", 户均: "户" };

/** The same figures, those of a sentence of the plan's compound units with their bases. */
export function withBases(
  figures: readonly TextFigure[],
  sentence: string,
  plan: Plan,
): readonly TextFigure[] {
  if (!chinese.test(sentence) || !/[/／每]|人均|户均/u.test(sentence)) return figures;
  const known = dimensionsOf(plan);
  return known.size === 0 ? figures : figures.map((one) => withBase(one, sentence, known));
}

const dimensionsOfPlan = new WeakMap<Plan, ReadonlySet<string>>();

/** The dimensions of compound units in which the plan measures. */
function dimensionsOf(plan: Plan): ReadonlySet<string> {
  const read = dimensionsOfPlan.get(plan);
  if (read !== undefined) return read;
  const found = new Set(
    figuresOf(plan).flatMap(({ unit }) => (unit?.key.includes("/") === true ? [unit.dimension] : [])),
  );
  dimensionsOfPlan.set(plan, found);
  return found;
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
