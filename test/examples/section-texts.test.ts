/**
 * Every placeholder of the examples' section texts is filled with what that very section states; the filled texts are
 * held to stored ones, to be read as their readers will. `UPDATE_GOLDEN=1` rewrites them.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Compilation } from "../../src/compile.ts";
import { type FilledText, makeFill, planSpeaker } from "../../src/report/section-text.ts";
import { makeContext } from "../../src/report/view/context.ts";
import { compilePlan, exampleFile, examplePlans, goldenName, samplePlans } from "./example-files.ts";

const plans = [...examplePlans, ...samplePlans];

function isChinese({ folder, name }: (typeof plans)[number]): boolean {
  return /^language: zh/m.test(exampleFile(folder, `${name}.plan.yaml`));
}

interface SectionFilled extends FilledText {
  readonly id: string;
  readonly title: string;
}

async function filledTexts(compilation: Compilation): Promise<readonly SectionFilled[]> {
  const { plan, asOf } = compilation;
  if (plan === null) throw new Error("the plan cannot be read");
  const fill = makeFill(makeContext({ compilation, speaker: await planSpeaker(plan), asOf }));
  return plan.sections
    .filter(({ text }) => text !== null)
    .map((section) => ({ id: section.id.value, title: section.title?.text ?? "", ...fill(section) }));
}

test.each(plans)("$folder/$name: every text draws on its own section", async ({ folder, name }) => {
  const texts = await filledTexts(compilePlan(folder, name));
  const placeholders = texts.flatMap(({ id, placeholders }) => placeholders.map((one) => ({ id, ...one })));
  expect(placeholders.length).toBeGreaterThan(0);
  expect(
    placeholders.filter(({ state }) => state !== "here").map(({ id, asked }) => ({ id, asked })),
  ).toEqual([]);
  const unfilled = texts.filter(({ text }) => /\{\{|\}\}|〔|undefined|null/.test(text));
  expect(unfilled.map(({ id, text }) => `${id} ${text}`)).toEqual([]);
});

test.each(plans)("$folder/$name: filled texts are as stored", async ({ folder, name }) => {
  const texts = await filledTexts(compilePlan(folder, name));
  const actual = texts.map(({ id, title, text }) => `${id} ${title}\n${text.trim()}\n`).join("\n");
  const path = `test/golden/examples/${goldenName({ folder, name })}.texts.txt`;
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(path, actual);
  expect(existsSync(path), `${path} is missing`).toBe(true);
  expect(actual).toBe(readFileSync(path, "utf8"));
});

test.each(plans.filter(isChinese))(
  "$folder/$name: no filled text doubles a unit or holds a code",
  async ({ folder, name }) => {
    const texts = await filledTexts(compilePlan(folder, name));
    const odd =
      /(每[年月周天日人]|每季度)[^，；。、（）到]{0,6}\1|(?:%|[个项类条名人次家支天小时])\/|以上以上|[a-z]{3,}/;
    expect(texts.flatMap(({ id, text }) => odd.exec(text)?.[0].concat(` in ${id}`) ?? [])).toEqual([]);
  },
);
