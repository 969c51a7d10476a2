/** `plan explain PLAN#INDICATOR` of a compiled plan, as text. */
import type { Compilation } from "../../src/compile.ts";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { explainIndicator } from "../../src/report/explain.ts";

export async function explainText(
  compilation: Compilation,
  id: string,
  { language = "en", entity = null }: { language?: "en" | "zh-Hans"; entity?: string | null } = {},
): Promise<string> {
  return explainIndicator({ compilation, id, entity, speaker: await makeSpeaker(language) });
}
