/**
 * Money that a text tells for the whole plan by the last words of its name: 三年安排专项经费2600万元 of 养老服务专项经费. Shared by a rule; not
 * a rule.
 */
import type { Given } from "../../plan/given.ts";
import type { Name, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import type { NamedPlace } from "../texts/named-things.ts";

interface Holder {
  readonly name: Pick<Name, "text"> | null;
  readonly values: readonly Given<Quantity>[];
}

const tail = /(?:总投[资入]|总预算|总经费|专项经费|专项资金|工作经费|奖补资金|补助资金|奖励资金|保障经费)$/u;
const wholeTime = /([一两三四五2-9])年(?:期间|内|间)?(?:计划|预计|共|总|累计|合计|安排|投入)/u;
const wholePlan = /(?:规划|计划|方案|实施)(?:期内|期间)|总投[资入]|总预算|总经费/u;
/** What one of several pays, or what goes to one of several, is a part. */
const partOf =
  /财政|[中省市区县]级|街道|乡镇|企业|社会|银行|贷款|自筹|债券|中央|其中|各|每|首批|第[一二三]|[一二三四五]期/u;

/** The places of such words; none where two sums of the plan end with them. */
export function totalsIn<T extends Holder>(
  sentence: string,
  holders: readonly T[],
  plan: Plan,
): readonly NamedPlace<T>[] {
  if (!isOfWhole(sentence, plan)) return [];
  const byTail = new Map<string, T | null>();
  for (const holder of holders) {
    const [words] = tail.exec(holder.name?.text.trim() ?? "") ?? [];
    const isMoney = holder.values.some(({ value }) => value.unit?.dimension.startsWith("money") === true);
    const key = words?.replace(/^总投[资入]$/u, "总投");
    if (key !== undefined && isMoney) byTail.set(key, byTail.has(key) ? null : holder);
  }
  return [...byTail].flatMap(([key, item]) => {
    const at = sentence.indexOf(key);
    const words = key === "总投" ? sentence.slice(at, at + 3) : key;
    if (item === null || at < 0 || !tail.test(words) || partOf.test(sentence.slice(0, at))) return [];
    // The whole name is read as such.
    const whole = item.name?.text.trim() ?? "";
    if (sentence.includes(whole) || !isFree.test(sentence.slice(0, at))) return [];
    return [{ item, name: words, at, end: at + words.length }];
  });
}

const isFree =
  /(?:^|[，；：])?(?:计划|预计|共计?|总共?|累计|合计|安排|投入|落实|设立|统筹|需|约|内|间|年|期|全部项目|全部|(?:本|整个)?(?:方案|行动|计划))$/u;

/** Of the whole time of the plan, or of the whole sum. */
function isOfWhole(sentence: string, { period }: Plan): boolean {
  if (wholePlan.test(sentence)) return true;
  const [, number = ""] = wholeTime.exec(sentence) ?? [];
  const [start, end] = [period?.start?.value ?? null, period?.end?.value ?? null];
  if (number === "" || start === null || end === null) return false;
  const years = Math.round((end - start + 1) / 365.25);
  const told = wholeNumber(number);
  return years === told;
}
