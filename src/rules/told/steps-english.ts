/** When an English clause says that a step begins or is finished: the booking portal goes live by June 2026. Shared by a rule; not a rule. */
import type { Day } from "../../plan/time.ts";
import type { Called } from "../texts/callings.ts";

/** A date of a sentence; the days of a month without year are those of each year. */
export interface SaidDate {
  readonly shown: string;
  readonly at: number;
  readonly end: number;
  readonly days: readonly { readonly start: Day; readonly last: Day }[];
}

/** Whether a step begins or ends on a date; `isSure`: the verb can be of no other day of the step. */
export interface Point {
  readonly point: "start" | "end" | "held";
  readonly date: SaidDate;
  readonly isSure?: boolean;
}

const auxiliary =
  "(?:is|are|will|shall|must|should|to|will be|shall be|must be|should be|to be|is to be|are to be|is to|are to|has to be|is due to be|is planned to be|is expected to be|is (?:due|expected|planned|scheduled|set|meant|supposed) to|are (?:due|expected|planned|scheduled|set|meant|supposed) to(?: be)?)";
const endWords =
  "built|completed?|finish(?:ed|es)?|adopted|published|issued|approved|signed|awarded|submitted|presented|released|appointed|recruited|purchased|rolled out|handed over|closed|concluded|finalised|opened|opens?(?: its doors)?|trained|delivered|installed|done|ready(?: for use)?|available|in (?:place|use|service|operation)|(?:comes?|goes|go) into (?:use|service|operation)|operational|up and running|ends?|go(?:es)? live|online|over|out|live|switched on|turned on|activated|unveiled|inaugurated|set up|fitted|staffed|brought into (?:use|service|operation)|put into (?:use|service|operation)|taken into (?:use|service|operation)|runs? until|lasts? until|due|appears?|comes? out";
const startWords = "starts?|started|begins?|begun|launche[ds]|launch|runs? from|commences?|kicks? off";
/** All such words, and those at the end of a name: Hub opens. */
export const verbWords: string = `${endWords}|${startWords}`;
export const endsOfName: RegExp = new RegExp(` (?:${verbWords})$`, "iu");
const preposition =
  "(?: (?:by|in|on|until|at|from|before|within|during|no later than|not later than))?(?: the)?(?: (?:very )?(?:end|middle) of| close of)?(?: \\d{1,2})?";
const verbThenDate = new RegExp(
  `^ (?:${auxiliary} )?(?:(${endWords})|(${startWords}))(?: online| in full)?(?: to (?:the )?(?:public|patients|users|residents|visitors|applicants))?${preposition} ?$`,
  "iu",
);
/** The name itself says how it stands: the public beta launches, of `Public beta launched`. */
const verbInName = new RegExp(` (?:(${endWords})|(${startWords}))$`, "iu");
const onlyPreposition = new RegExp(`^${preposition} ?$`, "iu");
const verbAtEnd = new RegExp(`^ (?:${auxiliary} )?(?:(${endWords})|(${startWords}))(?=$|[.,;]| and )`, "iu");
/** In December, at first for two schools: not yet all of it. */
const freeBehind =
  /^(?:$|(?!, (?:at first|first|initially|to begin with|for (?:some|two|three|a few))\b)[.,;)]| and )/u;
/** Closed in July and open again in August. */
const opensAgain = /\b(?:again|re-?open(?:s|ed)?)\b/iu;
const stepHead = /(?:^\s*|[,;:] ?|\band |\bthat )(?:the |our |an? |all (?:the )?|both )?(?:new )?$/iu;
const dateHead =
  /(?:^\s*|[,;:] ?)(?:by|in|from|until|on|before|at|no later than)(?: the)?(?: (?:end|middle) of)?(?: \d{1,2})? $/iu;

/** Will bring the manual into force by September 2026. */
const bringBefore =
  /\b(?:bring|brings|put|puts|take|takes|publish|publishes|issue|issues|open|opens|deliver|delivers|complete|completes|finish|finishes|launch|launches) (?:the |a |an |our |its )?(?:new |revised |first )?$/iu;
const intoUse = new RegExp(`^(?: into (?:force|use|service|operation))?${preposition} ?$`, "iu");

/** The verb stands between step and date, or behind the step where the date stands first; null for neither. */
export function pointInEnglish<T>(
  sentence: string,
  step: Called<T>,
  said: readonly SaidDate[],
): Point | null {
  const head = sentence.slice(0, step.at);
  for (const date of said) {
    if (date.at >= step.end) {
      const between = sentence.slice(step.end, date.at);
      const match =
        verbThenDate.exec(between) ??
        (onlyPreposition.test(between) ? verbInName.exec(sentence.slice(step.at, step.end)) : null);
      const isFree = freeBehind.test(sentence.slice(date.end)) && !opensAgain.test(sentence.slice(date.at));
      if (isFree && intoUse.test(between) && bringBefore.test(head))
        return { point: "end", date, isSure: false };
      if (match !== null && isFree && stepHead.test(head))
        return { point: match[1] === undefined ? "start" : "end", date };
      continue;
    }
    const between = sentence.slice(date.end, step.at);
    if (
      !/^,? (?:the |our |all (?:the )?)?(?:new )?$/iu.test(between) ||
      !dateHead.test(sentence.slice(0, date.at))
    )
      continue;
    const match = verbAtEnd.exec(sentence.slice(step.end));
    if (match !== null) return { point: match[1] === undefined ? "start" : "end", date };
  }
  return null;
}
