/** English numbers in words, as texts write them: two, twelve, twenty-five, sixty. */

const upToTwenty =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const tens = "thirty forty fifty sixty seventy eighty ninety".split(" ");
const byWord: ReadonlyMap<string, number> = new Map([
  ...upToTwenty.map((word, i): [string, number] => [word, i + 1]),
  ...tens.map((word, i): [string, number] => [word, (i + 3) * 10]),
]);

/** For expressions: any number in words from two to ninety-nine, in small letters. */
export const englishNumberWords: string = `(?:twenty|${tens.join("|")})[- ](?:${upToTwenty.slice(0, 9).join("|")})|${[...upToTwenty.slice(1), ...tens].sort((a, b) => b.length - a.length).join("|")}`;

/** For expressions: any whole number above one, in digits with or without commas, or in words. */
export const englishCount: string = `\\d{1,3}(?:,\\d{3})+|\\d{1,6}|${englishNumberWords}`;

/** The number that the words say; null for any other words. */
export function englishNumber(words: string): number | null {
  const plain = words.toLowerCase();
  const known = byWord.get(plain);
  if (known !== undefined) return known;
  const [ten = "", unit = "", ...more] = plain.split(/[- ]/);
  const [a, b] = [byWord.get(ten), byWord.get(unit)];
  return a === undefined || b === undefined || more.length > 0 || a < 20 || b > 9 ? null : a + b;
}
