/**
 * One quantity is counted in one way: for each street, or for all of them.
 *
 * Looks at: indicators of one quantity (`same-as`), that are no shares, of which one says for what it is counted (`counted: { per }`):
 * the other says nothing, or something else.
 * Reports: the indicator, at what it is counted for, else at its id; related: the other. A note that asks, once for each name.
 * Source: DESIGN.md section 4 (one quantity in two scopes; what only may be a conflict).
 */
import type { Indicator } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { isPercent } from "../target/levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  /** For what the two are counted; null where it is not said. */
  readonly per: string | null;
  readonly otherPer: string | null;
};

export const statementCountedPer = defineRule<Args>({
  code: "statement/counted-per",
  severity: "info",
  text: {
    en: {
      title: "One quantity, counted in two ways",
      message: (a) =>
        a.per !== null && a.otherPer !== null
          ? `${a.id} is counted "${a.per}" and ${a.other}, the same quantity, "${a.otherPer}": which is meant?`
          : `${a.id} and ${a.other} are one quantity, but only ${a.per === null ? a.other : a.id} is counted "${a.per ?? a.otherPer}": is the other counted so as well, or in all?`,
      why: "Five for each street and five in all are two targets; whoever reports has to know which.",
      fix: "State `counted: { per: … }` for both, or take out `same-as` if they are two quantities.",
    },
    zhHans: {
      title: "同一指标计数口径不一",
      message: (a) =>
        a.per !== null && a.otherPer !== null
          ? `指标“${a.name}”按“${a.per}”计，同一数量的“${a.otherName}”按“${a.otherPer}”计，以哪一种为准须明确`
          : `指标“${a.name}”与“${a.otherName}”为同一数量，只有“${a.per === null ? a.otherName : a.name}”写明按“${a.per ?? a.otherPer}”计，另一处是同样计算还是总数未写明`,
      why: "每个街道 5 个和总共 5 个是两个目标，填报前须先弄清。",
      fix: "两处均用 `counted: { per: … }` 写明；确为两个指标的，删去 `same-as`。",
    },
  },
  check({ plan, report }) {
    const byId = new Map(plan.indicators.map((one) => [one.id.value, one] as const));
    for (const indicator of plan.indicators) {
      const other = indicator.sameAs === null ? undefined : byId.get(indicator.sameAs.value);
      if (other === undefined || other === indicator || isShare(indicator) || isShare(other)) continue;
      const [per, otherPer] = [perOf(indicator), perOf(other)];
      if (per === null && otherPer === null) continue;
      if (per !== null && otherPer !== null && keyOf(per.value) === keyOf(otherPer.value)) continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        other: other.id.value,
        otherName: nameOf(other),
        per: per?.value ?? null,
        otherPer: otherPer?.value ?? null,
      };
      const note = { en: "the other name", zhHans: "另一名称" };
      const related = [{ span: otherPer?.span ?? other.id.span, note }];
      report(per?.span ?? indicator.id.span, args, { on: indicator, related });
    }
  },
});

function perOf({ counted }: Indicator): NonNullable<Indicator["counted"]>["per"] {
  return counted?.per ?? null;
}

function isShare({ unit }: Indicator): boolean {
  return isPercent(unit?.value ?? null);
}

/** 每街道 and 每个街道, each ward and ward are one. */
function keyOf(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().trim();
  return plain.replace(/^(?:每一?个?|各个?|(?:each|every|per|an?|the) )/, "").replaceAll(/\s+/g, "");
}
