/** How often an English sentence says that something is held that it names: the board meets monthly. Shared by a rule; not a rule. */
import { rhythmAdjectives, rhythmAdverbs } from "../texts/english-rhythms.ts";

/** The words with their place. */
interface Told {
  readonly said: string;
  readonly at: number;
}

const englishVerbs =
  "(?:(?:normally|usually|formally) )?(?:meets|convenes|gathers|assembles|comes together|sits|takes? place|runs|happens?|comes out|(?:is|are) (?:held|convened|done|run|made|repeated|conducted|carried out|undertaken|published|drawn up|updated|organised)|(?:will|shall|must|should|is to) (?:meet|convene|gather|come together|sit|take place|be (?:held|convened|done|made|repeated|conducted|carried out|undertaken|published|drawn up|updated)))";
/** At first, or in some weeks only; in term time is always. */
const notAlways =
  "(?! (?:in the first|at first|until|while|for the first|before|after|during (?!(?:the )?(?:school |academic )?(?:term|year)|the (?:plan|programme|project)))\\b)";
/** The steering group of all partners is the steering group. */
const ofWhole =
  "(?: of (?:all [a-z]+|the (?:plan|programme|program|project|strategy|district|county|city|town|municipality|region|partners)))?";
/** Nothing else but a verb may stand between name and rhythm. */
const englishBehind = new RegExp(
  `^(${ofWhole}(?:, which)? ${englishVerbs} )(${rhythmAdverbs})\\b${notAlways}`,
  "iu",
);
/** The check-in is weekly. */
const isAlone = new RegExp(`^( is )(${rhythmAdverbs})(?=$|[.,;])`, "iu");
/** The board's monthly meetings; monthly meetings of the board. */
const meetingsBehind = new RegExp(`^((?:'s|’s)? )(${rhythmAdjectives}) (?:meetings?|sessions?)\\b`, "iu");
const meetingsBefore = new RegExp(
  `\\b(${rhythmAdjectives}) (?:meetings?|sessions?) of (?:the |our )?$`,
  "iu",
);
/** A group of the board, the chair of the board: somebody else meets. */
const ofName =
  /\b(?!meetings?\b|sessions?\b|sittings?\b)[a-z]+ (?:of|under|from|within|for|to|by|with|and) (?:the |our |its )?$/iu;
const timesBehind =
  /^ (?:holds|has) ((?:two|three|four|six|ten|twelve|\d{1,2}) meetings (?:a|per|each|every) (?:year|quarter|month))\b/iu;
const englishLater = new RegExp(
  `^( [a-z '’]{3,60} and|, (?:chaired|led|headed) by [a-z '’]{3,60},)( (?:meets|convenes|sits) )(${rhythmAdverbs})(?![a-z])${notAlways}`,
  "iu",
);
/** The quarterly progress review. */
const wholeName =
  /^s?(?:$|[.,;]| (?:is|are|was|will|shall|looks?|meets?|checks?|of|on|in|by|and|to|with|at|for|tells?|covers?|compares?|judges?|shows?|sees?)\b)/u;
const adjectiveBefore = new RegExp(
  `(?:^|\\b(?:the|a|an|each|our|its|for|of|in|at|by|on|with|through|from|to|and|holds?|makes?|runs?|organis(?:es?|ing)|arranges?) )(${rhythmAdjectives}) $`,
  "iu",
);
/** Who chairs it is no other body that meets. */
const chairedBy = /^(?:,| is|,? which is) (?:chaired|led|headed|convened) by [a-z '’]{3,60}(?: and|,)$/iu;
const otherBody = /\b(?:office|committee|group|team|every|each)\b/iu;

/** The rhythm beside a name; null where none is told of it. */
export function englishRhythmTold(
  sentence: string,
  { at, end }: { readonly at: number; readonly end: number },
): Told | null {
  const head = sentence.slice(Math.max(0, at - 60), at);
  const tail = sentence.slice(end, end + 120);
  const meetings = meetingsBefore.exec(head);
  if (meetings !== null) return { said: meetings[1] ?? "", at: at - head.length + meetings.index };
  const isOther = ofName.test(head);
  const match =
    (isOther ? null : (englishBehind.exec(tail) ?? isAlone.exec(tail))) ?? meetingsBehind.exec(tail);
  if (match !== null) return { said: match[2] ?? "", at: end + (match[1] ?? "").length };
  const often = isOther ? null : timesBehind.exec(tail);
  if (often !== null) return { said: often[1] ?? "", at: end + often[0].indexOf(often[1] ?? "") };
  const later = isOther ? null : englishLater.exec(tail);
  if (later !== null && (chairedBy.test(later[1] ?? "") || !otherBody.test(later[1] ?? ""))) {
    const [, clause = "", verb = "", said = ""] = later;
    return { said, at: end + clause.length + verb.length };
  }
  const adjective = adjectiveBefore.exec(head);
  if (adjective === null || !wholeName.test(sentence.slice(end, end + 20))) return null;
  const said = adjective[1] ?? "";
  return { said, at: at - adjective[0].length + adjective[0].lastIndexOf(said) };
}
