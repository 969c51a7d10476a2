/**
 * A plan promises what its issuer can give.
 *
 * Looks at: deliverables, milestones and actions whose names say that a national standard, law or policy is issued (国家标准, 全国…标准,
 * national standard), in plans of which neither the issuer, the title nor an actor is of the national level.
 * Reports: the name. A note that asks who issues it.
 * Source: DESIGN.md section 4 (what an auditor objects to: a promise outside one's powers).
 */
import type { Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";

type Args = { readonly id: string; readonly name: string; readonly words: string };

export const responsibilityBeyondLevel = defineRule<Args>({
  code: "responsibility/beyond-level",
  severity: "info",
  text: {
    en: {
      title: "Promise beyond the issuer's powers",
      message: (a) =>
        `${a.id}: "${a.words}" is for national bodies to issue, and the plan names none: who issues it?`,
      why: "What lies outside the powers of the plan cannot be ordered by it, only applied for.",
      fix: "Say which national body issues it, or promise the part that is the plan's own (a draft, an application).",
    },
    zhHans: {
      title: "事项超出制定机关权限",
      message: (a) => `“${a.name}”中的“${a.words}”应由国家有关部门制定，方案没有列出相应主体，由谁制定须明确`,
      why: "超出权限的事项不能由方案自行确定，只能申报或参与。",
      fix: "写明由哪个国家部门制定，或改为本级可承诺的内容（如申报、参与制定）。",
    },
  },
  check({ plan, report }) {
    if (isNational(plan)) return;
    const known = new Set<string>();
    for (const item of [...plan.deliverables, ...plan.milestones, ...plan.actions]) {
      const words = item.name === null ? null : ofNation.exec(item.name.text)?.[0];
      // One promise stands as deliverable, milestone and action at once: told where it is listed first.
      if (item.name === null || words == null || partOnly.test(item.name.text) || known.has(words)) continue;
      known.add(words);
      const args = { id: item.id.value, name: item.name.text, words };
      report(partSpan(item.name.span, words), args, { on: item });
    }
  },
});

const ofNation =
  /(?:国家|全国(?:统一|性)?)[\u4e00-\u9fff]{0,8}(?:标准|法规|条例|规范)|\bnational (?:[a-z]+ ){0,2}(?:standards?|laws?|regulations?|code)\b/iu;
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
