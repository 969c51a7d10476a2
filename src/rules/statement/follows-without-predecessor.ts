/**
 * A declared step up needs the value that it steps up from.
 *
 * Looks at: `follows` in all statements of facts and in targets: another statement of the same fact, or another target of
 * the same indicator, must be cited from that section (or one above or below it). A section that is not in the outline is
 * told as an unknown reference instead.
 * Reports: the section after `follows`.
 * Source: FORMAT.md section 2.
 */
import type { Given, Saying } from "../../plan/given.ts";
import { makeIsWithin } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { pathWithNames } from "../entry-names.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";

type Args = { readonly id: string; readonly field: string; readonly section: string };

export const statementFollowsWithoutPredecessor = defineRule<Args>({
  code: "statement/follows-without-predecessor",
  severity: "warning",
  named: ["id"],
  text: {
    en: {
      title: "Step up from nothing",
      message: (a) =>
        `${a.id}: follows section ${a.section}, but no ${fieldInEnglish(a.field)} is stated there`,
      why: "`follows` excuses a difference; without the value that comes before there is nothing to excuse.",
      fix: "Add the statement of that section, or correct the section.",
    },
    zhHans: {
      title: "递进表述缺少前值",
      message: (a) => `“${a.id}”注明承接章节“${a.section}”，但该处没有${fieldInChinese(a.field)}的表述`,
      why: "`follows` 用于说明数值为何不同，前值不存在就无从说明。",
      fix: "补列该章节的表述，或更正章节编号。",
    },
  },
  check({ plan, index, report }) {
    const isWithin = makeIsWithin(plan);
    const lacks = (all: readonly Saying[], own: Saying, follows: Given<string>): boolean => {
      if (plan.sections.length > 0 && index.find("section", follows.value) === undefined) return false;
      return !all.some(({ section }, i) => {
        if (section === null || all[i] === own) return false;
        return isWithin(section.value, follows.value) || isWithin(follows.value, section.value);
      });
    };
    for (const fact of plan.facts) {
      if (fact.name.startsWith("target")) continue;
      for (const statement of fact.statements) {
        const { follows } = statement;
        if (follows === null || !lacks(fact.statements, statement, follows)) continue;
        const args = { id: fact.subject.id.value, field: fact.name, section: follows.value };
        const inChinese = { field: pathWithNames(fact.subject, fact.name) };
        report(follows.span, args, { on: fact.subject, inChinese });
      }
    }
    for (const indicator of plan.indicators) {
      for (const target of indicator.targets) {
        const { follows } = target;
        if (follows === null || !lacks(indicator.targets, target, follows)) continue;
        report(
          follows.span,
          { id: indicator.id.value, field: "target", section: follows.value },
          { on: indicator },
        );
      }
    }
  },
});
