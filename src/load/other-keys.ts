/**
 * Keys that a map does not take, as people write them who do not know the format's own: the words of the field in either language, each with
 * the keys that may stand for it, the likeliest first.
 */
import { nearest } from "../diagnostics/suggest.ts";

const inEnglish: readonly (readonly [words: string, keys: readonly string[]])[] = [
  ["value figure", ["is", "reach", "amount"]],
  ["target", ["targets", "reach"]],
  ["level", ["reach", "is"]],
  ["amount number quantity count", ["amount", "is"]],
  ["cost sum total", ["amount"]],
  ["date day when on", ["at", "by", "date", "due"]],
  ["due deadline until end end-date due-date target-date year", ["by", "due", "at"]],
  ["dates duration time timeline schedule timeframe", ["period", "during"]],
  ["title label heading", ["name", "title"]],
  ["name", ["title", "statement"]],
  ["code key identifier no ref", ["id"]],
  ["description summary", ["statement", "definition", "text", "note"]],
  ["meaning explanation", ["definition", "note"]],
  ["text content body", ["text", "statement", "note"]],
  ["comment comments remark remarks notes", ["note"]],
  ["responsible lead leader accountable responsibility agency department owners", ["owner", "lead"]],
  ["chair head chairperson", ["lead"]],
  ["partners support supported-by", ["with"]],
  ["goal goals aim purpose", ["objective", "objectives"]],
  ["depends depends-on requires dependencies after prerequisites", ["needs"]],
  ["rhythm interval every", ["cadence", "frequency"]],
  ["frequency", ["cadence"]],
  ["cadence reporting", ["frequency"]],
  ["data-source source-of-data verification means-of-verification", ["source"]],
  ["measure measurement uom unit-of-measure", ["unit"]],
  ["start-value starting-point initial current", ["baseline"]],
  ["probability", ["likelihood"]],
  ["consequence severity", ["impact"]],
  ["type category", ["kind", "type"]],
  ["kind", ["type"]],
  ["weighting share", ["weight", "share"]],
  ["threshold limit", ["at", "when", "limit"]],
  ["participants", ["members"]],
  ["chapter paragraph", ["section"]],
  ["lang", ["language"]],
];

const inChinese: readonly (readonly [words: string, keys: readonly string[]])[] = [
  ["名称 指标名称 任务名称 机制名称", ["name", "title"]],
  ["标题 题目", ["title", "name"]],
  ["编号 序号 代码", ["id"]],
  ["值 数值 指标值 当前值", ["is", "reach", "amount"]],
  ["单位 计量单位", ["unit"]],
  ["方向", ["direction"]],
  ["基期 基期值 基准值 基数 现状 现状值", ["baseline"]],
  ["目标值 目标", ["targets", "reach"]],
  ["指标", ["indicators", "indicator"]],
  ["责任单位 责任主体 责任人 牵头单位 负责单位 负责人 主管部门", ["owner", "lead"]],
  ["组长", ["lead"]],
  ["配合单位 协同单位 参与单位", ["with"]],
  ["成员 成员单位", ["members"]],
  ["频率 报送频率 频次", ["frequency", "cadence"]],
  ["周期", ["cadence", "frequency", "period"]],
  ["来源 数据来源 资料来源", ["source"]],
  ["定义 指标解释 计算方法 口径", ["definition"]],
  ["权重", ["weight"]],
  ["占比 比例", ["share", "weight"]],
  ["章节 章", ["section"]],
  ["日期 时间", ["at", "by", "date", "period"]],
  ["期限 完成时限 完成时间 截止时间 时限", ["by", "due", "limit", "period"]],
  ["起止时间 实施期限 实施期 规划期", ["period", "during"]],
  ["说明 备注 注", ["note"]],
  ["表述 描述 内容", ["statement", "text", "definition", "note"]],
  ["正文", ["text"]],
  ["类型 类别 种类", ["kind", "type", "role"]],
  ["维度", ["dimension"]],
  ["前置条件 依赖 前置任务", ["needs"]],
  ["措施 应对措施 防范措施", ["mitigations"]],
  ["可能性", ["likelihood"]],
  ["影响 影响程度", ["impact"]],
  ["数量 金额 人数", ["amount", "is"]],
  ["语言", ["language"]],
];

/** The words, each with what it may stand for. */
export function knownWords(): readonly { readonly word: string; readonly keys: readonly string[] }[] {
  return [...inEnglish, ...inChinese].flatMap(([words, keys]) =>
    words.split(" ").map((word) => ({ word, keys })),
  );
}

let keysOf: ReadonlyMap<string, readonly string[]> | null = null;

function meantBy(word: string): readonly string[] {
  keysOf ??= new Map(knownWords().map(({ word: one, keys }) => [one, keys]));
  return keysOf.get(word) ?? [];
}

/** The key that is meant by one that is not known: by its spelling, else by its meaning; null where neither tells. `free`: known here, not used yet, and of the shape of the value. */
export function keyMeant(
  key: string,
  known: readonly string[],
  free: ReadonlySet<string>,
): { readonly key: string; readonly isSpelling: boolean } | null {
  const spelt = nearest(key, known);
  if (spelt !== null) return { key: spelt, isSpelling: true };
  const word = key.toLowerCase().replaceAll(/[_ ]/g, "-");
  const meant = meantBy(word).find((one) => free.has(one));
  return meant === undefined ? null : { key: meant, isSpelling: false };
}
