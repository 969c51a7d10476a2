/**
 * Counts of what mechanisms list, in the words of a text: bodies and lists, levels, bands, steps, modules, members, items, places.
 * Shared by a rule; not a rule.
 */
import { numeralClass } from "../../plan/chinese-number.ts";
import { wholeNumber } from "../../plan/whole-number.ts";

/** What is counted: the word of a text stands for one of these. */
export type Thing =
  | "body"
  | "list"
  | "levels"
  | "bands"
  | "states"
  | "modules"
  | "stages"
  | "members"
  | "owners"
  | "places"
  | "items"
  | "parts"
  | "grades";

/** A count of a sentence with the words that tell it. */
export interface MechanismCount {
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
    "members",
    new RegExp(`(?<=由[^，。；]{0,20})${zh}[个家](部门|单位|科室|处室|机构|委办局)(?:共同)?(?=组成)`, "gu"),
  ],
  // 成员单位包括甲局、乙局等6个部门: 等 ends the names, and the count is of all.
  [
    "members",
    new RegExp(
      `(?<=(?:组成|成员(?:单位)?|涉及|吸纳|由|包括)[^，。；\\d]{2,60}等)${zh}[个家](成员单位|部门|单位)(?=[，。；（]|组成|$)`,
      "gu",
    ),
  ],
  [
    "owners",
    new RegExp(
      `(?<=清单[^，。；\\d]{0,8}(?:涉及|涵盖|覆盖|落实到|分解到|明确到?)(?:[^，。；\\d]{2,40}等)?)${zh}[个家](?:责任|牵头)?(部门|单位)(?=[，。；、（]|$)`,
      "gu",
    ),
  ],
  [
    "owners",
    new RegExp(
      `(?<=清单[^，。；\\d]{0,10}(?:牵头|责任)(?:部门|单位)(?:共有?|为)?)${zh}([个家])(?=[，。；、）]|$)`,
      "gu",
    ),
  ],
  ["members", new RegExp(`(?<=成员单位)(?:共有?|共计|合计|为|有)?${zh}([个家])(?=[，。；、）]|$)`, "gu")],
  [
    "places",
    new RegExp(`(?:共有?|辖|全[区市县]有?)${zh}个(街道|社区|乡镇|镇|村|区县|县)${closed}(?!以上)`, "gu"),
  ],
  [
    "items",
    new RegExp(
      `(?:共有?|共计|共列|列明|列出|列示|明确|包括|包含|含|涵盖)(?:[^，。；\\d]{1,30}、[^，。；、\\d]{1,10}?)?${zh}[项条个](?:具体|工作|主要)?(任务|职责|事项|内容|责任)?(?=[，。；、）]|$)`,
      "gu",
    ),
  ],
  ["parts", new RegExp(`(?:由|分为?|设|包括|含)${zh}个?(?:大)?(部分|板块)(?=构成|组成|[，。；]|$)`, "gu")],
  ["grades", new RegExp(`(?:分为?|设)${zh}(级)(?=[，。；、（]|$)`, "gu")],
  [
    "body",
    new RegExp(
      `\\b${en} (boards|committees|working groups|task forces|councils|teams|panels|bodies)\\b`,
      "giu",
    ),
  ],
  ["list", new RegExp(`\\b${en} (lists|checklists)\\b`, "giu")],
  ["levels", new RegExp(`\\b${en} (alarm levels|levels of alarm|alert levels)\\b`, "giu")],
  ["bands", new RegExp(`\\b${en} (bands|grades)\\b`, "giu")],
  ["states", new RegExp(`\\b${en} (steps|states)\\b`, "giu")],
  ["modules", new RegExp(`\\b${en} (modules)\\b`, "giu")],
  ["stages", new RegExp(`\\b${en} (waves|batches|rounds)\\b`, "giu")],
  ["members", new RegExp(`\\b${en} (members)\\b`, "giu")],
  ["members", new RegExp(`\\b${en}-(?:member|strong|person)(?= [a-z])`, "giu")],
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
export const anyMechanismCount: RegExp =
  /[二两三四五六七八九十\d](?:[个张份本类家级色批步项条种处件门]|部分|板块)|[a-z\d]-(?:member|person|strong)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) [a-z ]{3,20}s\b/iu;
const partial =
  /每|各(?:街道|区|县|部门|单位|社区|级)|其中|(?<![当目])前|首批|至少|不少于|\b(?:each|every|per|of the|first|last|other|at least)\b/iu;
const openBehind = /^ (?:each|per|such as|including|a year|of the)\b/i;
const setUpInText: ReadonlySet<Thing> = new Set(["body", "list"]);
const setUp = /(?:设立?|成立|组建|制定|建立|编制|公布|形成|下设|分设)[^，。；]{0,16}$/u;

/** The counts of a sentence; of parts, of each and of open lists none. */
export function mechanismCountsIn(text: string): readonly MechanismCount[] {
  if (!anyMechanismCount.test(text)) return [];
  const isChinese = /[\u4e00-\u9fff]/.test(text);
  return patterns.flatMap(([thing, pattern], i) =>
    isChinese !== i < chinesePatterns
      ? []
      : [...text.matchAll(pattern)].flatMap((match): MechanismCount[] => {
          const [words, figure = "", noun = ""] = match;
          const said = wholeNumber(figure);
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
