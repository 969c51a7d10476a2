/** `plan import`: a table as people keep it, XLSX or CSV, into a file of observations or progress, or the draft of a plan. */
import type { Compilation } from "../../compile.ts";
import { type Localized, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { unwritable } from "../../load/input-codes.ts";
import { parseTime } from "../../plan/parse-time.ts";
import type { Plan } from "../../plan/plan.ts";
import { observationColumns, progressColumns } from "../../records/columns.ts";
import type { Imported, ImportedRow, ImportRequest } from "../../records/import-kinds.ts";
import type { Column } from "../../tables/columns.ts";
import { baseName, joinPath, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import { columnLetters } from "../../text/sheet-cell.ts";
import type { SourceFile } from "../../text/source.ts";
import { csvOf } from "../../workbook/fill-in-sheet.ts";
import type { Call } from "../args.ts";
import { isWordDocument } from "../draft-tables.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { openSession } from "../session.ts";
import { readTableFile } from "../table-file.ts";
import { type CallFault, typed, usageFinding } from "../usage.ts";
import { isHeading } from "../workbooks.ts";
import { errorTeller, refuse } from "./output.ts";

/** What can be taken over into records: how its table is known and read, its columns, where it is written beside the plan. */
interface ImportKind {
  readonly isHeading: (text: string) => boolean;
  readonly columns: readonly Column[];
  /** Columns besides those of the format, by their English names. */
  readonly further: readonly Localized[];
  readonly target: string;
  read(file: SourceFile, plan: Plan, request: ImportRequest): Imported;
}

/** The kinds by the word of `--as`; what reads them is loaded only when a table is imported. */
async function importKind(as: unknown): Promise<ImportKind> {
  const kit = await import("../../records/import-kinds.ts");
  if (as === "progress")
    return {
      isHeading: kit.isProgressHeading,
      columns: progressColumns,
      further: [kit.doubtColumn],
      target: "data/progress.csv",
      read: kit.importProgress,
    };
  return {
    isHeading: (text) => isHeading(text) || kit.observationColumn(text) !== null || namesPeriod(text),
    columns: observationColumns,
    further: [],
    target: "data/observations.csv",
    read: kit.importTable,
  };
}

/** `2026年`, `2026-Q1`: a heading where periods stand side by side. */
function namesPeriod(text: string): boolean {
  const reading = parseTime(text);
  return /\d/.test(text) && reading.ok && reading.expression.kind === "calendar";
}

/** Runs `plan import TABLE --plan PLAN`. Exit code 1 when something was left out. */
export async function runImport(call: Call, context: CommandContext): Promise<number> {
  if (call.options.as === "plan") return (await import("./import-plan.ts")).runImportPlan(call, context);
  if (isWordDocument(call.paths[0] ?? "")) return refuse(context, call.options, usageFinding(wordNamed));
  const { host } = context;
  const { at } = call.options;
  if (typeof at === "string" && !isDate(at)) return refuse(context, call.options, usageFinding(noDate(at)));
  const kind = await importKind(call.options.as);
  const session = await openSession(host, {
    paths: typeof call.options.plan === "string" ? [call.options.plan] : [],
    asOf: undefined,
    only: "plan",
    levels: [],
    trace: false,
  });
  const tell = await errorTeller(context, call.options);
  for (const finding of session.findings) tell(finding);
  const [job, second] = session.jobs;
  if (session.findings.length > 0 || job === undefined) return EXIT_COULD_NOT_RUN;
  if (second !== undefined) return refuse(context, call.options, usageFinding(severalPlans));
  const { compilation, exit } = await session.compile(job);
  if (compilation.plan === null || compilation.index === null) {
    for (const finding of compilation.findings) tell(finding);
    return worseExit(exit, EXIT_FINDINGS);
  }
  const usual = joinPath(job.source.folder, kind.target);
  return importInto(compilation, { kind, usual }, call, context);
}

function isDate(text: string): boolean {
  const reading = parseTime(text);
  return reading.ok && reading.expression.kind === "calendar";
}

function noDate(given: string): CallFault {
  return {
    en: `--at cannot be ${typed(given)}: it is a day or period such as 2026-06-30`,
    zhHans: `--at 不能取“${given}”，应为日期或期间，如 2026-06-30`,
    given,
  };
}

const wordNamed = {
  en: "of a Word document only an indicator table can be taken over, into the draft of a plan: add --as plan",
  zhHans: "Word 文档只能导入指标表、生成方案草稿，请加 --as plan",
};

const severalPlans = {
  en: "there are several plans; name one of them with --plan",
  zhHans: "有多个方案，请用 --plan 指明其中一个",
};

async function importInto(
  { plan }: Compilation,
  { kind, usual }: { readonly kind: ImportKind; readonly usual: string },
  call: Call,
  context: CommandContext,
): Promise<number> {
  const { host } = context;
  const path = joinPath(host.cwd, (call.paths[0] ?? "").replaceAll("\\", "/"));
  const table = await readTableFile(host, path, kind.isHeading);
  const tell = await errorTeller(context, call.options);
  for (const finding of table.findings) tell(finding);
  // A path that cannot be read has no place in a file; a file that holds no table has.
  if (table.value === null || plan === null)
    return table.findings.some(({ span }) => span !== null) ? EXIT_FINDINGS : EXIT_COULD_NOT_RUN;
  const { name } = table.value;
  const sheet = name.includes("#") ? name.slice(name.lastIndexOf("#")) : "";
  const { at } = call.options;
  const { rows, findings } = kind.read(table.value, plan, {
    at: typeof at === "string" ? at : null,
    cellName: (line, column) => `${baseName(path)}${sheet}!${columnLetters(column)}${line}`,
  });
  for (const finding of findings) tell(finding);
  const lost = [...table.findings, ...findings].some(({ severity }) => severity === "error")
    ? EXIT_FINDINGS
    : EXIT_CLEAN;
  if (rows.length === 0) return worseExit(lost, EXIT_FINDINGS);
  const language = languageOfTag(plan.language?.value ?? "");
  const own = language === null ? context.speaker : await makeSpeaker(language);
  const out = typeof call.options.out === "string" ? call.options.out : null;
  const target = out === null ? usual : joinPath(host.cwd, out);
  return worseExit(lost, await writeRows(rows, { target, own, kind }, call, context));
}

interface Writing {
  readonly target: string;
  /** Speaks the language of the plan. */
  readonly own: Speaker;
  readonly kind: ImportKind;
}

async function writeRows(
  rows: readonly ImportedRow[],
  { target, own, kind }: Writing,
  call: Call,
  context: CommandContext,
): Promise<number> {
  const { host, speaker } = context;
  const text = csvOfRows(rows, kind, own);
  const name = printableLine(printedPath(host.cwd, target));
  const result = await host.writeNew([{ path: target, content: text }]);
  if (!result.ok) {
    const exists = usageFinding({
      en: `${name} exists; nothing was written (--out names another file; a plan may name several)`,
      zhHans: `“${name}”已存在，未写入（用 --out 另指文件；一个方案可列多个数据文件）`,
      given: name,
    });
    const failed = makeDiagnostic(unwritable, null, { path: name, cause: result.code });
    return refuse(context, call.options, result.code === "EEXIST" ? exists : failed);
  }
  const words = {
    en: `wrote ${name}: ${rows.length} ${rows.length === 1 ? "row" : "rows"}`,
    zhHans: `已生成“${name}”，共 ${rows.length} 行`,
  };
  host.out.write(`${speaker.say(words, [name])}\n`);
  return EXIT_CLEAN;
}

/** Columns that hold something, in the order of the format, further ones behind them; headings in the language of the plan. */
function csvOfRows(rows: readonly ImportedRow[], kind: ImportKind, own: Speaker): string {
  const used = new Set<string>();
  for (const row of rows) for (const name of row.keys()) used.add(name);
  const known = kind.columns.filter(({ name }) => used.has(name));
  const further = [...used].filter((name) => !known.some((column) => column.name === name));
  const shown = { width: 0, note: "", choices: [], isText: false };
  const ownWords = new Map(kind.further.map((words) => [words.en, words]));
  const headings = [
    ...known.map(({ name, chinese }) => own.say({ en: name, zhHans: chinese })),
    ...further.map((name) => own.say(ownWords.get(name) ?? { en: name, zhHans: name })),
  ];
  const names = [...known.map(({ name }) => name), ...further];
  const cells = rows.map((row) => names.map((name) => row.get(name) ?? ""));
  return csvOf(
    { name: "", columns: headings.map((heading) => ({ ...shown, heading })), rows: cells },
    own.chinese,
  );
}
