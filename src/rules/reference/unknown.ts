/**
 * A name must be the id of something in the plan.
 *
 * Looks at: every mention of an id but sections, which have a rule of their own, and phases named as a time.
 * Reports: the name; suggests the nearest id. A name that joins several with `、` or `，` is told as such.
 * A name whose item stands in the plan but could not be read is not blamed again.
 * Source: FORMAT.md sections 1 and 5.
 */
import { nearest } from "../../diagnostics/suggest.ts";
import type { Plan, Reference } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { isCitation, isNameOfTime } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = {
  readonly name: string;
  readonly kinds: string;
  readonly nearest: string | null;
  readonly several: string | null;
};

const joiningMarks = /[、，；;]/u;
const insideList = /[[,]\s*["']?$/u;
const idKey = /\bid["']?\s{0,3}:\s{0,3}["']?$/u;

export const referenceUnknown = defineRule<Args>({
  code: "reference/unknown",
  severity: "error",
  text: {
    en: {
      title: "Unknown reference",
      message: (a) =>
        a.several !== null
          ? `"${a.name}" is one name here, and no ${kindsInEnglish(a.kinds)} has it; if several are meant, write ${a.several}`
          : `no ${kindsInEnglish(a.kinds)} has the id "${a.name}"${a.nearest === null ? "" : `; the nearest is "${a.nearest}"`}`,
      why: "What a plan points at has to be in the plan, or nobody can say who answers, what is measured or what must come first.",
      fix: "Correct the id, or add the item that it names.",
    },
    zhHans: {
      title: "引用对象不存在",
      message: (a) =>
        a.several !== null
          ? `“${a.name}”在此被读作一个名称，方案中没有这一${kindsInChinese(a.kinds)}；如指多项，请写作 ${a.several}`
          : `方案中没有编号为“${a.name}”的${kindsInChinese(a.kinds)}${a.nearest === null ? "" : `，最接近的是“${a.nearest}”`}`,
      why: "方案引用的对象必须在方案中列明，否则责任、考核和先后关系无从落实。",
      fix: "更正编号，或补充所引用的对象。",
    },
  },
  check({ plan, index, report }) {
    for (const reference of plan.references) {
      if (isCitation(reference) || isNameOfTime(reference)) continue;
      const name = reference.name.value;
      if (isKnown(reference, index) || standsUnreadable(plan, name)) continue;
      const candidates = reference.kinds.flatMap((kind) => [...index.ids(kind)]);
      const near = nearest(name, candidates);
      const several = splitNames(reference);
      const args = {
        name,
        kinds: reference.kinds.join("|"),
        nearest: several === null ? near : null,
        several,
      };
      report(reference.name.span, args, { on: reference.from, suggestion: several ?? near });
    }
  },
});

function isKnown(reference: Reference, index: PlanIndex): boolean {
  return index.findAny(reference.kinds, reference.name.value) !== undefined;
}

/** The names that one name joins, as the format writes several: a lead and those with it, or a list. */
function splitNames({ name, field }: Reference): string | null {
  const [first, ...others] = name.value.split(joiningMarks).map((part) => part.trim());
  if (first === undefined || others.length === 0) return null;
  const before = name.span.file.text.slice(Math.max(0, name.span.start - 8), name.span.start);
  if (insideList.test(before)) return [first, ...others].join(", ");
  return field === "owner"
    ? `{ lead: ${first}, with: [${others.join(", ")}] }`
    : `[${[first, ...others].join(", ")}]`;
}

/** True when some item was left out of the plan and the source declares this id: the fault is told there. */
function standsUnreadable(plan: Plan, name: string): boolean {
  if (plan.unusable === 0) return false;
  const { text } = plan.file;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (idKey.test(text.slice(Math.max(0, at - 12), at))) return true;
  }
  return false;
}
