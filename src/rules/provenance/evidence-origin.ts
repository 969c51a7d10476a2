/**
 * A figure that is told as evidence says from where, of when and of which place it is.
 *
 * Looks at: evidence with a figure, of the plan and of its problems: its source (a place with a date leads to it as well, but
 * not to that of a case, which is told to convince), its date, and for a case its place. A figure that repeats a baseline of its day has that one's source. All that lack the
 * same are told together.
 * Reports: the first figure; related: the others.
 * Source: DESIGN.md section 4 (missing source or date); a figure without source.
 */
import type { Given } from "../../plan/given.ts";
import type { Evidence, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { defineRule } from "../define-rule.ts";
import { lastDay } from "../times-of.ts";

const lackings = {
  source: { en: "a source", zhHans: "来源" },
  date: { en: "a date", zhHans: "时间" },
  place: { en: "the place of the case", zhHans: "案例所在地" },
};
type Lacking = keyof typeof lackings;

type Args = {
  readonly id: string;
  readonly value: string;
  readonly lacking: Lacking;
  /** How many figures lack it besides. */
  readonly others: number;
};

export const provenanceEvidenceOrigin = defineRule<Args>({
  code: "provenance/evidence-origin",
  severity: "info",
  named: ["id"],
  text: {
    en: {
      title: "Figure of unknown origin",
      message: (a) =>
        `${a.id}: ${a.value} is given without ${lackings[a.lacking].en}${a.others === 0 ? "" : `, and so ${a.others === 1 ? "is" : "are"} ${a.others} more`}`,
      why: "A figure that nobody can look up convinces nobody, and cannot be corrected.",
      fix: "Add `source`, `at` and, for a case, `place`.",
    },
    zhHans: {
      title: "例证数据出处不明",
      message: (a) =>
        `例证“${a.id}”的“${a.value}”未注明${lackings[a.lacking].zhHans}${a.others === 0 ? "" : `，另有 ${a.others} 项同样未注明`}`,
      why: "查不到出处的数据，既不能服人，也无法更正。",
      fix: "补充 `source`、`at`，案例还应补充 `place`。",
    },
  },
  check({ plan, report }) {
    const told = [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence].flatMap(
      (evidence) => {
        const figure = evidence.is ?? evidence.to ?? evidence.from;
        return figure === null || repeatsBaseline(evidence, plan) ? [] : [{ evidence, figure }];
      },
    );
    const tell = (lacking: Lacking, lacks: (evidence: Evidence) => boolean): void => {
      const found = told.filter(({ evidence }) => lacks(evidence));
      const [first, ...others] = found;
      if (first === undefined) return;
      const related = others.slice(0, mostRelated).map(({ figure }) => same(figure));
      const args = {
        id: first.evidence.id.value,
        value: first.figure.value.text,
        lacking,
        others: others.length,
      };
      report(first.figure.span, args, { on: first.evidence, related });
    };
    tell("source", isWithoutSource);
    tell("date", ({ at, kindOf }) => at === null && kindOf?.value !== "standard");
    tell("place", ({ kindOf, place, scope }) => kindOf?.value === "case" && place === null && scope === null);
  },
});

function isWithoutSource({ source, place, at, kindOf }: Evidence): boolean {
  return source === null && (place === null || at === null || kindOf?.value === "case");
}

function repeatsBaseline({ of, is, at }: Evidence, { indicators }: Plan): boolean {
  const own = of === null ? undefined : indicators.find(({ id }) => id.value === of.value);
  return (
    own?.baseline.some(({ is: base }) => {
      const { quantity } = base.value;
      return is?.value.value.eq(quantity.value) === true && lastDay(base.value.at) === lastDay(at);
    }) === true
  );
}

const mostRelated = 20;

function same({ span }: Given<Quantity>) {
  return { span, note: { en: "the same here", zhHans: "此处同样" } };
}
