/** `plan report`: writes the report of each plan and says where it is. */
import { allCodes } from "../../codes.ts";
import type { Compilation } from "../../compile.ts";
import { type Diagnostic, type Localized, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Host } from "../../host/host.ts";
import { type Language, languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { unwritable } from "../../load/input-codes.ts";
import type { Day } from "../../plan/time.ts";
import { type ReportFormatName, reportFormats } from "../../report/formats.ts";
import { renderReport } from "../../report/render.ts";
import type { ReportInput } from "../../report/report-input.ts";
import { reportNames, reports } from "../../report/reports.ts";
import { buildIndexView, type IndexedPlan, indexedPlan } from "../../report/view/index-page.ts";
import { joinPath, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import {
  type ChosenReport,
  noOwnTemplates,
  type OwnTemplates,
  readOwnTemplates,
  renderOwn,
} from "../own-templates.ts";
import type { CommandContext } from "../run.ts";
import { type Compiled, openSession } from "../session.ts";
import { typed, usageFinding } from "../usage.ts";
import { errorTeller, refuse } from "./output.ts";

/** Runs `plan report`. */
export async function runReport(call: Call, context: CommandContext): Promise<number> {
  const { host } = context;
  const wanted = await chosen(call, host);
  if (!("formats" in wanted)) return refuse(context, call.options, wanted);
  const tell = await errorTeller(context, call.options);
  const session = await openSession(host, {
    paths: call.paths,
    asOf: typeof call.options.asOf === "string" ? call.options.asOf : undefined,
    only: "all",
    levels: [],
    trace: true,
  });
  for (const finding of session.findings) tell(finding);
  let exit = session.findings.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN;
  const names = new Set<string>();
  const indexed: IndexedPlan[] = [];
  const write = fileWriter(wanted.out, tell, context);
  for (const job of session.jobs) {
    const compiled = await session.compile(job);
    if (compiled.compilation.plan === null) {
      for (const finding of compiled.compilation.findings) tell(finding);
      exit = worseExit(exit, worseExit(compiled.exit, EXIT_FINDINGS));
      continue;
    }
    const id = fileBase(compiled.compilation, names);
    const input = await reportInput(compiled, job.asOf, call, context);
    const result = await writeReports(id, input, wanted, { write, tell, host });
    exit = worseExit(exit, result.exit);
    if (result.links.length > 0) indexed.push(indexedPlan(compiled.compilation, job.asOf, result.links));
  }
  if (indexed.length > 1) {
    const view = buildIndexView(indexed, await indexSpeaker(indexed, context), host.version);
    for (const format of wanted.formats)
      exit = worseExit(exit, await write(`index.${format}`, renderReport(view, "index", format)));
  }
  return exit;
}

type Tell = (finding: Diagnostic) => void;
type Write = (name: string, text: string) => Promise<number>;

/** Writes files into a folder, says where they are, and tells which cannot be written. Gives the exit code. */
function fileWriter(out: string, tell: Tell, { host, speaker }: CommandContext): Write {
  return async (name, text) => {
    const path = joinPath(joinPath(host.cwd, out), name);
    const result = await host.write(path, text);
    const printed = printableLine(printedPath(host.cwd, path));
    if (!result.ok) {
      tell(makeDiagnostic(unwritable, null, { path: printed, cause: result.code }));
      return EXIT_COULD_NOT_RUN;
    }
    host.out.write(`${speaker.say({ en: `wrote ${printed}`, zhHans: `已生成“${printed}”` }, [printed])}\n`);
    return EXIT_CLEAN;
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
    titleOf: ruleTitle,
  };
}

/** Writes every document of one plan; what a template of the user's own cannot print is told and not written. */
async function writeReports(
  id: string,
  input: ReportInput,
  { reports: wanted, formats, templates }: Wanted,
  { write, tell, host }: { readonly write: Write; readonly tell: Tell; readonly host: Host },
): Promise<{ readonly exit: number; readonly links: IndexedPlan["links"] }> {
  let exit = EXIT_CLEAN;
  const links: { file: string; text: string }[] = [];
  for (const { name, report, own } of wanted) {
    const view = await reports[report].build(input);
    for (const format of formats) {
      const template = own.get(format);
      const rendered =
        template === undefined
          ? { text: renderReport(view, report, format) }
          : await renderOwn(view, template, format, templates, host);
      if ("finding" in rendered) {
        tell(rendered.finding);
        exit = worseExit(exit, EXIT_COULD_NOT_RUN);
        continue;
      }
      const file = `${id}-${name}.${format}`;
      exit = worseExit(exit, await write(file, rendered.text));
      links.push({ file, text: `${view.reportTitle} (${format.toUpperCase()})` });
    }
  }
  return { exit, links };
}

/** Title of the rule behind a finding. */
function ruleTitle(code: string): Localized | null {
  const text = allCodes.find((definition) => definition.code === code)?.text;
  return text === undefined ? null : { en: text.en.title, zhHans: text.zhHans.title };
}

interface Wanted {
  readonly reports: readonly ChosenReport[];
  readonly formats: readonly ReportFormatName[];
  readonly templates: OwnTemplates;
  readonly out: string;
}

/** Between the names of a list. */
const listMark = /[,，、]/;

/** The reports and formats asked for, or the first thing that is wrong with the call. */
async function chosen({ options }: Call, host: Host): Promise<Wanted | Diagnostic> {
  const folder = options.templates;
  const templates = typeof folder === "string" ? await readOwnTemplates(host, folder) : noOwnTemplates;
  const [fault] = templates.findings;
  if (fault !== undefined) return fault;
  const wanted = new Map<string, ChosenReport>();
  for (const part of String(options.template).split(listMark)) {
    const name = part.trim();
    const report = reportNames.find((one) => one === name);
    const found = templates.reports.get(name) ?? (report && { name, report, own: new Map() });
    if (found === undefined)
      return unknownName(name, "report", [...reportNames, ...templates.reports.keys()]);
    wanted.set(name, found);
  }
  const formats = new Set<ReportFormatName>();
  for (const part of String(options.to).split(listMark)) {
    const name = part.trim();
    const format = reportFormats.find((one) => one === name.toLowerCase());
    if (format === undefined) return unknownName(name, "format", reportFormats);
    formats.add(format);
  }
  const out = String(options.out).replaceAll("\\", "/");
  return { reports: [...wanted.values()], formats: [...formats], templates, out };
}

function unknownName(name: string, what: "report" | "format", names: readonly string[]): Diagnostic {
  const known = [...new Set(names)];
  return usageFinding({
    en: `there is no ${what} ${typed(name)}; there are ${known.join(", ")}`,
    zhHans: `没有名为“${name}”的${what === "report" ? "报告模板" : "格式"}，可用：${known.join("、")}`,
    given: name,
    suggestion: nearest(name, known),
  });
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

/** Characters of an id in a file name; file systems allow 255 bytes, of which a Chinese character takes three. */
const longestId = 60;

/** The plan's id as part of file names, made unique within the run; only letters, digits and . _ - are kept. */
function fileBase({ plan, file }: Compilation, names: Set<string>): string {
  const name = (plan?.id?.value ?? file.name).replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "");
  const id = [...name].slice(0, longestId).join("") || "plan";
  let base = id;
  for (let n = 2; names.has(base.toLowerCase()); n++) base = `${id}-${n}`;
  names.add(base.toLowerCase());
  return base;
}
