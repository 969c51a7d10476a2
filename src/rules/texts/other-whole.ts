/** Of what a share is told in English: of money and scores, or of something else. Shared by rules on texts; not a rule. */

const whole =
  /^,? of ((?:(?! (?:who|that|which|and|but|while|in|on|for|to|from|is|are|by)\b)[^,;:.()]){1,60})/iu;
const whatIsShared =
  /\d|^(?:it|this|that|these|which|them)\b|^all$|\b(?:whole|money|means|budgets?|funds?|funding|total|costs?|sum|time|spending|programme|program|plan|strategy|project|scheme|finances?|financing|expenditure|outlay|amount|investment|grants?|subsid(?:y|ies)|training|hours|course|modules?|score|points|marks|price|bill|balance|income|revenue|resources)\b/iu;

/** 42% of those who ask, 40% of the wages: no share of a fund, a training or a score. */
export function isOfOtherWhole(tail: string): boolean {
  const [, of = ""] = whole.exec(tail) ?? [];
  return of !== "" && !whatIsShared.test(of.trim());
}

/** In the first year half of it: of a time, not of the whole. */
export const ofOneTime: RegExp =
  /\b(?:first|second|third|fourth|last|next|final) (?:year|phase|round|stage|quarter|half|month)s?\b[^;]*$|\bin (?:19|20)\d\d\b[^;]*$|\b(?:initially|at first|to begin with)\b[^;]*$/iu;
