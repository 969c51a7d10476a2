/** Codes for data that do not have the shape of a plan. */
import { grouped } from "../diagnostics/counts.ts";
import { defineCode, type Localized } from "../diagnostics/diagnostic.ts";

/** What can stand in a place of the plan; args carry these words. */
export type Shape = "value" | "flag" | "empty" | "map" | "list";

const shapeWords: Readonly<Record<Shape, Localized>> = {
  value: { en: "a plain value", zhHans: "单个值" },
  flag: { en: "a flag (true or false)", zhHans: "开关值（true 或 false）" },
  empty: { en: "nothing", zhHans: "空白" },
  map: { en: "a map", zhHans: "键值组" },
  list: { en: "a list", zhHans: "列表" },
};

function words(shapes: string, language: keyof Localized): string {
  const named = shapes.split(" ").map((shape) => shapeWords[shape as Shape][language]);
  const last = named.pop() ?? "";
  if (named.length === 0) return last;
  return language === "en" ? `${named.join(", ")} or ${last}` : `${named.join("、")}或${last}`;
}

export const schemaUnknownKey = defineCode({
  code: "schema/unknown-key",
  severity: "error",
  text: {
    en: {
      title: "Unknown key",
      message: (a: { key: string; nearest: string | null; nestedIn: string | null; free: string }) => {
        if (a.nestedIn !== null)
          return `"${a.key}" cannot stand in a section: write its entries into the one list \`sections\`, right behind section ${a.nestedIn}; their numbers tell what they belong to`;
        return a.nearest === null
          ? `key "${a.key}" is not known here`
          : `key "${a.key}" is not known here; "${a.nearest}" is`;
      },
      why: "What stands under an unknown key is not read; usually the key is misspelt or at the wrong level.",
      fix: "Correct the key or its indentation; keys of your own begin with `x-`.",
      help: (a) =>
        a.nearest !== null || a.nestedIn !== null || a.free === ""
          ? null
          : `Use one of the keys that are free here (${a.free}), or correct the indentation; keys of your own begin with \`x-\`.`,
    },
    zhHans: {
      title: "未知的键",
      message: (a) => {
        if (a.nestedIn !== null)
          return `章节内不能再写“${a.key}”，其各项应移入 \`sections\` 同一列表，紧接章节“${a.nestedIn}”之后，层级由编号表明`;
        return a.nearest === null
          ? `此处不能使用键“${a.key}”`
          : `此处不能使用键“${a.key}”，是否应为“${a.nearest}”`;
      },
      why: "未知的键下的内容不会被读取，多为拼写错误或层级放错。",
      fix: "改正键名或缩进；自定义的键以 `x-` 开头。",
      help: (a) =>
        a.nearest !== null || a.nestedIn !== null || a.free === ""
          ? null
          : `改用此处可用的键（${a.free.replaceAll(", ", "、")}），或改正缩进；自定义的键以 \`x-\` 开头。`,
    },
  },
});

export const schemaMissingKey = defineCode({
  code: "schema/missing-key",
  severity: "error",
  text: {
    en: {
      title: "Key missing",
      message: (a: { key: string }) => `"${a.key}" is missing`,
      why: "Without it the item cannot be named, dated or read as what it is.",
      fix: "State the key here.",
    },
    zhHans: {
      title: "缺少必要的键",
      message: (a) => `缺少“${a.key}”`,
      why: "缺少该键时，此项无法被引用、定时或识别。",
      fix: "在此处补上该键。",
    },
  },
});

/** Shapes as a sentence tells them. */
function shapesInEnglish(a: {
  readonly key: string;
  readonly found: Shape;
  readonly expected: string;
}): string {
  return `${a.key === "" ? "" : `"${a.key}": `}${words(a.found, "en")} found, expected ${words(a.expected, "en")}`;
}

export const schemaType = defineCode({
  code: "schema/type",
  severity: "error",
  text: {
    en: {
      title: "Wrong shape",
      message: (a: {
        key: string;
        found: Shape;
        expected: string;
        instead: string | null;
        keys: string | null;
      }) => (a.instead === null ? shapesInEnglish(a) : `"${a.key}" is no list of ids: write ${a.instead}`),
      why: "A map (`key: value`), a list (`- item`) and a plain value are read in different ways.",
      fix: "Write the value in the expected shape.",
      help: (a) =>
        a.keys === null
          ? null
          : `Write a map, \`${a.key === "" ? "" : `${a.key}: `}{ key: value }\`, with the keys ${a.keys}.`,
    },
    zhHans: {
      title: "结构不符",
      message: (a) =>
        a.instead === null
          ? `${a.key === "" ? "" : `“${a.key}”`}的内容是${words(a.found, "zhHans")}，应为${words(a.expected, "zhHans")}`
          : `“${a.key}”不能写成编号列表，应写作“${a.instead}”`,
      why: "键值组（`键: 值`）、列表（`- 项`）和单个值的读法各不相同。",
      fix: "按应有的结构书写。",
      help: (a) =>
        a.keys === null
          ? null
          : `写成键值组 \`${a.key === "" ? "" : `${a.key}: `}{ 键: 值 }\`，可用的键有 ${a.keys.replaceAll(", ", "、")}。`,
    },
  },
});

export const schemaValue = defineCode({
  code: "schema/value",
  severity: "error",
  text: {
    en: {
      title: "Value not among the allowed ones",
      message: (a: { key: string; value: string; allowed: string }) =>
        `"${a.key}": "${a.value}" is not known, expected one of ${a.allowed}`,
      why: "The word decides how the item is read and judged.",
      fix: "Use one of the listed words; put the document's own words into `wording` or `note`.",
    },
    zhHans: {
      title: "取值不在允许范围",
      message: (a) => `“${a.key}”的取值“${a.value}”无效，应为下列之一：${a.allowed.replaceAll(", ", "、")}`,
      why: "该取值决定此项如何读取和评定。",
      fix: "改用所列取值；原文用语可写在 `wording` 或 `note` 中。",
    },
  },
});

export const schemaId = defineCode({
  code: "schema/id",
  severity: "error",
  text: {
    en: {
      title: "Id with a character that ids cannot contain",
      message: (a: { value: string }) => `"${a.value}" cannot be an id`,
      why: "Ids are named in other places, in formulas and in data files, and must be one word there.",
      fix: "Begin with a letter of any script or a digit; after that `.`, `_` and `-` may be used too, but no spaces or brackets: a section `三（一）` has the id `3.1`.",
    },
    zhHans: {
      title: "编号含不允许的符号",
      message: (a) => `“${a.value}”不能用作编号`,
      why: "编号会在其他位置、公式和数据文件中引用，须是一个完整的词。",
      fix: "以任一文字的字母或数字开头，其后还可用 `.`、`_`、`-`，不含空格和括号；章节“三（一）”的编号写作 `3.1`。",
    },
  },
});

export const schemaFormatVersion = defineCode({
  code: "schema/format-version",
  severity: "error",
  text: {
    en: {
      title: "Unknown format version",
      message: (a: { value: string }) => `format "${a.value}" is not known, expected 1`,
      why: "The version says how the file is to be read.",
      fix: "Write `format: 1`; for a newer format use a newer planwright.",
    },
    zhHans: {
      title: "未知的格式版本",
      message: (a) => `格式版本“${a.value}”无法识别，应为 1`,
      why: "格式版本决定文件的读法。",
      fix: "写 `format: 1`；更新的格式须使用更新版本的 planwright。",
    },
  },
});

export const schemaTargetKind = defineCode({
  code: "schema/target-kind",
  severity: "error",
  text: {
    en: {
      title: "Target of no kind or of several",
      message: (a: { found: string | null; kinds: string }) =>
        a.found === null
          ? `the target has no kind, expected one of ${a.kinds}`
          : `the target has several kinds: ${a.found}`,
      why: "The kind says what the figure means: a level, a bound, a change, a total.",
      fix: "State exactly one kind; write several targets as several items of the list.",
    },
    zhHans: {
      title: "目标值没有类型或有多个类型",
      message: (a) =>
        a.found === null
          ? `目标值没有写明类型，应为下列之一：${a.kinds.replaceAll(", ", "、")}`
          : `目标值写了多个类型：“${a.found.replaceAll(", ", "”“")}”`,
      why: "类型说明数值的含义：水平、界限、变化或总量。",
      fix: "每个目标值只写一种类型；有多个目标值的，在列表中分项书写。",
    },
  },
});

export const schemaMore = defineCode({
  code: "schema/more",
  severity: "error",
  text: {
    en: {
      title: "Further structural faults",
      message: (a: { listed: number }) =>
        `more than ${grouped(a.listed)} structural faults; the others are not listed`,
      why: "So many faults usually have one cause, such as a file of another format.",
      fix: "Correct the first ones and check again.",
    },
    zhHans: {
      title: "其余结构问题未列出",
      message: (a) => `结构问题超过 ${a.listed} 个，其余未列出`,
      why: "问题如此之多通常出自同一原因，例如误用了其他格式的文件。",
      fix: "先改正前面的问题，再重新检查。",
    },
  },
});
