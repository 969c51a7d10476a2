/**
 * Bands by score leave no gap, lie in order, and stay within the marks.
 *
 * Looks at: bands of a scorecard with a score, in order of their scores: marks between two bands that belong to neither; a band of praise
 * below one of warning or sanction; a score above full marks (`full`, else 100).
 * Reports: the score of the band; related: the other band. A gap is a warning, the rest an error; above full marks that are
 * not stated a warning, as a bonus may lead there.
 * Source: FORMAT.md section 7 (scorecard), DESIGN.md section 4 (a gap in a chain, impossible values).
 */
import Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import { entriesAt, flagAt, type ParameterMap, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import type { Span } from "../../../text/source.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly band: string;
  readonly other: string;
  readonly from: string;
  readonly to: string;
  readonly fault: "gap" | "order" | "full";
};

export const scorecardBandGap = defineRule<Args>({
  code: "scorecard/band-gap",
  severity: "error",
  text: {
    en: {
      title: "Bands that do not fit together",
      message: (a) => {
        if (a.fault === "gap")
          return `${a.id}: no band covers scores from ${a.from} to ${a.to}, between "${a.other}" and "${a.band}"`;
        if (a.fault === "order") return `${a.id}: "${a.band}" praises lower scores than "${a.other}" blames`;
        return `${a.id}: "${a.band}" requires ${a.from}, but full marks are ${a.to}`;
      },
      why: "Whoever scores in a gap has no grade, and whoever does better must not fare worse.",
      fix: "Let each band begin where the one below it ends.",
    },
    zhHans: {
      title: "等次区间不衔接",
      message: (a) => {
        if (a.fault === "gap")
          return `考核评价“${a.name}”的“${a.other}”与“${a.band}”之间，${a.from} 至 ${a.to} 不属于任何等次`;
        if (a.fault === "order")
          return `考核评价“${a.name}”的“${a.band}”为表扬，得分却低于受警示或惩戒的“${a.other}”`;
        return `考核评价“${a.name}”的“${a.band}”要求“${a.from}”，而满分为 ${a.to}`;
      },
      why: "得分落在空档的没有等次；得分高的反而受罚，考核失去导向。",
      fix: "使各等次的得分区间首尾相接。",
    },
  },
  check({ plan, report }) {
    for (const scorecard of ofType(plan, "scorecard")) {
      const bands = entriesAt(scorecard.parameters, "bands").flatMap(readBand);
      for (const { span, place, severity, ...found } of faultsOf(scorecard, bands)) {
        const args = { id: scorecard.id.value, name: nameOf(scorecard), ...found };
        const related =
          place === null ? [] : [{ span: place, note: { en: "the other band", zhHans: "另一等次" } }];
        report(span, args, { on: scorecard, related, severity });
      }
    }
  },
});

interface Band {
  readonly name: string;
  readonly span: Span;
  readonly shown: string;
  readonly low: Big | null;
  readonly high: Big | null;
  readonly means: string;
  readonly isPercent: boolean;
}

function readBand(entry: ParameterMap, index: number): readonly Band[] {
  const score = quantitiesAt(entry, "score")[0]?.is;
  if (score === undefined) return [];
  const { value, upper, relation, text, unit } = score.value;
  const low = upper !== null || relation?.startsWith(">") || relation === null ? value : null;
  const high = upper ?? (relation?.startsWith("<") ? value : relation === null ? value : null);
  const means = wordsAt(entry, "means")[0]?.value ?? "";
  return [
    {
      name: entryName(entry, index),
      span: score.span,
      shown: text.trim(),
      low,
      high,
      means,
      isPercent: unit?.dimension === "percent",
    },
  ];
}

interface Found extends Omit<Args, "id" | "name"> {
  readonly span: Span;
  readonly place: Span | null;
  readonly severity: "error" | "warning";
}

const one = new Big(1);
const none = new Big(0);

/** 80..89 and 90..100 are bands of whole marks. */
function gapBetween(
  top: Big | null,
  bottom: Big | null,
): { readonly from: string; readonly to: string } | null {
  if (top === null || bottom === null || bottom.minus(top).lte(one)) return null;
  return { from: formatDecimal(top), to: formatDecimal(bottom) };
}

function faultsOf({ parameters }: Mechanism, bands: readonly Band[]): readonly Found[] {
  const found: Found[] = [];
  const sorted = [...bands].sort((a, b) => (a.low ?? none).cmp(b.low ?? none));
  for (const [i, band] of sorted.entries()) {
    const below = sorted[i - 1];
    if (below === undefined) continue;
    const gap = gapBetween(below.high, band.low);
    if (gap !== null) {
      found.push({
        band: band.name,
        other: below.name,
        ...gap,
        fault: "gap",
        span: band.span,
        place: below.span,
        severity: "warning",
      });
    }
    if (below.means === "praise" && (band.means === "sanction" || band.means === "warning")) {
      found.push({
        band: below.name,
        other: band.name,
        from: "",
        to: "",
        fault: "order",
        span: below.span,
        place: band.span,
        severity: "error",
      });
    }
  }
  const full = quantitiesAt(parameters, "full")[0]?.is.value.value;
  const hasBonus = entriesAt(parameters, "components").some(
    (component) => flagAt(component, "bonus") === true,
  );
  const most = full ?? new Big(100);
  for (const band of bands) {
    const isWithin = [band.low, band.high].every((end) => end === null || end.lte(most));
    if (isWithin || (hasBonus && full === undefined)) continue;
    const severity = full === undefined && !band.isPercent ? "warning" : "error";
    found.push({
      band: band.name,
      other: "",
      from: band.shown,
      to: formatDecimal(most),
      fault: "full",
      span: band.span,
      place: null,
      severity,
    });
  }
  return found;
}
