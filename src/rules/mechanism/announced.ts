/**
 * What a mechanism announces must be what it lists.
 *
 * Looks at: the announced counts of a mechanism: a bare count against the list that its
 * type is made of (items, components, states, stages …, see `src/mechanisms/mechanism-types.ts`), a named one against the list
 * of that key or the partial list of that id (a bare count also against the sum of what partial lists announce or hold), `categories` against the categories of the items; and the counts of partial
 * lists and of a component's items. Nothing is asked where nothing is listed; what cannot be counted is told by
 * `count/not-countable`.
 * Reports: the count. A list that says itself that it is open (`open: true`, 等) and names fewer is a note that asks for the rest.
 * Source: FORMAT.md section 7 (`announced`), DESIGN.md section 4 (announced counts).
 */
import { own } from "../../text/own.ts";
import { announcedCounts } from "../announced-counts.ts";
import { defineRule } from "../define-rule.ts";
import { entryName } from "../entry-names.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly of: string | null;
  readonly announced: number;
  readonly listed: number;
  /** `58 + 78 = 136` where partial lists are added up, else the number that is listed. */
  readonly shown: string;
  readonly open: boolean;
};

/** Keys of the format that a count may name; what else it names is a word or an id of the plan. */
const listWords: Readonly<Record<string, string>> = {
  categories: "类别",
  components: "考核内容",
  items: "事项",
  kinds: "种类",
  levels: "等级",
  lists: "清单",
  members: "成员",
  modules: "培训模块",
  stages: "步骤",
  states: "办理环节",
};

export const mechanismAnnounced = defineRule<Args>({
  code: "mechanism/announced",
  severity: "error",
  text: {
    en: {
      title: "Mechanism lists more or less than it announces",
      message: (a) =>
        `${a.id}${a.of === null ? "" : ` (${a.of})`} announces ${a.announced}, but ${a.open ? `names only ${a.listed}: which are the others?` : `lists ${a.shown}`}`,
      why: "A reader who counts finds one missing or one too many, and cannot tell which.",
      fix: "Correct the count, add what is missing, or mark the list with `open: true` where the document says 等.",
      help: (a) => (a.open ? "List the others, or correct the count." : null),
    },
    zhHans: {
      title: "工作机制所列数量与所述数量不符",
      message: (a) =>
        `工作机制“${a.name}”${a.of === null ? "" : `的“${a.of}”`}提出 ${a.announced} 项，${a.open ? `只列明 ${a.listed} 项，其余 ${a.announced - a.listed} 项未写明` : `实际列出 ${a.shown} 项`}`,
      why: "数量与所列内容对不上，无法判断是漏列还是多列。",
      fix: "更正数量，补列缺项；原文以“等”字结尾的注明 `open: true`。",
      help: (a) => (a.open ? "补列其余各项，或更正数量。" : null),
    },
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin === "cited") continue;
      for (const { of, count, listed, parts = [], open } of announcedCounts(mechanism)) {
        if (listed === null || listed === 0 || listed === count.value) continue;
        const isFewer = open && listed < count.value;
        const args = {
          id: mechanism.id.value,
          name: nameOf(mechanism),
          of: of?.value ?? null,
          announced: count.value,
          listed,
          shown: parts.length > 1 ? `${parts.join(" + ")} = ${listed}` : `${listed}`,
          open: isFewer,
        };
        const inChinese =
          of === null ? null : { of: own(listWords, of.value) ?? entryName(mechanism, of.value) };
        report(count.span, args, { on: mechanism, severity: isFewer ? "info" : "error", inChinese });
      }
    }
  },
});
