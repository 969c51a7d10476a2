/**
 * A plan promises what its issuer can give.
 *
 * Looks at: deliverables, milestones and actions whose names say that a national standard, law or policy is issued (国家标准, 全国…标准,
 * national standard) or that the best of the nation are chosen (全国选树), in plans of which neither the issuer, the title nor an
 * actor is of the national level; and those whose names say that a 条例 is issued, in plans whose actors are of counties
 * and below, which pass none.
 * Reports: the name. A note that asks who issues it.
 * Source: DESIGN.md section 4 (what an auditor objects to: a promise outside one's powers).
 */
import type { Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly of: "issue" | "choice" | "law";
};

const bodies = {
  issue: {
    en: "is for national bodies to issue, and the plan names none: who issues it?",
    zhHans: "应由国家有关部门制定，方案没有列出相应主体，由谁制定须明确",
  },
  choice: {
    en: "is for national bodies to hold, and the plan names none: who holds it?",
    zhHans: "应由国家有关部门组织，方案没有列出相应主体，由谁组织须明确",
  },
  law: {
    en: "is for a legislature to pass, and the plan names bodies of counties and below only: who passes it?",
    zhHans: "应由有立法权的人大制定，方案只列有县级及以下主体，由谁制定须明确",
  },
};

export const responsibilityBeyondLevel = defineRule<Args>({
  code: "responsibility/beyond-level",
  severity: "info",
  text: {
    en: {
      title: "Promise beyond the issuer's powers",
      message: (a) => `${a.id}: "${a.words}" ${bodies[a.of].en}`,
      why: "What lies outside the powers of the plan cannot be ordered by it, only applied for.",
      fix: "Say which body issues or holds it, or promise the part that is the plan's own (a draft, an application).",
    },
    zhHans: {
      title: "事项超出制定机关权限",
      message: (a) => `“${a.name}”${a.words === a.name ? "" : `中的“${a.words}”`}${bodies[a.of].zhHans}`,
      why: "超出权限的事项不能由方案自行确定，只能申报或参与。",
      fix: "写明由哪个部门制定或组织，或改为本级可承诺的内容（如申报、参与制定）。",
    },
  },
  check({ plan, report }) {
    if (isNational(plan)) return;
    const isLow = isOfCounties(plan);
    const known = new Set<string>();
    for (const item of [...plan.deliverables, ...plan.milestones, ...plan.actions]) {
      const { name } = item;
      const found = name === null ? null : beyond(name.text, isLow);
      // One promise stands as deliverable, milestone and action at once: told where it is listed first.
      if (name === null || found === null || partOnly.test(name.text) || known.has(found.words)) continue;
      known.add(found.words);
      const args = { id: item.id.value, name: name.text, words: found.words, of: found.of };
      report(partSpan(name.span, found.words), args, { on: item });
    }
  },
});

const ofNation =
  /(?:国家|全国(?:统一|性)?)[\u4e00-\u9fff]{0,8}(?:标准|法规|条例|规范)|\bnational (?:[a-z]+ ){0,2}(?:standards?|laws?|regulations?|code)\b/iu;
const chosen = /全国(?:范围内?)?(?:选树|评选|遴选|表彰|命名)[\u4e00-\u9fff\d]{0,8}/u;
const law = /[\u4e00-\u9fff]{2,20}条例(?!草案|送审|建议)/u;
const low = /^(?:county|district|township|street|town|village|community|县|区|乡|镇|街道|村|社区)/iu;
const high = /^(?:national|central|state|province|provincial|city|municipal|国家|中央|省|市|自治)/iu;
const lawmakers = /人大|人民代表大会|省|自治/u;

function beyond(name: string, isLow: boolean): Pick<Args, "words" | "of"> | null {
  const nation = ofNation.exec(name)?.[0];
  if (nation !== undefined) return { words: nation, of: "issue" };
  const choice = chosen.exec(name)?.[0];
  if (choice !== undefined) return { words: choice, of: "choice" };
  const passed = isLow ? law.exec(name)?.[0].replace(/^(?:制定|出台|印发|颁布|修订|完善)/u, "") : undefined;
  return passed === undefined ? null : { words: passed, of: "law" };
}

/** All levels that the plan names are of counties and below, and nobody in it could pass a law. */
function isOfCounties({ actors, issuer }: Plan): boolean {
  const levels = actors.flatMap(({ level }) => level?.value ?? []);
  const names = [issuer?.name?.value ?? "", ...actors.map(({ name }) => name?.text ?? "")];
  return (
    levels.some((level) => low.test(level)) &&
    !levels.some((level) => high.test(level)) &&
    !names.some((name) => lawmakers.test(name)) &&
    !/市(?![^，]*[县区])/u.test(issuer?.name?.value ?? "")
  );
}

/** What a lower level may well do with it. */
const partOnly =
  /参与|申报|争取|推动|建议|对标|贯彻|落实|执行|实施|达到|符合|学习|宣传|\b(?:apply|adopt|meet|follow|implement|contribute|propose|comply|align)\w*\b/iu;
const levels = /^(?:national|central|state|ministry|国家|中央|部级|国家级)$/iu;
const nationalNames =
  /国务院|国家[^级标]|中共中央|^全国|部$|\b(?:ministry|national|federal|government of)\b/iu;

function isNational({ actors, issuer, title }: Plan): boolean {
  const isNamed = (name: string | undefined): boolean => name !== undefined && nationalNames.test(name);
  return (
    isNamed(title?.value) ||
    isNamed(issuer?.name?.value) ||
    actors.some(({ level, name }) => levels.test(level?.value ?? "") || isNamed(name?.text))
  );
}
