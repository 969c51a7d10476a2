/**
 * An announced count that the plan cannot show is told, never passed over.
 *
 * Looks at: counts that a section announces of things that are no items of the format (`items`, `principles` …), and those
 * that a mechanism announces of things that its items do not show, as categories of items that name none. A count that a figure or
 * the make-up of a mechanism in the same section states as well is held against that, and agrees.
 * Reports: the thing counted; one that is nearly the name of a thing that can be counted is misspelt: error.
 * Source: DESIGN.md section 4 (never a vacuous pass).
 */
import { nearest } from "../../diagnostics/suggest.ts";
import { entriesAt, labelOf, quantitiesAt, wordsAt } from "../../plan/parameters.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { own } from "../../text/own.ts";
import { announcedCounts } from "../announced-counts.ts";
import { countableKinds } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { standsIn } from "../texts/called-by-kind.ts";
import { counted, kindsInChinese } from "../words.ts";

type Args = {
  /** The section, or the mechanism. */
  readonly at: string;
  readonly isSection: boolean;
  readonly of: string;
  readonly announced: number;
  /** The thing that was probably meant. */
  readonly meant: string | null;
};

export const countNotCountable = defineRule<Args>({
  code: "count/not-countable",
  severity: "info",
  text: {
    en: {
      title: "Announced count not checked",
      message: (a) =>
        a.meant !== null
          ? `section ${a.at} announces "${a.of}"; "${a.meant}" may be meant`
          : `${a.isSection ? "section " : ""}${a.at} announces ${counted(a.announced, a.of)}, not listed as ${a.isSection ? (a.announced === 1 ? "an item" : "items") : "such"} and not counted`,
      why: "A count of things that the plan does not list cannot be held against anything.",
      fix: "Nothing to do, unless they can be written as items of the plan, or as the `category` of the items of a list.",
    },
    zhHans: {
      title: "文中所述数量未核对",
      message: (a) =>
        a.meant !== null
          ? `章节“${a.at}”提出的“${a.of}”无法识别，是否应为“${a.meant}”`
          : `${a.isSection ? `章节“${a.at}”` : `工作机制“${a.at}”`}提出${thingInChinese(a.of)}共 ${a.announced} 项，${a.isSection ? "方案未逐项列出" : "所列事项未作相应标注"}，未予核对`,
      why: "方案没有逐项列出的内容，数量无从核对。",
      fix: "无需处理；如能逐项列入方案，可改为列项，清单事项的类别用 `category` 注明。",
    },
  },
  together: {
    message: (many) => {
      const some = many.slice(0, 3);
      const cut = many.length > some.length;
      const inEnglish = some.map(
        (a) => `${counted(a.announced, a.of)} in ${a.isSection ? "section " : ""}${a.at}`,
      );
      const inChinese = some.map(
        (a) => `${a.isSection ? "章节" : ""}“${a.at}”的${thingInChinese(a.of)} ${a.announced} 项`,
      );
      return {
        en: `${many.length} announced counts are of things not listed as items, and not checked: ${inEnglish.join(", ")}${cut ? " …" : ""}`,
        zhHans: `${many.length} 处所述数量，方案未逐项列出，未予核对：${inChinese.join("、")}${cut ? "等" : ""}`,
      };
    },
  },
  check({ plan, report }) {
    for (const section of plan.sections) {
      for (const { of, count } of section.announces) {
        if (countableKinds.has(of.value)) continue;
        const meant = Object.hasOwn(thingsInChinese, of.value) ? null : nearest(of.value, countables);
        const at = section.id.value;
        if (meant === null && isStatedAgain(plan, at, of.value, count.value)) continue;
        const args = { at, isSection: true, of: of.value, announced: count.value, meant };
        report(of.span, args, {
          on: section,
          suggestion: meant,
          severity: meant === null ? "info" : "error",
        });
      }
    }
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin === "cited") continue;
      for (const { of, count, listed, open } of announcedCounts(mechanism)) {
        if (of === null || listed !== null || open) continue;
        const at = mechanism.id.value;
        const args = { at, isSection: false, of: of.value, announced: count.value, meant: null };
        report(of.span, args, { on: mechanism, inChinese: { at: nameOf(mechanism) } });
      }
    }
  },
});

/** A mechanism of the section states the number of the same things: 核心功能 4项, 平台 1个. */
function isStatedAgain(plan: Plan, section: string, of: string, count: number): boolean {
  const words = [own(thingsInChinese, of) ?? of, of.replace(/s$/, "")]
    .map((word) => word.toLowerCase())
    .filter((word) => word !== "");
  const isNamed = (name: string): boolean => words.some((word) => name.toLowerCase().includes(word));
  const isCount = ({ value, upper }: Quantity): boolean => upper === null && value.eq(count);
  return plan.mechanisms.some((mechanism) => {
    if (mechanism.origin === "cited" || !standsIn(mechanism, section)) return false;
    const figures = mechanism.figures.some(
      (one) => isNamed(nameOf(one)) && one.values.some(({ is }) => isCount(is.value)),
    );
    return (
      figures ||
      entriesAt(mechanism.parameters, "composition").some((entry) => {
        const role = wordsAt(entry, "role")[0]?.value ?? labelOf(entry) ?? "";
        return isNamed(role) && quantitiesAt(entry, "count").some(({ is }) => isCount(is.value));
      })
    );
  });
}

const countables = [...countableKinds.keys()];

/** Things that plans like to count and that are no items of the format. */
const thingsInChinese: Readonly<Record<string, string>> = {
  items: "事项",
  principles: "原则",
  functions: "功能",
  platforms: "平台",
  systems: "系统",
  standards: "标准",
  categories: "类别",
  improvements: "提升目标",
  lists: "清单",
  modes: "模式",
  measures: "措施",
};

function thingInChinese(of: string): string {
  const kind = countableKinds.get(of);
  return own(thingsInChinese, of) ?? (kind === undefined ? `“${of}”` : kindsInChinese(kind));
}
