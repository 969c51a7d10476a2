/** Codes for what keeps a file from being read as text or as a YAML document. */
import { grouped, inWan } from "../diagnostics/counts.ts";
import { defineCode } from "../diagnostics/diagnostic.ts";

/** How the decoder names UTF-8 with a byte-order mark. */
export const markedUtf8 = "UTF-8 (BOM)";

function mebibytes({ limit }: { readonly limit: number }): number {
  return limit / (1024 * 1024);
}

/** The file is not plain UTF-8, and was read all the same. */
export const yamlEncoding = defineCode({
  code: "yaml/encoding",
  severity: "info",
  text: {
    en: {
      title: "File not in plain UTF-8",
      message: (a: { encoding: string }) =>
        a.encoding === markedUtf8
          ? "the file begins with a byte-order mark; read as UTF-8"
          : `read as ${a.encoding}, not as UTF-8`,
      why: "Other programs that read the file may take it for something else.",
      fix: "Nothing is lost; save it as UTF-8 without byte-order mark where you can.",
    },
    zhHans: {
      title: "文件不是标准 UTF-8 编码",
      message: (a) =>
        a.encoding === markedUtf8
          ? "文件带有签名（BOM），已按 UTF-8 编码读取"
          : `文件不是 UTF-8 编码，已按 ${a.encoding} 编码读取`,
      why: "其他软件读取时可能出现乱码。",
      fix: "内容已正确读取；有条件时另存为不带签名（BOM）的 UTF-8 编码。",
    },
  },
});

export const yamlBinary = defineCode({
  code: "yaml/binary",
  severity: "error",
  text: {
    en: {
      title: "Not a text file",
      message: (a: { reason: string | null }) =>
        a.reason === null
          ? "the file contains binary data, not text"
          : `the file contains binary data, not text (${a.reason})`,
      why: "A plan can be read from text only, data from text and XLSX workbooks.",
      fix: "Save a table as CSV or XLSX, and a Word or PDF file as text; then name that file.",
    },
    zhHans: {
      title: "不是文本文件",
      message: (a) =>
        a.reason === null
          ? "文件内容是二进制数据，不是文本"
          : `文件内容是二进制数据，不是文本（${a.reason}）`,
      why: "方案只能从文本文件读取，数据只能从文本文件和 XLSX 工作簿读取。",
      fix: "表格另存为 CSV 或 XLSX，Word、PDF 文件另存为文本，再改用该文件。",
    },
  },
});

export const yamlTooLarge = defineCode({
  code: "yaml/too-large",
  severity: "error",
  text: {
    en: {
      title: "File too large",
      message: (a: { found: number; limit: number }) =>
        `the file is larger than the limit of ${mebibytes(a)} MiB`,
      why: "The limit keeps a broken or hostile file from using up memory and time.",
      fix: "Move long texts and data into files of their own, and name them in the plan.",
    },
    zhHans: {
      title: "文件过大",
      message: (a) => `文件超过 ${mebibytes(a)} MiB 的上限`,
      why: "设置上限是为防止损坏或恶意的文件耗尽内存和时间。",
      fix: "将较长的正文和数据移到单独的文件中，在方案里写明文件名。",
    },
  },
});

export const yamlTooManyNodes = defineCode({
  code: "yaml/too-many-nodes",
  severity: "error",
  text: {
    en: {
      title: "Too many values",
      message: (a: { limit: number }) =>
        `the file contains more than ${grouped(a.limit)} values, counting each use of an alias`,
      why: "The limit keeps a broken or hostile file from using up memory and time.",
      fix: "Move data into CSV files; write aliased parts out only where they are needed.",
    },
    zhHans: {
      title: "内容项过多",
      message: (a) => `文件中的内容项（含别名展开）超过 ${inWan(a.limit, "个")}`,
      why: "设置上限是为防止损坏或恶意的文件耗尽内存和时间。",
      fix: "将数据移到 CSV 文件；别名只在确有需要处使用。",
    },
  },
});

export const yamlTooDeep = defineCode({
  code: "yaml/too-deep",
  severity: "error",
  text: {
    en: {
      title: "Nesting too deep",
      message: (a: { limit: number }) => `maps and lists are nested more than ${a.limit} levels deep`,
      why: "No plan needs such depth; usually an opening bracket has been repeated by mistake.",
      fix: "Remove the surplus brackets or levels.",
    },
    zhHans: {
      title: "嵌套过深",
      message: (a) => `层级嵌套超过 ${a.limit} 层`,
      why: "方案不需要如此深的层级，通常是误写了多余的括号。",
      fix: "删去多余的括号或层级。",
    },
  },
});

export const yamlEmpty = defineCode({
  code: "yaml/empty",
  severity: "error",
  text: {
    en: {
      title: "Empty file",
      message: () => "the file contains no plan: it is empty or has only comments",
      why: "An empty file would pass every check without being a plan.",
      fix: "Write the plan, beginning with `format: 1`, or remove the file; the README shows a first plan.",
    },
    zhHans: {
      title: "文件为空",
      message: () => "文件中没有方案内容：为空或只有注释",
      why: "空文件会通过所有检查，却并不是方案。",
      fix: "从 `format: 1` 开始编写方案，或删除该文件；编写方法可参照 README 中的示例。",
    },
  },
});

export const yamlNotAMap = defineCode({
  code: "yaml/not-a-map",
  severity: "error",
  text: {
    en: {
      title: "Not a plan: the file is not a map",
      message: (a: { found: "scalar" | "list" }) =>
        `the file contains ${a.found === "list" ? "a list" : "a single text"}, expected \`key: value\` lines`,
      why: "A plan is one map with the keys `format`, `id`, `title` and so on.",
      fix: "Begin the file with `format: 1` and write each part of the plan under its key.",
    },
    zhHans: {
      title: "不是方案：文件不是键值结构",
      message: (a) => `文件内容是${a.found === "list" ? "列表" : "一段文字"}，应为“键: 值”形式`,
      why: "方案由 `format`、`id`、`title` 等键及其内容组成。",
      fix: "以 `format: 1` 开头，方案的各部分分别写在相应的键下。",
    },
  },
});

export const yamlSeveralDocuments = defineCode({
  code: "yaml/several-documents",
  severity: "error",
  text: {
    en: {
      title: "Several documents in one file",
      message: () => "a second document begins here; only the first is read",
      why: "A plan stands alone in its file, so that every place in it has one meaning.",
      fix: "Move the second document into a file of its own, or remove the line `---`.",
    },
    zhHans: {
      title: "一个文件含多个文档",
      message: () => "此处开始第二个文档，只读取了第一个",
      why: "一个文件只写一个方案，文中各处的含义才唯一。",
      fix: "将第二个文档移到单独的文件，或删去 `---` 行。",
    },
  },
});
