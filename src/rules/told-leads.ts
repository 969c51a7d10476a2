/** Who a sentence says leads: an actor by its name or as it is shortened (区卫健局), or a body that the plan does not list. Not a rule. */
import type { Plan } from "../plan/plan.ts";
import { chinese } from "../text/chinese.ts";
import { type NamedPlace, type NamesByEnd, namedThings, placesIn } from "./named-things.ts";

type Actor = Plan["actors"][number];

/** The one that leads, with its place. */
export interface ToldLead {
  readonly said: string;
  readonly at: number;
  readonly end: number;
  /** Null for a body that is none of the plan's actors. */
  readonly actor: Actor | null;
}

const before =
  /(?:由|\b(?:led|run|managed|owned|headed) by (?:the )?|\b(?:responsibility|hands) of (?:the )?)$/iu;
const clauseHead = /(?:^|[，；：:]|["“])$/u;
const behind =
  /^(?:（[^（）]{0,20}）)?(?:总?牵头|负责|主责|承担|组织|具体负责|统一负责|召集|主持|召开|开展|考核|督查|评估)/u;
/** Without 由 only these say who leads: 区财政局开展… is what it does. */
const behindAtHead = /^(?:总?牵头|负责|主责)/u;
const behindEnglish = /^ (?:leads|is responsible for|is in charge of|answers for) /iu;
const shortened =
  /(?:由|^|[，；：])((?:(?!由)[\u4e00-\u9fff]){2,12}?[局委办部院署厅会])(?:总?牵头|具体负责|负责|主责|承担|组织实施)/u;
/** One of several that do it together leads alone only where it is said so. */
const joined = /[、和与及同]$/u;

/** Reads who leads in a sentence; null where nobody is said to, or several are. */
export function leadReader({ actors }: Pick<Plan, "actors">): (sentence: string) => ToldLead | null {
  const byName = namedThings(actors);
  return (sentence) => {
    const named = leadIn(sentence, byName);
    if (named === "several") return null;
    if (named !== null)
      return { said: sentence.slice(named.at, named.end), at: named.at, end: named.end, actor: named.item };
    return chinese.test(sentence) ? shortLeadIn(sentence, actors) : null;
  };
}

function leadIn(sentence: string, actors: NamesByEnd<Actor>): NamedPlace<Actor> | "several" | null {
  const places = placesIn(sentence, actors);
  const leads = places.filter((one) => isLead(sentence, one));
  const [only] = leads;
  if (only === undefined) return places.length > 0 ? "several" : null;
  const head = sentence.slice(Math.max(0, only.at - 2), only.at);
  return leads.length > 1 || joined.test(head) ? "several" : only;
}

function isLead(sentence: string, { at, end }: NamedPlace<Actor>): boolean {
  const head = sentence.slice(Math.max(0, at - 24), at);
  const tail = sentence.slice(end, end + 60);
  if (behindEnglish.test(tail)) return true;
  if (before.test(head)) return /[a-z]/i.test(sentence[at] ?? "") || behind.test(tail);
  return clauseHead.test(head) && behindAtHead.test(tail);
}

function shortLeadIn(sentence: string, actors: readonly Actor[]): ToldLead | null {
  const match = shortened.exec(sentence);
  const said = match?.[1] ?? "";
  if (match === null || said === "" || /[、和与及各]/u.test(said)) return null;
  const at = match.index + match[0].indexOf(said);
  const meant = actors.filter(({ name }) => isShortFor(said, name?.text.trim() ?? ""));
  const [actor = null] = meant;
  return meant.length > 1 ? null : { said, at, end: at + said.length, actor };
}

/** 区卫健局 is short for 区卫生健康局: its characters stand there in this order, the last at the end. */
export function isShortFor(short: string, full: string): boolean {
  const [a, b] = [short, full].map((one) => one.replace(/委员会$/u, "委"));
  if (a === undefined || b === undefined || a.length < 3 || a.length > b.length) return false;
  if (a.at(-1) !== b.at(-1)) return false;
  let at = -1;
  for (const sign of a) {
    const next = b.indexOf(sign, at + 1);
    if (next < 0 || (at < 0 && next > 2)) return false;
    at = next;
  }
  return true;
}
