/**
 * One figure comes from one place, and measures one thing.
 *
 * Looks at: baselines of an indicator that state the same value for the same date, and say of it two sources or two
 * places; and evidence that has the same value for the same date in the same section as the baseline of another indicator.
 * Reports: the later statement; related: the earlier one. Two origins are a warning; one figure for two indicators a note.
 * Source: DESIGN.md section 4 (a baseline borrowed; near-identical names for one quantity).
 */
import type { Given, Statement } from "../../plan/given.ts";
import type { Baseline, Evidence, Indicator, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { withoutTime } from "../target/history.ts";
import { lastDay } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Where the figure is said to come from here and there; or the two quantities that it stands for. */
  readonly here: string;
  readonly there: string;
  readonly of: "origins" | "quantities";
};

export const provenanceTwoOrigins = defineRule<Args>({
  code: "provenance/two-origins",
  severity: "warning",
  text: {
    en: {
      title: "One figure, two origins",
      message: (a) =>
        a.of === "origins"
          ? `${a.id}: ${a.value} is said to come from "${a.here}" here and from "${a.there}" elsewhere`
          : `${a.value} stands for "${a.here}" here and for "${a.there}" as its baseline, both of the same day and section: one quantity or two?`,
      why: "A figure of which nobody knows whom it measures is no starting point.",
      fix: "Look the figure up, and keep the origin (or the indicator) to which it belongs; declare `same-as` where both are one.",
    },
    zhHans: {
      title: "同一数据出处不一",
      message: (a) =>
        a.of === "origins"
          ? `指标“${a.name}”的“${a.value}”此处称取自“${a.here}”，另一处称取自“${a.there}”`
          : `同一章节、同一时间的“${a.value}”此处指“${a.here}”，又作为“${a.there}”的基期值，两者是否为同一指标未写明`,
      why: "数据说不清出自哪里、反映什么，就不能作为起点。",
      fix: "查对原始出处，只保留正确的一处；两项确为同一指标的，用 `same-as` 注明。",
    },
  },
  check({ plan, report }) {
    const titles = new Map(plan.sources.map(({ id, title }) => [id.value, title?.text ?? id.value]));
    for (const indicator of plan.indicators) {
      const seen: Statement<Baseline>[] = [];
      for (const statement of indicator.baseline.slice(0, mostStatements)) {
        const other = seen.find((one) => isSame(one, statement) && originOf(one) !== originOf(statement));
        seen.push(statement);
        const [here, there] = [originOf(statement), other === undefined ? null : originOf(other)];
        if (other === undefined || here === null || there === null) continue;
        const args: Args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: withoutTime(statement.is.value.quantity.text),
          here: titles.get(here) ?? here,
          there: titles.get(there) ?? there,
          of: "origins",
        };
        const related = [{ span: other.span, note: { en: "the other origin", zhHans: "另一出处" } }];
        report((statement.source ?? statement.place ?? statement.is).span, args, { on: indicator, related });
      }
    }
    for (const { evidence, figure, indicator, other, statement } of sharedFigures(plan)) {
      const args: Args = {
        id: evidence.id.value,
        name: nameOf(indicator),
        value: figure.value.text,
        here: nameOf(indicator),
        there: nameOf(other),
        of: "quantities",
      };
      const related = [{ span: statement.is.span, note: { en: "baseline", zhHans: "基期值" } }];
      report(figure.span, args, { on: evidence, severity: "info", related });
    }
  },
});

/** More statements of one baseline are not held against each other. */
const mostStatements = 50;

/** What the statement says it is taken from: a source, a place or a group; null where it says nothing. */
function originOf({ source, place, scope }: Statement<Baseline>): string | null {
  return source?.value ?? place?.value ?? scope?.value ?? null;
}

function isSame(a: Statement<Baseline>, b: Statement<Baseline>): boolean {
  const [dayA, dayB] = [lastDay(a.is.value.at), lastDay(b.is.value.at)];
  return (
    originOf(a) !== null &&
    originOf(b) !== null &&
    dayA === dayB &&
    equals(a.is.value.quantity, b.is.value.quantity)
  );
}

function equals(a: Quantity, b: Quantity): boolean {
  return convert(a.value, a.unit, b.unit)?.eq(b.value) === true;
}

interface Shared {
  readonly evidence: Evidence;
  readonly figure: Given<Quantity>;
  readonly indicator: Indicator;
  readonly other: Indicator;
  readonly statement: Statement<Baseline>;
}

/** Evidence about one indicator that repeats the baseline of another, of the same day and section. */
function sharedFigures({ evidence: all, indicators }: Plan): readonly Shared[] {
  const known = new Map(indicators.map((one) => [one.id.value, one]));
  const bySection = new Map<string, { other: Indicator; statement: Statement<Baseline> }[]>();
  for (const other of indicators) {
    for (const statement of other.baseline.slice(0, mostStatements)) {
      const section = statement.section?.value ?? null;
      if (section === null) continue;
      const among = bySection.get(section);
      if (among === undefined) bySection.set(section, [{ other, statement }]);
      else if (among.length < mostStatements) among.push({ other, statement });
    }
  }
  return all.flatMap((evidence) => {
    const { is: figure, section, of, at } = evidence;
    const indicator = of === null ? undefined : known.get(of.value);
    const day = lastDay(at);
    if (figure === null || section === null || indicator === undefined || day === null) return [];
    const found = bySection
      .get(section.value)
      ?.find(
        ({ other, statement: { is } }) =>
          !areOne(other, indicator) &&
          lastDay(is.value.at) === day &&
          equals(figure.value, is.value.quantity),
      );
    return found === undefined ? [] : [{ evidence, figure, indicator, ...found }];
  });
}

/** The same indicator, or declared to be one quantity or parts of one. */
function areOne(a: Indicator, b: Indicator): boolean {
  const names = (one: Indicator): readonly (string | undefined)[] => [
    one.id.value,
    one.sameAs?.value,
    one.partOf?.value,
  ];
  return names(a).some((name) => name !== undefined && names(b).includes(name));
}
