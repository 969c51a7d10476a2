/**
 * Two indicators whose names are alike and whose targets are the same may measure one thing.
 *
 * Looks at: levels to reach by date of indicators whose names share their end, at least five Chinese characters and half of the
 * longer name or three words (矛盾调解成功率, 邻里纠纷调解成功率), with one figure for one day; and of Chinese names of which half the
 * pairs of characters of the shorter one stand in the other (直属单位联点覆盖率, 联点单位结对覆盖率), at least three, in two sections,
 * with one figure for one day or for none; things counted in other measure words (100支, 100个) for one day, too. Of names that
 * have nearly all in common (年均下沉资源, 年均下沉资金) also equal relative changes, and a level of which only one is dated. Names that are equal or near are
 * told by `statement/same-name` and `statement/near-names`; names that differ by a word of contrast (boys and girls, projects and teams) are two things, unless
 * two sections tell the same targets, of these two each only one (100个示范项目, 100支队伍); `same-as` and `part-of` say how the two relate.
 * Reports: the later level; related: the earlier. A note that asks, as one may be a part of the other.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; what only may be a conflict).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import type { Indicator, Target } from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { isCount } from "../../plan/units.ts";
import { characterPairs } from "../../text/character-pairs.ts";
import { chinese } from "../../text/chinese.ts";
import { areContrasted } from "../contrasts.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { bareName, looseKey, plainName } from "../near-names.ts";
import { placeWithSection } from "../section-words.ts";
import { areRelated } from "../statement/relatives.ts";
import { type Figures, figuresOf, mostFigures, statedDay } from "../target/levels.ts";
import { RestatedSections } from "./restated-sections.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly value: string;
  /** Null where neither target has a date. */
  readonly on: string | null;
};

export const indicatorLikeTargets = defineRule<Args>({
  code: "indicator/like-targets",
  severity: "info",
  text: {
    en: {
      title: "Like names and the same target",
      message: (a) =>
        `${a.id} ("${a.name}") and ${a.other} ("${a.otherName}") are both to be ${a.value}${a.on === null ? "" : ` on ${a.on}`}: are they one quantity, or is one a part of the other?`,
      why: "Of two like indicators with one target, one is often counted for the other, and a failure shows in only one of them.",
      fix: "Declare `same-as` if they are one and `part-of` if one is a part; otherwise say in `definition` how they differ.",
    },
    zhHans: {
      title: "名称相近、目标值相同",
      message: (a) =>
        `指标“${a.name}”与“${a.otherName}”${a.on === null ? "" : `在 ${a.on} `}的目标值同为“${a.value}”，是同一指标还是包含关系未写明`,
      why: "两项相近指标目标值相同，填报时容易互相代替，问题只在其中一项反映出来。",
      fix: "同一指标的用 `same-as` 注明，有包含关系的用 `part-of` 注明；不是的，在 `definition` 中写明区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Asked[]>();
    const restated = new RestatedSections(plan);
    for (const figures of figuresOf(plan)) {
      const { indicator } = figures;
      for (const asked of askedOf(figures)) {
        const others = known.get(asked.key) ?? [];
        if (others.length === 0) known.set(asked.key, others);
        const other = others.find((one) => areAlike(one, asked, restated));
        if (others.length < mostAlike) others.push(asked);
        if (other === undefined) continue;
        const day = asked.day === other.day ? asked.day : null;
        const args = {
          id: indicator.id.value,
          name: asked.named.name,
          other: other.named.indicator.id.value,
          otherName: other.named.name,
          value: asked.quantity.value.text,
          on: day === null ? null : isoDay(day),
        };
        const note = { en: "the other target", zhHans: "另一指标的目标值" };
        const related = [placeWithSection(other.quantity.span, note, other.target.section)];
        report(asked.quantity.span, args, { on: indicator, related });
      }
    }
  },
});

/** A level to reach, or a relative change, with its day and section. */
interface Asked {
  readonly named: Named;
  /** Equal for targets of one figure. */
  readonly key: string;
  readonly target: Target;
  readonly quantity: Given<Quantity>;
  /** What a level is counted in; null for a share, a measure and a change. */
  readonly counter: Unit | null;
  readonly day: number | null;
  readonly section: string | null;
}

function askedOf({ indicator, levels, unit }: Figures): readonly Asked[] {
  const named = new Named(indicator);
  const counter = unit !== null && isCount(unit.dimension) ? unit : null;
  const common = (target: Target) => ({
    named,
    target,
    day: statedDay(target),
    section: (target.section ?? indicator.section)?.value ?? null,
  });
  const reached = levels.flatMap(({ target, quantity, floor, ceiling }) =>
    target.kind === "reach"
      ? [
          {
            ...common(target),
            key: [floor, ceiling, counter === null ? unit?.key : "count"].join(" "),
            quantity,
            counter,
          },
        ]
      : [],
  );
  const changed = indicator.targets.slice(0, mostFigures).flatMap((target) => {
    const { kind, quantity } = target;
    return kind === "relative" && quantity !== null
      ? [{ ...common(target), key: `relative ${quantity.value.value}`, quantity, counter: null }]
      : [];
  });
  return [...reached, ...changed];
}

function areAlike(a: Asked, b: Asked, restated: RestatedSections): boolean {
  if (!areLikeNames(a, b) || !mayBeOne(a.named, b.named)) return false;
  return (
    !areContrasted(a.named.name, b.named.name) ||
    restated.tellOnlyOneEach(a.named.indicator, a.section, b.named.indicator, b.section)
  );
}

function areLikeNames(a: Asked, b: Asked): boolean {
  const isOneDay = a.day !== null && a.day === b.day;
  const isOneCount = a.counter?.key === b.counter?.key;
  if (isOneDay && isOneCount && a.named.end !== null && a.named.end === b.named.end)
    return areOfLikeLength(a.named, b.named);
  if (a.section === null || b.section === null || a.section === b.section) return false;
  const isChange = a.target.kind === "relative";
  if (a.day !== b.day && (isChange || (a.day !== null && b.day !== null))) return false;
  // People are not counted for things: 社工站100个, 社工100名.
  if (!isOneCount && (!isOneDay || a.counter?.dimension !== b.counter?.dimension)) return false;
  return sharePairs(a.named, b.named, isChange || a.day !== b.day || !a.named.isChinese ? nearlyAll : half);
}

const mostAlike = 60;
const characters = 5;
const words = 3;

/** The last five characters of a Chinese name, the last three words of another; null for shorter names. */
function endOf(plain: string): string | null {
  const isChinese = chinese.test(plain);
  const parts = isChinese ? [...plain] : plain.split(" ");
  const length = isChinese ? characters : words;
  return parts.length < length ? null : parts.slice(-length).join(isChinese ? "" : " ");
}

/** An indicator with what its name gives, worked out once for all that it is held against; the costly parts when asked for. */
class Named {
  readonly indicator: Indicator;
  readonly name: string;
  readonly end: string | null;
  readonly isChinese: boolean;
  readonly characters: number;
  readonly words: number;
  readonly #plain: string;
  #pairs: ReadonlySet<string> | null = null;
  #key: string | null | undefined;

  constructor(indicator: Indicator) {
    const name = nameOf(indicator);
    this.indicator = indicator;
    this.name = name;
    this.#plain = plainName(name);
    this.end = endOf(this.#plain);
    this.isChinese = chinese.test(name);
    this.characters = [...name].length;
    this.words = name.split(" ").length;
  }

  get key(): string | null {
    if (this.#key === undefined) this.#key = looseKey(this.name);
    return this.#key;
  }

  /** Pairs of neighbouring characters of a Chinese name; the words of another. */
  get pairs(): ReadonlySet<string> {
    this.#pairs ??= this.isChinese ? characterPairs(this.#plain) : new Set(bareName(this.name).words);
    return this.#pairs;
  }
}

/** Fewer pairs in common are chance. */
const fewestPairs = 3;

const half = 0.5;
const nearlyAll = 0.75;

function sharePairs(a: Named, b: Named, part: number): boolean {
  const common = [...a.pairs].filter((pair) => b.pairs.has(pair)).length;
  return common >= fewestPairs && common >= part * Math.min(a.pairs.size, b.pairs.size);
}

/** Names of one key are told by another rule. */
function mayBeOne(a: Named, b: Named): boolean {
  if (a.indicator === b.indicator || areRelated(a.indicator, b.indicator)) return false;
  return a.key === null || a.key !== b.key;
}

function areOfLikeLength(a: Named, b: Named): boolean {
  return a.isChinese
    ? Math.max(a.characters, b.characters) <= 2 * characters
    : Math.max(a.words, b.words) <= 2 * words;
}
