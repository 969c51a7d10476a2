/**
 * The rules of the house for the words of every code, as far as a program can check them. English: a title and the
 * sentences of `why` and `fix` begin with a capital, a message does not, since a name and a colon may stand before it.
 * Chinese: full-width signs, plan text between “ and ”, one space between Chinese and half-width letters or digits.
 */
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { allCodes } from "../../src/codes.ts";
import type { Localized } from "../../src/diagnostics/diagnostic.ts";
import { keptTexts, makeSpeaker } from "../../src/language/speaker.ts";
import { type CodeSample, codeSamples } from "../kit/code-samples.ts";
import { halfWidthSign, otherChinese, otherEnglish, unquoted } from "../kit/house-style.ts";

const samples = codeSamples();

interface Said {
  readonly where: string;
  readonly text: string;
}

const ofCodes = (pick: (text: (typeof allCodes)[number]["text"]) => string): readonly Said[] =>
  allCodes.map(({ code, text }) => ({ where: code, text: pick(text) }));
const messages = (language: keyof Localized): readonly Said[] =>
  samples.map(({ definition, args }) => ({
    where: definition.code,
    text: definition.text[language].message(args),
  }));
const helps = (language: keyof Localized): readonly Said[] =>
  samples.flatMap(({ definition, args }) => {
    const text = definition.text[language].help?.(args) ?? null;
    return text === null ? [] : [{ where: definition.code, text }];
  });
const notes = (language: keyof Localized): readonly Said[] =>
  samples.flatMap(({ definition, notes }) =>
    notes.map((note) => ({ where: definition.code, text: note[language] })),
  );

/** Those that break a rule, each once. */
function broken(said: readonly Said[], breaks: (text: string) => boolean): readonly string[] {
  return [...new Set(said.filter(({ text }) => breaks(text)).map(({ where, text }) => `${where}: ${text}`))];
}

const chinese = {
  titles: ofCodes((text) => text.zhHans.title),
  sentences: [
    ...ofCodes((text) => text.zhHans.why),
    ...ofCodes((text) => text.zhHans.fix),
    ...helps("zhHans"),
  ],
  messages: messages("zhHans"),
  notes: notes("zhHans"),
};
const allChinese = Object.values(chinese).flat();
const english = {
  titles: ofCodes((text) => text.en.title),
  sentences: [...ofCodes((text) => text.en.why), ...ofCodes((text) => text.en.fix), ...helps("en")],
  messages: messages("en"),
  notes: notes("en"),
};
const allEnglish = Object.values(english).flat();

test("every code has a sample", () => {
  const sampled = new Set(samples.map(({ definition }) => definition.code));
  expect(allCodes.map(({ code }) => code).filter((code) => !sampled.has(code))).toEqual([]);
});

test("no text has double spaces, or spaces at its ends", () => {
  const isLoose = (text: string): boolean => / {2}|^\s|\s$/.test(text);
  expect(broken([...allChinese, ...allEnglish], isLoose)).toEqual([]);
});

test("Chinese has no half-width signs beside Chinese characters, and pairs its quotation marks", () => {
  expect(broken(allChinese, (text) => halfWidthSign.test(unquoted(text)))).toEqual([]);
  // GB/T 15834: texts in quotation marks stand in a row without 、 between them.
  expect(broken(allChinese, (text) => text.includes("”、“"))).toEqual([]);
  expect(broken(allChinese, (text) => /[“”]/.test(unquoted(text)) && !text.includes("””"))).toEqual([]);
});

test("Chinese has one space between its characters and half-width letters, digits and code, none before full-width signs", () => {
  const tight = /\p{Script=Han}[\w`{≥≤+±-]|[\w`}%](?=\p{Script=Han})/u;
  const loose = /[，。；：、（）《》] | [，。；：、（）]| 《|[\p{Script=Han}] [\p{Script=Han}]/u;
  // 每2年 and 每年2次 are words, whatever the number.
  const plain = (text: string): string =>
    unquoted(text).replace(/每(?:\p{Script=Han}{1,2})?\d+(?=[年次日周个])/gu, "每");
  expect(broken(allChinese, (text) => tight.test(plain(text)))).toEqual([]);
  expect(broken(allChinese, (text) => loose.test(plain(text)))).toEqual([]);
});

test("Chinese sentences end with 。, titles, messages and notes do not", () => {
  expect(broken(chinese.sentences, (text) => !/[^，。；：、]。$/.test(text))).toEqual([]);
  const others = [...chinese.titles, ...chinese.messages, ...chinese.notes];
  expect(broken(others, (text) => /[，。；：、？！,.;:]$/.test(text))).toEqual([]);
});

test("English titles and sentences begin with a capital and end as they should, messages and notes begin small", () => {
  expect(broken(english.titles, (text) => !/^[A-Z].*[^.,;:]$/.test(text))).toEqual([]);
  expect(
    broken(english.sentences, (text) => !/^(?:[A-Z]|`|planwright\.yaml).*[^.,;:]\.$/s.test(text)),
  ).toEqual([]);
  const small = [...english.messages, ...english.notes];
  expect(broken(small, (text) => text === "" || /\.$/.test(text.replace(/"[^"]*"/g, "")))).toEqual([]);
  // A capital may only come from the plan, and then stands in quotes or before a colon.
  expect(broken(small, (text) => /^[A-Z][a-z]+ (?!.*: )/.test(text))).toEqual([]);
});

test("English has no full-width signs and no space before a sign", () => {
  const plain = (text: string): string => text.replace(/"[^"]*"|`[^`]*`/g, "x").replace(/\{[^}]*\}/g, "x");
  expect(
    broken([...english.titles, ...english.sentences], (text) => /[，。；：？！、（）“”]/.test(plain(text))),
  ).toEqual([]);
  expect(broken(allEnglish, (text) => /[a-z] [,;:.](?=\s|$)/.test(plain(text)))).toEqual([]);
});

test("one word for one concept: what has a word in the vocabulary is not called otherwise", () => {
  expect(broken(allChinese, (text) => otherChinese.test(unquoted(text)))).toEqual([]);
  expect(broken(allEnglish, (text) => otherEnglish.test(text))).toEqual([]);
});

/** The sample with its texts and numbers replaced one by one, where the message takes any text. */
function replaced(
  { definition, args }: CodeSample,
  key: string,
  value: string | number,
): { readonly en: string; readonly zhHans: string } | null {
  try {
    const changed = { ...args, [key]: value };
    const en = definition.text.en.message(changed);
    const zhHans = definition.text.zhHans.message(changed);
    return /undefined|NaN/.test(en + zhHans) ? null : { en, zhHans };
  } catch {
    // An argument that chooses among words takes no other text.
    return null;
  }
}

/** English names an item by its id, Chinese by its name: either is the item. */
const sameThing: Readonly<Record<string, string>> = {
  actorName: "actor",
  bodyName: "body",
  dimensionName: "dimension",
  entityName: "entity",
  indicatorName: "indicator",
  mechanism: "id",
  name: "id",
  names: "ids",
  neededName: "needed",
  normName: "norm",
  otherName: "other",
  slowName: "slow",
  statement: "id",
  phaseName: "phase",
  targetName: "target",
  objectiveName: "objective",
  ofName: "of",
  missingNames: "missing",
};

/** Arguments that hold words of one language, or choose among words. */
const worded: Readonly<Record<string, RegExp>> = {
  "count/announced": /^of$/,
  "fund/amount-sum": /^part$/,
  "mechanism/incomplete": /^missing/,
  "narrative/ambiguous": /^asked$/,
  "narrative/not-stated-here": /^asked$/,
  "narrative/unresolved": /^asked$/,
  "reference/unused": /^type$/,
  "target/magnitude": /^side$/,
};
const oneLanguage = /[cC]hinese$|^(?:en|zhHans|allowed|columns)$/;

test("both languages tell the same arguments", () => {
  const told = samples.flatMap((sample) => {
    const { definition, args } = sample;
    const groups = new Map<string, { en: boolean; zhHans: boolean }>();
    for (const [key, value] of Object.entries(args)) {
      if (typeof value !== "string" || value === "") continue;
      if (oneLanguage.test(key) || worded[definition.code]?.test(key)) continue;
      const mark = "后台干面里";
      const said = replaced(sample, key, mark);
      if (said === null) continue;
      const group = sameThing[key] ?? key;
      const before = groups.get(group) ?? { en: false, zhHans: false };
      groups.set(group, {
        en: before.en || said.en.includes(mark),
        zhHans: before.zhHans || said.zhHans.includes(mark),
      });
    }
    return [...groups].flatMap(([key, { en, zhHans }]) =>
      en === zhHans ? [] : [`${definition.code} ${key}: only in ${en ? "English" : "Chinese"}`],
    );
  });
  expect([...new Set(told)]).toEqual([]);
});

/** Words of planwright or of the format that travel as arguments, names of encodings, errors and versions, and units, which are printed in Traditional too. */
const ownWords =
  /^(?:en|zhHans|missingInChinese|askedInChinese|allowedChinese|chinese|cause|version|reason|encoding|character|available|allowed|kinds|unit)$/;

/** Figures and dates hold no words, but a section may be called anything. */
function isPlanText(key: string, value: string): boolean {
  if (key === "section" || key === "otherSection") return true;
  return (
    !ownWords.test(key) && !/^[-+\d.,%≥≤<>=×x*/()^ :]*$/.test(value) && !/^[\d-]+\.\.[\d-]+$/.test(value)
  );
}

test("plan text in a message stays as it is when the words around it become Traditional Chinese", async () => {
  const speaker = await makeSpeaker("zh-Hant");
  const lost = samples.flatMap((sample) =>
    Object.entries(sample.args).flatMap(([key, value]) => {
      const mark = "后台干面里";
      const said = typeof value === "string" && isPlanText(key, value) ? replaced(sample, key, mark) : null;
      if (said === null || !said.zhHans.includes(mark)) return [];
      const words = speaker.say(said, keptTexts({ args: { ...sample.args, [key]: mark }, message: said }));
      return words.split(mark).length === said.zhHans.split(mark).length
        ? []
        : [`${sample.definition.code} ${key}: ${said.zhHans}`];
    }),
  );
  expect([...new Set(lost)]).toEqual([]);
});

/** Numbers that count nothing: line numbers, and limits and totals, which are never 1. */
const noCount = /^(?:row|headingsRow|limit|most|columns|items|listed|all|of)$/;

test("one thing is singular in English", () => {
  const plural = samples.flatMap((sample) =>
    Object.entries(sample.args).flatMap(([key, value]) => {
      const said = typeof value === "number" && !noCount.test(key) ? replaced(sample, key, 1) : null;
      return said !== null && /(?<![\d.,:-])1 (?!is |was |has |does |lists |says |as )[a-z]+s\b/.test(said.en)
        ? [`${sample.definition.code} ${key}: ${said.en}`]
        : [];
    }),
  );
  expect([...new Set(plural)]).toEqual([]);
});

test("a page of the documentation that a text names is there", () => {
  const texts = allCodes.flatMap(({ code, text }) =>
    [text.en, text.zhHans].flatMap(({ why, fix }) => [`${code}: ${why}`, `${code}: ${fix}`]),
  );
  const named = texts.flatMap((text) =>
    [...text.matchAll(/docs\/[\w.-]+\.md/g)].map(([page]) => [page, text]),
  );
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter(([page = ""]) => !existsSync(page))).toEqual([]);
});
