/** Findings about workbooks that a plan names as data: what of them is not read, and what is read otherwise than it stands. */
import { grouped, inWan } from "../diagnostics/counts.ts";
import { defineCode, type Localized } from "../diagnostics/diagnostic.ts";

/** `kind`: a word of the table below; `places`: cells, sheets or rows, as text; `count`: how many there are in all. */
type WorkbookArgs = { readonly kind: string; readonly places: string; readonly count: number };

export const workbookUnread = defineCode<WorkbookArgs>({
  code: "input/workbook-unread",
  severity: "error",
  text: {
    en: {
      title: "Workbook, or part of one, that cannot be read",
      message: (a) => (unread[a.kind] ?? damaged)(a).en,
      why: "Figures that are not read must not look as if they had not been reported.",
      fix: "Open the workbook in a spreadsheet program and save it as .xlsx without password, with its formulas computed, or save the sheet as CSV.",
      help: ({ kind }) => cures[kind]?.en ?? null,
    },
    zhHans: {
      title: "工作簿无法读取",
      message: (a) => (unread[a.kind] ?? damaged)(a).zhHans,
      why: "未读取的数据不应被当作从未报送。",
      fix: "用表格软件打开，取消密码、算出公式结果后另存为 .xlsx，或者将该表另存为 CSV。",
      help: ({ kind }) => cures[kind]?.zhHans ?? null,
    },
  },
});

export const workbookNote = defineCode<WorkbookArgs>({
  code: "input/workbook-note",
  severity: "info",
  text: {
    en: {
      title: "Workbook not read as it looks",
      message: (a) => (notes[a.kind] ?? otherSheet)(a).en,
      why: "Whatever a workbook holds besides plain cells can show one thing and mean another.",
      fix: "Nothing needs to be done where that is intended. Otherwise paste formulas as values, split merged cells, and keep the figures in the first sheet.",
    },
    zhHans: {
      title: "工作簿按特定方式读取",
      message: (a) => (notes[a.kind] ?? otherSheet)(a).zhHans,
      why: "工作簿中除普通单元格外的内容，所见与所读可能不同。",
      fix: "本意如此的不必处理；否则将公式粘贴为数值、拆分合并单元格，并将数据放在第一张工作表。",
    },
  },
});

const split = {
  en: "Save the sheet as CSV, which may hold more, or split it into several workbooks.",
  zhHans: "将该表另存为 CSV（可容纳更多行），或者拆分为多个工作簿。",
};

/** What to do about what is not read; left out where the code's own words fit. */
const cures: Readonly<Record<string, Localized>> = {
  damaged: {
    en: "Open it in a spreadsheet program and save it as .xlsx again, or save the sheet as CSV.",
    zhHans: "用表格软件打开后另存为 .xlsx，或者将该表另存为 CSV。",
  },
  password: {
    en: "Open the workbook in a spreadsheet program and save it without password.",
    zhHans: "用表格软件打开，取消密码后保存。",
  },
  empty: {
    en: "Show the sheet that holds the figures, and save.",
    zhHans: "取消隐藏数据所在的工作表后保存。",
  },
  "too-large": split,
  "too-many-rows": split,
  rows: {
    en: "See what stands that far down, and delete it where it is left over; or save the sheet as CSV.",
    zhHans: "查看下方是否有多余内容，有则删除；或者将该表另存为 CSV。",
  },
  "formula-without-value": {
    en: "Open the workbook in a spreadsheet program, let it compute, and save; or paste the formulas as values.",
    zhHans: "用表格软件打开、算出结果后保存，或者将公式粘贴为数值。",
  },
};

type Words = (args: WorkbookArgs) => Localized;

/** "B2, B3 and 4 more". */
function listed({ places, count }: WorkbookArgs): Localized {
  const more = count - places.split(", ").length;
  return {
    en: more > 0 ? `${places} and ${more} more` : places,
    zhHans: `“${places.replaceAll(", ", "”“")}”${more > 0 ? `等 ${count} 处` : ""}`,
  };
}

const damaged: Words = () => ({
  en: "the file is not a workbook (.xlsx) or is damaged; nothing of it is read",
  zhHans: "该文件不是工作簿（.xlsx）或者已损坏，未读取",
});

const unread: Readonly<Record<string, Words>> = {
  damaged,
  password: () => ({
    en: "the workbook is protected by a password; nothing of it is read",
    zhHans: "工作簿设有密码，未读取",
  }),
  empty: () => ({
    en: "the workbook has no visible sheet; nothing of it is read",
    zhHans: "工作簿没有可见的工作表，未读取",
  }),
  "too-large": () => ({
    en: "the workbook unpacks to more than can be read; nothing of it is read",
    zhHans: "工作簿解压后过大，未读取",
  }),
  "too-many-rows": ({ count }) => ({
    en: `the sheet has rows with figures or texts beyond the limit of ${grouped(count)}; nothing of it is read`,
    zhHans: `该表有内容的行超过 ${inWan(count, "行")}的上限，未读取`,
  }),
  rows: ({ count }) => ({
    en: `the sheet is read up to row ${grouped(count)} only; a CSV file may hold more`,
    zhHans: `该表只读取前 ${inWan(count, "行")}；改用 CSV 文件可读取更多`,
  }),
  "formula-without-value": (a) => ({
    en: `a formula without a computed value, read as empty: ${listed(a).en}`,
    zhHans: `公式没有计算结果，按空单元格读取：${listed(a).zhHans}`,
  }),
};

const otherSheet: Words = (a) => ({
  en: `another sheet is not read: ${listed(a).en}`,
  zhHans: `其他工作表未读取：${listed(a).zhHans}`,
});

const notes: Readonly<Record<string, Words>> = {
  "other-sheet": otherSheet,
  formula: (a) => ({
    en: `the value that a formula last gave is read: ${listed(a).en}`,
    zhHans: `公式按上次保存的计算结果读取：${listed(a).zhHans}`,
  }),
  merged: (a) => ({
    en: `merged cells; a text holds for all of them, a figure for the first row only: ${listed(a).en}`,
    zhHans: `合并单元格：文字适用于其中各格，数字只计入首行：${listed(a).zhHans}`,
  }),
  "hidden-sheet": (a) => ({
    en: `a hidden sheet is not read: ${listed(a).en}`,
    zhHans: `隐藏的工作表未读取：${listed(a).zhHans}`,
  }),
  macros: () => ({
    en: "the workbook holds macros; they are neither run nor read",
    zhHans: "工作簿含有宏，既不运行也不读取",
  }),
};

export const workbookCodes = [workbookUnread, workbookNote];
