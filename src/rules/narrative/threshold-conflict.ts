/**
 * From where on a band or an alarm level holds is the same in the text and in the mechanism.
 *
 * Looks at: clauses of section texts that name one band of a scorecard or one level of an alarm beside a score (90分以上为优秀, 85 or more
 * is rated Green), a place in the ranking (排名前10%列入红榜) or a figure in the unit of the level (滞后20个百分点亮黄灯), or how often in turn it
 * is met before a measure follows (连续两个季度列黑榜的，予以约谈); or a level of a workflow or an alarm beside the time within which it is closed or answered (serious complaints within 30 days). Examinations
 * and marks that are given or taken are left out.
 * Reports: the figure; related: the band or level. A warning where the text names the workflow only and the limit is that of no level; a note
 * where a deadline is tied to the mechanism only by its section.
 * Source: DESIGN.md section 4 (two statements that cannot both hold), FORMAT.md section 7 (`bands`, `levels`).
 */
import type { Mechanism, Plan, Section } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { isAtUnknownPlace, isOtherScore, tellsOfBefore } from "../texts/not-of-plan.ts";
import { isException, isOfOthers } from "../texts/of-others.ts";
import { type ToldSentence, toldSentences } from "../texts/sentences.ts";
import { deadlinesTold, type ToldDeadline } from "../told/deadlines.ts";
import { otherThresholdsIn, type ThresholdReader, thresholdReaderOf } from "../told/named-thresholds.ts";
import { triggerTold } from "../told/triggers.ts";

type Args = {
  readonly section: string;
  readonly id: string;
  readonly name: string;
  readonly band: string;
  readonly said: string;
  readonly stated: string;
};

export const narrativeThresholdConflict = defineRule<Args>({
  code: "narrative/threshold-conflict",
  severity: "error",
  named: ["id"],
  text: {
    en: {
      title: "Threshold in the text against the mechanism",
      message: (a) => `section ${a.section} says ${a.said} for "${a.band}", but ${a.id} states ${a.stated}`,
      why: "Judged by the text, a case comes out otherwise than by the mechanism.",
      fix: "Correct the text, or the band, level or limit of the mechanism.",
    },
    zhHans: {
      title: "正文界限、时限与机制不符",
      message: (a) => `章节“${a.section}”写“${a.band}”为“${a.said}”，而“${a.name}”所列为“${a.stated}”`,
      why: "按正文与按机制得出的结论不同，执行和考核会有争议。",
      fix: "更正正文，或更正机制中的等次、等级、时限。",
    },
  },
  check({ plan, report }) {
    for (const one of toldSentences(plan)) {
      const trigger = triggerFinding(one, plan);
      if (trigger !== null) report(...trigger);
    }
    const reader = thresholdReaderOf(plan);
    const named = reader === null ? [] : namedFindings(plan, reader);
    for (const one of named) report(...one);
    for (const section of plan.sections)
      for (const told of deadlinesTold(section, plan)) {
        const finding = deadlineFinding(section, told);
        if (!named.some(([{ start }]) => start === finding[0].start)) report(...finding);
      }
  },
});

/** What clauses say of the bands, levels and limits that they name, otherwise than stated. */
function namedFindings(plan: Plan, reader: ThresholdReader) {
  return toldSentences(plan).flatMap(({ plain, sentence, section, span }) => {
    if (section === null || ofElsewhere.test(plain) || tellsOfBefore(plain, plan)) return [];
    return otherThresholdsIn(plain, reader)
      .filter(
        ({ at }) => !isOtherScore(plain, plan) && !isOfOthers(plain, at, plan) && !isException(plain, at),
      )
      .map(({ threshold, said, at, isNamed }) => {
        const { mechanism, stated } = threshold;
        const args = argsOf(section, mechanism, said, stated, isNamed ? threshold.name : nameOf(mechanism));
        const related = [{ span: threshold.span, note: statedHere }];
        const severity = isAtUnknownPlace(plain, plan) ? "info" : isNamed ? "error" : "warning";
        return [partSpan(span, said, sentence.at + at), args, { on: section, related, severity }] as const;
      });
  });
}

const statedHere = { en: "stated here", zhHans: "此处写明" };

function argsOf(section: Section, mechanism: Mechanism, said: string, stated: string, band: string): Args {
  return { section: section.id.value, id: mechanism.id.value, name: nameOf(mechanism), band, said, stated };
}

/** What a sentence says sets off an alarm, otherwise than stated; null for nothing. */
function triggerFinding({ plain, sentence, section, span }: ToldSentence, plan: Plan) {
  const told = section === null || ofElsewhere.test(plain) ? null : triggerTold(plain, plan);
  if (told === null || section === null || isOfOthers(plain, told.at, plan)) return null;
  const { mechanism } = told;
  const said = told.shown.trim();
  const args = argsOf(section, mechanism, said, told.stated.value.trim(), nameOf(mechanism));
  const related = [{ span: told.stated.span, note: statedHere }];
  const place = partSpan(span, said, sentence.at + told.at);
  return [place, args, { on: section, related, severity: "warning" }] as const;
}

/** A deadline of the one mechanism of its section that states such a one. */
function deadlineFinding(section: Section, { mechanism, shown, at, stated, span }: ToldDeadline) {
  const args = argsOf(section, mechanism, shown, stated, nameOf(mechanism));
  const related = [{ span, note: statedHere }];
  const place = section.text === null ? section.id.span : partSpan(section.text.span, shown, at);
  // Only the section ties it to the mechanism.
  return [place, args, { on: section, related, severity: "info" }] as const;
}
