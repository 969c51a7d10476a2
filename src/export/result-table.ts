/** The table of results: a row for each indicator, and below it one for each entity that reports it. */
import { isoDay } from "../plan/days.ts";
import type { ViewContext } from "../report/view/context.ts";
import { type Cell, columns } from "./result-columns.ts";

export interface ResultTable {
  readonly headings: readonly string[];
  /** Of each column: how its numbers are shown. */
  readonly shows: readonly ("general" | "share")[];
  readonly rows: readonly (readonly Cell[])[];
  /** Name of the sheet, and what it is of: lines of a name and a text. */
  readonly title: string;
  readonly aboutTitle: string;
  readonly about: readonly (readonly [string, string])[];
}

/** Makes the table in the language of the context. */
export function resultTable(context: ViewContext, version: string): ResultTable {
  const { compilation, plan, speaker, asOf } = context;
  const say = (en: string, zhHans: string): string => speaker.say({ en, zhHans });
  const about: (readonly [string, string])[] = [
    [say("plan", "方案"), plan.title?.value ?? compilation.file.name],
    [say("plan id", "方案编号"), plan.id?.value ?? ""],
    [say("judged on", "评定日期"), isoDay(asOf)],
    [say("made by", "生成程序"), `planwright ${version}`],
  ];
  if (compilation.records.demo)
    about.push([say("data", "数据"), say("made up, for demonstration only", "演示数据，非真实统计")]);
  return {
    headings: columns.map(({ heading }) => speaker.say(heading)),
    shows: columns.map(({ shows }) => shows),
    rows: compilation.results.rows.map((row) => columns.map((column) => column.cell(row, context))),
    title: say("Results", "评定结果"),
    aboutTitle: say("About", "说明"),
    about,
  };
}
