/** `plan report`: writes the report of each plan and says where it is. */
import { allCodes } from "../../codes.ts";
import type { Compilation } from "../../compile.ts";
import { type Localized, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { unwritable } from "../../load/input-codes.ts";
import { reportFormats } from "../../report/formats.ts";
import { renderReport } from "../../report/render.ts";
import { type ReportName, reportNames, reports } from "../../report/reports.ts";
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
  for (const job of session.jobs) {
    const compiled = await session.compile(job);
    const { compilation } = compiled;
    if (compilation.plan === null) {
      for (const finding of compilation.findings) tell(finding);
      exit = worseExit(exit, worseExit(compiled.exit, EXIT_FINDINGS));
      continue;
    }
    const own = await reportSpeaker(compilation, context);
    const view = await reports[wanted.template].build({
      compilation,
      speaker: own,
      asOf: job.asOf,
      version: host.version,
      inputsDigest: compiled.inputsDigest,
      byOwner: call.options.by === "owner",
      titleOf: ruleTitle,
    });
    const base = fileBase(compilation, wanted.template, names);
    for (const format of wanted.formats) {
      const path = joinPath(joinPath(host.cwd, wanted.out), `${base}.${format}`);
      const written = await host.write(path, renderReport(view, wanted.template, format));
      const printed = printableLine(printedPath(host.cwd, path));
      if (written.ok)
        host.out.write(
          `${speaker.say({ en: `wrote ${printed}`, zhHans: `已生成“${printed}”` }, [printed])}\n`,
        );
      else {
        tell(makeDiagnostic(unwritable, null, { path: printed, cause: written.code }));
        exit = worseExit(exit, EXIT_COULD_NOT_RUN);
      }
    }
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
  readonly template: ReportName;
  readonly formats: readonly Format[];
  readonly out: string;
}

/** The template and formats asked for, or why there are none such. */
function chosen({ options }: Call): Wanted | CallFault {
  const asked = String(options.template);
  const template = reportNames.find((t) => t === asked);
  if (template === undefined) {
    return {
      en: `there is no report ${typed(asked)}; there is ${reportNames.join(", ")}`,
      zhHans: `没有名为“${asked}”的报告模板，可用：${reportNames.join("、")}`,
      given: asked,
      suggestion: nearest(asked, reportNames),
    };
  }
  const formats = new Set<Format>();
  for (const part of String(options.to).split(/[,，、]/)) {
    const name = part.trim();
    const format = reportFormats.find((f) => f === name.toLowerCase());
    if (format === undefined) return unknownFormat(name);
    formats.add(format);
  }
  return { template, formats: [...formats], out: String(options.out).replaceAll("\\", "/") };
}

function unknownFormat(name: string): CallFault {
  return {
    en: `unknown format ${typed(name)}; there are ${reportFormats.join(", ")}`,
    zhHans: `未知格式“${name}”，可用：${reportFormats.join("、")}`,
    given: name,
    suggestion: nearest(name, reportFormats),
  };
}

/** Reports speak the plan's language unless the call asks for another. */
async function reportSpeaker(
  { plan }: Compilation,
  { askedLanguage, speaker }: CommandContext,
): Promise<Speaker> {
  if (askedLanguage !== null) return speaker;
  const own = languageOfTag(plan?.language?.value ?? "");
  return own === null ? speaker : makeSpeaker(own);
}

/** Characters of an id in a file name; file systems allow 255 bytes, of which a Chinese character takes three. */
const longestId = 60;

/** `<plan id>-<template>`, made unique within the run; only letters, digits and . _ - are kept. */
function fileBase({ plan, file }: Compilation, template: string, names: Set<string>): string {
  const name = (plan?.id?.value ?? file.name).replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "");
  const id = [...name].slice(0, longestId).join("") || "plan";
  let base = `${id}-${template}`;
  for (let n = 2; names.has(base.toLowerCase()); n++) base = `${id}-${n}-${template}`;
  names.add(base.toLowerCase());
  return base;
}
