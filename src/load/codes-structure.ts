/** Codes for parts of YAML that parse, but that a plan does not use. */
import { defineCode } from "../diagnostics/diagnostic.ts";

export const yamlDuplicateKey = defineCode({
  code: "yaml/duplicate-key",
  severity: "error",
  text: {
    en: {
      title: "Key written twice",
      message: (a: { key: string }) => `"${a.key}" is already stated in the same map; the first one is used`,
      why: "Of two equal keys one is lost, and readers cannot tell which.",
      fix: "Remove one of the two, or write both values as a list of statements under one key.",
    },
    zhHans: {
      title: "键重复",
      message: (a) => `同一处已有“${a.key}”，以第一处为准`,
      why: "键重复时必有一处失效，读者无从判断以哪处为准。",
      fix: "删去其中一处；确需保留两种表述的，在一个键下写成列表。",
    },
  },
});

export const yamlComplexKey = defineCode({
  code: "yaml/complex-key",
  severity: "error",
  text: {
    en: {
      title: "Key is not a word",
      message: () => "a key must be a word; this entry is left out",
      why: "The keys of a plan are words such as `id` or `targets`; a list, a map or nothing cannot be one.",
      fix: "Write a key before the colon; a text that begins with `[`, `{` or `?` needs quotes.",
    },
    zhHans: {
      title: "键不是词语",
      message: () => "键必须是词语，此条未读取",
      why: "方案的键是 `id`、`targets` 之类的词语，不能是列表、键值组或空白。",
      fix: "在冒号前写明键；以 `[`、`{`、`?` 开头的文字须加引号。",
    },
  },
});

export const yamlTag = defineCode({
  code: "yaml/tag",
  severity: "error",
  text: {
    en: {
      title: "Type tag not supported",
      message: (a: { tag: string; alone: boolean }) =>
        a.alone
          ? `${a.tag} alone is a type tag for YAML, with no value behind it; nothing is read here`
          : `tag ${a.tag} is not used in plans; the value is read as if it were absent`,
      why: "Every value of a plan is read by its text; a leading `!` is a type tag in YAML.",
      fix: "Remove the tag; put a text that begins with `!` in quotes.",
    },
    zhHans: {
      title: "不支持类型标签",
      message: (a) =>
        a.alone
          ? `“${a.tag}”单独出现时会被 YAML 当作类型标签，其后没有值，此处未读到内容`
          : `方案中不使用类型标签“${a.tag}”，该值按无标签读取`,
      why: "方案的值一律按原文读取；YAML 中以 `!` 开头表示类型标签。",
      fix: "删去标签；文字本身以 `!` 开头的，须加引号。",
    },
  },
});

export const yamlMergeKey = defineCode({
  code: "yaml/merge-key",
  severity: "error",
  text: {
    en: {
      title: "Merge key not supported",
      message: (a: { isRead: boolean }) =>
        a.isRead
          ? "`<<` does not merge keys in a plan; read as if they were written out here"
          : "`<<` does not merge keys in a plan; this entry is left out",
      why: "Merged values have no place of their own, so findings could not point at them; YAML 1.2 dropped the merge key.",
      fix: "Write the keys out where they apply.",
    },
    zhHans: {
      title: "不支持合并键",
      message: (a) =>
        a.isRead ? "方案不支持用 `<<` 合并键，已按逐项写出读取" : "方案不支持用 `<<` 合并键，此条未读取",
      why: "合并而来的值没有自己的位置，问题项无法指明出处；YAML 1.2 已取消合并键。",
      fix: "在需要处逐项写出各键。",
    },
  },
});

export const yamlUnknownAlias = defineCode({
  code: "yaml/unknown-alias",
  severity: "error",
  text: {
    en: {
      title: "Alias without anchor",
      message: (a: { name: string }) =>
        `no anchor "&${a.name}" stands before this alias; the value is read as empty`,
      why: "A leading `*` names another place of the file, which must come first.",
      fix: "Put a text that begins with `*` in quotes, or write the anchor before its use.",
    },
    zhHans: {
      title: "别名没有对应的锚点",
      message: (a) => `此前没有锚点“&${a.name}”，该值按空白读取`,
      why: "YAML 中以 `*` 开头表示引用文件中前面已标记的内容。",
      fix: "文字本身以 `*` 开头的，须加引号；确为引用的，应先写锚点。",
    },
  },
});

export const yamlAliasCycle = defineCode({
  code: "yaml/alias-cycle",
  severity: "error",
  text: {
    en: {
      title: "Alias inside its own anchor",
      message: (a: { name: string }) =>
        `alias "*${a.name}" stands inside what it names; the value is read as empty`,
      why: "Such a value would contain itself without end.",
      fix: "Write the value out here.",
    },
    zhHans: {
      title: "别名引用自身",
      message: (a) => `别名“*${a.name}”位于其所引用的内容之中，该值按空白读取`,
      why: "这样的值会无穷无尽地包含自身。",
      fix: "在此处直接写出该值。",
    },
  },
});
