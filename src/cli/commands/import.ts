/** `plan import`: a table as people keep it, XLSX or CSV, into a file of observations. */
import { type Diagnostic, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { findingText } from "../../findings-output/finding-text.ts";
import { languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { decodeText } from "../../load/decode.ts";
import { missingPath, unreadablePath, unwritable } from "../../load/input-codes.ts";
import { workbookUnread } from "../../load/workbook-codes.ts";
import { observationColumns } from "../../records/columns.ts";
import { type ImportedRow, importTable } from "../../records/import-table.ts";
import { baseName, joinPath, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import type { SourceFile } from "../../text/source.ts";
import { columnLetters, csvOf } from "../../workbook/fill-in-sheet.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { maxFileBytes, openSession } from "../session.ts";
import { usageFinding } from "../usage.ts";
import { isHeading, isWorkbook, mostRows, noteFinding } from "../workbooks.ts";
import { errorTeller, outputOptions, refuse } from "./output.ts";

/** Runs `plan import FILE --plan PLAN`. Exit code 1 when something was left out. */
export async function runImport(call: Call, context: CommandContext): Promise<number> {
  const { host } = context;
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
  const path = joinPath(host.cwd, (call.paths[0] ?? "").replaceAll("\\", "/"));
  const table = await readTableFile(path, context);
  if (!("file" in table)) return refuse(context, call.options, table);
  const named = table.file.name.includes("#")
    ? table.file.name.slice(table.file.name.lastIndexOf("#") + 1)
    : "";
  const cellName = (line: number, column: number): string =>
    `${baseName(path)}${named === "" ? "" : `#${named}`}!${columnLetters(column)}${line}`;
  const { rows, findings } = importTable(table.file, compilation.plan, cellName);
  const output = { ...(await outputOptions(context, call.options, host.err)), sectionOf: () => null };
  for (const finding of [...table.told, ...findings]) host.err.write(`${findingText([finding], output)}\n`);
  const lost = findings.some(({ severity }) => severity === "error") ? EXIT_FINDINGS : EXIT_CLEAN;
  if (rows.length === 0) return worseExit(lost, EXIT_FINDINGS);
  const language = languageOfTag(compilation.plan.language?.value ?? "");
  const own = language === null ? context.speaker : await makeSpeaker(language);
  const out = typeof call.options.out === "string" ? call.options.out : null;
  const target =
    out === null ? joinPath(job.source.folder, "data/observations.csv") : joinPath(host.cwd, out);
  return worseExit(lost, await writeRows(rows, { target, own }, call, context));
}

const severalPlans = {
  en: "there are several plans; name one of them with --plan",
  zhHans: "有多个方案，请用 --plan 指明其中一个",
};

interface TableFile {
  readonly file: SourceFile;
  readonly told: readonly Diagnostic[];
}

async function readTableFile(path: string, { host }: CommandContext): Promise<TableFile | Diagnostic> {
  const name = printedPath(host.cwd, path);
  const read = host.read(path, { maxBytes: maxFileBytes });
  if (!read.ok) {
    return read.failure === "missing"
      ? makeDiagnostic(missingPath, null, { path: name })
      : makeDiagnostic(unreadablePath, null, { path: name, cause: read.failure });
  }
  if (!isWorkbook(path)) {
    const { value, findings } = decodeText(name, read.bytes);
    const [first] = findings;
    if (value !== null) return { file: value, told: findings };
    return first ?? makeDiagnostic(unreadablePath, null, { path: name, cause: "failed" });
  }
  const { readWorkbook } = await import("../../workbook/index.ts");
  const book = await readWorkbook(read.bytes, { isHeading, mostRows, whole: true });
  if (!book.ok) {
    const file = { name, text: "" };
    const args = { kind: book.failure, places: name, count: 0 };
    return makeDiagnostic(workbookUnread, { file, start: 0, end: 0 }, args);
  }
  const file = { name: `${name}#${book.sheet}`, text: book.csv };
  return { file, told: book.notes.map((note) => noteFinding(note, file)) };
}

async function writeRows(
  rows: readonly ImportedRow[],
  { target, own }: { readonly target: string; readonly own: Speaker },
  call: Call,
  context: CommandContext,
): Promise<number> {
  const { host, speaker } = context;
  const used = new Set(rows.flatMap((row) => [...row.keys()]));
  const known = observationColumns.filter(({ name }) => used.has(name));
  const further = [...used].filter((name) => !known.some((column) => column.name === name));
  const shown = { width: 0, note: "", choices: [], isText: false };
  const columns = [
    ...known.map(({ name, chinese }) => ({ ...shown, heading: own.say({ en: name, zhHans: chinese }) })),
    ...further.map((heading) => ({ ...shown, heading })),
  ];
  const names = [...known.map(({ name }) => name), ...further];
  const cells = rows.map((row) => names.map((name) => row.get(name) ?? ""));
  const text = csvOf({ name: "", columns, rows: cells }, own.chinese);
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
