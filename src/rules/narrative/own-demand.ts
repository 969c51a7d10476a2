/**
 * What a plan demands of its targets it keeps itself.
 *
 * Looks at: texts of sections (but of background) that demand of targets a deadline (目标须有时限, time-bound targets) or a person who
 * answers for them (落实到责任人). The one is not kept where no target of the plan has a date of its own, taken over from
 * elsewhere at best; the other where no indicator, action, milestone, deliverable, risk or list of the plan has an owner.
 * Reports: the words of the demand; related: the first indicator. A warning.
 * Source: DESIGN.md section 4 (targets without date, work without owner; structure without counterpart).
 */
import { entriesAt } from "../../plan/parameters.ts";
import type { Plan, TargetKind } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";
import { backgroundSections } from "../texts/background-sections.ts";

type Args = { readonly section: string; readonly words: string; readonly lacking: keyof typeof lackings };

const lackings = {
  date: { en: "no target has a date of its own", zhHans: "目标值原文均未写时限" },
  owner: {
    en: "neither indicators nor actions have an owner",
    zhHans: "指标和重点任务均未明确责任主体",
  },
};

export const narrativeOwnDemand = defineRule<Args>({
  code: "narrative/own-demand",
  severity: "warning",
  text: {
    en: {
      title: "Demand that the plan itself does not keep",
      message: (a) => `section ${a.section} demands "${a.words}", but ${lackings[a.lacking].en}`,
      why: "A demand that the plan does not keep itself is asked of nobody.",
      fix: "State dates and owners where the targets stand, or take the demand out.",
    },
    zhHans: {
      title: "自身要求未落实",
      message: (a) => `章节“${a.section}”提出“${a.words}”，而${lackings[a.lacking].zhHans}`,
      why: "方案自己都没有做到的要求，无从要求他人。",
      fix: "在各项目标处写明时限和责任主体，或删去该要求。",
    },
  },
  check({ plan, report }) {
    const [first] = plan.indicators;
    if (first === undefined) return;
    const unkept = demands.filter(({ isUnkept }) => isUnkept(plan));
    if (unkept.length === 0) return;
    const background = backgroundSections(plan);
    const related = [{ span: first.id.span, note: { en: "the indicators", zhHans: "指标自此处列起" } }];
    for (const { lacking, words } of unkept) {
      for (const section of plan.sections) {
        if (section.text === null || background.has(section.id.value)) continue;
        const found = words.exec(section.text.text.slice(0, longestText));
        if (found === null) continue;
        const args = { section: section.id.value, words: found[0], lacking };
        report(partSpan(section.text.span, found[0], found.index), args, { on: section, related });
        break;
      }
    }
  },
});

const longestText = 20_000;

interface Demand {
  readonly lacking: Args["lacking"];
  readonly words: RegExp;
  isUnkept(plan: Plan): boolean;
}

const demands: readonly Demand[] = [
  {
    lacking: "date",
    words:
      /(?:目标|指标)[^。；：\n]{0,30}?(?:有时限|有期限|明确时限|明确完成时限|设定时限)|\b(?:targets?|goals?|indicators?) (?:must|shall|should|have to|are to) [^.;\n]{0,60}?\b(?:time-?bound|deadlines?|due dates?)/iu,
    isUnkept: hasNoOwnDate,
  },
  {
    lacking: "owner",
    words:
      /(?:落实|分解|明确)到(?:具体)?(?:责任人|个人|岗位)|责任到人|\b(?:targets?|goals?|indicators?) (?:must|shall|should|have to|are to) [^.;\n]{0,60}?\b(?:named person|person responsible|responsible person|owner)\b/iu,
    isUnkept: hasNoOwner,
  },
];

/** Kept or gained in every period, in relation to another series, or in a direction: nothing to reach by a day. */
const standing: ReadonlySet<TargetKind> = new Set(["hold", "each", "rate", "versus", "trend"]);

function hasNoOwnDate({ indicators }: Plan): boolean {
  const targets = indicators.flatMap((one) =>
    one.targets.filter(({ kind, every }) => !standing.has(kind) && every === null),
  );
  return (
    targets.length > 0 &&
    targets.every(({ by, over }) =>
      [by, over].every(
        (when) =>
          when === null ||
          when.origin === "assumed" ||
          when.value.state === "undated" ||
          when.value.inherited !== null,
      ),
    )
  );
}

function hasNoOwner({ indicators, actions, milestones, deliverables, risks, mechanisms }: Plan): boolean {
  if (
    ![...indicators, ...actions, ...milestones, ...deliverables, ...risks].every(
      ({ owner }) => owner.length === 0,
    )
  )
    return false;
  // A list of tasks has its owners in its entries.
  return !mechanisms.some(
    ({ parameters }) =>
      parameters.get("owner") !== undefined ||
      lists.some((key) => entriesAt(parameters, key).some((entry) => entry.get("owner") !== undefined)),
  );
}

const lists = ["items", "lists"];
