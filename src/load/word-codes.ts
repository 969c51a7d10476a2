/** Findings about Word documents that are imported: what of them is not read, and what is read otherwise than it stands. */
import { defineCode, type Localized } from "../diagnostics/diagnostic.ts";

/** Why nothing, or not all, of a document is read, and what to do about it. */
const failures = {
  damaged: {
    en: "the file is no Word document (.docx), or a damaged one; nothing of it is read",
    zhHans: "该文件不是 Word 文档（.docx）或者已损坏，未读取",
  },
  workbook: {
    en: "the file is a workbook (.xlsx) under the name of a Word document; nothing of it is read",
    zhHans: "该文件是工作簿（.xlsx），文件名却是 Word 文档，未读取",
  },
  password: {
    en: "the document is protected by a password; nothing of it is read",
    zhHans: "文档设有密码，未读取",
  },
  old: {
    en: "the document is in an old format (.doc, .rtf); nothing of it is read",
    zhHans: "文档为旧格式（.doc、.rtf），未读取",
  },
  "too-large": {
    en: "the document unpacks to more than can be read; nothing of it is read",
    zhHans: "文档解压后过大，未读取",
  },
  "no-table": {
    en: "the document holds no table; nothing of it is read",
    zhHans: "文档中没有表格，未读取",
  },
  cut: {
    en: "the tables of the document are too many or too large; a part of them is not read",
    zhHans: "文档中的表格过多或过大，部分内容未读取",
  },
} as const;

const cures: Readonly<Record<keyof typeof failures, Localized>> = {
  damaged: {
    en: "Open it in Word or WPS and save it as .docx again; or copy the table into a workbook.",
    zhHans: "用 Word 或 WPS 打开后另存为 .docx；或者将表格复制到工作簿。",
  },
  workbook: {
    en: "Give the file its own ending, .xlsx, and import it again.",
    zhHans: "将扩展名改回 .xlsx 后重新导入。",
  },
  password: {
    en: "Open the document in Word or WPS and save it as .docx without password.",
    zhHans: "用 Word 或 WPS 打开，取消密码后另存为 .docx。",
  },
  old: {
    en: "Open the document in Word or WPS and save it as .docx.",
    zhHans: "用 Word 或 WPS 打开后另存为 .docx。",
  },
  "too-large": {
    en: "Copy the indicator table into a document or a workbook of its own.",
    zhHans: "将指标表复制到单独的文档或工作簿。",
  },
  "no-table": {
    en: "Put the indicators into a table with headings such as Indicator, Unit, Target 2027; prose is not read.",
    zhHans: "将指标列成表格，用“指标名称”“计量单位”“2027年目标值”等作表头；正文不读取。",
  },
  cut: {
    en: "Copy the indicator table into a document or a workbook of its own.",
    zhHans: "将指标表复制到单独的文档或工作簿。",
  },
};

export const wordUnread = defineCode<{ readonly kind: keyof typeof failures }>({
  code: "input/word-unread",
  severity: "error",
  text: {
    en: {
      title: "Word document that cannot be read",
      message: ({ kind }) => failures[kind].en,
      why: "A draft of half a table would look like the whole.",
      fix: "Open the document in Word or WPS and save it as .docx without password; or copy the table into a workbook.",
      help: ({ kind }) => cures[kind].en,
    },
    zhHans: {
      title: "Word 文档无法读取",
      message: ({ kind }) => failures[kind].zhHans,
      why: "只读了一半的表格，看上去会像是全部。",
      fix: "用 Word 或 WPS 打开，取消密码后另存为 .docx；或者将表格复制到工作簿。",
      help: ({ kind }) => cures[kind].zhHans,
    },
  },
});

type NoteArgs = { readonly kind: NoteKind; readonly count: number; readonly places: string };
type NoteKind = "changes" | "hidden" | "macros" | "nested" | "other" | "prose";
type Words = Readonly<Record<"en" | "zhHans", (args: Omit<NoteArgs, "kind">) => string>>;

/** "2, 3 and 4 more". */
function listed({ count, places }: Omit<NoteArgs, "kind">): { readonly en: string; readonly zhHans: string } {
  const more = count - places.split(", ").length;
  const chinese = places.replaceAll(", ", "、");
  return {
    en: more > 0 ? `${places} and ${more} more` : places,
    zhHans: more > 0 ? `${chinese} 等 ${count}` : chinese,
  };
}

const notes: Readonly<Record<NoteKind, Words>> = {
  changes: {
    en: ({ count }) =>
      `the document holds ${count} tracked ${count === 1 ? "change" : "changes"} that nobody accepted: inserted text is read, deleted text is not; the cells are marked in the draft`,
    zhHans: ({ count }) =>
      `文档有 ${count} 处修订尚未接受：插入的内容已读取，删除的内容未读取，草稿中已标记所在单元格`,
  },
  hidden: {
    en: ({ count }) => `hidden text is not read: ${count} ${count === 1 ? "place" : "places"}`,
    zhHans: ({ count }) => `隐藏文字未读取，共 ${count} 处`,
  },
  macros: {
    en: () => "the document holds macros; they are neither run nor read",
    zhHans: () => "文档含有宏，既不运行也不读取",
  },
  nested: {
    en: (a) => `tables inside cells of other tables are read as tables of their own: ${listed(a).en}`,
    zhHans: (a) => `第 ${listed(a).zhHans} 个表格嵌套在其他表格的单元格中，按单独的表格读取`,
  },
  other: {
    en: (a) => `tables without headings of an indicator table are not read: ${listed(a).en}`,
    zhHans: (a) => `第 ${listed(a).zhHans} 个表格没有指标表的表头，未读取`,
  },
  prose: {
    en: () => "only tables are read; what the paragraphs of the document say is not in the draft",
    zhHans: () => "只读取表格，正文段落的内容不在草稿中",
  },
};

/** What to do about each; what needs nothing says so. */
const advice: Readonly<Record<NoteKind, Localized>> = {
  changes: {
    en: "Accept or reject the changes in Word and import again, or look at the marked places.",
    zhHans: "在 Word 中接受或拒绝修订后重新导入，或者逐一核对已标记之处。",
  },
  hidden: {
    en: "Where the hidden text matters, show it in Word (Font, Hidden) and import again.",
    zhHans: "隐藏文字确有需要的，在 Word 中取消隐藏（字体、隐藏）后重新导入。",
  },
  macros: { en: "Nothing need be done.", zhHans: "不必处理。" },
  nested: {
    en: "Nothing need be done where the inner table is meant; compare it with the draft.",
    zhHans: "本意如此的不必处理；请与草稿核对。",
  },
  other: {
    en: "Where such a table lists indicators, give it headings such as Indicator, Unit, Target 2027, and import again.",
    zhHans: "其中确有指标的，用“指标名称”“计量单位”“2027年目标值”等作表头后重新导入。",
  },
  prose: {
    en: "Write what the paragraphs say (goals, measures, phases, who answers for what) into the draft by hand.",
    zhHans: "正文中的目标、举措、步骤、责任分工等，请手工写入草稿。",
  },
};

/** `count`: how many there are; `places`: the first of the tables that are meant, counted from 1. */
export const wordNote = defineCode<NoteArgs>({
  code: "input/word-note",
  severity: "info",
  text: {
    en: {
      title: "Part of a Word document that is not in the draft, or not as it looks",
      message: ({ kind, ...args }) => notes[kind].en(args),
      why: "A draft looks like the whole document; it must be plain what of the document is not in it.",
      fix: "Nothing need be done where that is meant. Otherwise change the document, and import again.",
      help: ({ kind }) => advice[kind].en,
    },
    zhHans: {
      title: "Word 文档中未读取或者与所见不同的内容",
      message: ({ kind, ...args }) => notes[kind].zhHans(args),
      why: "草稿看上去像是文档的全部内容，因此须说明哪些不在其中。",
      fix: "本意如此的不必处理；否则修改文档后重新导入。",
      help: ({ kind }) => advice[kind].zhHans,
    },
  },
});

export const wordCodes = [wordUnread, wordNote];
