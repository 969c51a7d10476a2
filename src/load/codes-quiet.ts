/** Codes for YAML that reads without error, but as something its writer did not mean. */
import { defineCode } from "../diagnostics/diagnostic.ts";

export const yamlSplitNumber = defineCode({
  code: "yaml/split-number",
  severity: "error",
  text: {
    en: {
      title: "Number split at its comma",
      message: (a: { number: string; read: string }) =>
        `"${a.number}" is read by YAML as "${a.read}" and a second entry`,
      why: "Inside `{ }` a comma ends the entry, also between digits.",
      fix: "Write the number without the comma, or put it in quotes.",
    },
    zhHans: {
      title: "数字被逗号拆开",
      message: (a) => `“${a.number}”会被 YAML 读成“${a.read}”和另一个条目`,
      why: "`{ }` 内的逗号表示条目结束，数字中的千分位逗号也不例外。",
      fix: "去掉千分位逗号，或给数字加引号。",
    },
  },
});

export const yamlSplitText = defineCode({
  code: "yaml/split-text",
  severity: "error",
  text: {
    en: {
      title: "Text split at its comma",
      message: (a: { text: string; read: string }) =>
        `the comma ends the value in YAML: of "${a.text}" only "${a.read}" is read`,
      why: "Inside `{ }` a comma ends an unquoted value; what follows becomes a key of its own.",
      fix: "Put the whole value in quotes; if a new entry is meant, write `key: value` after the comma.",
    },
    zhHans: {
      title: "文字被逗号截断",
      message: (a) => `半角逗号使该值提前结束：“${a.text}”只读到“${a.read}”`,
      why: "`{ }` 内未加引号的值遇半角逗号即结束，其后的文字会变成另一个键。",
      fix: "给整个值加引号；如确为另一条目，在逗号后写成“键: 值”。",
    },
  },
});

export const yamlCutValue = defineCode({
  code: "yaml/cut-value",
  severity: "warning",
  text: {
    en: {
      title: "Value cut off at #",
      message: (a: { value: string; rest: string }) =>
        `the value ends as "${a.value}"; "${a.rest}" is read as a comment`,
      why: "A `#` after a space begins a comment, so the rest of the line is not part of the value.",
      fix: "Put the whole value in quotes; if a comment is meant, write a space after the `#`.",
    },
    zhHans: {
      title: "值在 # 处被截断",
      message: (a) => `值到“${a.value}”为止，“${a.rest}”被当作注释`,
      why: "空格后的 `#` 表示注释开始，其后的文字不属于该值。",
      fix: "给整个值加引号；确为注释的，在 `#` 后加空格。",
    },
  },
});

export const yamlListSeparator = defineCode({
  code: "yaml/list-separator",
  severity: "warning",
  text: {
    en: {
      title: "List items not separated by commas",
      message: (a: { item: string; sign: string }) =>
        `"${a.item}" is one item in YAML; read as several, split at "${a.sign}"`,
      why: "Inside `[ ]` only a half-width comma separates items.",
      fix: "Separate the items with half-width commas; put a name that contains the separator in quotes.",
    },
    zhHans: {
      title: "列表项未用半角逗号分隔",
      message: (a) => `“${a.item}”在 YAML 中是一项，已按“${a.sign}”拆成多项读取`,
      why: "`[ ]` 内只有半角逗号才分隔各项。",
      fix: "各项之间改用半角逗号；名称本身含该符号的，须加引号。",
    },
  },
});
