/**
 * One figure comes from one place, and measures one thing.
 *
 * Looks at: baselines of an indicator that state the same value for the same date, and say of it two sources or two
 * places; evidence that has the same value for the same date in the same section as the baseline of another indicator; and
 * evidence about one indicator with one value, told in one section as background and in another as the case of a place (不足35% of a
 * ministry's sample, and of one community). All and nothing (100%, 0) are seldom one figure.
 * Reports: the later statement; related: the earlier one. Two origins are a warning; the rest are notes.
 * Source: DESIGN.md section 4 (a baseline borrowed; near-identical names for one quantity).
 */
import type { Given, Statement } from "../../plan/given.ts";
import type { Baseline, Evidence, Indicator, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection } from "../section-words.ts";
import { withoutTime } from "../target/history.ts";
import { lastDay } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Where the figure is said to come from here and there; or the two quantities that it stands for. */
  readonly here: string;
  readonly there: string;
  readonly of: "origins" | "quantities" | "evidence";
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
          : a.of === "evidence"
            ? `${a.id}: ${a.value} is told of "${a.here}" here and of "${a.there}" elsewhere: is it one figure, and whose?`
            : `${a.value} stands for "${a.here}" here and for "${a.there}" as its baseline, both of the same day and section: one quantity or two?`,
      why: "A figure of which nobody knows whom it measures is no starting point.",
      fix: "Look the figure up, and keep the origin (or the indicator) to which it belongs; declare `same-as` where both are one.",
    },
    zhHans: {
      title: "同一数据出处不一",
      message: (a) =>
        a.of === "origins"
          ? `指标“${a.name}”的“${a.value}”此处称取自“${a.here}”，另一处称取自“${a.there}”`
          : a.of === "evidence"
            ? `“${a.name}”的“${a.value}”此处为“${a.here}”的数据，另一处为“${a.there}”的数据，是否同一数据、反映何处情况须核实`
            : `同一章节、同一时间的“${a.value}”此处指“${a.here}”，又作为“${a.there}”的基期值，两者是否为同一指标未写明`,
      why: "数据说不清出自哪里、反映什么，就不能作为起点。",
      fix: "查对原始出处，只保留正确的一处；两项确为同一指标的，用 `same-as` 注明。",
    },
  },
  check({ plan, report }) {
    const titles = new Map(plan.sources.map(({ id, title }) => [id.value, title?.text ?? id.value]));
    const titleOf = (origin: string): string => titles.get(origin) ?? origin;
    for (const indicator of plan.indicators)
      for (const { statement, other, here, there } of twoOriginsOf(indicator)) {
        const args: Args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: withoutTime(statement.is.value.quantity.text),
          here: titleOf(here),
          there: titleOf(there),
          of: "origins",
        };
        const related = [{ span: other.span, note: otherOrigin }];
        report((statement.source ?? statement.place ?? statement.is).span, args, { on: indicator, related });
      }
    for (const { evidence, figure, other, indicator } of twoTellings(plan)) {
      const args: Args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        value: figure.value.text.trim(),
        here: titleOf(wordsOfOrigin(evidence) ?? ""),
        there: titleOf(wordsOfOrigin(other) ?? ""),
        of: "evidence",
      };
      const related = other.is === null ? [] : [placeWithSection(other.is.span, otherOrigin, other.section)];
      report(figure.span, args, { on: evidence, severity: "info", related });
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

const otherOrigin = { en: "the other origin", zhHans: "另一出处" };

interface TwoOrigins {
  readonly statement: Statement<Baseline>;
  readonly other: Statement<Baseline>;
  readonly here: string;
  readonly there: string;
}

/** Baselines that are stated as an earlier one is, of another origin. */
function twoOriginsOf({ baseline }: Indicator): readonly TwoOrigins[] {
  const stated = baseline.slice(0, mostStatements);
  return stated.flatMap((statement, i): readonly TwoOrigins[] => {
    const other = stated
      .slice(0, i)
      .find((one) => isSame(one, statement) && originOf(one) !== originOf(statement));
    const [here, there] = [originOf(statement), other === undefined ? null : originOf(other)];
    return other === undefined || here === null || there === null ? [] : [{ statement, other, here, there }];
  });
}

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

interface TwoTellings {
  readonly evidence: Evidence;
  readonly figure: Given<Quantity>;
  readonly other: Evidence;
  readonly indicator: Indicator;
}

/** Background and a case of one place with one value of one indicator, in two sections. */
function twoTellings({ evidence: all, problems, indicators }: Plan): readonly TwoTellings[] {
  const told = new Map<string, Evidence[]>();
  for (const one of [...problems.flatMap(({ evidence }) => evidence), ...all]) {
    if (one.of === null || one.is === null || wordsOfOrigin(one) === null || isAllOrNothing(one.is.value))
      continue;
    const others = told.get(one.of.value);
    if (others === undefined) told.set(one.of.value, [one]);
    else if (others.length < mostStatements) others.push(one);
  }
  if (told.size === 0) return [];
  return indicators.flatMap((indicator) =>
    (told.get(indicator.id.value) ?? []).flatMap((evidence, i, group): readonly TwoTellings[] => {
      const { is: figure } = evidence;
      const other = figure === null ? undefined : group.slice(0, i).find((one) => isTheSame(one, evidence));
      return figure === null || other === undefined ? [] : [{ evidence, figure, other, indicator }];
    }),
  );
}

function isTheSame(a: Evidence, b: Evidence): boolean {
  const isCase = ({ kindOf }: Evidence): boolean => kindOf?.value === "case";
  if (a.is === null || b.is === null || a.section === null || b.section === null) return false;
  if (a.section.value === b.section.value || isCase(a) === isCase(b)) return false;
  if (wordsOfOrigin(a) === wordsOfOrigin(b) || lastDay(a.at) !== lastDay(b.at)) return false;
  return a.is.value.relation?.[0] === b.is.value.relation?.[0] && equals(a.is.value, b.is.value);
}

function isAllOrNothing({ value, unit }: Quantity): boolean {
  return value.eq(0) || (unit?.dimension === "percent" && value.eq(100));
}

/** Whom the evidence is of: a place, else a source; null where it says neither. */
function wordsOfOrigin({ place, source }: Evidence): string | null {
  return place?.value ?? source?.value ?? null;
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
