/**
 * Risks are rated in full, and each once.
 *
 * Looks at: risks with likelihood or impact alone; risks of one name with two ratings.
 * Reports: the risk; related: the other. A note for half a rating, a warning for two.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; missing values), FORMAT.md section 5 (`risks`).
 */
import type { Risk } from "../../plan/plan.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string | null;
  /** What is not rated; null where two ratings stand against each other. */
  readonly lacks: "likelihood" | "impact" | null;
  /** `3 × 4`; the one figure where the other is lacking. */
  readonly rating: string;
  readonly otherRating: string;
};

export const riskHalfRated = defineRule<Args>({
  code: "risk/half-rated",
  severity: "info",
  text: {
    en: {
      title: "Rating of a risk incomplete or double",
      message: (a) =>
        a.other === null
          ? `${a.id}: only its ${a.lacks === "impact" ? "likelihood" : "impact"} is rated (${a.rating}), its ${a.lacks === "impact" ? "impact" : "likelihood"} is not`
          : `${a.id} and ${a.other} are one risk by name, rated ${a.rating} and ${a.otherRating}`,
      why: "A risk is placed by likelihood times impact; without both, or with two ratings, it has no place.",
      fix: "Give both figures once, or tell the risks apart by name.",
    },
    zhHans: {
      title: "风险评定不全或重复",
      message: (a) =>
        a.other === null
          ? `风险“${a.name}”只评定了${a.lacks === "impact" ? "可能性" : "影响程度"}（${a.rating}），未评定${a.lacks === "impact" ? "影响程度" : "可能性"}`
          : `编号“${a.id}”与“${a.other}”的两项风险都名为“${a.name}”，分别评为“${a.rating}”和“${a.otherRating}”`,
      why: "风险高低由可能性乘影响程度得出，缺一项或有两种评定，就无从排序。",
      fix: "补全评定并只保留一处；确为两项风险的，名称应加以区分。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Risk>();
    for (const risk of plan.risks) {
      const args = { id: risk.id.value, name: nameOf(risk), rating: ratingOf(risk), lacks: null };
      const lacks = risk.impact === null ? "impact" : "likelihood";
      const half = risk.likelihood ?? risk.impact;
      if (half !== null && risk[lacks] === null && !isWritten(lacks, risk))
        report(
          half.span,
          { ...args, lacks, rating: `${half.value}`, other: null, otherRating: "" },
          { on: risk },
        );
      const key = nameOf(risk).normalize("NFKC").replace(/\s+/g, "").toLowerCase();
      const other = known.get(key);
      if (other === undefined) known.set(key, risk);
      else {
        const related = [{ span: other.id.span, note: { en: "the other risk", zhHans: "另一处" } }];
        const otherRating = ratingOf(other);
        const severity = otherRating === args.rating ? "info" : "warning";
        report(
          risk.id.span,
          { ...args, other: other.id.value, otherRating },
          { on: risk, related, severity },
        );
      }
    }
  },
});

const likelihoodKey = /\blikelihood["']?\s{0,3}:/;
const impactKey = /\bimpact["']?\s{0,3}:/;

/** A rating that stands in the source and could not be read is told there. */
function isWritten(key: "likelihood" | "impact", { span }: Risk): boolean {
  return (key === "impact" ? impactKey : likelihoodKey).test(spanText(span));
}

function ratingOf({ likelihood, impact }: Risk): string {
  return `${likelihood?.value ?? "–"} × ${impact?.value ?? "–"}`;
}
