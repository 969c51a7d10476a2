/**
 * Two documents of all but one name may be one.
 *
 * Looks at: names of deliverables, and of lists and matchings that are called like a document or a register (手册, 清单, 库): one name
 * holds the whole other in its order (管理办法 in 人员管理办法), with at most three Chinese characters or one word more, and both
 * end alike; or the one is the end of the other and names such a document (规范手册 beside 行为规范手册). A mechanism that names
 * the deliverable says itself how they hang together. Equal names are `statement/same-work`.
 * Reports: the later name; related: the earlier. A note: only a reader can tell.
 * Source: DESIGN.md section 4 (near-identical names; what only may be a conflict).
 */
import type { Deliverable, Mechanism, Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { plainName } from "../near-names.ts";
import { placeWithSection } from "../section-words.ts";

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
      message: (a) => `${a.id}: "${a.name}" and "${a.otherName}" (${a.other}) may be one`,
      why: "One document under two names is drafted twice, or each side leaves it to the other.",
      fix: "Keep one of them if they are one; otherwise name them so that the difference shows.",
    },
    zhHans: {
      title: "成果名称近似",
      message: (a) => `“${a.name}”与“${a.otherName}”名称近似，是否为同一文件或名录未写明`,
      why: "同一文件用两个名称，不是重复起草，就是互相等待。",
      fix: "确为同一文件的只保留一项；不是的，名称应体现区别。",
    },
  },
  check({ plan, report }) {
    const byEnd = new Map<string, Document[]>();
    for (const document of documentsOf(plan)) {
      if (document.name === null) continue;
      const parts = partsOf(nameOf(document));
      const end = parts.at(-1) === register ? register : parts.slice(-2).join(" ");
      const known = byEnd.get(end) ?? [];
      byEnd.set(end, known.length < mostAlike ? [...known, document] : known);
      const other = known.find(
        (one) => areNear(parts, partsOf(nameOf(one))) && !isNamedBy(document, one, plan),
      );
      if (other === undefined) continue;
      const args = {
        id: document.id.value,
        name: nameOf(document),
        other: other.id.value,
        otherName: nameOf(other),
      };
      const note = { en: "the other name", zhHans: "另一名称" };
      const related = [placeWithSection(other.name?.span ?? other.id.span, note, other.section)];
      report(document.name.span, args, { on: document, related });
    }
  },
});

type Document = Deliverable | Mechanism;

const register = "库";
const documentNames =
  /(?:手册|清单|台账|名册|目录|档案|指南|细则|办法|标准|规范|库)$|\b(?:handbook|list|register|catalogue|directory|guide|database|pool)$/i;

function documentsOf({ deliverables, mechanisms }: Plan): readonly Document[] {
  const listed = mechanisms.filter(
    ({ type, origin, name }) =>
      (type.value === "list" || type.value === "matching") &&
      origin === "plan" &&
      documentNames.test(name?.text.trim() ?? ""),
  );
  return [...deliverables, ...listed];
}

/** The one says by the other's id what it has to do with it. */
function isNamedBy(a: Document, b: Document, { references }: Plan): boolean {
  const [one, other] = [a.id.value, b.id.value];
  return references.some(({ from, name }) => {
    const by = from?.id.value;
    return (by === one && name.value === other) || (by === other && name.value === one);
  });
}

function areNear(a: readonly string[], b: readonly string[]): boolean {
  return isOneInOther(a, b) || isEndOfOther(a, b);
}

/** Names that say what a document holds, even as the end of a longer name. */
const tellingEnds = /(?:手册|清单|台账|名册|目录|指南|库)$/;
const shortestEnd = 4;

function isEndOfOther(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = (a.length < b.length ? [a, b] : [b, a]).map((parts) => parts.join(""));
  if (short === undefined || long === undefined || short.length === long.length) return false;
  return short.length >= shortestEnd && tellingEnds.test(short) && long.endsWith(short);
}

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
