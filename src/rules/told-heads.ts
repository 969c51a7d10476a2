/** Who a Chinese sentence says heads a body: 由县长任组长, 组长由分管副县长担任. Shared by a rule; not a rule. */
import type { Given } from "../plan/given.ts";
import { wordsAt } from "../plan/parameters.ts";
import type { Mechanism } from "../plan/plan.ts";

/** A head that is told otherwise than the body states. */
export interface ToldHead {
  readonly body: Mechanism;
  readonly said: string;
  readonly at: number;
  readonly stated: Given<string>;
  /** Of two deputies one may be the other by another word. */
  readonly isSure: boolean;
}

const office =
  "(?:县长|区长|市长|省长|州长|镇长|乡长|书记|主任|主席|局长|部长|院长|校长|总经理|董事长|主要负责同志)";
const person = `((?:(?![和与及由])[\\u4e00-\\u9fff]){0,8}?${office})(?:同志)?`;
const post = "(?:组长|指挥长|总指挥|召集人|主任|会长|理事长)";
const holds = new RegExp(`由${person}(?:担任|兼任|任)(?:工作专班|专班|领导小组|委员会)?${post}`, "u");
const isHeld = new RegExp(
  `(?<![副委]|常务|第一|执行|办公室|办)${post}(?:一职)?(?:由|[:：])${person}(?:担任|兼任)?(?=[，。；]|$)`,
  "u",
);
const rank = new RegExp(`(常务副|分管副|副)?(${office})$`, "u");
const otherBody = /办公室|工作组|下设|分组/u;

/** The head of the one body that the sentence speaks of; null where it is the stated one, or not told. */
export function headTold(sentence: string, bodies: readonly Mechanism[]): ToldHead | null {
  const match = holds.exec(sentence) ?? isHeld.exec(sentence);
  const said = match?.[1] ?? "";
  const [body, other] = bodies;
  if (match === null || body === undefined || other !== undefined) return null;
  if (otherBody.test(sentence.slice(0, match.index))) return null;
  const [stated, second] = wordsAt(body.parameters, "lead");
  if (stated === undefined || second !== undefined) return null;
  const [own, told] = [rank.exec(stated.value.trim()), rank.exec(said)];
  if (own === null || told === null) return null;
  const [deputy = "", chief = ""] = own.slice(1);
  const [saidDeputy = "", saidChief = ""] = told.slice(1);
  const areDeputies = deputy !== "" && saidDeputy !== "";
  if (chief === saidChief && (deputy === saidDeputy || (areDeputies && [deputy, saidDeputy].includes("副"))))
    return null;
  const at = match.index + match[0].indexOf(said);
  return { body, said, at, stated, isSure: chief !== saidChief || !areDeputies };
}
