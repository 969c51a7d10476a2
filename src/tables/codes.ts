/** Codes for a table as a whole: its headings, the shape of its rows, its required cells. */
import { grouped, inWan } from "../diagnostics/counts.ts";
import { defineCode } from "../diagnostics/diagnostic.ts";

export const emptyDataFile = defineCode({
  code: "data/empty-file",
  severity: "warning",
  text: {
    en: {
      title: "Data file without rows",
      message: (a: { headings: number }) =>
        a.headings === 0 ? "the data file is empty" : "the data file has headings but no rows",
      why: "Without rows nothing can be evaluated; the plan would look as if nothing had been reported.",
      fix: "Fill in the rows, or take the file out of `data` until there are some.",
    },
    zhHans: {
      title: "数据文件无内容",
      message: (a) => (a.headings === 0 ? "数据文件为空" : "数据文件只有表头，没有数据行"),
      why: "没有数据就无法评定，方案会被当作从未报送。",
      fix: "补充数据行；暂无数据的，先从 `data` 中删去该文件。",
    },
  },
});

export const unclosedQuote = defineCode({
  code: "data/unclosed-quote",
  severity: "error",
  text: {
    en: {
      title: "Quote that never closes",
      message: (a: { row: number }) => `row ${a.row}: this quote has no closing quote; the row is not used`,
      why: "All that follows an open quote belongs to one cell, so the rest of the row cannot be told apart.",
      fix: 'Close the quote, or write a quote inside a cell as "".',
    },
    zhHans: {
      title: "引号未闭合",
      message: (a) => `第 ${a.row} 行：此处引号没有闭合，该行未采用`,
      why: "引号未闭合时，其后内容都会并入同一单元格，无法区分各列。",
      fix: '补上右引号；单元格内确需使用引号的，写作 ""。',
    },
  },
});

export const missingColumn = defineCode({
  code: "data/missing-column",
  severity: "error",
  text: {
    en: {
      title: "Column missing",
      message: (a: { column: string; chinese: string }) => `the data file has no column \`${a.column}\``,
      why: "Without this column no row can be assigned.",
      fix: "Add the column; headings may be written in English or Chinese.",
    },
    zhHans: {
      title: "缺少必需的列",
      message: (a) => `数据文件缺少“${a.chinese}”列（\`${a.column}\`）`,
      why: "缺少该列，各行数据无从归属。",
      fix: "补充该列；表头用中文或英文均可。",
    },
  },
});

/** `row`: line of the first row. `headingsRow`: line of a later row that holds headings; 0 for none. */
export const noHeadings = defineCode({
  code: "data/no-headings",
  severity: "error",
  text: {
    en: {
      title: "No row of headings",
      message: (a: { row: number; headingsRow: number; columns: string; chinese: string }) =>
        a.headingsRow > 0
          ? `row ${a.row} holds no headings, row ${a.headingsRow} does; nothing is read`
          : `row ${a.row} holds none of the headings ${a.columns}; nothing is read`,
      why: "The headings say what each column is; without them every value is a guess.",
      fix: "Let the first row hold the headings, in English or Chinese; remove titles and notes above it.",
    },
    zhHans: {
      title: "缺少表头",
      message: (a) =>
        a.headingsRow > 0
          ? `第 ${a.row} 行不是表头，表头在第 ${a.headingsRow} 行，文件未读取`
          : `第 ${a.row} 行中没有“${a.chinese}”等表头，文件未读取`,
      why: "各列含义以表头为准，没有表头就无法判断。",
      fix: "首行应为表头，用中文或英文均可；表头上方的标题和说明应删去。",
    },
  },
});

/** Read all the same; tells why decimals in such a file often have commas. */
export const unusualDelimiter = defineCode({
  code: "data/delimiter",
  severity: "info",
  text: {
    en: {
      title: "Cells not separated by commas",
      message: (a: { delimiter: string }) =>
        a.delimiter === ";"
          ? "cells are separated by semicolons, as Excel writes them where decimals have a comma; read as such"
          : `cells are separated by "${a.delimiter}"; read as such`,
      why: "Such a file may also contain decimals with a comma (`30,6`), which are not read.",
      fix: "Save the file as CSV with commas and with decimal points, where values cannot be read.",
    },
    zhHans: {
      title: "单元格分隔符不是逗号",
      message: (a) =>
        a.delimiter === ";"
          ? "单元格以分号分隔（Excel 的区域设置以逗号作小数点时，即如此保存），已按分号读取"
          : `单元格以“${a.delimiter}”分隔，已按此读取`,
      why: "此类文件中的小数点可能也是逗号（如 `30,6`），无法识别。",
      fix: "数值无法识别时，另存为逗号分隔、小数点为“.”的 CSV 文件。",
    },
  },
});

export const duplicateHeading = defineCode({
  code: "data/duplicate-heading",
  severity: "error",
  text: {
    en: {
      title: "Heading used twice",
      message: (a: { heading: string; column: string }) =>
        `heading "${a.heading}" is already used for column \`${a.column}\`; the first column is read`,
      why: "Of two columns with one meaning, one is lost.",
      fix: "Remove or rename one of the two columns.",
    },
    zhHans: {
      title: "表头重复",
      message: (a) => `表头“${a.heading}”与前面的列含义相同（\`${a.column}\`），以前一列为准`,
      why: "两列含义相同时，必有一列数据失效。",
      fix: "删去其中一列，或者更改其表头。",
    },
  },
});

export const unknownHeading = defineCode({
  code: "data/unknown-heading",
  severity: "error",
  text: {
    en: {
      title: "Unknown heading",
      message: (a: { heading: string; nearest: string | null }) =>
        `this table has no column "${a.heading}"${a.nearest === null ? "" : `; the nearest is "${a.nearest}"`}`,
      why: "A misspelt heading would silently lose its whole column.",
      fix: "Correct the heading; a column of your own begins with `x-`.",
    },
    zhHans: {
      title: "表头无法识别",
      message: (a) => `此表没有“${a.heading}”这一列${a.nearest === null ? "" : `，最接近的是“${a.nearest}”`}`,
      why: "表头写错，整列数据都会丢失。",
      fix: "更正表头；自行增加的列，表头以 `x-` 开头。",
    },
  },
});

/** Nothing of such a file is read. */
export const tooManyColumns = defineCode({
  code: "data/too-many-columns",
  severity: "error",
  text: {
    en: {
      title: "Data file with too many columns",
      message: (a: { columns: number; most: number }) =>
        `the data file has ${grouped(a.columns)} columns and is not read: at most ${grouped(a.most)} are allowed`,
      why: "No table of records is that wide; most likely rows and columns have been swapped.",
      fix: "Write one observation a row, with the columns of the format; delete empty columns with stray texts at the right.",
    },
    zhHans: {
      title: "数据文件列数过多",
      message: (a) => `数据文件有 ${a.columns} 列，上限为 ${a.most} 列，文件未读取`,
      why: "报送数据不会有这么多列，多半是行列颠倒。",
      fix: "每行填一条数据，按规定的列填写；右侧多余的列请删去。",
    },
  },
});

/** `row`: line of the first row that is not read. */
export const tooManyRows = defineCode({
  code: "data/too-many-rows",
  severity: "error",
  text: {
    en: {
      title: "Too many rows",
      message: (a: { row: number; most: number }) =>
        `row ${a.row} and all after it are not read: the data files together may have at most ${grouped(a.most)} ${a.most === 1 ? "row" : "rows"}`,
      why: "Beyond that a check would need more memory than many machines have. Figures that rest on rows left out would be wrong.",
      fix: "Split the file by year and name in the plan only the years that are judged, or split the plan.",
    },
    zhHans: {
      title: "数据行数过多",
      message: (a) => `第 ${a.row} 行及以后各行未读取：各文件合计最多读取 ${inWan(a.most, "行")}`,
      why: "数据再多，检查所需内存会超出一般计算机的容量；未读取的数据不计入，结果会失准。",
      fix: "按年度拆分文件，方案中只列需要评定的年度；也可拆分方案。",
    },
  },
});

export const raggedRow = defineCode({
  code: "data/ragged-row",
  severity: "error",
  text: {
    en: {
      title: "Row with too many or too few cells",
      message: (a: { row: number; cells: number; headings: number }) =>
        `row ${a.row} has ${a.cells} ${a.cells === 1 ? "cell" : "cells"}, the headings have ${a.headings}; the row is not used`,
      why: "Cells shifted by one column would be read under the wrong heading.",
      fix: "Complete the row; a cell that contains a comma (`1,000`) needs quotes.",
    },
    zhHans: {
      title: "列数与表头不符",
      message: (a) => `第 ${a.row} 行有 ${a.cells} 个单元格，表头为 ${a.headings} 个，该行未采用`,
      why: "列数不符时内容会错位，被读入其他列。",
      fix: "补齐该行；单元格内含逗号的（如 `1,000`），须加引号。",
    },
  },
});

export const missingCell = defineCode({
  code: "data/missing-cell",
  severity: "error",
  text: {
    en: {
      title: "Required cell is empty",
      message: (a: { column: string; chinese: string }) => `\`${a.column}\` is empty; the row is not used`,
      why: "Without it the row belongs to nothing.",
      fix: "Fill in the cell, or delete the row.",
    },
    zhHans: {
      title: "必填项为空",
      message: (a) => `“${a.chinese}”（\`${a.column}\`）为空，该行未采用`,
      why: "缺少此项，该行数据无从归属。",
      fix: "补填此项，或者删去该行。",
    },
  },
});
