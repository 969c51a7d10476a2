/**
 * Two indicators whose names end alike and whose targets are the same may measure one thing.
 *
 * Looks at: levels to reach by date of indicators whose names share their end, at least five Chinese characters and half of the
 * longer name or three words (矛盾调解成功率, 邻里纠纷调解成功率), with one figure for one day. Names that are equal or near are
 * told by `statement/same-name` and `statement/near-names`; `same-as` and `part-of` say how the two relate.
 * Reports: the later level; related: the earlier. A note that asks, as one may be a part of the other.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; what only may be a conflict).
 */
import { isoDay } from "../../plan/days.ts";
import type { Indicator } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { nameKey } from "../near-names.ts";
import { placeWithSection } from "../section-words.ts";
import { areRelated, plainName } from "../statement/near-names.ts";
import { figuresOf, type Level, statedDay } from "../target/levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly value: string;
  readonly on: string;
};

export const indicatorLikeTargets = defineRule<Args>({
  code: "indicator/like-targets",
  severity: "info",
  text: {
    en: {
      title: "Like names and the same target",
      message: (a) =>
        `${a.id} ("${a.name}") and ${a.other} ("${a.otherName}") are both to be ${a.value} on ${a.on}: are they one quantity, or is one a part of the other?`,
      why: "Of two like indicators with one target, one is often counted for the other, and a failure shows in only one of them.",
      fix: "Declare `same-as` if they are one and `part-of` if one is a part; otherwise say in `definition` how they differ.",
    },
    zhHans: {
      title: "名称相近、目标值相同",
      message: (a) =>
        `指标“${a.name}”与“${a.otherName}”在 ${a.on} 的目标值同为“${a.value}”，是同一指标还是包含关系未写明`,
      why: "两项相近指标目标值相同，填报时容易互相代替，问题只在其中一项反映出来。",
      fix: "同一指标的用 `same-as` 注明，有包含关系的用 `part-of` 注明；不是的，在 `definition` 中写明区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, { readonly indicator: Indicator; readonly level: Level }[]>();
    for (const { indicator, levels, unit } of figuresOf(plan)) {
      const end = endOf(nameOf(indicator));
      if (end === null) continue;
      for (const level of levels) {
        const day = statedDay(level.target);
        if (level.target.kind !== "reach" || day === null) continue;
        const key = [end, day, level.floor, level.ceiling, unit?.key].join(" ");
        const others = known.get(key) ?? [];
        const other = others.find((one) => isLike(one.indicator, indicator));
        if (others.length < mostAlike) known.set(key, [...others, { indicator, level }]);
        if (other === undefined) continue;
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          other: other.indicator.id.value,
          otherName: nameOf(other.indicator),
          value: level.quantity.value.text,
          on: isoDay(day),
        };
        const note = { en: "the other target", zhHans: "另一指标的目标值" };
        const related = [placeWithSection(other.level.quantity.span, note, other.level.target.section)];
        report(level.quantity.span, args, { on: indicator, related });
      }
    }
  },
});

const mostAlike = 20;
const chinese = /[\u3400-\u9fff]/;
const characters = 5;
const words = 3;

/** The last five characters of a Chinese name, the last three words of another; null for shorter names. */
function endOf(name: string): string | null {
  const plain = plainName(name);
  const parts = chinese.test(plain) ? [...plain] : plain.split(" ");
  const length = chinese.test(plain) ? characters : words;
  return parts.length < length ? null : parts.slice(-length).join(chinese.test(plain) ? "" : " ");
}

function isLike(a: Indicator, b: Indicator): boolean {
  if (a === b || areRelated(a, b)) return false;
  const [nameA, nameB] = [nameOf(a), nameOf(b)];
  const keyA = nameKey(nameA);
  if (keyA !== null && keyA === nameKey(nameB)) return false;
  const isChinese = chinese.test(nameA);
  const [partsA, partsB] = [nameA, nameB].map((name) => (isChinese ? [...name] : name.split(" ")));
  const longest = Math.max(partsA?.length ?? 0, partsB?.length ?? 0);
  return longest <= 2 * (isChinese ? characters : words);
}
