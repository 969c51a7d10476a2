/**
 * One count is told alike in every section.
 *
 * Looks at: sentences of section texts that tell how many there are of something in the whole area (全区共有120个社区, the city has
 * 120 schools), or of how many levels a chain of bodies is (三级联动机制), in two sections. Counts of another time (a year in the sentence), of other places, of parts (其中, 新增) are left out.
 * Reports: the later count; related: the earlier. A warning that asks, as the two may be of different times.
 * Source: DESIGN.md section 4 (one quantity with two values; what could be explained is asked).
 */
import type { Plan, Section } from "../../plan/plan.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { toldSentences, toldTexts } from "../texts/sentences.ts";

type Args = {
  readonly section: string;
  readonly count: string;
  readonly otherSection: string;
  readonly otherCount: string;
};

export const narrativeCountDiffers = defineRule<Args>({
  code: "narrative/count-differs",
  severity: "warning",
  text: {
    en: {
      title: "Two sections give different counts",
      message: (a) =>
        `section ${a.section} says "${a.count}", and section ${a.otherSection} "${a.otherCount}": which holds?`,
      why: "Shares, norms and funds are reckoned from such counts; with two of them every result is in doubt.",
      fix: "Correct one of them, or say which time each is for.",
    },
    zhHans: {
      title: "两处正文数量不一致",
      message: (a) =>
        `章节“${a.section}”写“${a.count}”，而章节“${a.otherSection}”写“${a.otherCount}”，以哪一个为准不明`,
      why: "比例、配置标准、经费都按这类数量测算，数量有两个，结果就都存疑。",
      fix: "更正其中一处；时间不同的，分别写明。",
    },
  },
  check({ plan, report }) {
    const counts = new Map<string, Told>();
    for (const told of [...wholeCounts(plan), ...levelCounts(plan)]) {
      const first = counts.get(told.key);
      if (first === undefined) {
        counts.set(told.key, told);
        continue;
      }
      if (first.count === told.count || first.section === told.section) continue;
      const args = {
        section: told.section.id.value,
        count: told.shown,
        otherSection: first.section.id.value,
        otherCount: first.shown,
      };
      const related = [{ span: first.span, note: { en: "stated here", zhHans: "此处所写" } }];
      report(told.span, args, { on: told.section, related });
    }
  },
});

interface Count {
  /** What is counted. */
  readonly key: string;
  readonly count: number;
  readonly shown: string;
  readonly at: number;
}

interface Told extends Count {
  readonly section: Section;
  readonly span: Span;
}

function wholeCounts(plan: Plan): readonly Told[] {
  return toldSentences(plan).flatMap(({ section, plain, span, sentence }) => {
    if (section === null || isLeftOut.test(plain) || ofElsewhere.test(plain)) return [];
    return [...countsIn(plain)].map((one): Told => {
      return { ...one, section, span: partSpan(span, one.shown, sentence.at + one.at) };
    });
  });
}

/** 三级联动机制, 四级网络: of how many levels a chain of bodies is. */
const ofLevels =
  /([两二三四五六])级([\u4e00-\u9fff]{2,4}?)(?:责任)?(?:工作)?(?:机制|体系|网络|架构|格局)(?![\u4e00-\u9fff]{0,2}[两二三四五六]级)/gu;

function levelCounts(plan: Plan): readonly Told[] {
  return toldTexts(plan).flatMap(({ section, text, span }) => {
    if (section === null || !text.includes("级")) return [];
    return [...text.matchAll(ofLevels)].flatMap(({ 0: shown, 1: number = "", 2: noun = "", index: at }) => {
      const count = wholeNumber(number);
      if (count === null || ofElsewhere.test(text.slice(Math.max(0, at - 30), at))) return [];
      return [{ key: `级${noun}`, count, shown, at, section, span: partSpan(span, shown, at) }];
    });
  });
}

const isLeftOut =
  /(?:19|20)\d\d|其中|新增|新建|每|平均|以上|以下|不少于|不低于|不超过|至少|试点|首批|力争|计划|目标|\b(?:new|each|every|at least|at most|pilot|will|shall|target)\b/iu;
const chinese =
  /(?:全[区市县镇乡街]|本[区市县镇乡街道]{1,2}|辖区内?)(?:现|内)?(?:共?有|共计?|下?辖)?(\d{1,7})(?:个|家|名|所|支|处|条|座|户)([\u4e00-\u9fff]{2,8})(?=[，。；、（]|$)/gu;
const chineseBehind =
  /(?:全[区市县镇乡街]|本[区市县镇乡街道]{1,2}|辖区内?)(?:现|内)?(?:共?有)?([\u4e00-\u9fff]{2,8}?)(?:共有?|共计|总数为?)?(\d{1,7})(?:个|家|名|所|支|处|条|座|户)(?=[，。；、（]|$)/gu;
const english =
  /\b(?:the (?:city|town|district|county|council|borough|village|region) (?:has|counts|runs|keeps)|there are|all of the|all the|all) (\d{1,3}(?:,\d{3})+|\d{1,7}) ([a-z]{3,20}s)\b/giu;

function* countsIn(text: string): Generator<Count> {
  for (const [pattern, figure, noun] of [
    [chinese, 1, 2],
    [chineseBehind, 2, 1],
    [english, 1, 2],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const [shown] = match;
      const count = Number((match[figure] ?? "").replaceAll(",", ""));
      yield {
        key: (match[noun] ?? "").replace(/^[共现]?有/u, "").toLowerCase(),
        count,
        shown,
        at: match.index,
      };
    }
  }
}
