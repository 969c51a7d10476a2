/**
 * A figure that is told as evidence says from where, of when and of which place it is.
 *
 * Looks at: evidence with a figure, of the plan and of its problems: its source (a place with a date leads to it as well, but
 * not to that of a case, which is told to convince), its date, and for a case its place. A figure that repeats a baseline of its day has that one's source. All that lack the
 * same are told together.
 * Reports: the first figure; related: the others.
 * Source: DESIGN.md section 4 (missing source or date); a figure without source.
 */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Given } from "../../plan/given.ts";
import type { Evidence, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { lastDay } from "../times-of.ts";

const lackings = {
  source: { en: "source", zhHans: "来源" },
  date: { en: "date", zhHans: "时间" },
  place: { en: "place", zhHans: "案例所在地" },
};
type Lacking = keyof typeof lackings;

/** Kinds of what is lacking in their order, joined by `|`. */
function told(lacking: string, language: keyof Localized): readonly string[] {
  const kinds = lacking.split("|");
  return Object.entries(lackings).flatMap(([kind, words]) => (kinds.includes(kind) ? [words[language]] : []));
}

/** `a source`; `source, date or place` */
function listed(words: readonly string[]): string {
  const [last = "", ...before] = [...words].reverse();
  return before.length === 0 ? `a ${last}` : `${before.reverse().join(", ")} or ${last}`;
}

type Args = {
  readonly id: string;
  readonly value: string;
  /** What it lacks, joined by `|`. */
  readonly lacking: string;
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
        `${a.id}: ${a.value} is given without ${listed(told(a.lacking, "en"))}${a.others === 0 ? "" : `, and so ${a.others === 1 ? "is" : "are"} ${a.others} more`}`,
      why: "A figure that nobody can look up convinces nobody, and cannot be corrected.",
      fix: "Add `source`, `at` and, for a case, `place`.",
    },
    zhHans: {
      title: "例证数据出处不明",
      message: (a) =>
        `例证“${a.id}”的“${a.value}”未注明${told(a.lacking, "zhHans").join("、")}${a.others === 0 ? "" : `，另有 ${a.others} 项同样未注明`}`,
      why: "查不到出处的数据，既不能服人，也无法更正。",
      fix: "补充 `source`、`at`，案例还应补充 `place`。",
    },
  },
  check({ plan, report }) {
    const figures = [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence].flatMap(
      (evidence) => {
        const figure = evidence.is ?? evidence.to ?? evidence.from;
        return figure === null || repeatsBaseline(evidence, plan) ? [] : [{ evidence, figure }];
      },
    );
    const groups = new Map<string, (typeof figures)[number][]>();
    for (const one of figures) {
      const lacking = lackingIn(one.evidence).join("|");
      const known = groups.get(lacking);
      if (known === undefined) groups.set(lacking, [one]);
      else known.push(one);
    }
    for (const [lacking, [first, ...others]] of groups) {
      if (lacking === "" || first === undefined) continue;
      const related = others.slice(0, mostRelated).map(({ figure }) => same(figure));
      const args = {
        id: first.evidence.id.value,
        value: first.figure.value.text,
        lacking,
        others: others.length,
      };
      report(first.figure.span, args, { on: first.evidence, related });
    }
  },
});

function lackingIn({ source, place, at, kindOf, scope }: Evidence): readonly Lacking[] {
  const lacking: Lacking[] = [];
  if (source === null && (place === null || at === null || kindOf?.value === "case")) lacking.push("source");
  if (at === null && kindOf?.value !== "standard") lacking.push("date");
  if (kindOf?.value === "case" && place === null && scope === null) lacking.push("place");
  return lacking;
}

function repeatsBaseline({ of, is, at }: Evidence, { indicators }: Plan): boolean {
  const own = of === null ? undefined : indicators.find(({ id }) => id.value === of.value);
  return (
    own?.baseline.some(({ is: base }) => {
      const { quantity } = base.value;
      // 5个工作日 are no 5天, whatever the baseline says.
      if (is === null || !sameDimension(is.value.unit, quantity.unit)) return false;
      return is.value.value.eq(quantity.value) && lastDay(base.value.at) === lastDay(at);
    }) === true
  );
}

const mostRelated = 20;

function same({ span }: Given<Quantity>) {
  return { span, note: { en: "the same here", zhHans: "此处同样" } };
}
