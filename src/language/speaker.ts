/** Languages of the program and the one way to turn a `Localized` text into words. */
import type { Diagnostic, Localized } from "../diagnostics/diagnostic.ts";

export const languages = ["en", "zh-Hans", "zh-Hant"] as const;
export type Language = (typeof languages)[number];

/** Speaks one language. Made once per run by `makeSpeaker`; passed to everything that prints. */
export interface Speaker {
  readonly language: Language;
  /** True for both Chinese scripts: full-width punctuation, no spaces between joined parts. */
  readonly chinese: boolean;
  /**
   * The text in this language. `kept` are texts of the plan inside it (names, quoted source): they stay as they are
   * where they stand between “ and ” or between backticks, also when the words around them are converted to Traditional
   * Chinese, where “ and ” become 「 and 」.
   */
  say(text: Localized, kept?: readonly string[]): string;
}

/** Makes the speaker of a language; loads the Traditional Chinese converter only when it is needed. */
export async function makeSpeaker(language: Language): Promise<Speaker> {
  if (language !== "zh-Hant") return speakerOf(language);
  const { toTraditional } = await import("./traditional.ts");
  return traditionalSpeaker(toTraditional);
}

/** The speaker of a language that needs no conversion. */
export function speakerOf(language: Exclude<Language, "zh-Hant">): Speaker {
  return language === "en"
    ? { language, chinese: false, say: (text) => text.en }
    : { language, chinese: true, say: (text) => text.zhHans };
}

/** Turns Simplified into Traditional Chinese, and leaves “kept” as 「kept」 for each kept text. */
export type ToTraditional = (text: string, kept: readonly string[]) => string;

/** The speaker of Traditional Chinese. */
export function traditionalSpeaker(convert: ToTraditional): Speaker {
  return { language: "zh-Hant", chinese: true, say: (text, kept = []) => convert(text.zhHans, kept) };
}

/**
 * The language for messages from the environment: LC_ALL, LC_MESSAGES, LANG, the first that is set and not empty;
 * zh_TW, zh_HK, zh_MO and zh-Hant → zh-Hant, other zh → zh-Hans, all else → en.
 */
export function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((l) => l !== undefined && l !== "") ?? "";
  return languageOfTag(locale) ?? "en";
}

/** The supported language nearest to a language tag or POSIX locale; null when it is neither English nor Chinese. */
export function languageOfTag(tag: string): Language | null {
  if (/^en\b/i.test(tag.replaceAll("_", "-"))) return "en";
  if (!/^zh\b/i.test(tag.replaceAll("_", "-"))) return null;
  return /hant|[-_](tw|hk|mo)\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
}

/** The texts of a finding's message that stay as they are in every script: its arguments, and what it quotes of the plan. */
export function keptTexts({ args, message }: Pick<Diagnostic, "args" | "message">): readonly string[] {
  const texts = Object.values(args).filter((value) => typeof value === "string");
  return [...texts, ...quotedTexts(message.zhHans)];
}

/** What stands between “ and ”, 「 and 」 or between backticks: in messages and notes always text of a plan, a file or a call. */
export function quotedTexts(text: string): readonly string[] {
  return [...text.matchAll(/“([^“”]+)”|「([^「」]+)」|`([^`]+)`/g)].map(
    ([, quoted, cornered, code]) => quoted ?? cornered ?? code ?? "",
  );
}
