/**
 * The words by which an indicator is known, and the clauses that hold all of them and nothing else of meaning. Shared by
 * rules on texts; not a rule.
 */
import { englishNumber, englishNumberWords } from "../../plan/english-number.ts";
import type { Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { type Figures, figuresOf, isPercent } from "../target/levels.ts";
import { asksTotals } from "../told/summed-targets.ts";
import { stemOf, stemsIn } from "./word-stems.ts";

/** The words by which an indicator is known, and those that may stand beside them. */
export interface Core {
  readonly figures: Figures;
  /** Chinese: one run of characters. English: stems. */
  readonly words: string | readonly string[];
  readonly beside: string;
  readonly stemsBeside: ReadonlySet<string>;
}

/** More indicators are not looked for. */
const mostIndicators = 400;
const longestText = 200;
const shortestCore = 4;

const coresOfPlan = new WeakMap<Plan, ReadonlyMap<string, readonly Core[]>>();

/** Cores by their first two characters, or their first word. */
export function coresOf(plan: Plan): ReadonlyMap<string, readonly Core[]> {
  const known = coresOfPlan.get(plan);
  if (known !== undefined) return known;
  const cores = new Map<string, Core[]>();
  for (const figures of figuresOf(plan).slice(0, mostIndicators)) {
    for (const core of coresOfOne(figures)) {
      const key = typeof core.words === "string" ? core.words.slice(0, 2) : (core.words[0] ?? "");
      const alike = cores.get(key);
      if (alike === undefined) cores.set(key, [core]);
      else alike.push(core);
    }
  }
  coresOfPlan.set(plan, cores);
  return cores;
}

function coresOfOne(figures: Figures): readonly Core[] {
  const { name, alsoCalled, definition, counted } = figures.indicator;
  const [numerator = "", ...rest] = (definition?.value ?? "").slice(0, longestText).split(/[/÷]/);
  const beside = [definition?.value ?? "", counted?.of?.value ?? ""].join(" ").slice(0, 2 * longestText);
  const stemsBeside = new Set(stemsWithNumbers(`${beside} ${figures.indicator.unit?.value.text ?? ""}`));
  const names = [name?.text ?? "", ...alsoCalled.map(({ value }) => value)];
  // A definition that divides says in its numerator what the share is of.
  const texts = rest.length === 1 ? [...names, numerator] : names;
  return texts.flatMap((text): readonly Core[] => {
    const isTime = timed.has(figures.unit?.dimension ?? "");
    const words = chinese.test(text)
      ? chineseCore(isTime ? text.replace(timeInChinese, "") : text)
      : englishCore(isTime ? text.replace(timeInEnglish, "") : text);
    return words === null ? [] : [{ figures, words, beside, stemsBeside }];
  });
}

const brackets = /[（(［[][^（）()［］[\]]{0,60}[）)］\]]/g;
const chineseMeasure =
  /(?:覆盖率|达标率|参与率|满意[度率]|普及率|占比|比例|比重|总?面积|总?长度|人次数?|[人户个件家场处座所套台篇项张次]数|总?数量?|总量|总额|率)$/u;
/** Of what is measured in time, that it is a time says nothing more: 48小时内响应 of 响应时间. */
const timeInChinese = /(?:平均|所需)?(?:时间|时长|时限|用时|耗时)$/u;
const timeInEnglish = / time$/iu;
const timed: ReadonlySet<string> = new Set(["time", "months", "working-days"]);
/** What stands in a measure and says what is counted: 满意 of 满意度. */
const keptOfMeasure = /^(?:满意|达标|参与)/u;
const fillers = /服务|工作|项目|建设|开展|实现|完成|的/g;

function chineseCore(text: string): string | null {
  const plain = text.slice(0, longestText).replace(brackets, "").replace(/\s/g, "");
  const [measure = ""] = chineseMeasure.exec(plain) ?? [];
  const [kept = ""] = keptOfMeasure.exec(measure) ?? [];
  const core = `${plain.slice(0, plain.length - measure.length)}${kept}`.replace(fillers, "");
  return core.length < shortestCore || core.length > 24 || /[\d%％]/.test(core) ? null : core;
}

const measuresInEnglish =
  /\b(?:number|count|share|percentage|proportion|rate|ratio|level) of\b|\b(?:rate|ratio|share|percentage)$/g;

function englishCore(text: string): readonly string[] | null {
  const plain = text.slice(0, longestText).replace(brackets, "").toLowerCase().replace(measuresInEnglish, "");
  const words = stemsWithNumbers(plain).filter((word) => !emptyStems.has(word));
  return words.filter((word) => !/\d/.test(word)).length < 2 ? null : words;
}

/** Within five days is within 5 days. */
function stemsWithNumbers(text: string): readonly string[] {
  return stemsIn(text.replace(numberWords, (word) => `${englishNumber(word) ?? word}`)).map((stem) =>
    stem.replace(ofWork, ""),
  );
}

/** Acknowledgement and acknowledged are one work. */
const ofWork = /(?<=[a-z]{5})e?ment$/u;

const numberWords = new RegExp(`\\b(?:${englishNumberWords})\\b`, "giu");

const relations = /\bnot? (?:more|fewer|less) than\b/giu;
/** Over the three years, in all: of the whole time. */
const wholeTime =
  /\b(?:over|during|throughout|across) the (?:whole |entire )?(?:(?:two|three|four|five|six|ten|\d{1,2}) )?(?:years|plan|programme|period)(?: of the plan)?\b|\bin (?:all|total)\b|\baltogether\b/giu;

/** The indicators that a clause speaks of in words of their own; figures and dates are blotted out in it. */
export function coresIn(clause: string, cores: ReadonlyMap<string, readonly Core[]>): readonly Core[] {
  if (clause.length > longestText) return [];
  if (chinese.test(clause)) {
    const plain = clause.replace(/[\s"“”'‘’]/g, "").replace(fillers, "");
    const found = new Set<Core>();
    for (let at = 0; at + 2 <= plain.length; at += 1)
      for (const core of cores.get(plain.slice(at, at + 2)) ?? []) if (isToldIn(plain, core)) found.add(core);
    return [...found];
  }
  const said = stemsWithNumbers(clause.replace(relations, " ").replace(wholeTime, " "));
  const stems = new Set(said);
  return [...stems].flatMap((stem) =>
    (cores.get(stem) ?? []).filter(
      ({ words, stemsBeside }) =>
        typeof words !== "string" &&
        words.every((word) => stems.has(word)) &&
        said.every((word) => words.includes(word) || emptyStems.has(word) || stemsBeside.has(word)),
    ),
  );
}

/** Words that say nothing of what is measured, at which the rest of a clause is divided. */
const empty =
  /上半年|下半年|第?[一二三四]季度|年初|年中|不低于|不少于|不超过|至少|以上|以下|以内|超过|达到|全[区县市镇乡]|[本我][区县市镇乡院校]|当年|建有|建成|建立|设有|设立|提供|具备|配有|表示|能够|可以|享受|获得|得到|力争|确保|实现|全部|比例|占比|共计|预计|目前|现有|[到至在使令让有达占为是均都已将应要能对了内底末年人个名户家所件＿]/gu;
/** 三年累计: of what is asked in total. */
const inAll = /[一二两三四五六七八九十]年(?:期间|内|间)?|累计|总计|合计|总共|共/gu;
/** What is done to bring it about: of shares and of what is counted as it comes about, not of how many there are. */
const making = /选树|选育|评选|打造|创建|培[育养]|组建|制定|出台|印发|推动|引导|组织/gu;
/** Whom a share is of, where the indicator does not say it. */
const anybody =
  /^(?:社区|村|居民|群众|学校|企业|单位|街道|乡镇|老人|老年人|学生|教师|家庭|机构|医院|小区|市民|职工)$/u;

/** Every character of the core stands in the clause, in pieces of two at least, and nothing else of meaning. */
function isToldIn(clause: string, { words: core, beside, figures }: Core): boolean {
  if (typeof core !== "string") return false;
  let rest = clause;
  let at = 0;
  while (at < core.length) {
    let length = core.length - at;
    while (length >= 2 && (core.length - at - length === 1 || !rest.includes(core.slice(at, at + length))))
      length -= 1;
    if (length < 2) return false;
    rest = rest.replace(core.slice(at, at + length), "|");
    at += length;
  }
  const isMade = figures.indicator.value.value !== "level" || isPercent(figures.unit);
  const plain = asksTotals(figures) ? rest.replace(inAll, "|") : rest;
  return (isMade ? plain.replace(making, "|") : plain)
    .replace(empty, "|")
    .split("|")
    .every(
      (piece) =>
        piece === "" || (beside === "" ? anybody.test(piece) : piece.length > 1 && beside.includes(piece)),
    );
}

const emptyStems: ReadonlySet<string> = new Set(
  "a among an all and are as at be been being by can do does end for from goal has have having in is it its least more now of on only our present reach shall should some than that the their then there these they this those to today us was we were who will with would currently plan able target total year years least meets meet cover covers covered within every each survey surveys stand stands stood per"
    .split(" ")
    .map(stemOf),
);
