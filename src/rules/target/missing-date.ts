/**
 * A target that is to be reached has a date.
 *
 * Looks at: every kind of target. A `hold`, `versus`, `each` or `trend` applies to the whole plan when it has none: that is only
 * noted, once for the plan. A `trend` with `by: undated` is to be reached by a day, like a level, and lacks it.
 * A date that could not be read, or that names a phase nobody knows, is another finding.
 * Reports: the undated target, at its value or at its `undated`, once where several sections state it alike or it goes by several
 * names (related: the others, and where a target of the quantity is dated); of those of a section that may have one date (`or`) the
 * first, with both readings; of standing bounds the first, related: the others.
 * Source: FORMAT.md section 6 (a missing or `undated` time).
 */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { isoDay } from "../../plan/days.ts";
import type { Direction, TargetKind } from "../../plan/plan.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import {
  datedElsewhere,
  otherReading,
  placeOf,
  readTwoWays,
  sectionOf,
  standingOf,
  type Undated,
  undatedOf,
} from "./undated.ts";

const spanKinds: ReadonlySet<TargetKind> = new Set(["rate", "total", "compound"]);

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** What is to happen, where the target has no figure to quote; null where it has. */
  readonly plain: "done" | Direction | null;
  readonly key: "by" | "during";
  /** It applies to the whole plan. */
  readonly standing: boolean;
  /** Kinds of these targets, joined with `|`. */
  readonly kinds: string;
  /** The day by which it is due by the other reading (`{ date: undated, or: 2024-12 }`), and the section that states it. */
  readonly or: string | null;
  readonly section: string | null;
  /** How many indicators have such a bound or two such readings, and the first of them, joined with `|`. */
  readonly count: number;
  readonly ids: string;
  readonly names: string;
};

/** What applies to the whole plan where it has no dates. */
const standingKindWords: readonly { readonly kinds: readonly TargetKind[]; readonly words: Localized }[] = [
  { kinds: ["hold", "versus"], words: { en: "bounds", zhHans: "持续要求" } },
  { kinds: ["each"], words: { en: "yearly changes", zhHans: "每年变化要求" } },
  { kinds: ["trend"], words: { en: "directions", zhHans: "变化方向" } },
];

function standingWords(found: string, language: keyof Localized): readonly string[] {
  const all = found.split("|");
  return standingKindWords.flatMap(({ kinds, words }) =>
    kinds.some((kind) => all.includes(kind)) ? [words[language]] : [],
  );
}

/** Most indicators that the message names. */
const mostNamed = 3;

/** What a target without figure asks for. */
const deeds: Readonly<Record<"done" | Direction, Localized>> = {
  done: { en: "be done", zhHans: "完成" },
  increase: { en: "rise", zhHans: "上升" },
  decrease: { en: "fall", zhHans: "下降" },
  maintain: { en: "hold", zhHans: "保持稳定" },
};

/** A direction to be taken by a day. */
function figureless({ plain }: Args): boolean {
  return plain !== null && plain !== "done";
}

function inTwoReadings(a: Args): string {
  const which = `either due by ${a.or} or without a date: which is meant?`;
  if (a.count === 1) return `${a.id}: the target ${a.plain === null ? `${a.value} ` : ""}is ${which}`;
  const of = a.section === null ? "" : ` of section ${a.section}`;
  return `${a.count} targets${of} (${a.ids.split("|").join(", ")}${a.count > mostNamed ? " …" : ""}) are ${which}`;
}

function inTwoReadingsInChinese(a: Args): string {
  const which = `可理解为 ${a.or} 前完成，也可理解为未定时限，以哪种为准未写明`;
  if (a.count === 1) return `指标“${a.name}”的目标值${a.plain === null ? `“${a.value}”` : ""}${which}`;
  const names = a.names.split("|").map((name) => `“${name}”`);
  const of = a.section === null ? "" : `章节“${a.section}”`;
  return `${of}${names.join("")}${a.count > mostNamed ? "等 " : ""}${a.count} 项目标值${which}`;
}

export const targetMissingDate = defineRule<Args>({
  code: "target/missing-date",
  severity: "warning",
  text: {
    en: {
      title: "Target without date",
      message: (a) =>
        a.or !== null && !a.standing
          ? inTwoReadings(a)
          : a.count > 1
            ? `${a.count} indicators have ${standingWords(a.kinds, "en").join(" or ")} without dates, which are read for the whole plan: ${a.ids.split("|").join(", ")}${a.count > mostNamed ? " …" : ""}`
            : a.standing
              ? `${a.id}: ${a.value} has no dates and is read for the whole plan`
              : a.plain === null
                ? `${a.id}: the target ${a.value} has no date`
                : `${a.id}: it has ${figureless(a) ? "neither a figure nor a date" : "no date"} by which it is to ${deeds[a.plain].en}`,
      why: "Without a date nobody can say when it is missed; the end of the plan is assumed.",
      fix: "Add the date that the document gives (`by: 2026-12`, `during: 2024..2026`); for a standing requirement write `hold` and from when it applies (`from: 2026-01`).",
    },
    zhHans: {
      title: "目标值缺少时限",
      message: (a) =>
        a.or !== null && !a.standing
          ? inTwoReadingsInChinese(a)
          : a.count > 1
            ? `有 ${a.count} 项指标的${standingWords(a.kinds, "zhHans").join("或")}未注明起止时间，按整个实施期限执行：${a.names
                .split("|")
                .map((name) => `“${name}”`)
                .join("")}${a.count > mostNamed ? "等" : ""}`
            : a.standing
              ? `指标“${a.name}”的“${a.value}”未注明起止时间，按整个实施期限执行`
              : a.plain === null
                ? `指标“${a.name}”的目标值“${a.value}”未注明${a.key === "by" ? "完成时限" : "起止时间"}`
                : `指标“${a.name}”${figureless(a) ? "没有数值，也未" : "未"}注明何时${deeds[a.plain].zhHans}`,
      why: "没有时限，何时算未完成无从判断，只能按实施期限届满之日计。",
      fix: "补充原文所定时限（`by: 2026-12`、`during: 2024..2026`）；属长期要求的，用 `hold` 并写明起始时间（`from: 2026-01`）。",
    },
  },
  check({ plan, report }) {
    const all = undatedOf(plan);
    for (const one of all) {
      if (one.or !== null) continue;
      const related = [
        ...one.again.map((again) => ({ span: placeOf(again), note: alsoWithout })),
        ...datedElsewhere(one, plan),
      ];
      report(placeOf(one), argsOf(one), { on: one.indicator, related });
    }
    for (const group of readTwoWays(all)) {
      const [first] = group;
      if (first === undefined) continue;
      const related = group.flatMap((one) => [
        ...(one === first ? [] : [{ span: placeOf(one), note: alsoInDoubt }]),
        ...one.again.map((again) => ({
          span: placeOf(again),
          note: otherReading(again.target) === null ? alsoWithout : alsoInDoubt,
        })),
      ]);
      report(
        placeOf(first),
        { ...argsOf(first), ...countedIn(group) },
        { on: group.length === 1 ? first.indicator : null, related },
      );
    }
    const standing = standingOf(plan, all);
    const [first, ...others] = standing;
    if (first === undefined) return;
    report(
      placeOf(first),
      { ...argsOf(first), ...countedIn(standing), standing: true },
      {
        severity: "info",
        related: others.map((undated) => ({
          span: placeOf(undated),
          note: { en: "without dates as well", zhHans: "同样未注明起止时间" },
        })),
        on: others.length === 0 ? first.indicator : null,
      },
    );
  },
});

const alsoWithout: Localized = { en: "without a date here as well", zhHans: "此处同样未注明时间" };
const alsoInDoubt: Localized = { en: "the same two readings here", zhHans: "此处同样有两种理解" };

function countedIn(group: readonly Undated[]): Pick<Args, "count" | "ids" | "names" | "kinds"> {
  const named = group.slice(0, mostNamed).map(({ indicator }) => indicator);
  return {
    count: group.length,
    ids: named.map(({ id }) => id.value).join("|"),
    names: named.map(nameOf).join("|"),
    kinds: [...new Set(group.map(({ target }) => target.kind))].join("|"),
  };
}

function argsOf(undated: Undated): Args {
  const { indicator, target } = undated;
  const or = otherReading(target);
  const stated = target.quantity ?? target.grade?.wanted ?? target.stated;
  return {
    id: indicator.id.value,
    name: nameOf(indicator),
    value: target.quantity?.value.text ?? spanText(stated.span),
    plain: target.wording === null ? plainly(target) : null,
    key: spanKinds.has(target.kind) ? "during" : "by",
    standing: false,
    kinds: "",
    or: or === null ? null : isoDay(or),
    section: sectionOf(undated),
    count: 1,
    ids: "",
    names: "",
  };
}

/** A `done` or a direction is not quoted as YAML; null for targets with a value of their own. */
function plainly({ kind, trend }: Undated["target"]): Args["plain"] {
  return kind === "done" ? "done" : (trend?.value ?? null);
}
