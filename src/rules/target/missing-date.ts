/**
 * A target that is to be reached has a date.
 *
 * Looks at: every kind of target but `trend`. A `hold`, `versus` or `each` applies to the whole plan when it has none: that is only
 * noted. A date that could not be read, or that names a phase nobody knows, is another finding.
 * Reports: the undated target, at its value or at its `undated`.
 * Source: FORMAT.md section 6 (a missing or `undated` time).
 */
import type { Target, TargetKind } from "../../plan/plan.ts";
import { spanText } from "../../text/source.ts";
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
const standingKinds: ReadonlySet<TargetKind> = new Set(["hold", "versus", "each"]);
const spanKinds: ReadonlySet<TargetKind> = new Set(["rate", "total", "compound"]);

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly key: "by" | "during";
  /** It applies to the whole plan. */
  readonly standing: boolean;
};

export const targetMissingDate = defineRule<Args>({
  code: "target/missing-date",
  severity: "warning",
  text: {
    en: {
      title: "Target without date",
      message: (a) =>
        a.standing
          ? `${a.id}: ${a.value} has no dates and is read for the whole plan`
          : `${a.id}: the target ${a.value} has no date`,
      why: "Without a date nobody can say when it is missed; the end of the plan is assumed.",
      fix: "Add the date that the document gives (`by: 2026-12`, `during: 2024..2026`), or turn the target into `hold` if it is a standing requirement.",
    },
    zhHans: {
      title: "目标值缺少时限",
      message: (a) =>
        a.standing
          ? `指标“${a.name}”的“${a.value}”未注明起止时间，按整个方案期执行`
          : `指标“${a.name}”的目标值“${a.value}”未注明${a.key === "by" ? "完成时限" : "起止时间"}`,
      why: "没有时限，何时算未完成无从判断，只能按方案期末计。",
      fix: "补充文件所定时限（`by: 2026-12`、`during: 2024..2026`）；属长期要求的，改用 `hold`。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      if (indicator.role?.value === "context") continue;
      let told = false;
      for (const target of indicator.targets) {
        const standing = standingKinds.has(target.kind);
        if (!(standing || datedKinds.has(target.kind)) || !isUndated(target)) continue;
        if (standing && target.from !== null && target.from.value.state !== "undated") continue;
        // One note for an indicator; the reader looks at all its bounds.
        if (standing && told) continue;
        told ||= standing;
        const stated = target.quantity ?? target.grade?.wanted ?? target.stated;
        const span = target.by?.origin === "given" ? target.by.span : stated.span;
        const key = spanKinds.has(target.kind) ? "during" : "by";
        report(
          span,
          {
            id: indicator.id.value,
            name: nameOf(indicator),
            value: target.quantity?.value.text ?? spanText(stated.span),
            key,
            standing,
          },
          standing ? { on: indicator, severity: "info" } : { on: indicator },
        );
      }
    }
  },
});

function isUndated({ by, over }: Target): boolean {
  return [by, over].every(
    (when) => when === null || when.origin === "assumed" || when.value.state === "undated",
  );
}
