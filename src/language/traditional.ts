/** Simplified → Traditional Chinese. Loaded only for `zh-Hant`: the dictionaries are large. */
import { Converter } from "opencc-js/cn2t";

// The library's Taiwan phrases (`twp`) are words of programming: they make 对象 a 物件, 类型 a 型別, 得分区间 a 得分割槽間
// and 各项目标 an 各專案標. So only characters and their variants are taken from it, and the words below are ours.
const characters = Converter({ from: "cn", to: "tw" });

/** Words of computing where Traditional Chinese has other ones, as they stand after the conversion of characters. */
const words: Readonly<Record<string, string>> = {
  二進制: "二進位",
  代碼庫: "程式碼庫",
  保存: "儲存",
  信息: "資訊",
  內存: "記憶體",
  全角: "全形",
  半角: "半形",
  反斜槓: "反斜線",
  反饋: "回饋",
  含有宏: "含有巨集",
  命令行: "命令列",
  單元格: "儲存格",
  多行文本: "多行文字",
  套接字: "通訊端",
  字符: "字元",
  字節: "位元組",
  寫保護: "防寫保護",
  導入: "匯入",
  導出: "匯出",
  嵌套: "巢狀",
  工作簿: "活頁簿",
  打印: "列印",
  打開: "開啟",
  按回車: "按 Enter 鍵",
  支持: "支援",
  文件: "檔案",
  文件名: "檔名",
  文件夾: "資料夾",
  文本文件: "文字檔",
  文檔: "文件",
  模板: "範本",
  為只讀: "為唯讀",
  磁盤: "磁碟",
  示例: "範例",
  程序: "程式",
  窗口: "視窗",
  箇中: "個中", // 5 个中的 4 个
  粘貼: "貼上",
  網絡: "網路",
  線程: "執行緒",
  緩存: "快取",
  縮進: "縮排",
  臺賬: "臺帳",
  計劃: "計畫",
  訪問權限: "存取權限",
  設置: "設定",
  註釋: "註解",
  質量: "品質",
  軟件: "軟體",
  轉義: "跳脫",
  通配符: "萬用字元",
  運行: "執行",
  鏈接: "連結",
  默認: "預設",
};

/** What the library's characters get wrong. */
const slips: Readonly<Record<string, string>> = {
  合並單元格: "合併儲存格",
  摺合: "折合",
  系筆誤: "係筆誤",
  指標編制: "指標編製",
};

/** 列 of a table is a column here, and a row there; only where a column is meant. */
const columns: Readonly<Record<string, string>> = {
  指標列以及實際值列: "指標欄以及實際值欄",
  "”列註明": "”欄註明",
  "”一列": "”一欄",
  "”列區分": "”欄區分",
  區分各列: "區分各欄",
  各列含義: "各欄含義",
  必需的列: "必需的欄",
  缺少該列: "缺少該欄",
  補充該列: "補充該欄",
  "”列（": "”欄（",
  可能是此列: "可能是此欄",
  兩列含義: "兩欄含義",
  必有一列數據: "必有一欄數據",
  刪去其中一列: "刪去其中一欄",
  前面的列含義: "前面的欄含義",
  以前一列為準: "以前一欄為準",
  整列數據: "整欄數據",
  自行增加的列: "自行增加的欄",
  "”這一列": "”這一欄",
  列數與表頭: "欄數與表頭",
  列數不符: "欄數不符",
  文件列數: "檔案欄數",
  讀入其他列: "讀入其他欄",
  這麼多列: "這麼多欄",
  行列顛倒: "欄列顛倒",
  規定的列填: "規定的欄填",
  多餘的列請: "多餘的欄請",
  " 列，上限為": " 欄，上限為",
  " 列，文件未讀取": " 欄，檔案未讀取",
  "”列是否填寫": "”欄是否填寫",
  的列名: "的欄名",
};

/** Where one of the words above stands in another sense: 文件 as a document, 程序 as a procedure. */
const otherSense = [
  "試運行",
  "辦理程序",
  "審批程序",
  "法定程序",
  "工作程序",
  "按程序修訂",
  "文件日期先後",
  "文件不能在",
  "文件狀態",
  "同一文件用",
  "確為同一文件",
  "是否為同一文件",
  "文件看上去",
  "因此未生成文件",
  "方框的文件",
  "document 文件",
];

const replacements: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ...words, ...slips, ...columns }),
  ...otherSense.map((word) => [word, word] as const),
]);

const anyWord = new RegExp([...replacements.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

function convert(text: string): string {
  return characters(text).replace(anyWord, (word) => replacements.get(word) ?? word);
}

/** Traditional Chinese quotes in corner brackets. */
const corners: Readonly<Record<string, string>> = { "“": "「", "”": "」", "‘": "『", "’": "』" };

function withCorners(text: string): string {
  return text.replace(/[“”‘’]/g, (quote) => corners[quote] ?? quote);
}

/**
 * Converts a text, leaving each kept text between “ and ” or between backticks as it is. The quotes around it are ours and
 * become 「 and 」 as all others of the text; those inside stay.
 */
export function toTraditional(text: string, kept: readonly string[]): string {
  const quoted = kept
    .filter((k) => k !== "")
    .flatMap((k) => [
      { q: `“${k}”`, shown: `「${k}」` },
      { q: `「${k}」`, shown: `「${k}」` },
      { q: `\`${k}\``, shown: `\`${k}\`` },
    ]);
  let result = "";
  let rest = text;
  // The sign before a part belongs to some of the words: “時間”列 is a column.
  let before = "";
  const part = (words: string): string => withCorners(convert(before + words).slice(before.length));
  while (rest !== "") {
    const next = quoted
      .map((one) => ({ ...one, at: rest.indexOf(one.q) }))
      .filter((found) => found.at >= 0)
      .sort((a, b) => a.at - b.at || b.q.length - a.q.length)[0];
    if (next === undefined) return result + part(rest);
    result += part(rest.slice(0, next.at)) + next.shown;
    rest = rest.slice(next.at + next.q.length);
    // Words are told by the quotes as they are written.
    before = next.q.endsWith("`") ? "`" : "”";
  }
  return result;
}
