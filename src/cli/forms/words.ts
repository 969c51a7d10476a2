/** The words of every help page: its titles, and what stands in the brackets of arguments and options. */
import type { Localized } from "../../diagnostics/diagnostic.ts";

/** Titles that the library sets above the parts of a help page. */
export const helpTitles: Readonly<Record<string, Localized>> = {
  "Usage:": { en: "Usage:", zhHans: "用法：" },
  "Arguments:": { en: "Arguments:", zhHans: "参数：" },
  "Options:": { en: "Options:", zhHans: "选项：" },
  "Commands:": { en: "Commands:", zhHans: "命令：" },
};

/** Placeholders of arguments and options. */
export const placeholders: Readonly<Record<string, Localized>> = {
  options: { en: "options", zhHans: "选项" },
  command: { en: "command", zhHans: "命令" },
  paths: { en: "paths", zhHans: "路径" },
  what: { en: "what", zhHans: "对象" },
  sides: { en: "sides", zhHans: "比较双方" },
  part: { en: "part", zhHans: "范围" },
  family: { en: "family", zhHans: "类别" },
  name: { en: "name", zhHans: "名称" },
  language: { en: "language", zhHans: "语言" },
  when: { en: "when", zhHans: "方式" },
  date: { en: "date", zhHans: "日期" },
  id: { en: "id", zhHans: "编号" },
  format: { en: "format", zhHans: "格式" },
  formats: { en: "formats", zhHans: "格式" },
  severity: { en: "severity", zhHans: "级别" },
  "rule=level": { en: "rule=level", zhHans: "规则=级别" },
  count: { en: "count", zhHans: "数量" },
  folder: { en: "folder", zhHans: "文件夹" },
  file: { en: "file", zhHans: "文件" },
  path: { en: "path", zhHans: "路径" },
  reference: { en: "reference", zhHans: "分支或提交" },
  "format=file": { en: "format=file", zhHans: "格式=文件" },
  text: { en: "text", zhHans: "文字" },
  plan: { en: "plan", zhHans: "方案" },
  shell: { en: "shell", zhHans: "命令行程序" },
  months: { en: "months", zhHans: "月份" },
  unit: { en: "unit", zhHans: "单位" },
  number: { en: "number", zhHans: "数字" },
  how: { en: "how", zhHans: "频次" },
};
