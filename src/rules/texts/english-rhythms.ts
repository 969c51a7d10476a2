/** English words that say how often something is, for expressions over texts. Shared by rules; not a rule. */
const few = "other|second|two|three|four|six|eight|twelve|\\d{1,2}";
const spans = "day|week|fortnight|month|quarter|half-year|year";

/** Adjectives: the quarterly review. */
export const rhythmAdjectives =
  "daily|weekly|fortnightly|monthly|quarterly|half-yearly|six-monthly|yearly|annual";

/** Adverbs: meets every two weeks, twice a year. */
export const rhythmAdverbs = `(?:every|each) (?:(?:${few}) )?(?:${spans})s?|daily|weekly|fortnightly|monthly|quarterly|half-yearly|six-monthly|yearly|annually|(?:once|twice|(?:two|three|four|six|ten|twelve|\\d{1,2}) times) (?:a|per|each|every) (?:${spans})|once (?:every|in) (?:${few}) (?:${spans})s`;

/** A cheap sign of either. */
export const anyEnglishRhythm: RegExp =
  /\b(?:daily|weekly|fortnightly|monthly|quarterly|half-yearly|six-monthly|yearly|annual(?:ly)?|(?:every|each|a|per|two|three|four|six|in \w+) (?:\w+ )?(?:day|week|fortnight|month|quarter|half-year|year)s?)\b/iu;
