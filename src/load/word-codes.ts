/** Findings about Word documents that are imported: what of them is not read, and what is read otherwise than it stands. */
import { defineCode } from "../diagnostics/diagnostic.ts";

const failures = {
  damaged: {
    en: "the file is no Word document (.docx), or a damaged one; nothing of it is read",
    zhHans: "该文件不是 Word 文档（.docx）或者已损坏，未读取",
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

export const wordUnread = defineCode<{ readonly kind: keyof typeof failures }>({
  code: "input/word-unread",
  severity: "error",
  text: {
    en: {
      title: "Word document that cannot be read",
      message: ({ kind }) => failures[kind].en,
      why: "A draft of half a table would look like the whole.",
      fix: "Open the document in Word or WPS and save it as .docx without password; or copy the table into a workbook.",
    },
    zhHans: {
      title: "Word 文档无法读取",
      message: ({ kind }) => failures[kind].zhHans,
      why: "只读了一半的表格，看上去会像是全部。",
      fix: "用 Word 或 WPS 打开，取消密码后另存为 .docx；或者将表格复制到工作簿。",
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
      `the document holds ${count} tracked ${count === 1 ? "change" : "changes"} that nobody accepted: inserted text is read, deleted text is not`,
    zhHans: ({ count }) => `文档有 ${count} 处修订尚未接受：插入的内容已读取，删除的内容未读取`,
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

/** `count`: how many there are; `places`: the first of the tables that are meant, counted from 1. */
export const wordNote = defineCode<NoteArgs>({
  code: "input/word-note",
  severity: "info",
  text: {
    en: {
      title: "Word document read otherwise than it looks",
      message: ({ kind, ...args }) => notes[kind].en(args),
      why: "What a document shows and what it holds can differ: changes that wait to be accepted, tables that draw the page.",
      fix: "Nothing need be done where that is meant. Otherwise accept or reject the changes, and import again.",
    },
    zhHans: {
      title: "Word 文档按特定方式读取",
      message: ({ kind, ...args }) => notes[kind].zhHans(args),
      why: "文档所见与所存可能不同，如尚未接受的修订、用于排版的表格。",
      fix: "本意如此的不必处理；否则接受或拒绝修订后重新导入。",
    },
  },
});

export const wordCodes = [wordUnread, wordNote];
