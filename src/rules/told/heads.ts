/** Who a Chinese sentence says heads a body: 由县长任组长, 组长由分管副县长担任. Shared by a rule; not a rule. */
import type { Given } from "../../plan/given.ts";
import { wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";

/** A head that is told otherwise than the body states. */
export interface ToldHead {
  readonly body: Mechanism;
  readonly said: string;
  readonly at: number;
  readonly stated: Given<string>;
  /** Of two deputies one may be the other by another word. */
  readonly isSure: boolean;
}

const inGeneral = "主要负责同志";
const office = `(?:县长|区长|市长|省长|州长|镇长|乡长|书记|主任|主席|局长|部长|院长|校长|总经理|董事长|${inGeneral})`;
const person = `((?:(?![和与及由])[\\u4e00-\\u9fff]){0,8}?${office})(?:同志)?`;
const post = "(?:组长|指挥长|总指挥|召集人|主任|会长|理事长)";
const holds = new RegExp(`由${person}(?:担任|兼任|任)(?:工作专班|专班|领导小组|委员会)?${post}`, "u");
const isHeld = new RegExp(
  `(?<![副委]|常务|第一|执行|办公室|办)${post}(?:一职)?(?:由|[:：])${person}(?:担任|兼任)?(?=[，。；]|$)`,
  "u",
);
const rank = new RegExp(`(常务副|分管副|副)?(${office})$`, "u");
const otherBody = /办公室|下设|分组|各|乡镇|镇街|街道|市级|市里|省|相应|参照|曾|原(?!则)/u;
/** What a body is called by. */
const bodyWord = /工作专班|专班|领导小组|小组|组(?![织成长建])|委员会|指挥部|联席会议/gu;
const plainBefore = /(?:^|[，；：\s]|[长人任席]的|成立|设立|组建|建立|健全|[该本此区县])$/u;

/** 由区长任组长的领导小组; with other words before its kind it is another body: 由副区长任组长的专项小组. */
const ownBody = /^的[\u4e00-\u9fff]{0,8}?(?:工作专班|专班|领导小组|小组|委员会|指挥部)/u;

/** The name of the actor whose id is stated, else the words. */
function leadOf({ value }: Given<string>, actors: ReadonlyMap<string, string>): string {
  return (actors.get(value.trim()) ?? value).trim();
}

/** The text tells the stated head somewhere: another one is that of another body. */
export function tellsStatedHead(text: string, body: Mechanism, actors: ReadonlyMap<string, string>): boolean {
  const [stated] = wordsAt(body.parameters, "lead");
  const own = stated === undefined ? null : rank.exec(leadOf(stated, actors));
  if (own === null) return false;
  return [holds, isHeld].some((pattern) =>
    [...text.matchAll(new RegExp(pattern, "gu"))].some(({ 1: said = "" }) => {
      const told = rank.exec(said);
      return told !== null && told[1] === own[1] && told[2] === own[2];
    }),
  );
}

/**
 * The head of the one body that the sentence speaks of; null where it is the stated one, or not told. `names`: where the sentence
 * calls the body by its name.
 */
export function headTold(
  sentence: string,
  bodies: readonly Mechanism[],
  names: readonly { readonly at: number; readonly end: number }[],
  actors: ReadonlyMap<string, string>,
): ToldHead | null {
  const match = holds.exec(sentence) ?? isHeld.exec(sentence);
  const said = match?.[1] ?? "";
  const [body, another] = bodies;
  if (match === null || body === undefined || another !== undefined) return null;
  const told = withoutNames(sentence, names);
  const around =
    told.slice(0, match.index + match[0].length) +
    (ownBody.exec(told.slice(match.index + match[0].length))?.[0] ?? "");
  if (otherBody.test(around.slice(0, match.index))) return null;
  if (!speaksOf(around, body, names.length > 0)) return null;
  const [stated, second] = wordsAt(body.parameters, "lead");
  if (stated === undefined || second !== undefined) return null;
  const own = rank.exec(leadOf(stated, actors));
  const other = rank.exec(said);
  if (own === null || other === null) return null;
  const [deputy = "", chief = ""] = own.slice(1);
  const [saidDeputy = "", saidChief = ""] = other.slice(1);
  // 区委主要负责同志 is the secretary, by another word.
  if (deputy === "" && saidDeputy === "" && [chief, saidChief].includes(inGeneral)) return null;
  const areDeputies = deputy !== "" && saidDeputy !== "";
  if (chief === saidChief && (deputy === saidDeputy || (areDeputies && [deputy, saidDeputy].includes("副"))))
    return null;
  const at = match.index + match[0].indexOf(said);
  // Without its name the word of its kind may be that of another.
  return { body, said, at, stated, isSure: names.length > 0 && (chief !== saidChief || !areDeputies) };
}

/** No other body is called before; where the name is not told, the bare word of its kind is. */
function speaksOf(words: string, { name }: Mechanism, isCalled: boolean): boolean {
  const own = name?.text.trim() ?? "";
  const found = [...words.matchAll(bodyWord)];
  const isOwn = found.every(
    ({ 0: word, index }) => own.endsWith(word) && plainBefore.test(words.slice(0, index)),
  );
  return isOwn && (isCalled || found.length > 0);
}

function withoutNames(
  sentence: string,
  names: readonly { readonly at: number; readonly end: number }[],
): string {
  return names.reduce(
    (words, { at, end }) => words.slice(0, at) + "，".repeat(end - at) + words.slice(end),
    sentence,
  );
}
