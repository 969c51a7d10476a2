import { expect, test } from "vitest";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { explainMechanism } from "../../src/report/explain-mechanism.ts";
import { compileText } from "../kit/compile.ts";
import { expectGolden } from "./golden.ts";

const plan = `format: 1
id: sample
title: 样例方案
language: zh-Hans
period: 2026-01..2027-12
sections: [{ id: "3", title: 机制, text: 略。 }, { id: "7", title: 经费, text: 略。 }]
actors: [{ id: finance, name: 财政局 }, { id: office, name: { zh-Hans: 区民政局, en: Civil affairs } }]
indicators:
  - { id: reply, name: 答复时间, unit: h, direction: decrease, baseline: 60h @ 2025-12, targets: [{ reach: ≤24h, by: 2027 }] }
mechanisms:
  - id: money
    type: fund
    name: { zh-Hans: 街道统筹基金, en: Street fund }
    section: "7"
    also-in: ["3"]
    purpose: 弥补缺口
    owner: { lead: finance, with: [office] }
    from: 2026-Q3
    cadence: [{ is: yearly, section: "7", scope: 预算 }, { is: quarterly, section: "7", scope: 评估 }]
    governs: [reply]
    announced: 2
    open: true
    sources:
      - { id: district, name: 区级财政, share: 2%, of: 财政收入, section: "7" }
      - 社会捐赠
    cap: [{ is: 10万元, section: "3" }, { is: 20万元, section: "7", during: 2027, follows: "3" }]
    award: { is: 10%, of: 年度经费 }
    figures: [{ id: pots, name: 资金渠道, is: 2条, section: "7" }]
  - { id: whistle, type: workflow, origin: cited, states: [吹哨, 报到], levels: [{ id: l1, limit: 24h, owner: office }], feeds: reply }
  - { id: staged, type: pilot, stages: [{ share: 20%, by: M6 }], x-note: a }
`;

async function explain(id: string, language: "en" | "zh-Hans"): Promise<string> {
  const compilation = compileText(plan);
  const mechanism = compilation.plan?.mechanisms.find((one) => one.id.value === id);
  if (mechanism === undefined) throw new Error(`no ${id}`);
  return explainMechanism({ compilation, mechanism, speaker: await makeSpeaker(language) });
}

for (const language of ["zh-Hans", "en"] as const) {
  test(`explains mechanisms in ${language} as stored`, async () => {
    const texts = await Promise.all(["money", "whistle", "staged"].map((id) => explain(id, language)));
    expectGolden(`explain-mechanism.${language}.txt`, texts.join("\n"));
  });
}

test("every value of a list of statements has its section and line", async () => {
  expect(await explain("money", "zh-Hans")).toContain(
    ["  上限", "    10万元  章节“3”  :26", "    20万元  （2027）  章节“7”  承接章节“3”  :26"].join("\n"),
  );
});

test("a deadline is told with its day, ids with the names of what they mean", async () => {
  expect(await explain("staged", "en")).toContain("By when: M6 → 30 June 2026  :30");
  expect(await explain("whistle", "zh-Hans")).toContain("计入指标：答复时间（reply）");
});

async function explainMarked(id: string, marked: string): Promise<string> {
  const compilation = compileText(plan);
  const mechanism = compilation.plan?.mechanisms.find((one) => one.id.value === id);
  if (mechanism === undefined) throw new Error(`no ${id}`);
  return explainMechanism({ compilation, mechanism, marked, speaker: await makeSpeaker("zh-Hans") });
}

test("a figure that is asked for stands first with its file, then is marked in its mechanism", async () => {
  const lines = (await explainMarked("money", "pots")).split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "资金渠道  pots：2条  章节“7”  test.plan.yaml:28",
    "",
    "街道统筹基金  money  经费安排  :11",
  ]);
  expect(lines.filter((line) => line.startsWith("▶"))).toEqual(["▶   资金渠道  pots：2条  章节“7”  :28"]);
});

test("so does an entry with an id, with all that it states", async () => {
  const lines = (await explainMarked("money", "district")).split("\n");
  expect(lines.slice(0, 4)).toEqual([
    "1.  区级财政  district  章节“7”  test.plan.yaml:24",
    "   占比：2%  章节“7”  :24",
    "   基数：财政收入  章节“7”  :24",
    "",
  ]);
  expect(lines.filter((line) => line.startsWith("▶"))).toEqual(["▶   1.  区级财政  district  章节“7”  :24"]);
});

test("the file of the plan is named once", async () => {
  for (const text of [await explain("money", "en"), await explainMarked("money", "pots")])
    expect(text.split("test.plan.yaml")).toHaveLength(2);
});
