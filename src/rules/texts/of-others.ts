/**
 * What a text tells at a place is said of others than the plan: of a wider place or one of its own, of a neighbour, of what another
 * demands, or of the time before. Shared by rules on texts; not a rule.
 */
import type { Plan } from "../../plan/plan.ts";
import { isOfOtherSource } from "./of-other-sources.ts";
import { isOfTimeBefore } from "./time-before.ts";
import { isOfEntity, isOfOtherPlace, isOfWiderPlace } from "./wider-place.ts";

/** The words of the sentence before that place say so. */
export function isOfOthers(sentence: string, at: number, plan: Plan): boolean {
  const head = sentence.slice(0, at);
  return (
    isOfWiderPlace(head, plan) ||
    isOfEntity(head, plan) ||
    isOfOtherPlace(head, plan) ||
    isOfOtherSource(head, plan) ||
    isOfTimeBefore(sentence, at, plan)
  );
}

/** 比例可降至10%, 可适当放宽到60天: what may be in some cases is no other rule. */
export function isException(sentence: string, at: number): boolean {
  return mayBe.test(sentence.slice(Math.max(0, at - 24), at));
}

const mayBe =
  /可(?:以|适当|酌情|适度|按规定|按程序|相应|再)*(?:降[低至到]|下[调浮]|减[至到少半]|放宽|提[高至到]|上[浮调]|延长|顺延|缩短|调整|增加|加[大至到])[^，。；\d]{0,10}$/u;
