/**
 * `zones`: which of three levels, committed, targeted, stretched, has been reached?
 *
 * ratio = (v − b) ÷ (stretch − b), floored at 0. The last level that v has reached gives the word, the level itself included: none
 * fail → off-track; `commit` commit → at-risk; T target → on-track; `stretch` stretch → ahead. Both levels are needed, in
 * the indicator's unit, in the order b, commit, T, stretch towards the better side.
 * Missing: without T not computable; without a baseline the share of the target (`of-target`); levels in another order: not
 * computable (`levels-out-of-order`). A value below b is told by the status `worsening`.
 * Source: ENGINE.md section 6; METHODS.md section 4 (puzzle/okr). Departs: the levels are stated, not fixed shares of 30, 70 and 100 %.
 */
import Big from "big.js";
import { divide } from "../../plan/decimal.ts";
import type { Status } from "../statuses.ts";
import { type Method, type ParameterReader, refused } from "./method.ts";

const zero = new Big(0);

export const zones: Method = {
  name: "zones",
  needs: ["target", "baseline"],
  parameters: ["commit", "stretch"],
  check(parameters) {
    const { commit, stretch } = levelsOf(parameters);
    if (commit === null || stretch === null) return;
    if (stretch.cmp(commit) * parameters.sign < 0) parameters.fault("commit", "out-of-order");
  },
  assess({ value, target, start, sign, holds, isCap, parameters }) {
    const { commit, stretch } = levelsOf(parameters);
    if (commit === null || stretch === null) return refused("bad-parameter");
    if (holds || isCap || target?.upper != null) return refused(holds ? "hold" : isCap ? "cap" : "range");
    if (target === null || start === null || sign === 0) return refused("no-direction");
    const order = [start.value, commit, target.value, stretch];
    const ordered = order.every((level, i) => level.cmp(order[i - 1] ?? level) * sign >= 0);
    if (!ordered || stretch.eq(start.value)) return refused("levels-out-of-order");
    const share = divide(value.value.minus(start.value), stretch.minus(start.value));
    const reached = [commit, target.value, stretch].filter(
      (level) => value.value.cmp(level) * sign >= 0,
    ).length;
    const [methodStatus, status] = words[reached] ?? words[0];
    const said = { methodStatus, status, reason: null, basis: null };
    const formula = "max(0, (v − b) ÷ (stretch − b))";
    return { ratio: share.lt(zero) ? zero : share, formula, named: { stretch }, ...said };
  },
};

/** By how many of the three levels have been reached. */
const words: readonly [Word, Word, Word, Word] = [
  ["fail", "off-track"],
  ["commit", "at-risk"],
  ["target", "on-track"],
  ["stretch", "ahead"],
];
type Word = readonly [word: string, status: Status];

function levelsOf(parameters: ParameterReader) {
  return { commit: parameters.neededLevel("commit"), stretch: parameters.neededLevel("stretch") };
}
