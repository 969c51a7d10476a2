/** Conditions and norms of mechanisms as documents print them. */
import { expect, test } from "vitest";
import { speakerOf } from "../../src/language/speaker.ts";
import { conditionWords } from "../../src/report/condition-words.ts";

const names: Readonly<Record<string, string>> = {
  "coverage-rate": "助餐服务覆盖率",
  "payment-share": "支付进度",
};
const nameOf = (id: string): string | null => names[id] ?? null;

const told: readonly (readonly [string, string, string])[] = [
  ["grade = 优秀 for 3 years", "连续3年等次为优秀", "grade is 优秀 for 3 years"],
  ["service >= 5 years", "服务年限5年以上", "service at least 5 years"],
  ["area >= 80 m²", "面积80平方米以上", "area at least 80 m²"],
  ["service_hall_area >= 200 m²", "200平方米以上", "service hall area at least 200 m²"],
  ["hall_area / area >= 40%", "40%以上", "hall area ÷ area at least 40%"],
  ["travel-time <= 15 minutes", "15分钟以内", "travel time at most 15 minutes"],
  ["5..8 per 10,000 population", "每万人5～8名", "5 to 8 per 10,000 population"],
  [
    "workers >= 18 per 10,000 urban_residents",
    "每万人不少于18名",
    "workers at least 18 per 10,000 urban residents",
  ],
  ["brands = 1", "1", "brands: 1"],
  ["coordinators = 2..3", "2～3", "coordinators: 2 to 3"],
  ["kind = 党群服务中心", "类别为党群服务中心", "kind is 党群服务中心"],
  [
    "coverage-rate < elapsed - 15pp",
    "助餐服务覆盖率低于时间进度超过15个百分点",
    "助餐服务覆盖率 more than 15 pp below share of the time elapsed",
  ],
  [
    "payment-share >= elapsed + 5 pp",
    "支付进度高于时间进度不少于5个百分点",
    "支付进度 at least 5 pp above share of the time elapsed",
  ],
  [
    "payment-share >= elapsed - 5 pp",
    "支付进度不低于时间进度 − 5个百分点",
    "支付进度 at least share of the time elapsed − 5 pp",
  ],
  [
    "payment-share < 50% and score < 60",
    "支付进度不足50%且得分不足60",
    "支付进度 less than 50% and score less than 60",
  ],
  ["last 10%", "后10%", "last 10%"],
  ["first 3", "前3名", "first 3"],
  ["进度滞后", "进度滞后", "进度滞后"],
  ["情节较重", "情节较重", "情节较重"],
  ["count(coverage-rate >= 90%) > 2", "count(coverage-rate >= 90%) > 2", "count(coverage-rate >= 90%) > 2"],
];

test.each(told)("%s", (text, zhHans, en) => {
  expect(conditionWords(text, nameOf, speakerOf("zh-Hans"))).toBe(zhHans);
  expect(conditionWords(text, nameOf, speakerOf("en"))).toBe(en);
});
