/** Who an English sentence says collects or reports the data of an indicator that it names. Shared by a rule; not a rule. */

interface Place {
  readonly at: number;
  readonly end: number;
}

const collected = "collected|measured|counted|recorded|gathered|surveyed|monitored|tracked|observed|compiled";
const reported = "reported|supplied|provided|delivered|submitted|published";
const collects = "collects|measures|counts|records|surveys|monitors|tracks|gathers|compiles";
const reports = "reports|supplies|provides|delivers|submits";
/** A cheap sign of either. */
export const mayTellCollector: RegExp = new RegExp(
  `\\b(?:${collected}|${reported})\\b[^.;]{0,40}? by |\\b(?:${collects}|${reports}) |\\b(?:come|comes|taken|obtained|drawn) from `,
  "iu",
);
const often =
  "(?: (?:regularly|monthly|quarterly|yearly|annually|daily|weekly|(?:every|each) [a-z]+|(?:once|twice) an? [a-z]+|[a-z]+ times a [a-z]+))?";
const subject =
  "(?:['’]s?)?(?: (?:data|figures?|numbers?|results?|values?|statistics))?,?(?: (?:is|are|will be|shall be|must be))?(?: (?:all|always|both))?";
const passiveOf = (verbs: string): RegExp =>
  new RegExp(`^${subject}${often},?(?: as)? (?:${verbs})${often} by (?:the |our )?$`, "iu");
const passives = { collected: passiveOf(collected), reported: passiveOf(reported) };
const comesFrom = new RegExp(
  `^${subject}(?: (?:come|comes|taken|obtained|drawn))${often} from (?:the |our )?$`,
  "iu",
);
const freeBehind =
  /^(?=\s*$|[.,;:)]| (?:every|each|once|twice|monthly|quarterly|yearly|annually|weekly|daily|on|in|at|from|for|with|through|by|to|and (?:is|are|published|checked|reported|sent|shown)|two|three|four|six)\b)/iu;
const data =
  "(?:the |all |its )?(?:data|figures?|numbers?|results?|statistics)(?: (?:on|for|of|about))?(?: the)?";
const activeOf = (verbs: string, isDirect: boolean): RegExp =>
  new RegExp(`^${often} (?:${verbs})${often} (?:${data}${isDirect ? "|the" : ""})? ?$`, "iu");
const actives = { collects: activeOf(collects, true), reports: activeOf(`${collects}|${reports}`, false) };

/** The one at `actor` collects what is named at `indicator`. */
export function isCollectorIn(sentence: string, indicator: Place, actor: Place): boolean {
  return isTold(sentence, indicator, actor, passives.collected, actives.collects);
}

/** It gives the figures, whoever collects them. */
export function isReporterIn(sentence: string, indicator: Place, actor: Place): boolean {
  if (actor.at >= indicator.end && comesFrom.test(sentence.slice(indicator.end, actor.at)))
    return freeBehind.test(sentence.slice(actor.end));
  return isTold(sentence, indicator, actor, passives.reported, actives.reports);
}

function isTold(
  sentence: string,
  { at, end }: Place,
  actor: Place,
  passive: RegExp,
  active: RegExp,
): boolean {
  if (actor.at >= end)
    return passive.test(sentence.slice(end, actor.at)) && freeBehind.test(sentence.slice(actor.end));
  const head = sentence.slice(0, actor.at);
  return /(?:^\s*|[,;:] |\band )(?:the |our )?$/iu.test(head) && active.test(sentence.slice(actor.end, at));
}
