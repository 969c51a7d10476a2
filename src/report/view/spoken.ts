/** A table of texts in the language of the report. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Speaker } from "../../language/speaker.ts";

/** The same keys with their texts in one language. */
export function spoken<K extends string>(
  texts: Readonly<Record<K, Localized>>,
  speaker: Speaker,
): Readonly<Record<K, string>> {
  const entries = Object.entries<Localized>(texts).map(([key, text]) => [key, speaker.say(text)]);
  // Built from the very keys of the table: every one is there.
  return Object.fromEntries(entries) as Record<K, string>;
}
