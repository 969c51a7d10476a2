/**
 * Two indicators do not have the very same name.
 *
 * Looks at: names of indicators that do not declare each other `same-as` or `part-of`; width, case and blanks aside.
 * Reports: the later name; related: the earlier one, and the two values where they state different ones for one date
 * (then an error: it is one quantity; a warning where each has a definition of its own, which may explain it).
 * Source: DESIGN.md section 4 (the same quantity with two values for one date; names).
 */
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import type { Indicator } from "../../plan/plan.ts";
import { convert, sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { plainName } from "../near-names.ts";
import { withoutTime } from "../target/history.ts";
import { disagree, dueTogether, type Figures, figuresOf } from "../target/levels.ts";
import { areRelated } from "./relatives.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly otherId: string;
  /** The values for one date that differ; null when there are none. */
  readonly own: string | null;
  readonly others: string | null;
};

export const statementSameName = defineRule<Args>({
  code: "statement/same-name",
  severity: "warning",
  text: {
    en: {
      title: "Two indicators with one name",
      message: (a) =>
        a.own === null
          ? `${a.id} and ${a.otherId} are both called "${a.name}"`
          : `${a.id} and ${a.otherId} are both called "${a.name}", and state ${a.own} and ${a.others} for one date`,
      why: "Under one name readers expect one quantity with one target and one series.",
      fix: "Declare `same-as` if they are one; otherwise name them so that the difference shows.",
    },
    zhHans: {
      title: "指标重名",
      message: (a) =>
        a.own === null
          ? `编号“${a.id}”与“${a.otherId}”的两项指标都名为“${a.name}”`
          : `编号“${a.id}”与“${a.otherId}”的两项指标都名为“${a.name}”，同一时点的数值却分别为“${a.own}”和“${a.others}”`,
      why: "名称相同即被视为同一指标，应当只有一套目标、一套数据。",
      fix: "确为同一指标的用 `same-as` 注明；不是的，名称应体现区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Indicator>();
    let figures: ReadonlyMap<Indicator, Figures> | null = null;
    const figuresBy = (indicator: Indicator): Figures | undefined => {
      figures ??= new Map(figuresOf(plan).map((one) => [one.indicator, one]));
      return figures.get(indicator);
    };
    for (const indicator of plan.indicators) {
      if (indicator.name === null) continue;
      const key = plainName(indicator.name.text);
      const other = known.get(key);
      if (other === undefined) known.set(key, indicator);
      if (other === undefined || other.name === null || areRelated(indicator, other)) continue;
      const difference = differenceOf(figuresBy(other), figuresBy(indicator));
      const related: RelatedPlace[] = [
        { span: other.name.span, note: { en: "the same name", zhHans: "同名指标" } },
        ...(difference?.places ?? []),
      ];
      const args = {
        id: indicator.id.value,
        name: indicator.name.text,
        otherId: other.id.value,
        own: difference?.own ?? null,
        others: difference?.others ?? null,
      };
      report(indicator.name.span, args, {
        on: indicator,
        related,
        severity: difference === null || isDefinedApart(indicator, other) ? "warning" : "error",
      });
    }
  },
});

/** Each states what it is, and not in the same words. */
function isDefinedApart({ definition: a }: Indicator, { definition: b }: Indicator): boolean {
  return a !== null && b !== null && plainName(a.value) !== plainName(b.value);
}

interface Difference {
  readonly own: string;
  readonly others: string;
  readonly places: readonly RelatedPlace[];
}

/** The first baselines or levels for one date that cannot both be the value of one quantity. */
function differenceOf(a: Figures | undefined, b: Figures | undefined): Difference | null {
  if (a === undefined || b === undefined || !sameDimension(a.unit, b.unit)) return null;
  for (const left of a.baselines) {
    for (const right of b.baselines) {
      const value = convert(right.value, b.unit, a.unit);
      if (left.on === null || left.on !== right.on || value === null || value.eq(left.value)) continue;
      return made(left, right);
    }
  }
  if (a.unit?.key !== b.unit?.key) return null;
  for (const left of a.levels) {
    const right = b.levels.find((level) => dueTogether(left.target, level.target) && disagree(left, level));
    if (right !== undefined)
      return made(
        { span: left.quantity.span, quantity: left.quantity.value },
        { span: right.quantity.span, quantity: right.quantity.value },
      );
  }
  return null;
}

type Stated = Pick<Figures["baselines"][number], "span" | "quantity">;

function made(left: Stated, right: Stated): Difference {
  const note = { en: "a value for the same date", zhHans: "同一时点的数值" };
  return {
    own: withoutTime(right.quantity.text),
    others: withoutTime(left.quantity.text),
    places: [left, right].map(({ span }) => ({ span, note })),
  };
}
