/**
 * Risks are rated in full, and each once.
 *
 * Looks at: risks with likelihood or impact alone; risks of one name with two ratings.
 * Reports: the risk; related: the other. A note for half a rating, a warning for two.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; missing values), FORMAT.md section 5 (`risks`).
 */
import type { Risk } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string | null;
  readonly rating: string;
  readonly otherRating: string;
  /** The half that is missing; null where two ratings are told. */
  readonly lacks: "likelihood" | "impact" | null;
};

export const riskHalfRated = defineRule<Args>({
  code: "risk/half-rated",
  severity: "info",
  text: {
    en: {
      title: "Rating of a risk incomplete or double",
      message: (a) =>
        a.other === null
          ? `${a.id}: ${a.lacks === "likelihood" ? `the impact is rated ${a.rating}, the likelihood is not` : `the likelihood is rated ${a.rating}, the impact is not`}`
          : `${a.id} and ${a.other} are one risk by name, rated ${a.rating} and ${a.otherRating}`,
      why: "A risk is placed by likelihood times impact; without both, or with two ratings, it has no place.",
      fix: "Give both figures once, or tell the risks apart by name.",
    },
    zhHans: {
      title: "风险评定不全或重复",
      message: (a) =>
        a.other === null
          ? `风险“${a.name}”的${a.lacks === "likelihood" ? `影响程度评为“${a.rating}”，可能性未评定` : `可能性评为“${a.rating}”，影响程度未评定`}`
          : `编号“${a.id}”与“${a.other}”的两项风险都名为“${a.name}”，分别评为“${a.rating}”和“${a.otherRating}”`,
      why: "风险高低由可能性乘影响程度得出，缺一项或有两种评定，就无从排序。",
      fix: "补全评定并只保留一处；确为两项风险的，名称应加以区分。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Risk>();
    for (const risk of plan.risks) {
      const args = { id: risk.id.value, name: nameOf(risk), rating: ratingOf(risk) };
      const half =
        (risk.likelihood === null) === (risk.impact === null) ? null : (risk.likelihood ?? risk.impact);
      if (half !== null) {
        const lacks = risk.likelihood === null ? ("likelihood" as const) : ("impact" as const);
        const rating = `${half.value}`;
        report(half.span, { ...args, rating, other: null, otherRating: "", lacks }, { on: risk });
      }
      const key = nameOf(risk).normalize("NFKC").replace(/\s+/g, "").toLowerCase();
      const other = known.get(key);
      if (other === undefined) known.set(key, risk);
      else {
        const related = [{ span: other.id.span, note: { en: "the other risk", zhHans: "另一处" } }];
        const otherRating = ratingOf(other);
        const severity = otherRating === args.rating ? "info" : "warning";
        report(
          risk.id.span,
          { ...args, other: other.id.value, otherRating, lacks: null },
          { on: risk, related, severity },
        );
      }
    }
  },
});

function ratingOf({ likelihood, impact }: Risk): string {
  return `${likelihood?.value ?? "–"} × ${impact?.value ?? "–"}`;
}
