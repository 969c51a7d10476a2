/** Simplified → Traditional Chinese. Loaded only for `zh-Hant`: the dictionaries are large. */
import { Converter } from "opencc-js/cn2t";

// The library's Taiwan phrases (`twp`) are words of programming: they make 对象 a 物件, 类型 a 型別, 得分区间 a 得分割槽間
// and 各项目标 an 各專案標. So only characters and their variants are taken from it, and the words below are ours.
const characters = Converter({ from: "cn", to: "tw" });

/** Words of computing where Traditional Chinese has other ones, as they stand after the conversion of characters. */
const words: Readonly<Record<string, string>> = {
  箇中: "個中", // 5 个中的 4 个
  二進制: "二進位",
  保存: "儲存",
  信息: "資訊",
  全角: "全形",
  內存: "記憶體",
  半角: "半形",
  單元格: "儲存格",
  反斜槓: "反斜線",
  反饋: "回饋",
  命令行: "命令列",
  套接字: "通訊端",
  字符: "字元",
  字節: "位元組",
  嵌套: "巢狀",
  打開: "開啟",
  打印: "列印",
  支持: "支援",
  文件: "檔案",
  文件夾: "資料夾",
  文件名: "檔名",
  文檔: "文件",
  模板: "範本",
  磁盤: "磁碟",
  示例: "範例",
  程序內部: "程式內部",
  程序自身: "程式自身",
  窗口: "視窗",
  粘貼: "貼上",
  線程: "執行緒",
  緩存: "快取",
  縮進: "縮排",
  網絡: "網路",
  訪問權限: "存取權限",
  註釋: "註解",
  軟件: "軟體",
  通配符: "萬用字元",
  鏈接: "連結",
  默認: "預設",
};

const anyWord = new RegExp(
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "g",
);

function convert(text: string): string {
  return characters(text).replace(anyWord, (word) => words[word] ?? word);
}

/** Converts a text, leaving “kept” and `kept` as they are for each kept text. */
export function toTraditional(text: string, kept: readonly string[]): string {
  const quoted = kept.filter((k) => k !== "").flatMap((k) => [`“${k}”`, `\`${k}\``]);
  if (quoted.length === 0) return convert(text);
  let result = "";
  let rest = text;
  while (rest !== "") {
    const next = quoted
      .map((q) => ({ q, at: rest.indexOf(q) }))
      .filter((found) => found.at >= 0)
      .sort((a, b) => a.at - b.at || b.q.length - a.q.length)[0];
    if (next === undefined) return result + convert(rest);
    result += convert(rest.slice(0, next.at)) + next.q;
    rest = rest.slice(next.at + next.q.length);
  }
  return result;
}
