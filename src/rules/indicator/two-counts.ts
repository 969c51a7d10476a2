/**
 * Two counts of one thing in one time need a word on how they relate.
 *
 * Looks at: flows whose names differ only in what is done with the thing (评选, 产生, 推广, selected, produced …) and the order of its words, with
 * targets for one rhythm or date that are far apart: one at least twice the other.
 * Reports: the later target; related: the other. A note that asks, as one may be a part of the other.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; what only may be a conflict).
 */
import { formatDecimal } from "../../plan/decimal.ts";
import type { Indicator } from "../../plan/plan.ts";
import { sameDimension } from "../../plan/units.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection } from "../section-words.ts";
import { type Figures, figuresOf, type Level, statedDay } from "../target/levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly other: string;
  readonly otherName: string;
  readonly otherValue: string;
  readonly times: string;
};

export const indicatorTwoCounts = defineRule<Args>({
  code: "indicator/two-counts",
  severity: "info",
  text: {
    en: {
      title: "Two counts of one thing",
      message: (a) =>
        `${a.id} requires ${a.value}, ${a.other} ${a.otherValue} in the same time, ${a.times} times apart: is one selected from the other, or are they one count?`,
      why: "Where the same thing is counted twice in different numbers, each reader takes the one that suits.",
      fix: "Say with `part-of` that one is a part of the other, or keep one of them.",
    },
    zhHans: {
      title: "同一事物两个数量",
      message: (a) =>
        `“${a.name}”为“${a.value}”，“${a.otherName}”同期为“${a.otherValue}”，相差 ${a.times} 倍，是从中遴选还是同一数量未写明`,
      why: "同一事物两个数量，各取所需，无法核对。",
      fix: "有包含关系的用 `part-of` 注明，否则只保留一个。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Figures[]>();
    for (const own of figuresOf(plan)) {
      const { indicator } = own;
      const key = indicator.partOf === null && indicator.sameAs === null ? keyOf(nameOf(indicator)) : null;
      if (key === null) continue;
      const others = known.get(key) ?? [];
      known.set(key, others.length < mostOfOneName ? [...others, own] : others);
      const found = others.map((other) => farApart(own, other)).find((one) => one !== null);
      if (found === undefined) continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        value: found.level.quantity.value.text.trim(),
        other: found.of.id.value,
        otherName: nameOf(found.of),
        otherValue: found.other.quantity.value.text.trim(),
        times: found.times,
      };
      const section = found.other.target.section ?? found.of.section;
      const note = { en: "the other count", zhHans: "另一数量" };
      const related = [placeWithSection(found.other.target.stated.span, note, section)];
      report(found.level.target.stated.span, args, { on: indicator, related });
    }
  },
});

const mostOfOneName = 20;
const deeds =
  /每[年季月]度?|年度|评选|遴选|选树|选出|产生|形成|打造|推广|培育|创建|征集|总结|新增|累计|数量?$/g;
const deedsInEnglish =
  /\b(?:selected|chosen|produced|published|made|collected|number of|new|per year|a year|each year|every year)\b/g;

/** A cheap look before: most names have no such word. */
const anyDeed = new RegExp(`${deeds.source}|${deedsInEnglish.source}`);

/** A name in small letters without the words for what is done. */
function withoutDeeds(name: string): string {
  const thing = name.replace(deeds, " ");
  return /[a-z]/.test(thing) ? thing.replace(deedsInEnglish, " ") : thing;
}

/** The characters or words of the thing in a fixed order; null for names that leave too little. */
function keyOf(name: string): string | null {
  const plain = name.normalize("NFKC").toLowerCase().slice(0, 200);
  if (!anyDeed.test(plain)) return null;
  const thing = withoutDeeds(plain);
  const parts = chinese.test(thing)
    ? [...thing.replace(/\s+/g, "")]
    : thing.split(/\s+/).filter((word) => word !== "");
  return parts.length < 2 || parts.join("").length < 4 ? null : parts.sort().join(" ");
}

interface Apart {
  readonly level: Level;
  readonly other: Level;
  readonly of: Indicator;
  readonly times: string;
}

function farApart(a: Figures, b: Figures): Apart | null {
  if (!sameDimension(a.unit, b.unit) || a.unit?.dimension === "percent") return null;
  for (const level of a.levels) {
    for (const other of b.levels) {
      const isOneTime =
        level.target.every !== null && other.target.every !== null
          ? level.target.every.value === other.target.every.value
          : statedDay(level.target) !== null && statedDay(level.target) === statedDay(other.target);
      const [small, large] = level.value.lt(other.value)
        ? [level.value, other.value]
        : [other.value, level.value];
      if (!isOneTime || !small.gt(0) || large.lt(small.times(2))) continue;
      return { level, other, of: b.indicator, times: formatDecimal(large.div(small).round(1)) };
    }
  }
  return null;
}
