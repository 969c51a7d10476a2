/**
 * A target that is to be reached has a date.
 *
 * Looks at: every kind of target. A `hold`, `versus`, `each` or `trend` applies to the whole plan when it has none: that is only
 * noted, once for the plan. A `trend` with `by: undated` is to be reached by a day, like a level, and lacks it.
 * A date that could not be read, or that names a phase nobody knows, is another finding.
 * Reports: the undated target, at its value or at its `undated`, once where several sections state it alike (related: the
 * others); of standing bounds the first, related: the others.
 * Source: FORMAT.md section 6 (a missing or `undated` time).
 */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Direction, Indicator, Target, TargetKind } from "../../plan/plan.ts";
import { type Span, spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

const datedKinds: ReadonlySet<TargetKind> = new Set([
  "reach",
  "change",
  "relative",
  "rate",
  "total",
  "compound",
  "done",
  "grade",
]);
/** Apply to the whole plan when they have no date. */
const standingKinds: ReadonlySet<TargetKind> = new Set(["hold", "versus", "each", "trend"]);
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
  /** How many indicators have such a bound, and the first of them, joined with `|`. */
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

export const targetMissingDate = defineRule<Args>({
  code: "target/missing-date",
  severity: "warning",
  text: {
    en: {
      title: "Target without date",
      message: (a) =>
        a.count > 1
          ? `${a.count} indicators have ${standingWords(a.kinds, "en").join(" or ")} without dates, which are read for the whole plan: ${a.ids.split("|").join(", ")}${a.count > mostNamed ? " …" : ""}`
          : a.standing
            ? `${a.id}: ${a.value} has no dates and is read for the whole plan`
            : a.plain === null
              ? `${a.id}: the target ${a.value} has no date`
              : `${a.id}: it has no date by which it is to ${deeds[a.plain].en}`,
      why: "Without a date nobody can say when it is missed; the end of the plan is assumed.",
      fix: "Add the date that the document gives (`by: 2026-12`, `during: 2024..2026`); for a standing requirement write `hold` and from when it applies (`from: 2026-01`).",
    },
    zhHans: {
      title: "目标值缺少时限",
      message: (a) =>
        a.count > 1
          ? `有 ${a.count} 项指标的${standingWords(a.kinds, "zhHans").join("或")}未注明起止时间，按整个实施期限执行：${a.names
              .split("|")
              .map((name) => `“${name}”`)
              .join("")}${a.count > mostNamed ? "等" : ""}`
          : a.standing
            ? `指标“${a.name}”的“${a.value}”未注明起止时间，按整个实施期限执行`
            : a.plain === null
              ? `指标“${a.name}”的目标值“${a.value}”未注明${a.key === "by" ? "完成时限" : "起止时间"}`
              : `指标“${a.name}”未注明何时${deeds[a.plain].zhHans}`,
      why: "没有时限，何时算未完成无从判断，只能按实施期限届满之日计。",
      fix: "补充原文所定时限（`by: 2026-12`、`during: 2024..2026`）；属长期要求的，用 `hold` 并写明起始时间（`from: 2026-01`）。",
    },
  },
  check({ plan, report }) {
    const standing: Undated[] = [];
    for (const indicator of plan.indicators) {
      if (indicator.role?.value === "context") continue;
      const undated = indicator.targets.filter((target) => isDatedKind(target) && isUndated(target));
      for (const [target, ...again] of alike(undated)) {
        const related = again.map((one) => ({
          span: placeOf({ indicator, target: one }),
          note: { en: "without a date here as well", zhHans: "此处同样未注明时间" },
        }));
        report(placeOf({ indicator, target }), argsOf({ indicator, target }), { on: indicator, related });
      }
      // One place for an indicator; the reader looks at all its bounds.
      const target = indicator.targets.find(isStandingUndated);
      if (target !== undefined) standing.push({ indicator, target });
    }
    const [first, ...others] = standing;
    if (first === undefined) return;
    const named = standing.slice(0, mostNamed).map(({ indicator }) => indicator);
    const many = {
      count: standing.length,
      ids: named.map(({ id }) => id.value).join("|"),
      names: named.map(nameOf).join("|"),
      kinds: [...new Set(standing.map(({ target }) => target.kind))].join("|"),
    };
    report(
      placeOf(first),
      { ...argsOf(first), ...many, standing: true },
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

/** Targets by kind and figure: one that two sections state alike lacks one date. */
function alike(targets: readonly Target[]): readonly (readonly [Target, ...Target[]])[] {
  const groups = new Map<string, [Target, ...Target[]]>();
  for (const target of targets) {
    const figure =
      target.quantity?.value.text.trim() ?? target.grade?.wanted.value ?? target.trend?.value ?? "";
    const key = `${target.kind} ${figure}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [target]);
    else group.push(target);
  }
  return [...groups.values()];
}

interface Undated {
  readonly indicator: Indicator;
  readonly target: Target;
}

function placeOf({ target }: Undated): Span {
  if (target.by?.origin === "given") return target.by.span;
  return (target.quantity ?? target.grade?.wanted ?? target.stated).span;
}

function argsOf({ indicator, target }: Undated): Args {
  const stated = target.quantity ?? target.grade?.wanted ?? target.stated;
  return {
    id: indicator.id.value,
    name: nameOf(indicator),
    value: target.quantity?.value.text ?? spanText(stated.span),
    plain: target.wording === null ? plainly(target) : null,
    key: spanKinds.has(target.kind) ? "during" : "by",
    standing: false,
    kinds: "",
    count: 1,
    ids: "",
    names: "",
  };
}

/** A `done` or a direction is not quoted as YAML; null for targets with a value of their own. */
function plainly({ kind, trend }: Target): Args["plain"] {
  return kind === "done" ? "done" : (trend?.value ?? null);
}

/** A direction that is asked for `by` a day is one to be reached; without that it is kept all the time. */
function isDatedKind({ kind, by }: Target): boolean {
  return datedKinds.has(kind) || (kind === "trend" && by !== null && by.origin === "given");
}

function isStandingUndated(target: Target): boolean {
  if (!standingKinds.has(target.kind) || isDatedKind(target) || !isUndated(target)) return false;
  return target.from === null || target.from.value.state === "undated";
}

function isUndated({ by, over }: Target): boolean {
  return [by, over].every(
    (when) => when === null || when.origin === "assumed" || when.value.state === "undated",
  );
}
