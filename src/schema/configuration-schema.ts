/** The JSON Schema of `planwright.yaml`, for editors; `cli/configuration.ts` reads the file, and a test holds the two together. */
import type { CodeDefinition, Localized } from "../diagnostics/diagnostic.ts";
import type { JsonSchema } from "./json-schema.ts";

const words = {
  title: { en: "Settings of a repository of plans", zhHans: "方案仓库设置" },
  about: {
    en: "The nearest planwright.yaml above a plan holds; its folder is the root that plans cannot leave.",
    zhHans:
      "以方案上级文件夹中最近的 planwright.yaml 为准；其所在文件夹即根目录，方案不能读取根目录之外的文件。",
  },
  asOf: { en: "Day on which the plans are judged; default: today", zhHans: "评定所依据的日期；默认为当天" },
  rules: { en: "Severity of each rule; off silences it", zhHans: "各规则的级别；off 为关闭" },
  templates: {
    en: "Folder of report templates of one's own, below that of this file",
    zhHans: "自有报告模板文件夹，须在本文件所在文件夹之内",
  },
  data: {
    en: "Data files, below the folder of this file, of the plans that name none of a kind themselves; {id} in a path stands for the id of a plan",
    zhHans: "数据文件，须在本文件所在文件夹之内；用于未写明该类数据文件的方案，路径中的 {id} 代表方案编号",
  },
  observations: { en: "Observations", zhHans: "实际值" },
  progress: { en: "Progress", zhHans: "进展" },
  spending: { en: "Spending", zhHans: "支出" },
  demo: { en: "Made-up data: reports say so", zhHans: "演示数据，报告中予以注明" },
  defaults: {
    en: "Defaults for options that a call within this folder leaves out",
    zhHans: "在本文件夹内运行命令而未写明选项时的取值",
  },
  failOn: { en: "Lowest severity that makes the exit code 1", zhHans: "问题项达到该级别时以退出码 1 结束" },
  maxWarnings: { en: "Largest number of warnings with which the exit code is not 1", zhHans: "警告数量上限" },
  format: { en: "Format of check", zhHans: "check 的输出格式" },
  lang: { en: "Language of messages", zhHans: "提示所用的语言" },
} satisfies Record<string, Localized>;

const levels = ["error", "warning", "info", "off"];

/** The schema in one language; every code is a rule that may be set. */
export function configurationSchema(
  language: keyof Localized,
  identifier: string,
  codes: readonly CodeDefinition[],
): JsonSchema {
  const described = (text: Localized, schema: JsonSchema): JsonSchema => ({
    description: text[language],
    ...schema,
  });
  const map = (properties: JsonSchema): JsonSchema => ({
    type: ["object", "null"],
    properties,
    patternProperties: { "^x-": true },
    additionalProperties: false,
  });
  const rules = codes.map(({ code, text }) => [
    code,
    { description: text[language].title, type: "string", enum: levels },
  ]);
  const defaults = map({
    "fail-on": described(words.failOn, { type: "string", enum: ["error", "warning", "info", "never"] }),
    "max-warnings": described(words.maxWarnings, { type: "integer", minimum: 0, maximum: 999_999_999 }),
    format: described(words.format, {
      type: "string",
      enum: ["text", "json", "sarif", "junit", "github", "markdown"],
    }),
    lang: described(words.lang, { type: "string", enum: ["en", "zh-Hans", "zh-Hant"] }),
  });
  const path = { type: "string", minLength: 1, pattern: "^(?:[^{}]|\\{id\\})*$" };
  const file = {
    ...map({ file: path, demo: described(words.demo, { type: "boolean" }) }),
    type: ["object", "string"],
    minLength: 1,
    pattern: path.pattern,
    required: ["file"],
  };
  const files = (text: Localized): JsonSchema =>
    described(text, { ...file, type: ["object", "string", "array", "null"], items: file });
  const data = map({
    observations: files(words.observations),
    progress: files(words.progress),
    spending: files(words.spending),
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: identifier,
    title: words.title[language],
    description: words.about[language],
    ...map({
      "as-of": described(words.asOf, { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
      rules: described(words.rules, {
        type: ["object", "null"],
        properties: Object.fromEntries(rules),
        additionalProperties: false,
      }),
      templates: described(words.templates, { type: "string", minLength: 1 }),
      data: described(words.data, data),
      defaults: described(words.defaults, defaults),
    }),
  };
}
