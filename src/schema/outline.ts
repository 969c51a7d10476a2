/** Schema of sections and sources. */
import { both, choice, list, map, open, shared, value, valueOrMap } from "./part.ts";
import { id } from "./shared.ts";

export const sections = list(
  map(
    {
      id,
      title: shared("name", both("Heading", "标题")),
      role: value(
        both("Role", "作用"),
        both("background, goals, schedule and the like", "如 background 背景、goals 目标、schedule 步骤"),
      ),
      announces: open(
        shared("statement", both("Count", "数量")),
        both("Announced counts", "所述数量"),
        both("Counts that the section announces: { indicators: 2 }", "本节所述数量，如 { indicators: 2 }"),
      ),
      text: valueOrMap(
        { file: value(both("File", "文件"), both("Path relative to the plan", "相对于方案文件的路径")) },
        both("Text", "正文"),
        both(
          "Own text with placeholders such as {{target coverage-rate}} ({{target coverage-rate 2026}} for one of several), or the file that holds it",
          "正文，可含 {{target coverage-rate}} 之类占位符，有多个数值时写作 {{target coverage-rate 2026}}；或写明正文文件",
        ),
      ),
      note: value(both("Note", "备注")),
    },
    ["id"],
    both("Section", "章节"),
  ),
  both("Sections", "章节"),
  both("Outline of the document", "方案文本的目录"),
);

export const sources = list(
  map(
    {
      id,
      title: shared("name", both("Title", "名称")),
      date: shared("time", both("Date", "日期")),
      scope: choice(
        ["this-plan", "wider", "other-place"],
        both("Scope", "范围"),
        both(
          "this plan, a wider area or another place",
          "this-plan 本方案范围、wider 更大范围、other-place 其他地区",
        ),
      ),
      note: value(both("Note", "备注")),
    },
    ["id"],
    both("Source", "来源"),
  ),
  both("Sources", "来源"),
);
