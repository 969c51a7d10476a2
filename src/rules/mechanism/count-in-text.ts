/**
 * A count in the words of a text equals what the mechanisms list.
 *
 * Looks at: section texts: counts of bodies and lists (设立五个工作组, 三张清单, three boards), held against the mechanisms of that kind and name in
 * the section or below it; counts of what one mechanism lists (levels of an alarm, bands of a scorecard, steps of a workflow,
 * modules of a training, waves of a pilot, members of a body), where the sentence names it or it is the only one; and counts
 * of places (8个街道, five districts), held against the entities of that level. Without 等, each, 每 or `such as`.
 * Reports: the words; related: what is listed. An error where all are listed in this section or by the mechanism; a
 * note where only one or a part stands here, and for places, of which the plan may leave out some.
 * Source: DESIGN.md section 4 (an announced count that differs from what is listed).
 */
import { chineseInteger, numeralClass } from "../../plan/chinese-number.ts";
import { entriesAt, wordsAt } from "../../plan/parameters.ts";
import type { Item, Mechanism, Plan, Section } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { announcedCounts } from "../announced-counts.ts";
import { callingsOf, placesCalled } from "../callings.ts";
import { makeIsWithin, sectionsOfItems } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan, type Sentence, sentencesOf } from "../plan-words.ts";

type Args = {
  readonly section: string;
  readonly words: string;
  readonly listed: number;
  /** The mechanism that lists them; null where mechanisms or places are counted. */
  readonly id: string | null;
  readonly name: string | null;
  readonly places: boolean;
};

export const mechanismCountInText = defineRule<Args>({
  code: "mechanism/count-in-text",
  severity: "error",
  text: {
    en: {
      title: "Count in the text differs from the mechanisms",
      message: (a) =>
        `"${a.words}" in the text of section ${a.section}, but ${a.id === null ? "the plan" : a.id} lists ${a.listed}${a.places ? ": are the others outside the plan?" : ""}`,
      why: "A reader who counts finds one missing or one too many, and cannot tell which.",
      fix: "Correct the count, or what is listed; write 等 or `such as` where the list is open.",
    },
    zhHans: {
      title: "正文所述数量与工作机制不符",
      message: (a) =>
        `章节“${a.section}”正文写作“${a.words}”，而${a.name === null ? "方案" : `“${a.name}”`}所列为 ${a.listed} 项${a.places ? "，其余是否不在实施范围须明确" : ""}`,
      why: "数量与所列内容对不上，无法判断是漏列还是多列。",
      fix: "更正数量或补列缺项；未列全的写明“等”。",
    },
  },
  check({ plan, report }) {
    const texts = plan.sections.filter(({ text }) => text !== null && anyThing.test(text.text));
    if (texts.length === 0) return;
    const cited = sectionsOfItems(plan);
    const isWithin = makeIsWithin(plan);
    for (const section of texts) {
      const isHere = (item: Item): boolean =>
        [...(cited.get(item) ?? [])].some((own) => isWithin(own, section.id.value));
      for (const sentence of sentencesOf(section.text?.text ?? "")) {
        for (const count of countsIn(sentence.text)) {
          const held = heldAgainst(count, sentence, plan, isHere);
          if (held === null || held.places.length === 0 || held.places.length === count.said) continue;
          const related = held.places
            .slice(0, 20)
            .map((span) => ({ span, note: { en: "counted", zhHans: "计入" } }));
          const args = {
            section: section.id.value,
            words: count.words,
            listed: held.places.length,
            id: held.by?.id.value ?? null,
            name: held.by === null ? null : nameOf(held.by),
            places: count.thing === "places",
          };
          const span = partSpan(section.text?.span ?? section.span, count.words, sentence.at + count.at);
          report(span, args, { on: section satisfies Section, related, severity: held.severity });
        }
      }
    }
  },
});

type Thing =
  | "body"
  | "list"
  | "levels"
  | "bands"
  | "states"
  | "modules"
  | "stages"
  | "members"
  | "places"
  | "items"
  | "parts"
  | "grades";

interface Count {
  readonly thing: Thing;
  readonly said: number;
  /** The thing in the words of the text: 工作组, boards. */
  readonly noun: string;
  readonly words: string;
  readonly at: number;
}

const zh = `([${numeralClass}]{1,3}|\\d{1,3})`;
const en = "(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3})";
const closed = "(?!等|以上|左右)";
const patterns: readonly (readonly [Thing, RegExp])[] = [
  ["body", new RegExp(`${zh}个(?:专项|专门)?(工作组|工作专班|专班|委员会|领导小组|小组)${closed}`, "gu")],
  ["list", new RegExp(`${zh}[张份个本类](?:工作)?(清单)${closed}`, "gu")],
  ["levels", new RegExp(`(?:分为?|设|实行)?${zh}(级|色)(?:预警|发布|响应|处置)${closed}`, "gu")],
  ["bands", new RegExp(`${zh}个?(等次|等级|档次)${closed}`, "gu")],
  ["states", new RegExp(`${zh}个(环节|步骤)${closed}`, "gu")],
  ["modules", new RegExp(`${zh}个(?:课程|培训)?(模块)${closed}`, "gu")],
  ["stages", new RegExp(`分${zh}(批|步)(?:推[开进]|实施|铺开)`, "gu")],
  ["members", new RegExp(`${zh}[个家](成员单位)${closed}`, "gu")],
  [
    "places",
    new RegExp(`(?:共有?|辖|全[区市县]有?)${zh}个(街道|社区|乡镇|镇|村|区县|县)${closed}(?!以上)`, "gu"),
  ],
  [
    "items",
    new RegExp(
      `(?:共有?|共计|共列|列明|列出|列示|明确|包括|包含|涵盖)(?:[^，。；\\d]{1,30}、[^，。；、\\d]{1,10}?)?${zh}[项条个](?:具体|工作|主要)?(任务|职责|事项|内容|责任)?(?=[，。；、）]|$)`,
      "gu",
    ),
  ],
  ["parts", new RegExp(`(?:由|分为?|设|包括|含)${zh}个?(?:大)?(部分|板块)(?=构成|组成|[，。；]|$)`, "gu")],
  ["grades", new RegExp(`(?:分为?|设)${zh}(级)(?=[，。；、（]|$)`, "gu")],
  ["body", new RegExp(`\\b${en} (boards|committees|working groups|task forces|councils|teams)\\b`, "giu")],
  ["list", new RegExp(`\\b${en} (lists|checklists)\\b`, "giu")],
  ["levels", new RegExp(`\\b${en} (alarm levels|levels of alarm|alert levels)\\b`, "giu")],
  ["bands", new RegExp(`\\b${en} (bands|grades)\\b`, "giu")],
  ["states", new RegExp(`\\b${en} (steps|states)\\b`, "giu")],
  ["modules", new RegExp(`\\b${en} (modules)\\b`, "giu")],
  ["stages", new RegExp(`\\b${en} (waves|batches|rounds)\\b`, "giu")],
  ["members", new RegExp(`\\b${en} (members)\\b`, "giu")],
  [
    "items",
    new RegExp(
      `\\b(?:has|names|lists|holds|contains|covers|comprises|the|all) ${en} (items|duties|entries|tasks|points)\\b`,
      "giu",
    ),
  ],
  ["parts", new RegExp(`\\b(?:has|comprises|consists of|made up of) ${en} (components|parts)\\b`, "giu")],
  ["places", new RegExp(`\\b(?:has|have|all|its|the) ${en} ([a-z]{4,20}s)\\b`, "giu")],
];
const chinesePatterns = patterns.findIndex(([, { source }]) => source.startsWith("\\b"));
/** A number with a word of counting, or an English number before a plural: few sentences have one. */
const anyThing =
  /[二两三四五六七八九十\d](?:[个张份本类家级色批步项条]|部分|板块)|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) [a-z ]{3,20}s\b/iu;
const partial =
  /每|各(?:街道|区|县|部门|单位|社区|级)|其中|(?<![当目])前|首批|至少|不少于|\b(?:each|every|per|of the|first|last|other|at least)\b/iu;
const openBehind = /^ (?:each|per|such as|including|a year|of the)\b/i;
const setUpInText: ReadonlySet<Thing> = new Set(["body", "list"]);
const setUp = /(?:设立?|成立|组建|制定|建立|编制|公布|形成|下设|分设)[^，。；]{0,16}$/u;
const numbers = new Map(
  ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, i) => [word, i + 2],
  ),
);

function countsIn(text: string): readonly Count[] {
  if (!anyThing.test(text)) return [];
  const isChinese = /[\u4e00-\u9fff]/.test(text);
  return patterns.flatMap(([thing, pattern], i) =>
    isChinese !== i < chinesePatterns
      ? []
      : [...text.matchAll(pattern)].flatMap((match): Count[] => {
          const [words, figure = "", noun = ""] = match;
          const said = /^\d+$/.test(figure)
            ? Number(figure)
            : (numbers.get(figure.toLowerCase()) ?? chineseInteger(figure));
          const before = text.slice(Math.max(0, match.index - 12), match.index);
          const behind = text.slice(match.index + words.length);
          if (said === null || said < 2 || partial.test(before)) return [];
          // `The twelve items of the list` are all of them.
          if (openBehind.test(behind) && !/^(?:the|all) /iu.test(words)) return [];
          // What is counted on the way (三张清单覆盖率) is set up elsewhere.
          if (
            setUpInText.has(thing) &&
            /[\u4e00-\u9fff]/.test(noun) &&
            !setUp.test(text.slice(Math.max(0, match.index - 24), match.index))
          )
            return [];
          return [{ thing, said, noun: noun.toLowerCase(), words, at: match.index }];
        }),
  );
}

interface Held {
  readonly places: readonly Span[];
  readonly by: Mechanism | null;
  readonly severity: "error" | "warning" | "info";
}

/** Which type lists a thing, and under which key. */
const listedBy: Readonly<Partial<Record<Thing, readonly Listed[]>>> = {
  levels: [["alarm", "levels"]],
  bands: [
    ["scorecard", "bands"],
    ["workflow", "levels"],
    ["alarm", "levels"],
  ],
  states: [["workflow", "states"]],
  modules: [["training", "modules"]],
  stages: [["pilot", "stages"]],
  members: [["body", "members"]],
  items: [["list", "items"]],
  parts: [["scorecard", "components"]],
  grades: [
    ["alarm", "levels"],
    ["workflow", "levels"],
  ],
};
type Listed = readonly [type: string, key: string];
/** Their words are said of many things: only the mechanism that the sentence calls is meant. */
const onlyNamed: ReadonlySet<Thing> = new Set(["items", "parts", "grades"]);

function heldAgainst(
  { thing, noun, said }: Count,
  { text }: Sentence,
  plan: Plan,
  isHere: (item: Item) => boolean,
): Held | null {
  const own = plan.mechanisms.filter(({ origin }) => origin === "plan");
  if (thing === "places") return placesOf(noun, plan);
  const listed = listedBy[thing];
  if (listed === undefined) {
    return ofKind(
      own.filter((one) => one.type.value === thing),
      noun,
      said,
      isHere,
    );
  }
  const alike = own.filter((one) => one.type.value === listed[0]?.[0]);
  const fitting = own.filter(({ type }) => listed.some(([kind]) => kind === type.value));
  const named = [...new Set(placesCalled(text, callingsOf(fitting)).map(({ item }) => item))];
  const only = named.length > 0 || onlyNamed.has(thing) ? named : alike.filter(isHere);
  const [by] = only;
  if (by === undefined || only.length > 1) return null;
  const [, key = ""] = listed.find(([kind]) => kind === by.type.value) ?? [];
  const entries = entriesAt(by.parameters, key).map(({ span }) => span);
  const places = entries.length > 0 ? entries : wordsAt(by.parameters, key).map(({ span }) => span);
  // An open list may be longer than what it shows; one that only announces a count shows none.
  if (thing === "items" && (by.open || announces(by, said))) return null;
  // The leader may be counted among the members, or beside them.
  if (thing === "members" && places.length + 1 === said) return null;
  return { places, by, severity: named.length > 0 || alike.length === 1 ? "error" : "warning" };
}

function announces(mechanism: Mechanism, said: number): boolean {
  return announcedCounts(mechanism).some(({ count }) => count.value === said);
}

/** Bodies whose name holds the noun, or lists: each of the lists that a mechanism holds counts. */
function ofKind(
  alike: readonly Mechanism[],
  noun: string,
  said: number,
  isHere: (item: Item) => boolean,
): Held | null {
  const singular = noun.replace(/s$/, "");
  const fitting = alike.filter(
    (one) => one.type.value === "list" || nameOf(one).toLowerCase().includes(singular),
  );
  const here = fitting.filter(isHere);
  // A body may announce as its own what the text counts.
  if (noun !== "清单" && here.some((one) => announces(one, said))) return null;
  const places = here.flatMap(listsOf);
  const isAll = here.length === fitting.length;
  // It may count what other sections set up.
  if (!isAll && fitting.flatMap(listsOf).length === said) return null;
  return { places, by: null, severity: isAll && places.length > 1 ? "error" : "info" };
}

function listsOf({ id, parameters }: Mechanism): readonly Span[] {
  const parts = entriesAt(parameters, "lists").map(({ span }) => span);
  return parts.length > 0 ? parts : [id.span];
}

function placesOf(noun: string, { entities }: Plan): Held {
  const singular = noun.replace(/s$/, "");
  const places = entities
    .filter(
      ({ level, name }) => level?.value.toLowerCase() === singular || name?.text.endsWith(noun) === true,
    )
    .map(({ id }) => id.span);
  return { places, by: null, severity: "info" };
}
