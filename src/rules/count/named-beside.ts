/**
 * What a sentence names beside its own count must be as many.
 *
 * Looks at: section texts: a count of parts, steps, groups (三个阶段, 四项机制, three phases) with the names joined by 、 right before it
 * or, behind a colon, to the end of the sentence. 和, 与 and `and` may join two names or stand within one: both readings are
 * tried; 四化 with the names on 化 in its sentence. Before 等 more may be meant than are named. A long name, brackets or a comma end the list.
 * Reports: the count. An error, as the sentence contradicts itself; a warning for names behind a colon, which may hold lists of
 * their own.
 * Source: DESIGN.md section 4 (an announced count that differs from what is listed).
 */
import { englishCount } from "../../plan/english-number.ts";
import type { Section } from "../../plan/plan.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";
import { behindLast } from "../texts/clauses.ts";
import { othersOfOneEnd } from "./one-end.ts";

type Args = {
  readonly section: string;
  readonly words: string;
  readonly named: number;
  readonly names: string;
};

export const countNamedBeside = defineRule<Args>({
  code: "count/named-beside",
  severity: "error",
  text: {
    en: {
      title: "Count and names beside it differ",
      message: (a) =>
        `"${a.words}" in the text of section ${a.section}, but the names beside it (${a.names}) make ${a.named}`,
      why: "A reader who counts finds one missing or one too many, and cannot tell which.",
      fix: "Correct the count or the names; write `such as` where more are meant.",
    },
    zhHans: {
      title: "数量与紧邻所列名称不符",
      message: (a) => `章节“${a.section}”写“${a.words}”，而紧邻列出 ${a.named} 项：“${a.names}”`,
      why: "同一句话中数量与所列名称对不上，无法判断是漏列还是多列。",
      fix: "更正数量或所列名称；未列全的写明“等”。",
    },
  },
  check({ plan, report }) {
    for (const section of plan.sections) {
      if (section.text === null || !anyCount.test(`${section.title?.text ?? ""}${section.text.text}`))
        continue;
      for (const { span, severity, ...args } of faultsIn(section, section.text.text, section.text.span))
        report(span, args, { on: section, severity });
      const title = section.title?.text ?? "";
      for (const { words, names, shown, at } of othersOfOneEnd(section.text.text, title)) {
        const args = { section: section.id.value, words, named: names.length, names: names.join("、") };
        report(partSpan(section.text.span, shown, at), args, { on: section });
      }
    }
  },
});

const nouns =
  "阶段|指标|目标|任务|举措|措施|风险|问题|维度|方面|制度|机制|清单|原则|环节|步骤|领域|重点|关口|行动|工程|项目|体系|平台|层级|等次|等级|级别|模块|板块|类别|人群|渠道|抓手|关系|支柱|层面|内容|功能|类型|责任|网络|架构|联动|督查|机构|阵地|品牌|短板|难题";
const inChinese = new RegExp(
  `(等)?([二两三四五六七八九十]|\\d{1,2})(?:个|项|大|类|条|张|级|种)(?:(?:重点|主要|核心|专项|关键)?(?:${nouns})|(?=[，。；、]|$))|(等)([二两三四五六七八九十])(?:方面|层面)`,
  "gu",
);
const inEnglish =
  /\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:main |key |further )?(phases|steps|stages|goals|objectives|actions|measures|indicators|dimensions|pillars|areas|risks|problems|priorities|groups|strands|levels|bands|tasks|principles)\b/giu;
const anyCount = /[二两三四五六七八九十\d][个项大类条张级种方层化]|: [a-z]/i;
/** Where a list of names may begin within its clause. */
const leads =
  /分为?|分成|按照?|包括|围绕|推进|落实|抓好|抓实|实施|建立|健全|设立?|形成|聚焦|突出|坚持|明确|针对|紧扣|对|在|从|以|把|做好|开展/gu;
/** The last name runs on into something else that is counted (街道、社区设三个平台), or tells where the counted things are. */
const runsOn =
  /(?<=.)(?:的$|[二两三四五六七八九十\d](?:个|项|大|类|条|张|级|种)|建(?!设)|(?<!建)设|推进|实施|落实|抓好|开展|提[升高]|达到|完成|通过|实现|解决|化解|打造|构建|培育|配备|组成|细化|形成|明确|部署|安排|为|有|共|是|用|将|到|分|(?:部门|单位|行业|领域|方面|层面|区域|方向|环节|上|中|内|下)$|[省市县区乡镇村组]$)/u;
/** What a name adds in brackets: 街道督查（每月一次）. */
const inBrackets = /（[^（）]{0,60}）|\([^()]{0,60}\)/gu;
/** 100支 and 80%, too; years and days are no counts. */
const ownCount =
  /[二两三四五六七八九十\d](?:个|项|大|类|条|张|种)|\d(?:[%％]|(?![年月日号])[\u4e00-\u9fff])/u;
/** What a clause adds to a name: loss of staff, 9% of whom left last year, and delays. */
const relative = /, (?:[^,]{1,30} of )?(?:who|whom|which|whose|where)\b[^,]{0,80}(, |$)/giu;
/** Longest name of a list: more is a sentence. */
const longestName = { zh: 14, en: 40 };

interface Fault extends Args {
  readonly span: Span;
  readonly severity: "error" | "warning";
}

function* faultsIn(section: Section, text: string, span: Span): Generator<Fault> {
  for (const sentence of sentencesOf(text)) {
    const isChinese = /[\u4e00-\u9fff]/.test(sentence.text);
    for (const match of sentence.text.matchAll(isChinese ? inChinese : inEnglish)) {
      const [words] = match;
      const said = wholeNumber((isChinese ? (match[2] ?? match[4]) : match[1]) ?? "");
      if (said === null || said < 2) continue;
      const before = isChinese ? namesBefore(sentence.text.slice(0, match.index), words) : [];
      const behind = namesBehind(sentence.text.slice(match.index + words.length), isChinese);
      const readings = before.length > 0 ? before : behind === null ? [] : [behind];
      const isOpen = isChinese && (match[1] ?? match[3]) === "等";
      const [shortest] = readings;
      if (shortest === undefined || readings.some((one) => fits(one, said, isOpen))) continue;
      const shown = words.replace(/^等/, "");
      yield {
        section: section.id.value,
        words: shown,
        named: shortest.least,
        names: shortest.names.join(isChinese ? "、" : ", "),
        span: partSpan(span, shown, sentence.at + match.index),
        severity: before.length > 0 ? "error" : "warning",
      };
    }
  }
}

interface Named {
  readonly names: readonly string[];
  readonly least: number;
  /** With every joining word read as a join. */
  readonly most: number;
}

function fits({ least, most }: Named, said: number, isOpen: boolean): boolean {
  return isOpen ? said >= least : said >= least && said <= most;
}

/** The names before a count, from the last sign on, the shortest list first: where verbs lead to them, from behind each verb. */
function namesBefore(head: string, words: string): readonly Named[] {
  const clause = behindLast(head, "，。；：:（）()“”");
  const last = clause.slice(clause.lastIndexOf("、") + 1);
  if (!clause.includes("、") || clause.length > 80 || (runsOn.test(last) && !isLevels(clause, words)))
    return [];
  const starts = [0, ...[...clause.matchAll(leads)].map((one) => one.index + one[0].length)];
  return starts
    .map((start) => clause.slice(start).split("、"))
    .filter(([first = "", ...others]) => first !== "" && others.length > 0)
    .flatMap((names) =>
      areNames(names.slice(1), longestName.zh) && !ownCount.test(names[0] ?? "")
        ? [named(names, /和|与|及/gu)]
        : [],
    )
    .reverse();
}

const levels =
  /(?:^|建立|健全|构建|完善|形成|打造|落实|实行|畅通|压实|强化|深化)(?:[省市区县镇乡村组]|乡镇|街道|社区|网格|楼栋|小区|[市区县]直)(?:[、和与](?:[省市区县镇乡村组]|乡镇|街道|社区|网格|楼栋|小区|村组)){1,5}$/u;

/** 区、街道、社区三级联动: places are what is counted, not where. */
function isLevels(clause: string, words: string): boolean {
  return /级[联网架体机责]/u.test(words) && levels.test(clause);
}

const counted = new RegExp(`^(?:and )?(?:one|${englishCount}) `, "u");

/** The names behind a colon, to the end of the sentence; null where something else stands there. */
function namesBehind(told: string, isChinese: boolean): Named | null {
  const tail = told.replace(inBrackets, "");
  const pattern = isChinese
    ? /^[^，。；：:、（]{0,8}(?:[：:]|，即)\s?([^：:（）()“”]+)$/u
    : /^[^,.;:()]{0,20}: ([^:;()"]+)$/u;
  const [, all = ""] = pattern.exec(tail.trimEnd()) ?? [];
  // 即 names things to the next comma, a colon to the end of the sentence.
  const list = tail.includes("，即") ? all.replace(/，.*$/u, "") : all;
  if (list.includes("，") || /等$|[一二三四]是|\b(?:such as|etc|and so on|for example)\b/u.test(list))
    return null;
  const names = (isChinese ? list : list.replace(relative, "$1")).split(isChinese ? "、" : ", ");
  const [only = ""] = names;
  if (names.length === 1)
    return (isChinese ? twoInChinese : twoInEnglish).test(only.trim()) ? twoOf(only) : null;
  if (!areNames(names, isChinese ? longestName.zh : longestName.en)) return null;
  if (isChinese) return named(names, /以及|和|与|及/gu);
  // `a, b and c` are three: the last of several is joined by `and`.
  const last = names.at(-1) ?? "";
  // Five of outcome, two of output: they are counted.
  if (names.every((name) => counted.test(name))) return null;
  const parts = last.startsWith("and ") ? [...names.slice(0, -1), last.slice(4)] : names;
  const { least, most } = named(parts, / and /gu);
  return { names: parts, least: last.includes(" and ") ? least + 1 : least, most };
}

/** Two short names and nothing else: prepare and deliver, 启动和建设. */
const twoInEnglish = /^[a-z-]+(?: [a-z-]+)? and [a-z-]+(?: [a-z-]+)?[.!]?$/iu;
const twoInChinese = /^[\u4e00-\u9fff]{2,6}[和与及][\u4e00-\u9fff]{2,6}[。！]?$/u;

function twoOf(list: string): Named {
  return { names: [list.trim().replace(/[.!。！]$/u, "")], least: 2, most: 2 };
}

/** Names, of which none is itself counted (过程指标五项、结果指标五项). */
function areNames(names: readonly string[], longest: number): boolean {
  return names.every((name) => name.trim() !== "" && name.length <= longest && !ownCount.test(name));
}

function named(names: readonly string[], joints: RegExp): Named {
  const joined = names.reduce((sum, name) => sum + [...name.matchAll(joints)].length, 0);
  return { names, least: names.length, most: names.length + joined };
}
