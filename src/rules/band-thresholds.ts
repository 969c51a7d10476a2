/** From where on bands of a scorecard and levels of an alarm hold, and what a clause of a text says of it. Shared by a rule; not a rule. */
import Big from "big.js";
import {
  entriesAt,
  labelOf,
  type ParameterMap,
  quantitiesAt,
  type StatedQuantity,
  wordsAt,
} from "../plan/parameters.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import type { Mechanism, Plan } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import { parseRank, type Rank } from "../plan/rank.ts";
import { convert } from "../plan/units.ts";
import { chinese } from "../text/chinese.ts";
import type { Span } from "../text/source.ts";
import { figuresIn } from "./text-figures.ts";
import { wordFiguresIn } from "./told-terms.ts";
import { stemsIn } from "./word-stems.ts";

/** A band or level with its threshold as it is stated. */
export interface Threshold {
  readonly mechanism: Mechanism;
  readonly name: string;
  readonly stated: string;
  readonly span: Span;
  readonly is:
    | { readonly kind: "score"; readonly edges: readonly Big[] }
    | { readonly kind: "rank"; readonly rank: Rank }
    | { readonly kind: "level"; readonly at: Quantity }
    /** How long a case of a level may take, or an alarm may wait for an answer. */
    | { readonly kind: "limit"; readonly limit: Quantity; readonly of: string };
}

/** What a clause says of a threshold: its figure, and whether it is the stated one; null where it is of another kind. */
export interface ToldThreshold {
  readonly shown: string;
  readonly at: number;
  readonly agrees: boolean;
}

/** All thresholds of the plan's own scorecards and alarms. */
export function thresholdsIn({ mechanisms }: Plan): readonly Threshold[] {
  return mechanisms.flatMap((mechanism): readonly Threshold[] => {
    if (mechanism.origin !== "plan") return [];
    const { parameters } = mechanism;
    const bands = mechanism.type.value === "scorecard" ? entriesAt(parameters, "bands") : [];
    const levels = mechanism.type.value === "alarm" ? entriesAt(parameters, "levels") : [];
    const cases = mechanism.type.value === "workflow" ? entriesAt(parameters, "levels") : [];
    return [
      ...bands.flatMap((entry) => bandOf(mechanism, entry)),
      ...levels.flatMap((entry) => levelOf(mechanism, entry)),
      ...cases.flatMap((entry) => limitOf(mechanism, labelOf(entry) ?? "", quantitiesAt(entry, "limit"))),
      ...limitOf(mechanism, mechanism.name?.text ?? "", quantitiesAt(parameters, "answer-within")),
    ];
  });
}

function bandOf(mechanism: Mechanism, entry: ParameterMap): readonly Threshold[] {
  const name = labelOf(entry)?.trim() ?? "";
  const [word] = wordsAt(entry, "rank");
  const rank = word === undefined ? null : parseRank(word.value);
  const ranked: readonly Threshold[] =
    word === undefined || rank === null
      ? []
      : [{ mechanism, name, stated: word.value.trim(), span: word.span, is: { kind: "rank", rank } }];
  const scored = quantitiesAt(entry, "score").map(({ is }): Threshold => {
    const { value, upper, text } = is.value;
    const edges = upper === null ? [value] : [value, upper];
    return { mechanism, name, stated: text.trim(), span: is.span, is: { kind: "score", edges } };
  });
  return [...ranked, ...scored];
}

function levelOf(mechanism: Mechanism, entry: ParameterMap): readonly Threshold[] {
  const name = labelOf(entry)?.trim() ?? "";
  return quantitiesAt(entry, "at").map(({ is }) => ({
    mechanism,
    name,
    stated: is.value.text.trim(),
    span: is.span,
    is: { kind: "level", at: is.value },
  }));
}

function limitOf(
  mechanism: Mechanism,
  label: string,
  limits: readonly StatedQuantity[],
): readonly Threshold[] {
  return limits.map(({ is }) => ({
    mechanism,
    name: label.trim(),
    stated: is.value.text.trim(),
    span: is.span,
    is: { kind: "limit", limit: is.value, of: mechanism.name?.text ?? "" },
  }));
}

/** What a clause that names the band or level says of its threshold. */
export function toldIn(clause: string, { is }: Threshold): ToldThreshold | null {
  if (is.kind === "score") return scoreIn(clause, is.edges);
  if (is.kind === "rank") return rankIn(clause, is.rank);
  return is.kind === "level"
    ? levelIn(clause, is.at)
    : speaksOf(clause, is.of)
      ? limitIn(clause, is.limit)
      : null;
}

const scores =
  /\b(?:between|from) (\d{1,3}) (?:and|to) (\d{1,3})\b(?= ?(?:points|marks|[.,;)]|$))|(?<![\d.])(\d{1,3}(?:\.\d)?)分?(?:[-~～—至到]{1,2})(\d{1,3}(?:\.\d)?)分(?!钟)|(?<![\d.])(\d{1,3}(?:\.\d)?)分(?!钟)|\b(\d{1,3})(?: ?(?:-|–|to) ?(\d{1,3}))? (?:points|marks)\b|\b(?:scor(?:es?|ing)|below|under|above|over|at least|less than|more than)(?: of| is| at least| more than| less than| above| below)? (\d{1,3})\b(?![.,]?\d| ?(?:%|per|hours|days|weeks|months|years|people|points|marks))|\b(\d{1,3}) (?:or|and) (?:more|above|higher|over|less|below)\b/giu;
/** Marks that are given or taken, and the most that there are, are no thresholds. */
const otherMarks = /满分|总分|[加扣减]|每|平均|\b(?:out of|maximum|bonus|deduct|lose|average)/iu;

/** A mark is cut at 60 whether the text says from 60 or up to 59. */
function scoreIn(clause: string, edges: readonly Big[]): ToldThreshold | null {
  if (otherMarks.test(clause)) return null;
  const told = [...clause.matchAll(scores)].flatMap((match) => {
    const numbers = match.slice(1).filter((one) => one !== undefined);
    const start = match[0].search(/\d/);
    const [shown, at] = [match[0].slice(start), match.index + start];
    return numbers.map((number) => ({ shown, at, value: new Big(number) }));
  });
  const isEdge = ({ value }: { readonly value: Big }): boolean =>
    // Up to the best and from nothing are said of a band that is open there.
    value.eq(0) || value.eq(100) || edges.some((edge) => edge.minus(value).abs().lte(1));
  const [first] = told;
  const odd = told.find((one) => !isEdge(one));
  const said = odd ?? first;
  return said === undefined ? null : { shown: said.shown, at: said.at, agrees: odd === undefined };
}

const ranks =
  /(前|后|末)(\d{1,3}) ?(%|％|名|位)|\b(top|first|bottom|last|lowest|highest) (\d{1,3}) ?(%|per ?cent\b)?(?! ?(?:days|weeks|months|quarters|years))/giu;
const lastWords: ReadonlySet<string> = new Set(["后", "末", "bottom", "last", "lowest"]);

function rankIn(clause: string, { end, quantity }: Rank): ToldThreshold | null {
  const isShare = quantity.unit?.dimension === "percent";
  for (const match of clause.matchAll(ranks)) {
    const [shown, chinese, chineseNumber, chineseUnit, english, number, unit] = match;
    const isPercent = /^[%％p]/i.test(chineseUnit ?? unit ?? "");
    if (isPercent !== isShare) continue;
    const said = lastWords.has((chinese ?? english ?? "").toLowerCase()) ? "last" : "first";
    const agrees = said === end && quantity.value.eq(chineseNumber ?? number ?? "0");
    return { shown, at: match.index, agrees };
  }
  return null;
}

const points = /(?<![\d.])(\d{1,3}(?:\.\d{1,2})?) ?(?:个百分点|pp\b|percentage points?\b)/giu;

/** How long a level lasts, and by when it is answered, is no threshold. */
const ofTime =
  /[时天日周月]内|答复|回应|处置|办结|整改|反馈|持续|连续|\b(?:within|answer|respond|reply|report|lasts?|for)/iu;

function levelIn(clause: string, at: Quantity): ToldThreshold | null {
  if (at.upper !== null || ofTime.test(clause)) return null;
  if (at.unit?.dimension === "points") {
    const [match] = [...clause.matchAll(points)];
    return match === undefined
      ? null
      : { shown: match[0], at: match.index, agrees: at.value.eq(match[1] ?? "0") };
  }
  const [told, other] = figuresIn(clause).flatMap((one) => {
    if (one.quantity.unit === null || one.quantity.soft !== null) return [];
    const value = convert(one.quantity.value, one.quantity.unit, at.unit);
    return value === null ? [] : [{ shown: one.shown, at: one.at, agrees: value.eq(at.value) }];
  });
  return told === undefined || other !== undefined ? null : told;
}

const plainWords = /办理|处理|流程|机制|工作|管理|服务/g;

/** The clause is about what the mechanism handles: a level called 一般 or serious may be of anything. */
function speaksOf(clause: string, name: string): boolean {
  if (!chinese.test(name)) {
    const said = new Set(stemsIn(clause));
    return stemsIn(name).some((stem) => stem.length > 3 && said.has(stem));
  }
  const plain = name.replace(plainWords, "");
  return plain.length > 1 && clause.includes(plain.slice(0, 2));
}

const times =
  /(?<![\d.])\d{1,3}(?:\.\d)? ?(?:个?工作日|个?小时|分钟|天|日|working days?|hours?|days?|weeks?)/giu;
const closes =
  /[日天时月]内|以内|不超过|时限|答复|回应|办结|处置|反馈|\b(?:within|in at most|no later than)\b/iu;
const notWhole =
  /响应|受理|签收|初步|接单|派单|派发|转办|到场|核实|勘查|联系|回访|\b(?:acknowledg|accept|first|confirm|inspect|visit|assess|assign|forward|logged|register|triag|routed|allocat|pass(?:ed|es)? (?:on|to))/iu;

/** A limit on one step of a case is none of the whole: 2小时内受理. */
function limitIn(clause: string, limit: Quantity): ToldThreshold | null {
  if (limit.upper !== null || !closes.test(clause) || notWhole.test(clause)) return null;
  const inDigits = [...clause.matchAll(times)].flatMap(({ 0: shown, index: at }) => {
    const reading = parseQuantity(shown.replace(/(?<!工作)日$/u, "天"));
    return reading.ok ? [{ shown, at, quantity: reading.quantity }] : [];
  });
  const [told, other] = [...inDigits, ...wordFiguresIn(clause)].flatMap(({ shown, at, quantity }) => {
    const value = convert(quantity.value, quantity.unit, limit.unit);
    return value === null ? [] : [{ shown, at, agrees: value.eq(limit.value) }];
  });
  return told === undefined || other !== undefined ? null : told;
}
