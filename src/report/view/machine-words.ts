/** Words that plans write for machines where people read them: ids of who acts, sets of things, kinds of lists, levels. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { own } from "../../text/own.ts";
import { personText, type ViewContext } from "./context.ts";
import { levelName } from "./level-names.ts";

const known: Readonly<Record<string, Localized>> = {
  entities: { en: "all entities", zhHans: "各实施单位" },
  premises: { en: "premises", zhHans: "场所" },
  equipment: { en: "equipment", zhHans: "设备" },
  residents: { en: "residents", zhHans: "居民" },
  communities: { en: "communities", zhHans: "各社区" },
  duty: { en: "duties", zhHans: "职责" },
  responsibility: { en: "responsibilities", zhHans: "责任" },
  negative: { en: "what is forbidden", zhHans: "负面" },
  service: { en: "services", zhHans: "服务" },
  demand: { en: "demands", zhHans: "需求" },
  "idle-resources": { en: "idle resources", zhHans: "闲置资源" },
  talent: { en: "talent", zhHans: "人才" },
};

/** The name of the actor or entity of that id, else what the word means; a word that is neither stands as it is written. */
export function machineWord(word: string, context: ViewContext): string {
  const name = personText(word, context);
  if (name !== word) return name;
  const found = own(known, word);
  return found === undefined ? levelName(word, context.speaker) : context.speaker.say(found);
}
