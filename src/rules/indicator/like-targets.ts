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
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { looseKey } from "../near-names.ts";
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
    const known = new Map<string, { readonly named: Named; readonly level: Level }[]>();
    for (const { indicator, levels, unit } of figuresOf(plan)) {
      const name = nameOf(indicator);
      const end = endOf(name);
      if (end === null) continue;
      const named = namedOf(indicator, name);
      for (const level of levels) {
        const day = statedDay(level.target);
        if (level.target.kind !== "reach" || day === null) continue;
        const key = [end, day, level.floor, level.ceiling, unit?.key].join(" ");
        const others = known.get(key) ?? [];
        if (others.length === 0) known.set(key, others);
        const other = others.find((one) => isLike(one.named, named));
        if (others.length < mostAlike) others.push({ named, level });
        if (other === undefined) continue;
        const args = {
          id: indicator.id.value,
          name,
          other: other.named.indicator.id.value,
          otherName: other.named.name,
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
const characters = 5;
const words = 3;

/** The last five characters of a Chinese name, the last three words of another; null for shorter names. */
function endOf(name: string): string | null {
  const plain = plainName(name);
  const parts = chinese.test(plain) ? [...plain] : plain.split(" ");
  const length = chinese.test(plain) ? characters : words;
  return parts.length < length ? null : parts.slice(-length).join(chinese.test(plain) ? "" : " ");
}

/** An indicator with what its name gives, worked out once for all that it is held against. */
interface Named {
  readonly indicator: Indicator;
  readonly name: string;
  readonly key: string | null;
  readonly isChinese: boolean;
  readonly characters: number;
  readonly words: number;
}

function namedOf(indicator: Indicator, name: string): Named {
  return {
    indicator,
    name,
    key: looseKey(name),
    isChinese: chinese.test(name),
    characters: [...name].length,
    words: name.split(" ").length,
  };
}

function isLike(a: Named, b: Named): boolean {
  if (a.indicator === b.indicator || areRelated(a.indicator, b.indicator)) return false;
  if (a.key !== null && a.key === b.key) return false;
  return a.isChinese
    ? Math.max(a.characters, b.characters) <= 2 * characters
    : Math.max(a.words, b.words) <= 2 * words;
}
