/** What a revision changes, in names: `indicators/coverage/targets/2027-12` is the coverage, its target of December 2027. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { dayOf } from "../../plan/days.ts";
import { own } from "../../text/own.ts";
import { printMonth, printYear } from "../dates.ts";
import type { ViewContext } from "./context.ts";
import { titleOfId } from "./item-text.ts";

/** First words of a path into a plan: its lists. */
const lists: ReadonlySet<string> = new Set([
  "sections",
  "sources",
  "actors",
  "entities",
  "problems",
  "dimensions",
  "objectives",
  "indicators",
  "phases",
  "milestones",
  "deliverables",
  "actions",
  "risks",
  "evidence",
  "resources",
  "mechanisms",
]);

/** Keys on the way, as the plan's readers call them; those that only hold a list are left out (null). */
const keys: Readonly<Record<string, Localized | null>> = {
  targets: { en: "target", zhHans: "目标值" },
  baseline: { en: "baseline", zhHans: "基期值" },
  weight: { en: "weight", zhHans: "权重" },
  owner: { en: "owner", zhHans: "责任单位" },
  unit: { en: "unit", zhHans: "单位" },
  definition: { en: "definition", zhHans: "指标解释" },
  frequency: { en: "reporting rhythm", zhHans: "报送频次" },
  period: { en: "period", zhHans: "起止时间" },
  by: { en: "due date", zhHans: "完成时限" },
  amount: { en: "amount", zhHans: "数量" },
  budget: { en: "budget", zhHans: "预算" },
  share: { en: "share", zhHans: "占比" },
  count: { en: "count", zhHans: "数量" },
  rule: { en: "norm", zhHans: "标准" },
  is: { en: "value", zhHans: "数值" },
  text: { en: "text", zhHans: "正文" },
  title: { en: "title", zhHans: "标题" },
  name: { en: "name", zhHans: "名称" },
  cadence: { en: "rhythm", zhHans: "频次" },
  modules: null,
  figures: null,
  rules: null,
  composition: null,
  lines: null,
  bands: null,
  components: null,
};

/** The change by the names of what it changes; a text that is no path into the plan stands as it is. */
export function revisedText(what: string, context: ViewContext): string {
  const [list = "", id, ...rest] = what.trim().split("/");
  if (id === undefined || id === "" || !lists.has(list)) return what;
  const { labels, speaker } = context;
  const name = titleOfId(id, context);
  const parts = rest.flatMap((part) => {
    const word = own(keys, part);
    if (word === null) return [];
    return [word === undefined ? (periodText(part, context) ?? titleOfId(part, context)) : speaker.say(word)];
  });
  return parts.length === 0 ? name : `${name}${labels.colon}${parts.join(speaker.chinese ? "，" : ", ")}`;
}

const yearMonth = /^(\d{4})(?:-(\d{2}))?$/;

/** `2027`, `2027-12` and the months of a plan (`M12`) in words; null for anything else. */
function periodText(part: string, { speaker }: ViewContext): string | null {
  const ofPlan = /^M(\d{1,3})$/.exec(part)?.[1];
  if (ofPlan !== undefined) return speaker.say({ en: `month ${ofPlan}`, zhHans: `第${ofPlan}个月` });
  const [, year, month] = yearMonth.exec(part) ?? [];
  const first = year === undefined ? null : dayOf(Number(year), Number(month ?? 1), 1);
  if (first === null) return null;
  return month === undefined ? printYear(first, speaker) : printMonth(first, speaker);
}
