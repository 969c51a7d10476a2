/** `plan report`: writes the report of each plan and says where it is. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { type Language, languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { isoDay } from "../../plan/days.ts";
import type { Day } from "../../plan/time.ts";
import { type OutputFormatName, templateFormat } from "../../report/formats.ts";
import { renderReport, viewAsJson } from "../../report/render.ts";
import type { ReportInput } from "../../report/report-input.ts";
import { reports } from "../../report/reports.ts";
import { buildIndexView, type IndexedPlan, indexedPlan } from "../../report/view/index-page.ts";
import { joinPath, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import { fileBase } from "../file-base.ts";
import { type Rendered, renderOwn } from "../own-templates.ts";
import { type PdfMaker, pdfMaker } from "../pdf-maker.ts";
import { chosenReports, type ReportChoice } from "../report-choice.ts";
import { ruleWords } from "../rule-words.ts";
import type { CommandContext } from "../run.ts";
import { type Compiled, openSession } from "../session.ts";
import { writeFile } from "../written-files.ts";
import { errorTeller, refuse } from "./output.ts";

/** Runs `plan report`. */
export async function runReport(call: Call, context: CommandContext): Promise<number> {
  const { host } = context;
  const wanted = await chosenReports(call, host);
  if (!("formats" in wanted)) return refuse(context, call.options, wanted);
  const tell = await errorTeller(context, call.options);
  const pdf = pdfMaker(host, tell);
  try {
    const write = fileWriter(wanted.out, { tell, makePdf: pdf.make }, context);
    return await writeAll(wanted, { write, tell, host }, call, context);
  } finally {
    await pdf.close();
  }
}

interface Desk {
  readonly write: Write;
  readonly tell: Tell;
  readonly host: Host;
}

async function writeAll(
  wanted: ReportChoice,
  desk: Desk,
  call: Call,
  context: CommandContext,
): Promise<number> {
  const { host } = context;
  const session = await openSession(host, {
    paths: call.paths,
    asOf: typeof call.options.asOf === "string" ? call.options.asOf : undefined,
    only: "all",
    levels: [],
    trace: true,
  });
  for (const finding of session.findings) desk.tell(finding);
  let exit = session.findings.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN;
  const names = new Set<string>();
  const indexed: IndexedPlan[] = [];
  for (const job of session.jobs) {
    const compiled = await session.compile(job);
    if (compiled.compilation.plan === null) {
      for (const finding of compiled.compilation.findings) desk.tell(finding);
      exit = worseExit(exit, worseExit(compiled.exit, EXIT_FINDINGS));
      continue;
    }
    const id = fileBase(compiled.compilation, names);
    const input = await reportInput(compiled, job.asOf, call, context);
    const result = await writeReports(id, input, wanted, desk);
    exit = worseExit(exit, result.exit);
    if (result.links.length > 0) indexed.push(indexedPlan(compiled.compilation, job.asOf, result.links));
  }
  return indexed.length > 1 ? worseExit(exit, await writeIndex(indexed, wanted, desk.write, context)) : exit;
}

/** The page that leads to the reports of several plans; dated as the latest of them. */
async function writeIndex(
  indexed: readonly IndexedPlan[],
  { formats }: ReportChoice,
  write: Write,
  context: CommandContext,
): Promise<number> {
  const view = buildIndexView(indexed, await indexSpeaker(indexed, context), context.host.version);
  const latest = indexed.reduce((day, { asOf }) => Math.max(day, asOf), Number.NEGATIVE_INFINITY);
  let exit = EXIT_CLEAN;
  for (const format of formats) {
    const markup = templateFormat(format);
    const text = markup === null ? viewAsJson(view) : renderReport(view, "index", markup);
    exit = worseExit(exit, await write(`index.${format}`, text, latest));
  }
  return exit;
}

type Tell = (finding: Diagnostic) => void;
/** Writes a document under a name; what ends in `.pdf` is printed from its HTML. */
type Write = (name: string, text: string, asOf: Day) => Promise<number>;

/** Writes files into a folder, says where they are, and tells which cannot be written. Gives the exit code. */
function fileWriter(
  out: string,
  { tell, makePdf }: { readonly tell: Tell; readonly makePdf: PdfMaker["make"] },
  context: CommandContext,
): Write {
  const { host } = context;
  return async (name, text, asOf) => {
    const path = joinPath(joinPath(host.cwd, out), name);
    const printed = printableLine(printedPath(host.cwd, path));
    const content = name.endsWith(".pdf") ? await makePdf(text, isoDay(asOf), printed) : text;
    if (content === null) return EXIT_COULD_NOT_RUN;
    return writeFile(path, content, context, tell);
  };
}

async function reportInput(
  { compilation, inputsDigest }: Compiled,
  asOf: Day,
  { options }: Call,
  context: CommandContext,
): Promise<ReportInput> {
  return {
    compilation,
    speaker: await reportSpeaker(languageOfTag(compilation.plan?.language?.value ?? ""), context),
    asOf,
    version: context.host.version,
    inputsDigest,
    byOwner: options.by === "owner",
    ruleOf: ruleWords,
  };
}

/** Writes every document of one plan; what a template of the user's own cannot print is told and not written. */
async function writeReports(
  id: string,
  input: ReportInput,
  { reports: wanted, formats, templates }: ReportChoice,
  { write, tell, host }: Desk,
): Promise<{ readonly exit: number; readonly links: IndexedPlan["links"] }> {
  let exit = EXIT_CLEAN;
  const links: IndexedPlan["links"][number][] = [];
  for (const { name, report, own } of wanted) {
    const view = await reports[report].build(input);
    const rendering = async (format: OutputFormatName): Promise<Rendered> => {
      const markup = templateFormat(format);
      if (markup === null) return { text: viewAsJson(view) };
      const template = own.get(markup);
      return template === undefined
        ? { text: renderReport(view, report, markup) }
        : renderOwn(view, template, markup, templates, host);
    };
    for (const format of formats) {
      const rendered = await rendering(format);
      if ("finding" in rendered) {
        tell(rendered.finding);
        exit = worseExit(exit, EXIT_COULD_NOT_RUN);
        continue;
      }
      const file = `${id}-${name}.${format}`;
      const written = await write(file, rendered.text, input.asOf);
      exit = worseExit(exit, written);
      if (written === EXIT_CLEAN)
        links.push({ file, document: view.reportTitle, format: format.toUpperCase() });
    }
  }
  return { exit, links };
}

/** The index speaks the language of its plans where they have one in common. */
async function indexSpeaker(plans: readonly IndexedPlan[], context: CommandContext): Promise<Speaker> {
  const tags = new Set(plans.map(({ language }) => languageOfTag(language)));
  const [only] = tags;
  return tags.size === 1 ? reportSpeaker(only ?? null, context) : context.speaker;
}

/** Reports speak the plan's language unless the call asks for another. */
async function reportSpeaker(
  language: Language | null,
  { askedLanguage, speaker }: CommandContext,
): Promise<Speaker> {
  return askedLanguage !== null || language === null ? speaker : makeSpeaker(language);
}
