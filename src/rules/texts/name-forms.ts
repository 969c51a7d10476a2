/**
 * The forms in which a text names an indicator: its whole names, and what a writer makes of them (助餐覆盖率 and 覆盖率 of
 * 助餐服务覆盖率, 排口 of 排口数, clinics of `Number of clinics`). Shared by rules; not a rule.
 */
import type { Indicator } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { turnedRound } from "./turned-names.ts";

/** `whole`: a name as stated; `stem`: one without its word of measure; `tail`: any end of it may stand for it. */
export interface NameForm {
  readonly text: string;
  readonly kind: "whole" | "stem" | "tail";
}

const brackets = /[（(［[][^（）()［］[\]]{0,60}[）)］\]]/g;
const fillers = /服务|工作|建设|项目/g;
const chineseMeasure = /(?:总数量?|数量?|个数|场次|人次|次数|率|占比|比例|比重|总?长度|总?面积|总?量|总额)$/u;
const englishMeasure =
  /^(?:the )?(?:total )?(?:number|count|share|percentage|proportion|rate|level|length|area) of (?:the |all )?| (?:rate|ratio|share|number|count|percentage|length|area)$/i;
const measureOfShare = /(?:率|占比|比例|比重)$/u;

/** All forms of an indicator's names, in small letters; names too short to be known again have none. */
export function formsOf({ name, alsoCalled }: Indicator): readonly NameForm[] {
  const names = [
    ...(name === null ? [] : [...name.byLanguage.values(), name.text]),
    ...alsoCalled.map(({ value }) => value),
  ];
  const forms = new Map<string, NameForm>();
  const add = (text: string, kind: NameForm["kind"]): void => {
    forms.set(`${kind} ${text}`, { text, kind });
  };
  const whole = [...new Set(names.map((one) => one.trim().toLowerCase().slice(0, longestName)))];
  for (const one of whole) if (one.length >= (chinese.test(one) ? 4 : 8)) add(one, "whole");
  for (const one of whole) for (const form of shortened(one)) add(form.text, form.kind);
  return [...forms.values()];
}

const longestName = 200;

function shortened(whole: string): readonly NameForm[] {
  const plain = whole.replace(brackets, "").trim();
  if (!chinese.test(plain)) return shortenedEnglish(plain);
  const short = plain.replace(fillers, "").replace(/^(?:年度|全年)(?=.{4})/u, "");
  const forms: NameForm[] = [];
  for (const one of new Set([plain, short])) {
    const stem = one.replace(chineseMeasure, "");
    // 覆盖 alone may be of anything; 排口 is counted wherever it stands.
    const least = measureOfShare.test(one) ? 4 : 2;
    if (stem !== one && stem.length >= least) forms.push({ text: stem, kind: "stem" });
    // 无障碍改造 of 无障碍改造户数; 农户 of 农户数.
    if (/.{6}户数$/u.test(one)) forms.push({ text: one.slice(0, -2), kind: "stem" });
    // 带头人 of 带头人数: the measure is the number, not the people.
    if (/[^人]人数$/u.test(one) && one.length >= 5) forms.push({ text: one.slice(0, -1), kind: "stem" });
    // 三张清单实现全覆盖 of 三张清单覆盖率.
    if (/.{3}覆盖率$/u.test(one)) forms.push({ text: one.replace(/覆盖率$/u, "实现全覆盖"), kind: "stem" });
    // 修复生态岸线 of 生态岸线修复长度.
    if (stem !== one) for (const turned of turnedRound(stem)) forms.push({ text: turned, kind: "stem" });
    if (one.length >= 4) forms.push({ text: one, kind: "tail" });
    // 诉求办结时限 of 诉求平均办结时限.
    if (/.{2}平均.{2}(?:时限|时间|时长|周期|天数)$/u.test(one))
      forms.push({ text: one.replace("平均", ""), kind: "stem" });
    for (const text of withoutMiddle(one)) forms.push({ text, kind: "stem" });
    // 助餐服务全覆盖 is all of 助餐服务覆盖率.
    if (/.覆盖率$/u.test(one)) forms.push({ text: one.replace(/覆盖率$/u, "全覆盖"), kind: "stem" });
  }
  return forms;
}

/** Words that make another quantity of a name: 新增城镇就业率 is no 新增就业率. */
const narrowing =
  /新增|人均|户均|年均|每|累计|平均|增长|净|不|未|非|无|首|最|困难|特困|留守|城镇|城市|农村|乡村|重点|男|女|老|青|儿|学/u;

/** 农村污水治理率 of 农村生活污水治理率: one word within a long share may be left out. */
function withoutMiddle(name: string): readonly string[] {
  const measure = /(?:[\u4e00-\u9fff]{2}率|满意度|知晓度)$/u.exec(name);
  if (measure === null || name.length < 8 || name.length > 14) return [];
  const found: string[] = [];
  for (const size of [2, 3])
    for (let at = 2; at + size <= measure.index; at += 1)
      if (!narrowing.test(name.slice(at, at + size))) found.push(name.slice(0, at) + name.slice(at + size));
  return found;
}

function shortenedEnglish(plain: string): readonly NameForm[] {
  const stem = plain.replace(englishMeasure, "");
  const told = [plain, stem].flatMap((one) =>
    one.includes(" with ") ? ["have", "has", "having"].map((word) => one.replace(" with ", ` ${word} `)) : [],
  );
  return [...(stem === plain || stem.length < 6 ? [] : [stem]), ...told].map((text) => ({
    text,
    kind: "stem",
  }));
}

/** Words without which a name is that of another quantity: 就业人数 is no 新增就业人数. */
export const meaningWords =
  /新增|人均|户均|年均|每|累计|平均|增长|净|不|未|非|无|重点|优秀|首次|最|困难|特困|留守/;

/** A text in which a name may stand for itself, not as the end of a longer one: 绿化覆盖率 is no 覆盖率. */
export function isFreeBefore(before: string): boolean {
  const last = before.at(-1);
  return (
    last === undefined ||
    !/[\p{L}\d]/u.test(last) ||
    /(?:[的使将其把和与及令让底末日内前后起]|[年月]|年共|总共|共计|合计|全[区市县镇乡街院校]|本[区市县镇乡院校]|实现|确保|推动|力争|促进|达到|建成|[个所处座家户名人台套])$/u.test(
      before.slice(-2),
    )
  );
}
