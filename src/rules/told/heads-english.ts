/** Who an English sentence says heads a body: is chaired by the Mayor, the Mayor chairs it. Shared by a rule; not a rule. */
import { wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import type { ToldHead } from "./heads.ts";

const title =
  /\b(?:director|manager|mayor|minister|officer|chair(?:man|woman|person)?|chief|head|secretary|president|superintendent|commissioner|dean|principal|governor|chancellor|leader|executive|inspector|nurse|physician|rector|councillor|coordinator|engineer)\b/i;
const under = /\b(?:deputy|vice|assistant|acting|associate|former)\b/i;
const person = "((?:(?!and\\b|with\\b|who\\b)[A-Za-z'’-]{2,20}(?: |(?=[,.;)]|$))){1,7})";
const behind = new RegExp(
  `^,? (?:[a-z][a-z ]{0,60} and )?(?:(?:is|are|will be|shall be) )?(?:chaired|headed|led) by (?:the |our )?${person}`,
  "u",
);
/** In her absence; the head of the airport. */
const otherwise = /\b(?:absence|absent|away|leave|stead|unable|unavailable)\b/i;
const inGeneral = /^(?:head|leader) of\b/i;
/** Every second meeting of the board, the secretary of the board; all meetings of the board are those of the board. */
const partBefore = /(?<!^(?:all |the )?meetings )\b(?:of|for|to|with|from|by) (?:the |our )?$/i;
/** Heads the board review, leads the board through the figures. */
const endsBehind = /^(?:$|[.,;:)]| (?:and|every|each|which|who|personally)\b)/i;
const before = /(?:^|[,;] |\b[Tt]he )((?:[A-Za-z'’-]{2,20} ){1,6})(?:chairs|heads|leads) (?:the )?$/u;

/** The head that the sentence tells of the one body that it calls, where both are offices, or both are actors of the plan, and they are not one. */
export function englishHeadTold(
  sentence: string,
  body: Mechanism,
  { at, end }: { readonly at: number; readonly end: number },
  actors: ReadonlyMap<string, string>,
): ToldHead | null {
  const [id, second] = wordsAt(body.parameters, "lead");
  if (id === undefined || second !== undefined) return null;
  const stated = { ...id, value: actors.get(id.value) ?? id.value };
  const [lead, rest] = [sentence.slice(0, at), sentence.slice(end)];
  if (otherwise.test(sentence) || partBefore.test(lead)) return null;
  const tail = behind.exec(rest);
  const head = endsBehind.test(rest) ? before.exec(lead) : null;
  const said = (tail?.[1] ?? head?.[1] ?? "").replace(/^[Tt]he /, "").trim();
  const [own, told] = [stated.value, said].map((words) => words.trim().toLowerCase());
  if (own === undefined || told === undefined || inGeneral.test(told)) return null;
  const names = new Set([...actors.values()].map((name) => name.toLowerCase()));
  if (!(names.has(own) && names.has(told)) && !(title.test(own) && title.test(told))) return null;
  const isWithin = own.includes(told) || told.includes(own);
  if (isWithin && under.test(own) === under.test(told)) return null;
  const from = tail === null ? 0 : end;
  return { body, said, at: sentence.indexOf(said, from), stated, isSure: true };
}

/** The text names the stated head somewhere: another one is that of another body. */
export function namesStatedHead(text: string, body: Mechanism, actors: ReadonlyMap<string, string>): boolean {
  const id = wordsAt(body.parameters, "lead")[0]?.value.trim() ?? "";
  const own = (actors.get(id) ?? id).toLowerCase();
  return own !== "" && new RegExp(`(?<!deputy |vice |assistant |acting )${escaped(own)}`, "i").test(text);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
