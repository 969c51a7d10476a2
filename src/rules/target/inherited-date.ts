/**
 * A date that is taken over from another section is not the target's own.
 *
 * Looks at: targets whose date is marked as taken over (`inherited`).
 * Reports: all of them in one note, at the first; related: the others.
 * Source: FORMAT.md section 4 (`inherited`); DESIGN.md section 4 (targets without a date).
 */
import type { Given } from "../../plan/given.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import type { When } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { joinList, listInEnglish, quotedList } from "../words.ts";

type Args = {
  readonly count: number;
  /** The first indicators, and the sections whose dates are taken over, each joined with ", ". */
  readonly ids: string;
  readonly names: string;
  readonly sections: string;
  readonly more: boolean;
};

const mostNamed = 3;

export const targetInheritedDate = defineRule<Args>({
  code: "target/inherited-date",
  severity: "info",
  text: {
    en: {
      title: "Targets dated by another section",
      message: (a) =>
        `${a.count === 1 ? "one target has" : `${a.count} targets have`} no date in the document and ${a.count === 1 ? "takes" : "take"} over that of section${a.sections === listInEnglish(a.sections) ? "" : "s"} ${listInEnglish(a.sections)}: ${a.ids}${a.more ? " …" : ""}`,
      why: "Whether a target is due with the section it borrows its date from is a reading, and may be disputed when it is judged.",
      fix: "Have the date stated where the target stands, and remove `inherited`.",
    },
    zhHans: {
      title: "目标时限沿用他处",
      message: (a) =>
        `${a.count} 项目标值原文未写时限，沿用章节${quotedList(a.sections)}的时间：${quotedList(a.names)}${a.more ? "等" : ""}`,
      why: "时限由他处沿用只是一种理解，考核时可能有争议。",
      fix: "在提出目标之处写明时限，并删去 `inherited`。",
    },
  },
  check({ plan, report }) {
    const found = inheritedIn(plan);
    const [first, ...others] = found;
    if (first === undefined) return;
    const named = [...new Set(found.map(({ indicator }) => indicator))];
    const shown = named.slice(0, mostNamed);
    const args: Args = {
      count: found.length,
      ids: shown.map(({ id }) => id.value).join(", "),
      names: joinList(shown.map(nameOf)),
      sections: joinList(inOrder(plan, new Set(found.flatMap(({ by }) => by.value.inherited ?? [])))),
      more: named.length > shown.length,
    };
    const related = others.map(({ by: { span } }) => ({
      span,
      note: { en: "taken over as well", zhHans: "同样沿用" },
    }));
    report(first.by.span, args, { on: others.length === 0 ? first.indicator : null, related });
  },
});

/** Sections in the order of the document; those that it does not list last. */
function inOrder({ sections }: Plan, named: ReadonlySet<string>): readonly string[] {
  const ids = sections.map(({ id }) => id.value).filter((id) => named.has(id));
  return [...ids, ...[...named].filter((id) => !ids.includes(id))];
}

interface Inherited {
  readonly indicator: Indicator;
  readonly by: Given<When>;
}

function inheritedIn({ indicators }: Plan): readonly Inherited[] {
  return indicators.flatMap((indicator) =>
    indicator.targets.flatMap(({ by }) =>
      by === null || by.value.inherited === null ? [] : [{ indicator, by }],
    ),
  );
}
