/** `plan init --records`: the sheets, as XLSX and CSV, in which the figures of a plan that are due are filled in. */
import { grouped, inWan } from "../../diagnostics/counts.ts";
import { makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { type Language, languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { unwritable } from "../../load/input-codes.ts";
import { isoDay } from "../../plan/days.ts";
import type { Plan } from "../../plan/plan.ts";
import { observationColumns } from "../../records/columns.ts";
import { type DueRow, dueRows } from "../../records/due-rows.ts";
import { nameText } from "../../report/view/context.ts";
import { baseName, joinPath, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import type { SourceFile } from "../../text/source.ts";
import { csvOf, type FillInColumn, type FillInSheet } from "../../workbook/fill-in-sheet.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { openSession } from "../session.ts";
import { typed, usageFinding } from "../usage.ts";
import { sayWritten } from "../written-files.ts";
import { errorTeller, refuse } from "./output.ts";

/** Rows of one sheet: as many as people can fill in, and fewer than spreadsheet programs hold. */
const mostRows = 50_000;

/** Runs `plan init --records [plan]`. */
export async function runInitRecords(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  const session = await openSession(host, {
    paths: call.paths,
    asOf: typeof call.options.asOf === "string" ? call.options.asOf : undefined,
    only: "plan",
    levels: [],
    trace: false,
  });
  const tell = await errorTeller(context, call.options);
  for (const finding of session.findings) tell(finding);
  const [job, second] = session.jobs;
  if (session.findings.length > 0 || job === undefined) return EXIT_COULD_NOT_RUN;
  if (second !== undefined)
    return refuse(context, call.options, usageFinding(severalPlans(session.jobs.length)));
  const { compilation, exit } = await session.compile(job);
  const { plan, records } = compilation;
  if (plan === null || records === null) {
    for (const finding of compilation.findings) tell(finding);
    return worseExit(exit, EXIT_FINDINGS);
  }
  const due = dueRows(plan, records, job.asOf, mostRows);
  const day = isoDay(job.asOf);
  for (const { id } of due.unscheduled) {
    const name = printableLine(id.value);
    host.err.write(
      `${speaker.say({ en: `${name} has no frequency: no rows for it`, zhHans: `“${name}”没有报送频次，未列入` }, [name])}\n`,
    );
  }
  if (due.cut) {
    host.err.write(
      `${speaker.say({ en: `only the first ${grouped(mostRows)} rows are written`, zhHans: `只列出前 ${inWan(mostRows, "行")}` })}\n`,
    );
  }
  if (due.rows.length === 0) {
    host.out.write(
      `${speaker.say({ en: `nothing is due up to ${day}: no sheet was written`, zhHans: `截至 ${day} 没有待报数据，未生成表格` })}\n`,
    );
    return EXIT_CLEAN;
  }
  const language: Language | null = languageOfTag(plan.language?.value ?? "");
  const own = language === null ? speaker : await makeSpeaker(language);
  return writeSheets(
    fillInSheet(due.rows, own),
    { plan, day, marked: own.chinese, folder: job.source.folder, file: compilation.file },
    call,
    context,
  );
}

interface About {
  readonly plan: Plan;
  readonly day: string;
  readonly marked: boolean;
  /** Folder of the plan, from which it names its files. */
  readonly folder: string;
  readonly file: SourceFile;
}

async function writeSheets(
  sheet: FillInSheet,
  { plan, day, marked, folder, file }: About,
  { options }: Call,
  context: CommandContext,
): Promise<number> {
  const { host, speaker } = context;
  const { writeWorkbook } = await import("../../workbook/index.ts");
  const out = joinPath(host.cwd, typeof options.out === "string" ? options.out : ".");
  const id = (plan.id?.value ?? "plan").replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "");
  const base = joinPath(out, `${id || "plan"}-observations`);
  const files = [
    { path: `${base}.xlsx`, content: await writeWorkbook(sheet, day) },
    { path: `${base}.csv`, content: csvOf(sheet, marked) },
  ];
  const result = await host.writeNew(files);
  const printed = (path: string): string => printableLine(printedPath(host.cwd, path));
  if (!result.ok) {
    const name = printed(result.path);
    const exists = usageFinding({
      en: `${name} exists; nothing was written (figures may stand in it; --out names another folder)`,
      zhHans: `“${name}”已存在，其中可能已填有数据；未写入任何文件（用 --out 可另选文件夹）`,
      given: name,
    });
    const failed = makeDiagnostic(unwritable, null, { path: name, cause: result.code });
    return refuse(context, options, result.code === "EEXIST" ? exists : failed);
  }
  for (const { path } of files) sayWritten(path, context);
  const [first] = files;
  const name = printableLine(printedPath(folder, first?.path ?? ""));
  // A plan reads nothing beyond its root, which is mostly its folder.
  const sheetName = name.startsWith("..") ? baseName(name) : name;
  // The files that the plan names already stay: figures stand in them.
  const before = plan.data.observations
    .filter(({ path }) => path.span.file === file)
    .map((one) => one.path.value);
  const names = [...before.map(printableLine), sheetName];
  const line = `data: { observations: ${names.length === 1 ? sheetName : `[${names.join(", ")}]`} }`;
  const moved = name.startsWith("..")
    ? { en: "put it beside the plan, which then", zhHans: "放在方案旁，并" }
    : { en: "the plan", zhHans: "" };
  host.out.write(
    speaker.say(
      {
        en: `${sheet.rows.length} ${sheet.rows.length === 1 ? "row" : "rows"} to fill in. Use one of the two; ${moved.en} names it: \`${line}\`\n`,
        zhHans: `共 ${sheet.rows.length} 行待填。两个文件任用其一，${moved.zhHans}在方案中写明：\`${line}\`\n`,
      },
      [line],
    ),
  );
  return EXIT_CLEAN;
}

function severalPlans(count: number): {
  readonly en: string;
  readonly zhHans: string;
  readonly given: string;
} {
  return {
    en: `there are ${count} plans; name one, as in plan init --records ${typed("my.plan.yaml")}`,
    zhHans: `共有 ${count} 个方案，请写明其中一个`,
    given: "",
  };
}

/** Columns of the format with what the reader needs to see beside them (`x-`, which is not read). */
function fillInSheet(rows: readonly DueRow[], speaker: Speaker): FillInSheet {
  const say = (en: string, zhHans: string): string => speaker.say({ en, zhHans });
  const withEntities = rows.some(({ entity }) => entity !== null);
  const asked = (name: string): boolean => name !== "entity" || withEntities;
  const names = [
    "indicator",
    "entity",
    "at",
    "value",
    "state",
    "reported",
    "reporter",
    "source",
    "note",
  ].filter(asked);
  const shown: FillInColumn = { heading: "", width: 24, note: "", choices: [], isText: false };
  const columns: readonly FillInColumn[] = [
    { ...shown, heading: `x-${say("name", "指标名称")}` },
    { ...shown, heading: `x-${say("unit", "计量单位")}`, width: 10 },
    ...names.map((name) => columnOf(name, speaker)),
  ];
  const nameOf = (entity: string | null): string => entity ?? "";
  const cells = rows.map(({ indicator, entity, at }) => {
    const known: Readonly<Record<string, string>> = {
      indicator: indicator.id.value,
      entity: nameOf(entity),
      at,
    };
    return [
      nameText(indicator.name, indicator.id.value, speaker),
      indicator.unit?.text ?? "",
      ...names.map((name) => known[name] ?? ""),
    ];
  });
  return { name: say("observations", "实际值填报"), columns, rows: cells };
}

function columnOf(name: string, speaker: Speaker): FillInColumn {
  const found = observationColumns.find((column) => column.name === name);
  const say = (en: string, zhHans: string): string => speaker.say({ en, zhHans });
  const notes: Readonly<Record<string, string>> = {
    at: say("The period reported on; leave as it is.", "所报期间，请勿改动。"),
    value: say(
      "The figure in the unit shown. Nothing to report: leave empty, or write N/A.",
      "按所列计量单位填数字；没有数据的留空，或填“未报送”。",
    ),
    state: say("final, provisional or revised; empty means final.", "终值、初步或修订；留空即为终值。"),
    reported: say("The day of the report, such as 2026-07-10.", "报送日期，如 2026-07-10。"),
    source: say("Where the figure comes from.", "数据出处。"),
  };
  const choices =
    name === "state" ? [say("final", "终值"), say("provisional", "初步"), say("revised", "修订")] : [];
  return {
    heading: say(name, found?.chinese ?? name),
    width: name === "indicator" || name === "note" ? 20 : 14,
    note: notes[name] ?? "",
    choices,
    isText: name === "indicator" || name === "entity" || name === "at",
  };
}
