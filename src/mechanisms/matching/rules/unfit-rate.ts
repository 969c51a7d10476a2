/**
 * A matching has two sides, and a rate that leads to its targets.
 *
 * Looks at: demand and supply that are one and the same; a rate below the last target of an indicator that the matching
 * governs and whose name speaks of matching or coverage (对接, 匹配, 覆盖, match …).
 * Reports: the supply, or the rate; related: the demand, or the target. A warning each.
 * Source: FORMAT.md section 7 (matching), DESIGN.md section 4 (a weakening).
 */
import type { RelatedPlace } from "../../../diagnostics/diagnostic.ts";
import { quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../../plan/plan.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { figuresOf } from "../../../rules/target/levels.ts";
import type { Span } from "../../../text/source.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly indicator: string | null;
  readonly target: string;
};

export const matchingUnfitRate = defineRule<Args>({
  code: "matching/unfit-rate",
  severity: "warning",
  named: ["indicator"],
  text: {
    en: {
      title: "Matching that does not fit",
      message: (a) =>
        a.indicator === null
          ? `${a.id}: demand and supply are both "${a.value}"`
          : `${a.id}: the rate ${a.value} is below the target ${a.target} of ${a.indicator}, which it governs`,
      why: "Something matched with itself always fits, and a rate below the target lets the target be missed.",
      fix: "Name both sides, or raise the rate to the target.",
    },
    zhHans: {
      title: "供需对接设置不当",
      message: (a) =>
        a.indicator === null
          ? `供需对接“${a.name}”的需求与供给都写作“${a.value}”`
          : `供需对接“${a.name}”的对接率“${a.value}”低于所管指标“${a.indicator}”的目标值“${a.target}”`,
      why: "供需同为一项，对接没有意义；对接率低于目标值，即使做到，目标仍会落空。",
      fix: "分别写明供需两方，或把对接率提高到目标值。",
    },
  },
  check({ plan, report }) {
    for (const matching of ofType(plan, "matching")) {
      const base = { id: matching.id.value, name: nameOf(matching) };
      const { parameters } = matching;
      const [demand, supply] = [wordsAt(parameters, "demand")[0], wordsAt(parameters, "supply")[0]];
      if (demand !== undefined && supply !== undefined && demand.value.trim() === supply.value.trim()) {
        const related = [{ span: demand.span, note: { en: "the demand", zhHans: "需求" } }];
        const args = { ...base, value: supply.value.trim(), indicator: null, target: "" };
        report(supply.span, args, { on: matching, related });
      }
      for (const { span, related, ...found } of weakRates(matching, plan)) {
        report(span, { ...base, ...found }, { on: matching, related: [related] });
      }
    }
  },
});

const matchingWords = /对接|匹配|供需|撮合|覆盖|match|coverage/iu;

interface Found extends Pick<Args, "value" | "indicator" | "target"> {
  readonly span: Span;
  readonly related: RelatedPlace;
}

function weakRates({ parameters, governs }: Mechanism, plan: Plan): readonly Found[] {
  const governed = new Set(governs.map(({ value }) => value));
  const figures = figuresOf(plan).filter(
    ({ indicator }) => governed.has(indicator.id.value) && matchingWords.test(nameOf(indicator)),
  );
  return quantitiesAt(parameters, "rate").flatMap(({ is }) =>
    figures.flatMap(({ indicator, levels, unit }) => {
      const rate = convert(is.value.value, is.value.unit, unit);
      const level = levels.at(-1);
      if (rate === null || level === undefined || level.floor === null || !rate.lt(level.floor)) return [];
      const related = { span: level.target.stated.span, note: { en: "the target", zhHans: "目标值" } };
      const target = level.quantity.value.text.trim();
      return [{ value: is.value.text.trim(), indicator: indicator.id.value, target, span: is.span, related }];
    }),
  );
}
