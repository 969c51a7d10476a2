/**
 * How many a sentence says of what a mechanism only announces: 手册明确25条核心条款 beside `announced: 20`, 整合6类数据 beside
 * `announced: { 类: 8 }`. Shared by a rule; not a rule.
 */
import { numeralClass } from "../../plan/chinese-number.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import { type AnnouncedCount, announcedCounts } from "../announced-counts.ts";
import { type Callings, callingsOf, placesCalled } from "../texts/callings.ts";

/** A count that is none of those that the mechanism announces. */
export interface OtherCount {
  readonly mechanism: Mechanism;
  readonly words: string;
  readonly at: number;
  readonly announced: AnnouncedCount;
}

/** The plan's own mechanisms that announce counts in Chinese words or by a bare number. */
export function announcing({ mechanisms }: Plan): Callings<Mechanism> | null {
  const own = mechanisms.filter((one) => one.origin === "plan" && announcedCounts(one).length > 0);
  return own.length === 0 ? null : callingsOf(own.slice(0, mostMechanisms));
}

const mostMechanisms = 200;
const counted = new RegExp(`(\\d{1,4}|[${numeralClass}]{1,3})([项条个类种])([\\u4e00-\\u9fff]{0,10})`, "gu");
const holds =
  /(?:共有?|共计|共列|列明|明确|包括|包含|涵盖|整合|收录|规定|设置|设有|汇集|汇聚|归集|接入|纳入)了?$/u;
const partOrOpen = /(?:每|各|其中|首批|新增|前|第|至少|不少于|约|近|超过?)$/u;

/** All such counts of a sentence. */
export function otherCountsIn(sentence: string, mechanisms: Callings<Mechanism>): readonly OtherCount[] {
  if (!/[项条个类种]/.test(sentence)) return [];
  const called = placesCalled(sentence, mechanisms);
  return called.flatMap(({ item, end }, i): OtherCount[] => {
    const next = called[i + 1]?.at ?? sentence.length;
    const stop = /[；。]/.exec(sentence.slice(end, next))?.index ?? next - end;
    return countsBehind(sentence.slice(end, end + Math.min(stop, longestReach)), item).map((one) => ({
      ...one,
      mechanism: item,
      at: end + one.at,
    }));
  });
}

/** What stands further behind a name is of something else. */
const longestReach = 60;

type Behind = Omit<OtherCount, "mechanism">;

function countsBehind(tail: string, mechanism: Mechanism): readonly Behind[] {
  const all = announcedCounts(mechanism);
  const told = [...tail.matchAll(counted)].flatMap(
    ({ 0: words, 1: digits = "", 2: measure = "", 3: noun = "", index: at }) => {
      const said = wholeNumber(digits);
      return said === null || partOrOpen.test(tail.slice(0, at))
        ? []
        : [{ words, said, measure, noun, at, digits }];
    },
  );
  const named = told.flatMap(({ words, said, measure, noun, at, digits }): Behind[] => {
    const alike = all.filter(({ of }) => of !== null && isOf(of.value, measure, noun));
    const [first] = alike;
    if (first === undefined || alike.some(({ count }) => count.value === said)) return [];
    const label = first.of?.value ?? "";
    const shown = noun.startsWith(label) ? `${digits}${measure}${label}` : words.slice(0, digits.length + 1);
    return [{ words: shown, at, announced: first }];
  });
  if (named.length > 0) return named;
  const [bare, second] = all.filter(({ of }) => of === null);
  const [only, other] = told;
  if (bare === undefined || second !== undefined || only === undefined || all.length > 1) return [];
  // What is listed is held against the text by itself, and 12项职责、8项禁止事项 may be its parts.
  if (bare.listed !== 0 || bare.open || other !== undefined || only.said === bare.count.value) return [];
  if (only.said < 2 || !holds.test(tail.slice(0, only.at)) || tail.slice(0, only.at).length > 8) return [];
  return [{ words: `${only.digits}${only.measure}`, at: only.at, announced: bare }];
}

/** 8类 of `类`, 8个部门 of `部门`, 8项禁止事项 of `禁止事项`. */
function isOf(label: string, measure: string, noun: string): boolean {
  if (!/^[\u4e00-\u9fff]+$/u.test(label)) return false;
  return label.replace(/^类别$/u, "类") === measure || noun.startsWith(label);
}
