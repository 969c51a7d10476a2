/**
 * Two documents of all but one name may be one.
 *
 * Looks at: names of deliverables: one name holds the whole other in its order (管理办法 in 人员管理办法), with at most three Chinese
 * characters or one word more, and both end alike. Equal names are `statement/same-work`.
 * Reports: the later name; related: the earlier. A note: only a reader can tell.
 * Source: DESIGN.md section 4 (near-identical names; what only may be a conflict).
 */
import type { Deliverable } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection } from "../section-words.ts";
import { plainName } from "./near-names.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
};

export const statementNearDocuments = defineRule<Args>({
  code: "statement/near-documents",
  severity: "info",
  text: {
    en: {
      title: "Two names, perhaps one document",
      message: (a) => `${a.id}: "${a.name}" and "${a.otherName}" (${a.other}) may be one document`,
      why: "One document under two names is drafted twice, or each side leaves it to the other.",
      fix: "Keep one of them if they are one; otherwise name them so that the difference shows.",
    },
    zhHans: {
      title: "成果名称近似",
      message: (a) => `成果“${a.name}”与“${a.otherName}”名称近似，是否为同一文件未写明`,
      why: "同一文件用两个名称，不是重复起草，就是互相等待。",
      fix: "确为同一文件的只保留一项；不是的，名称应体现区别。",
    },
  },
  check({ plan, report }) {
    const byEnd = new Map<string, Deliverable[]>();
    for (const deliverable of plan.deliverables) {
      if (deliverable.name === null) continue;
      const parts = partsOf(nameOf(deliverable));
      const end = parts.slice(-2).join(" ");
      const known = byEnd.get(end) ?? [];
      byEnd.set(end, known.length < mostAlike ? [...known, deliverable] : known);
      const other = known.find((one) => isOneInOther(parts, partsOf(nameOf(one))));
      if (other === undefined) continue;
      const args = {
        id: deliverable.id.value,
        name: nameOf(deliverable),
        other: other.id.value,
        otherName: nameOf(other),
      };
      const note = { en: "the other name", zhHans: "另一名称" };
      const related = [placeWithSection(other.name?.span ?? other.id.span, note, other.section)];
      report(deliverable.name.span, args, { on: deliverable, related });
    }
  },
});

/** Names of one ending that later ones are held against. */
const mostAlike = 30;

/** Characters of a Chinese name, words of another. */
function partsOf(name: string): readonly string[] {
  const plain = plainName(name).slice(0, 100);
  return chinese.test(plain) ? [...plain.replace(/[\s《》“”]/g, "")] : plain.split(" ");
}

function isOneInOther(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isChinese = short.every((part) => part.length === 1);
  const more = long.length - short.length;
  if (more === 0 || more > (isChinese ? 3 : 1) || short.length < (isChinese ? 5 : 3)) return false;
  let at = 0;
  for (const part of long) if (part === short[at]) at++;
  return at === short.length;
}
