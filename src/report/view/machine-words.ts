/** Words that plans write for machines where people read them: ids of who acts, sets of things, kinds of lists, levels. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { own } from "../../text/own.ts";
import { conditionWords } from "../condition-words.ts";
import { personText, type ViewContext } from "./context.ts";
import { titleOfId } from "./item-text.ts";
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
  plan: { en: "the whole plan", zhHans: "全方案" },
  owner: { en: "who answers for it", zhHans: "责任主体" },
  due: { en: "by when", zhHans: "完成时限" },
  "district-revenue": { en: "revenue of the district", zhHans: "区级财政收入" },
};

/** Words of the format that a key takes one of. */
export const choiceWords: Readonly<Record<string, Localized>> = {
  each: { en: "each case", zhHans: "逐件" },
  mean: { en: "on average", zhHans: "平均" },
  median: { en: "median", zhHans: "中位数" },
  share: { en: "share within the limit", zhHans: "达标比例" },
  praise: { en: "praise", zhHans: "表扬" },
  normal: { en: "normal", zhHans: "正常" },
  neutral: { en: "neither praise nor sanction", zhHans: "不奖不惩" },
  warning: { en: "warning", zhHans: "警示" },
  sanction: { en: "sanction", zhHans: "惩戒" },
};

/** `first 10%` and `last 3` of a ranking. */
const rank = /^(?:first|last) \d/;

/** The name of the actor or entity of that id, else what the word means; a word that is neither stands as it is written. */
export function machineWord(word: string, context: ViewContext): string {
  const name = personText(word, context);
  if (name !== word) return name;
  const { speaker } = context;
  const found = own(known, word);
  if (found !== undefined) return speaker.say(found);
  if (rank.test(word)) return conditionWords(word, () => null, speaker);
  const level = levelName(word, speaker);
  if (level !== word) return level;
  const title = titleOfId(word, context);
  return title === word && !speaker.chinese ? word.replace(/(?<=[a-z])-(?=[a-z])/g, " ") : title;
}
