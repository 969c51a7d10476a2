/**
 * A baseline measured elsewhere is not the plan's own.
 *
 * Looks at: every stated baseline: its own `place` or `scope`, and the scope of the source that it cites (else of the
 * indicator's source); else evidence of another place that has the same figure for the same date, or that began with the
 * same figure where the baseline cites nothing; else printed words or the title of a source that name an area wider than
 * the issuer's (全市 in a plan of a district, "national" in one of a city).
 * Reports: the baseline taken from another place or a wider area, at its value; related: what says so. A title or a
 * figure that only happens to be the same is a note.
 * A figure of one group that has a target of its own (`scope` of both the same) is its starting point, and left alone.
 * A borrowed figure beside another figure of the plan's own is a note: the indicator has its starting point. Where both are
 * the same figure, the warning asks whether it was measured here.
 * Source: DESIGN.md section 4 (a baseline borrowed from another place or a wider area).
 */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Statement } from "../../plan/given.ts";
import type { Baseline, Evidence, Indicator, Plan, Source } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { withoutTime } from "../target/history.ts";
import { lastDay } from "../times-of.ts";
import { type How, type Lender, lenderOf, scopeOf } from "./lenders.ts";
import { isStatedBySame, statedAgain } from "./same-baseline.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Name of the place, scope or source; null when only the kind of scope is stated. */
  readonly from: string | null;
  readonly how: How;
  /** The scope, where it was counted for another one besides; null where place or scope alone is the reason. */
  readonly scope: string | null;
  /** The plan's own baseline, stated beside it; null where there is none. */
  readonly own: string | null;
  /** The plan's own is the same figure. */
  readonly repeated: boolean;
  /** The note beside it says that it only may be of that scope. */
  readonly doubted: boolean;
};

function inEnglish(args: Args): string {
  const also = args.scope === null ? "" : ` and was counted for another scope, "${args.scope}"`;
  return whereInEnglish(args) + also;
}

function whereInEnglish({ how, from, doubted }: Pick<Args, "how" | "from" | "doubted">): string {
  if (how === "place") return `is that of another place, "${from}"`;
  if (how === "scope") return `${doubted ? "may have been" : "was"} counted for another scope, "${from}"`;
  if (how === "words") return `may be that of a wider area, as "${from}" says`;
  if (how === "same") return `is the figure with which "${from}" began: was it measured here?`;
  const named = from === null ? "" : ` ("${from}")`;
  return how === "wider" ? `is that of a wider area${named}` : `is that of another place${named}`;
}

function inChinese(args: Args): string {
  return whereInChinese(args) + (args.scope === null ? "" : `，口径范围也不同（“${args.scope}”）`);
}

function whereInChinese({ how, from, doubted }: Pick<Args, "how" | "from" | "doubted">): string {
  if (how === "place") return `取自其他地区“${from}”`;
  if (how === "scope")
    return doubted ? `的口径范围可能为“${from}”，与指标是否相同须核实` : `的口径范围为“${from}”，与指标不同`;
  if (how === "words") return `可能取自更大范围（“${from}”）`;
  if (how === "same") return `与“${from}”变化前的数值相同，是否为本地实测须核实`;
  const named = from === null ? "" : `（来源：“${from}”）`;
  return how === "wider" ? `取自更大范围${named}` : `取自其他地区${named}`;
}

function besideOwn({ own, repeated }: Args): Localized {
  if (own === null) return { en: "", zhHans: "" };
  return repeated
    ? {
        en: ", and is given as the plan's own as well: was it measured here?",
        zhHans: "，又作为本方案的基期值列出，是否为本地实测须核实",
      }
    : { en: `; ${own} is the plan's own`, zhHans: `；本方案范围的基期值为“${own}”` };
}

export const indicatorBorrowedBaseline = defineRule<Args>({
  code: "indicator/borrowed-baseline",
  severity: "warning",
  text: {
    en: {
      title: "Borrowed baseline",
      message: (a) => `${a.id}: the baseline ${a.value} ${inEnglish(a)}${besideOwn(a).en}`,
      why: "Progress measured from somebody else's starting point says nothing about the plan's own area.",
      fix: "Measure the baseline in the plan's own area, and keep the borrowed figure under `evidence`.",
      help: (a) =>
        a.how === "scope"
          ? "State the baseline counted as the indicator is, or say with `scope` that the target is of the same; keep the other figure under `evidence`."
          : null,
    },
    zhHans: {
      title: "借用的基期值",
      message: (a) => `指标“${a.name}”的基期值“${a.value}”${inChinese(a)}${besideOwn(a).zhHans}`,
      why: "以其他地区或更大范围的数据为起点，反映不出本方案范围内的进展。",
      fix: "在本方案范围内实测基期值，借用的数据改列入 `evidence`。",
      help: (a) =>
        a.how === "scope"
          ? "补列与指标口径一致的基期值，原数据改列入 `evidence`；目标值也只就该范围而言的，用 `scope` 注明。"
          : null,
    },
  },
  check({ plan, index, report }) {
    for (const indicator of plan.indicators) {
      const lenders = indicator.baseline.map(
        (statement) =>
          lenderOf(statement, indicator, index) ??
          lenderAmong(plan.evidence, statement, indicator) ??
          widerInWords(statement, indicator, index, plan),
      );
      const own = indicator.baseline.find((_, i) => lenders[i] === null) ?? null;
      for (const [i, statement] of indicator.baseline.entries()) {
        const lender = lenders[i] ?? null;
        if (lender === null || hasOwnTarget(statement, indicator)) continue;
        if (isStatedBySame(statement, indicator, plan)) continue;
        // One figure said to come from two places: the origins are told by `provenance/two-origins`.
        const again = indicator.baseline.filter(
          (one, k) => k > i && lenders[k] != null && isOneFigure(one, statement),
        );
        if (indicator.baseline.some((one, k) => k < i && lenders[k] != null && isOneFigure(one, statement)))
          continue;
        const { how, from, span } = lender;
        const { quantity } = statement.is.value;
        const ownQuantity = own?.is.value.quantity ?? null;
        const repeated =
          ownQuantity !== null &&
          convert(ownQuantity.value, ownQuantity.unit, quantity.unit)?.eq(quantity.value) === true;
        const related = [
          { span, note: { en: "where it comes from", zhHans: "取值来源" } },
          ...[...again, ...statedAgain(statement, indicator, plan)].map(({ is }) => ({
            span: is.span,
            note: { en: "stated again", zhHans: "另一处引用" },
          })),
        ];
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: withoutTime(statement.is.value.quantity.text),
          from,
          how,
          scope: how === "scope" ? null : scopeOf(statement),
          own: own?.is.value.quantity.text ?? null,
          repeated,
          doubted: statement.note !== null && doubtWords.test(statement.note.value),
        };
        const severity = lender.isDoubtful || (own !== null && !repeated) ? "info" : "warning";
        report(statement.is.span, args, { related, on: indicator, severity });
      }
    }
  },
});

/** The same figure of one day, of the whole. */
function isOneFigure(a: Statement<Baseline>, b: Statement<Baseline>): boolean {
  if (a.scope !== null || b.scope !== null || a.place !== null || b.place !== null) return false;
  const [left, right] = [a.is.value, b.is.value];
  const day = lastDay(left.at);
  if (day === null || day !== lastDay(right.at)) return false;
  const { value, unit } = left.quantity;
  return convert(value, unit, right.quantity.unit)?.eq(right.quantity.value) === true;
}

/** What a target asks of the same group or place is measured from there. */
function hasOwnTarget({ place, scope }: Statement<Baseline>, { targets }: Indicator): boolean {
  if (place === null && scope === null) return false;
  return targets.some((t) => t.place?.value === place?.value && t.scope?.value === scope?.value);
}

/** A figure told of another place that the baseline repeats. */
function lenderAmong(
  evidence: readonly Evidence[],
  { is, source }: Statement<Baseline>,
  indicator: Indicator,
): Lender | null {
  const day = lastDay(is.value.at);
  const { value, unit } = is.value.quantity;
  const repeats = (f: Evidence["is"]): boolean =>
    f !== null && convert(f.value.value, f.value.unit, unit)?.eq(value) === true;
  const cites = source !== null || indicator.source !== null;
  for (const { of, place, at, is: figure, from, to } of evidence) {
    if (place === null || of?.value !== indicator.id.value) continue;
    const same = [figure, from, to].find(repeats);
    const isSameDay = day !== null && lastDay(at) === day;
    if (isSameDay && same !== undefined && same !== null)
      return { how: "place", from: place.value, span: same.span, isDoubtful: false };
    if (from !== null && repeats(from))
      return { how: "same", from: place.value, span: from.span, isDoubtful: cites };
  }
  return null;
}

/** Words of a note by which a scope is a reading, not what the document says. */
const doubtWords = /可能|或许|不明|未说明|\b(?:may|might|perhaps|unclear)\b/i;

/** Words for areas, the widest first, and what the issuer's name must hold for them to be its own. */
const areas: readonly { readonly words: RegExp; readonly own: RegExp }[] = [
  {
    words: /全国|国家级|\b(?:national|nationwide|countrywide)\b/i,
    own: /国|部$|总局|national|ministry|federal|government/i,
  },
  { words: /全省|全自治区/, own: /国|部$|省|自治区/ },
  { words: /全市/, own: /国|部$|省|自治区|市(?![^，]*[区县])/ },
];

/** What is printed of the baseline, or the title of its source, names a wider area than the issuer's. */
function widerInWords(
  { wording, source }: Statement<Baseline>,
  indicator: Indicator,
  index: PlanIndex,
  { issuer }: Plan,
): Lender | null {
  const name = issuer?.name?.value ?? null;
  if (name === null) return null;
  const wider = (text: string): boolean =>
    areas.some(({ words, own }) => words.test(text) && !own.test(name));
  if (wording !== null && wider(wording.value))
    return { how: "words", from: wording.value, span: wording.span, isDoubtful: false };
  const cited = source ?? indicator.source;
  const found = cited === null ? undefined : (index.find("source", cited.value) as Source | undefined); // kind asked for
  if (found === undefined || found.scope !== null || found.title === null || !wider(found.title.text))
    return null;
  return { how: "words", from: found.title.text, span: found.title.span, isDoubtful: true };
}
