import { expect, test } from "vitest";
import { languageOfEnvironment, languageOfTag, makeSpeaker } from "../../src/language/speaker.ts";

test.each([
  [{ LC_ALL: "zh_CN.UTF-8" }, "zh-Hans"],
  [{ LC_ALL: "zh_TW.UTF-8" }, "zh-Hant"],
  [{ LC_ALL: "zh_HK" }, "zh-Hant"],
  [{ LC_ALL: "", LC_MESSAGES: "zh_CN", LANG: "en_US" }, "zh-Hans"],
  [{ LANG: "en_GB.UTF-8" }, "en"],
  [{ LANG: "de_DE" }, "en"],
  [{ LANG: "C" }, "en"],
  [{}, "en"],
])("%j speaks %s", (env, language) => {
  expect(languageOfEnvironment(env)).toBe(language);
});

test("language tags of plans are understood", () => {
  expect(["zh", "zh-Hans", "zh-Hant", "zh-TW", "en-GB", "fr"].map(languageOfTag)).toEqual([
    "zh-Hans",
    "zh-Hans",
    "zh-Hant",
    "zh-Hant",
    "en",
    null,
  ]);
});

test("Traditional Chinese converts planwright's words and keeps quoted text of the plan", async () => {
  const speaker = await makeSpeaker("zh-Hant");
  const text = { en: "", zhHans: "指标“网络覆盖率”的目标值与网络数据不一致" };
  expect(speaker.say(text, ["网络覆盖率"])).toBe("指標「网络覆盖率」的目標值與網路數據不一致");
});
