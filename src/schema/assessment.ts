/** What may stand under `assess`: the methods and their parameters, with titles for editors and `explain` (ENGINE.md section 6). */
import { both, choice, flag, type Part, type Parts, value } from "./part.ts";

const number = (en: string, zhHans: string, more?: readonly [en: string, zhHans: string]): Part =>
  more === undefined ? value(both(en, zhHans)) : value(both(en, zhHans), both(...more));

/** Edges of bands: a list, text with `/` between, or a map. */
function edges(en: string, zhHans: string, keys: readonly string[]): Part {
  const items = value(both("Edge", "界限"));
  return {
    title: both(en, zhHans),
    description: both(
      "Numbers in order, as `[0.95, 0.6, 0]` or `0.95/0.6/0`",
      "依次写明数值，如 `[0.95, 0.6, 0]` 或者 `0.95/0.6/0`",
    ),
    type: ["string", "number", "null", "array", "object"],
    items,
    properties: Object.fromEntries(keys.map((key) => [key, items])),
  };
}

const marks = number("Full marks", "分值", ["10 unless stated", "未写明的为 10 分"]);
const levelOf = (en: string, zhHans: string): Part =>
  number(en, zhHans, ["In the indicator's unit", "按指标的计量单位填写"]);

const selfScore: Parts = {
  marks,
  steps: {
    title: both("Steps", "逐档扣分"),
    description: both(
      "Marks are deducted for each step, even a partial one, by which the value falls short",
      "每低于目标值一档（不足一档按一档计）扣减相应分数",
    ),
    type: ["object", "null"],
    properties: {
      every: number("Every", "每档", ["5% or 5, in the unit", "如 5% 或者 5，按计量单位"]),
      minus: number("Minus", "每档扣分"),
    },
  },
  bands: {
    title: both("Bands", "偏差分档"),
    description: both(
      "Marks by the distance between value and target, from the narrowest band",
      "按实际值与目标值的偏差分档给分，由小到大排列",
    ),
    type: ["array", "null"],
    items: {
      title: both("Band", "一档"),
      type: ["object"],
      properties: { within: number("Within", "偏差不超过"), marks: number("Marks", "该档得分") },
    },
  },
  grades: {
    title: both("Grades", "定性三档"),
    description: both(
      "true; limits as `[80%, 60%]`; or the share of the marks for each observed word",
      "写 true，或者写两档界限，如 `[80%, 60%]`，或者写明各评价用语所得分值的比例",
    ),
    type: ["boolean", "string", "null", "array", "object"],
    items: value(both("Limit", "界限")),
    others: value(both("Share", "比例")),
  },
};

const cagrRatio: Parts = {
  preset: choice(["open-sdg", "eurostat"], both("Preset", "预设")),
  limit: levelOf("Natural limit", "自然极限"),
  bands: edges("Bands of the ratio", "比率分档界限", ["high", "medium", "low"]),
  "growth-bands": edges("Bands of growth, without a target", "增速分档界限（未设目标值）", [
    "high",
    "medium",
    "low",
  ]),
  window: number("Window in years", "考察年数"),
};

/** The parameters of each method besides `method`, in the order of their documentation. */
export const methodParameters: Readonly<Record<string, Parts>> = {
  "linear-pace": {
    "on-track": number("On track from", "“正常”下限", ["1 unless stated", "未写明的为 1"]),
    "at-risk": number("At risk from", "“滞后预警”下限", ["0.8 unless stated", "未写明的为 0.8"]),
    ahead: number("Ahead from", "“超前”下限", ["Not used unless stated", "未写明的不评“超前”"]),
  },
  "schedule-points": {
    preset: choice(["traffic-light", "pepfar"], both("Preset", "预设")),
    basis: choice(
      ["baseline", "zero"],
      both("Basis", "起算基准"),
      both(
        "zero: the share of the target instead of the way from the baseline",
        "zero：按完成率计，不从基期值起算",
      ),
    ),
    snapshot: flag(
      both("Snapshot", "时点指标"),
      both("pepfar: the whole target is expected in every quarter", "pepfar：各季度均按全部目标值要求"),
    ),
  },
  "schedule-relative": { behind: number("Behind", "允许滞后幅度", ["30% unless stated", "未写明的为 30%"]) },
  "cagr-ratio": cagrRatio,
  "un-projection": {
    bands: edges("Bands of the ratio", "比率分档界限", ["high", "low"]),
    "growth-bands": edges("Bands of growth, without a target", "增速分档界限（未设目标值）", ["high", "low"]),
  },
  csi: {},
  anticipated: { bands: edges("Bands of the gap", "差距分档界限", ["low", "high"]) },
  "to-date-band": { band: number("Band", "允许偏差", ["15% unless stated", "未写明的为 15%"]) },
  achievement: {
    green: number("Green from", "绿灯下限", ["90 percent unless stated", "未写明的为 90%"]),
    yellow: number("Yellow from", "黄灯下限", ["75 percent unless stated", "未写明的为 75%"]),
    against: choice(
      ["final", "due"],
      both("Against", "比照对象"),
      both(
        "final: the last target; due: what is due by now",
        "final：最终目标值；due：截至目前已到期的目标值",
      ),
    ),
  },
  "absolute-bands": { red: levelOf("Red limit", "红灯界限"), green: levelOf("Green limit", "绿灯界限") },
  zones: { commit: levelOf("Committed level", "承诺值"), stretch: levelOf("Stretch level", "挑战值") },
  "self-score": selfScore,
  "mid-term": {
    fast: number("Faster from", "“快于预期”下限", ["1.05 unless stated", "未写明的为 1.05"]),
    slow: number("As expected from", "“基本符合预期”下限", ["0.8 unless stated", "未写明的为 0.8"]),
  },
  judgement: {
    status: number("Word", "评定结果", [
      "achieved, ahead, on-track, at-risk, off-track, worsening, missed, or a light",
      "如“正常”“滞后预警”“严重滞后”，或者红、黄、绿",
    ]),
    is: number("Word", "评定结果", ["The same as `status`", "与 `status` 相同"]),
    word: number("Word", "评定结果", ["The same as `status`", "与 `status` 相同"]),
    person: number("Person", "评定人"),
    date: number("Date", "评定日期"),
    reason: number("Reason", "评定理由"),
    expires: number("Expires", "有效期至"),
  },
};
