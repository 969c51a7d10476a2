/** From where on bands of a scorecard and levels of an alarm hold, and what a clause of a text says of it. Shared by a rule; not a rule. */
import Big from "big.js";
import {
  entriesAt,
  labelOf,
  type ParameterMap,
  quantitiesAt,
  type StatedQuantity,
  wordsAt,
} from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { parseRank, type Rank } from "../../plan/rank.ts";
import { convert } from "../../plan/units.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import type { Span } from "../../text/source.ts";
import { figuresIn } from "../texts/figures.ts";
import { limitIn, speaksOf, streakIn, streakOf, type ToldThreshold } from "./limits.ts";

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
    | { readonly kind: "limit"; readonly limit: Quantity; readonly of: string }
    /** How often in turn a band has to be met, and what follows then. */
    | { readonly kind: "streak"; readonly streak: Quantity; readonly then: string };
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
      ...(mechanism.type.value === "entitlement" ? gradesInTurn(mechanism) : []),
      ...bands.flatMap((entry) => bandOf(mechanism, entry)),
      ...bands.flatMap((entry) => streaksOf(mechanism, entry)),
      ...(mechanism.type.value === "scorecard" ? ranksInTurn(mechanism, bands) : []),
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

/** The consequences that follow from a band, by its name or its rank. */
function streaksOf(mechanism: Mechanism, band: ParameterMap): readonly Threshold[] {
  const name = labelOf(band)?.trim() ?? "";
  const [rank] = wordsAt(band, "rank");
  return entriesAt(mechanism.parameters, "consequences").flatMap((entry) => {
    const conditions = wordsAt(entry, "if").map(({ value }) => value.trim());
    if (!conditions.some((one) => one === name || one === rank?.value.trim())) return [];
    const then = wordsAt(entry, "then")
      .map(({ value }) => value)
      .join("、");
    return quantitiesAt(entry, "streak").map(({ is }): Threshold => {
      const stated = is.value.text.trim();
      return { mechanism, name, stated, span: is.span, is: { kind: "streak", streak: is.value, then } };
    });
  });
}

/** Consequences that follow from a rank, by the words in which a text may tell it, where no band has them for its name. */
function ranksInTurn(mechanism: Mechanism, bands: readonly ParameterMap[]): readonly Threshold[] {
  const named = new Set(bands.map((band) => labelOf(band)?.trim().toLowerCase() ?? ""));
  return entriesAt(mechanism.parameters, "consequences").flatMap((entry) => {
    const [rank] = wordsAt(entry, "if").flatMap(({ value }) => parseRank(value) ?? []);
    const streaks = quantitiesAt(entry, "streak");
    if (rank === undefined || streaks.length === 0) return [];
    const then = wordsAt(entry, "then")
      .map(({ value }) => value)
      .join("、");
    const figure = rank.quantity.text.trim();
    const names = (rank.end === "last" ? lastRanks : firstRanks).map((word) => `${word}${figure}`);
    return names
      .filter((name) => !named.has(name.toLowerCase()))
      .flatMap((name) =>
        streaks.map(({ is }): Threshold => {
          const stated = is.value.text.trim();
          return { mechanism, name, stated, span: is.span, is: { kind: "streak", streak: is.value, then } };
        }),
      );
  });
}

const lastRanks = ["后", "末", "last ", "bottom ", "lowest "];
const firstRanks = ["前", "first ", "top ", "highest "];

const gradeInTurn =
  /连续(\d{1,2}|[一两二三四五六七八九十]{1,2})个?(季度|半年|年|月|周)度?[^，。；]{0,12}?(优秀|良好|合格|不合格|称职|先进|红榜|黑榜|达标|第一)/u;

/** 连续3年考核优秀: how often in turn a grade has to be met. */
function gradesInTurn(mechanism: Mechanism): readonly Threshold[] {
  const then = wordsAt(mechanism.parameters, "then")
    .map(({ value }) => value)
    .join("、");
  return wordsAt(mechanism.parameters, "if").flatMap(({ value, span }): Threshold[] => {
    const [stated, number = "", length = "", name = ""] = gradeInTurn.exec(value) ?? [];
    const streak = stated === undefined ? null : streakOf(number, length);
    return streak === null || stated === undefined
      ? []
      : [{ mechanism, name, stated, span, is: { kind: "streak", streak, then } }];
  });
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

/** What a clause that names the band or level says of its threshold; the sentence is its own. */
export function toldIn(clause: string, { is, name }: Threshold, sentence: string): ToldThreshold | null {
  if (is.kind === "score") return scoreIn(clause, is.edges);
  if (is.kind === "rank") return rankIn(clause, is.rank);
  if (is.kind === "level") return levelIn(clause, is.at);
  if (is.kind === "streak") return streakIn(clause, is, sentence);
  return speaksOf(clause, is.of, name, sentence) ? limitIn(clause, is.limit, name) : null;
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
  /(前|后|末|倒数)位?(\d{1,3}|[一二两三四五六七八九十]{1,3}) ?(%|％|名|位|[个家](?!月|季|工|小时|学|年|阶|百)|(?<=[一二三四五六七八九十])(?=的|，|$))(?!数)|\b(top|first|bottom|last|lowest|highest) (\d{1,3}) ?(%|per ?cent\b)?(?! ?(?:days|weeks|months|quarters|years))/giu;
const lastWords: ReadonlySet<string> = new Set(["后", "末", "倒数", "bottom", "last", "lowest"]);

function rankIn(clause: string, { end, quantity }: Rank): ToldThreshold | null {
  const isShare = quantity.unit?.dimension === "percent";
  for (const match of clause.matchAll(ranks)) {
    const [shown, chinese, chineseNumber, chineseUnit, english, number, unit] = match;
    const isPercent = /^[%％p]/i.test(chineseUnit ?? unit ?? "");
    if (isPercent !== isShare) continue;
    const said = lastWords.has((chinese ?? english ?? "").toLowerCase()) ? "last" : "first";
    const digits = number ?? chineseNumber ?? "0";
    const many = wholeNumber(digits) ?? 0;
    const agrees = said === end && quantity.value.eq(many);
    return { shown, at: match.index, agrees };
  }
  return null;
}

const points = /(?<![\d.])(\d{1,3}(?:\.\d{1,2})?) ?(?:个百分点|pp\b|percentage points?\b)/giu;

/** How long a level lasts, and by when it is answered, is no threshold. */
const ofTime =
  /[时天日周月]内|答复|回应|处置|办结|整改|反馈|持续|连续|\b(?:within|answer|respond|reply|report|lasts?|for)/iu;

/** Beside a share, what is mended or answered then is told as well: 低于60%的，限期整改. */
const ofDuration = /[时天日周月]内|答复|回应|持续|连续|\b(?:within|answer|respond|reply|report|lasts?|for)/iu;

function levelIn(clause: string, at: Quantity): ToldThreshold | null {
  const isTime = at.unit?.dimension === "time";
  if (at.upper !== null || (isTime ? ofTime : ofDuration).test(clause)) return null;
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
