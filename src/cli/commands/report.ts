/** `plan report`: writes the report of each plan and says where it is. */
import { allCodes } from "../../codes.ts";
import type { Compilation } from "../../compile.ts";
import { type Localized, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { type Language, languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { unwritable } from "../../load/input-codes.ts";
import { reportFormats } from "../../report/formats.ts";
import { renderReport } from "../../report/render.ts";
import type { ReportInput } from "../../report/report-input.ts";
import { type ReportName, reportNames, reports } from "../../report/reports.ts";
import { buildIndexView, type IndexedPlan, indexedPlan } from "../../report/view/index-page.ts";
import { joinPath, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { openSession } from "../session.ts";
import { type CallFault, typed, usageFinding } from "../usage.ts";
import { errorTeller, refuse } from "./output.ts";

/** Runs `plan report`. */
export async function runReport(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  const wanted = chosen(call);
  if (!("formats" in wanted)) return refuse(context, call.options, usageFinding(wanted));
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
  const written: IndexedPlan[] = [];
  const write = async (name: string, text: string): Promise<number> => {
    const path = joinPath(joinPath(host.cwd, wanted.out), name);
    const result = await host.write(path, text);
    const printed = printableLine(printedPath(host.cwd, path));
    if (!result.ok) {
      tell(makeDiagnostic(unwritable, null, { path: printed, cause: result.code }));
      return EXIT_COULD_NOT_RUN;
    }
    host.out.write(`${speaker.say({ en: `wrote ${printed}`, zhHans: `已生成“${printed}”` }, [printed])}\n`);
    return EXIT_CLEAN;
  };
  for (const job of session.jobs) {
    const compiled = await session.compile(job);
    const { compilation } = compiled;
    if (compilation.plan === null) {
      for (const finding of compilation.findings) tell(finding);
      exit = worseExit(exit, worseExit(compiled.exit, EXIT_FINDINGS));
      continue;
    }
    const own = await reportSpeaker(languageOfTag(compilation.plan.language?.value ?? ""), context);
    const input: ReportInput = {
      compilation,
      speaker: own,
      asOf: job.asOf,
      version: host.version,
      inputsDigest: compiled.inputsDigest,
      byOwner: call.options.by === "owner",
      titleOf: ruleTitle,
    };
    const links: { file: string; text: string }[] = [];
    const id = fileBase(compilation, names);
    for (const template of wanted.templates) {
      const view = await reports[template].build(input);
      for (const format of wanted.formats) {
        const file = `${id}-${template}.${format}`;
        exit = worseExit(exit, await write(file, renderReport(view, template, format)));
        links.push({ file, text: `${view.reportTitle} (${format.toUpperCase()})` });
      }
    }
    written.push(indexedPlan(compilation, job.asOf, links));
  }
  if (written.length > 1) {
    const view = buildIndexView(written, await indexSpeaker(written, context), host.version);
    for (const format of wanted.formats)
      exit = worseExit(exit, await write(`index.${format}`, renderReport(view, "index", format)));
  }
  return exit;
}

/** Title of the rule behind a finding. */
function ruleTitle(code: string): Localized | null {
  const text = allCodes.find((definition) => definition.code === code)?.text;
  return text === undefined ? null : { en: text.en.title, zhHans: text.zhHans.title };
}

type Format = (typeof reportFormats)[number];

interface Wanted {
  readonly templates: readonly ReportName[];
  readonly formats: readonly Format[];
  readonly out: string;
}

/** Between the names of a list. */
const listMark = /[,，、]/;

/** The templates and formats asked for, or why there are none such. */
function chosen({ options }: Call): Wanted | CallFault {
  const templates = new Set<ReportName>();
  for (const part of String(options.template).split(listMark)) {
    const asked = part.trim();
    const template = reportNames.find((name) => name === asked);
    if (template === undefined) return unknownTemplate(asked);
    templates.add(template);
  }
  const formats = new Set<Format>();
  for (const part of String(options.to).split(listMark)) {
    const name = part.trim();
    const format = reportFormats.find((f) => f === name.toLowerCase());
    if (format === undefined) return unknownFormat(name);
    formats.add(format);
  }
  return { templates: [...templates], formats: [...formats], out: String(options.out).replaceAll("\\", "/") };
}

function unknownTemplate(name: string): CallFault {
  return {
    en: `there is no report ${typed(name)}; there are ${reportNames.join(", ")}`,
    zhHans: `没有名为“${name}”的报告模板，可用：${reportNames.join("、")}`,
    given: name,
    suggestion: nearest(name, reportNames),
  };
}

function unknownFormat(name: string): CallFault {
  return {
    en: `unknown format ${typed(name)}; there are ${reportFormats.join(", ")}`,
    zhHans: `未知格式“${name}”，可用：${reportFormats.join("、")}`,
    given: name,
    suggestion: nearest(name, reportFormats),
  };
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
