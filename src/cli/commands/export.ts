/** `plan export`: writes the compiled plan, its results or its dates for other programs, and says where they are. */
import type { Compilation } from "../../compile.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { calendarText } from "../../export/calendar.ts";
import { compiledPlanJson } from "../../export/compiled-plan.ts";
import { csvText } from "../../export/csv.ts";
import { resultTable } from "../../export/result-table.ts";
import { languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { isoDay } from "../../plan/days.ts";
import { makeContext, type ViewContext } from "../../report/view/context.ts";
import { joinPath } from "../../text/paths.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import { fileBase } from "../file-base.ts";
import type { CommandContext } from "../run.ts";
import { openSession } from "../session.ts";
import { typed, usageFinding } from "../usage.ts";
import { writeFile } from "../written-files.ts";
import { errorTeller, refuse } from "./output.ts";

type Maker = (view: ViewContext, context: CommandContext) => Promise<string | Uint8Array> | string;

/** What each format adds to the name of the plan, and how it is made. */
const makers: ReadonlyMap<string, { readonly name: string; readonly make: Maker }> = new Map([
  [
    "json",
    {
      name: "plan.json",
      make: ({ compilation, plan, speaker }: ViewContext, { host }: CommandContext) =>
        compiledPlanJson(compilation, plan, { speaker, version: host.version }),
    },
  ],
  [
    "csv",
    { name: "results.csv", make: (view: ViewContext, { host }) => csvText(resultTable(view, host.version)) },
  ],
  [
    "xlsx",
    {
      name: "results.xlsx",
      make: async (view: ViewContext, { host }: CommandContext) => {
        const { workbookBytes } = await import("../../export/results-workbook.ts");
        return workbookBytes(resultTable(view, host.version), isoDay(view.asOf));
      },
    },
  ],
  [
    "ics",
    {
      name: "calendar.ics",
      make: (view: ViewContext, { host }: CommandContext) =>
        calendarText({ context: view, version: host.version, digest: (text) => host.digest(text) }),
    },
  ],
]);

/** Between the names of a list. */
const listMark = /[,，、]/;

/** Runs `plan export`. */
export async function runExport(call: Call, context: CommandContext): Promise<number> {
  const formats = formatsOf(String(call.options.to));
  if (!Array.isArray(formats))
    return refuse(context, { ...call.options, format: "text" }, formats as Diagnostic);
  const { host } = context;
  const tell = await errorTeller(context, call.options);
  const session = await openSession(host, {
    paths: call.paths,
    asOf: typeof call.options.asOf === "string" ? call.options.asOf : undefined,
    only: "all",
    levels: [],
    trace: false,
  });
  for (const finding of session.findings) tell(finding);
  let exit = session.findings.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN;
  const names = new Set<string>();
  const out = joinPath(host.cwd, String(call.options.out).replaceAll("\\", "/"));
  for (const job of session.jobs) {
    const compiled = await session.compile(job);
    const { compilation } = compiled;
    if (compilation.plan === null) {
      for (const finding of compilation.findings) tell(finding);
      exit = worseExit(exit, worseExit(compiled.exit, EXIT_FINDINGS));
      continue;
    }
    const view = makeContext({
      compilation,
      asOf: job.asOf,
      speaker: await speakerFor(compilation, context),
    });
    const base = fileBase(compilation, names);
    for (const format of formats) {
      const maker = makers.get(format);
      if (maker === undefined) continue;
      const path = joinPath(out, `${base}-${maker.name}`);
      exit = worseExit(exit, await writeFile(path, await maker.make(view, context), context, tell));
    }
  }
  return exit;
}

/** The formats asked for, each once; a finding for one that there is not. */
function formatsOf(text: string): readonly string[] | Diagnostic {
  const wanted = new Set<string>();
  for (const part of text.split(listMark)) {
    const name = part.trim().toLowerCase();
    if (!makers.has(name)) {
      const known = [...makers.keys()];
      return usageFinding({
        en: `there is no format ${typed(part.trim())}; there are ${known.join(", ")}`,
        zhHans: `没有名为“${part.trim()}”的格式，可用：${known.join("、")}`,
        given: part.trim(),
        suggestion: nearest(name, known),
      });
    }
    wanted.add(name);
  }
  return [...wanted];
}

/** Like reports, what is exported speaks the plan's language unless the call asks for another. */
async function speakerFor(
  { plan }: Compilation,
  { askedLanguage, speaker }: CommandContext,
): Promise<Speaker> {
  const language = languageOfTag(plan?.language?.value ?? "");
  return askedLanguage !== null || language === null ? speaker : makeSpeaker(language);
}
