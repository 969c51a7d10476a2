/** `plan report`: writes the report of each plan and says where it is. */
import type { Compilation } from "../../compile.ts";
import { type Localized, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { findingText } from "../../findings-output/text.ts";
import { languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { usageFault } from "../../load/input-codes.ts";
import { reportFormats, reportTemplates } from "../../report/formats.ts";
import { renderReport } from "../../report/render.ts";
import { buildStatusView } from "../../report/view/status.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import { joinPath, printedPath } from "../paths.ts";
import type { CommandContext } from "../run.ts";
import { openSession } from "../session.ts";
import { outputOptions } from "./output.ts";

/** Runs `plan report`. */
export async function runReport(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  const options = await outputOptions(context, call.options);
  const wanted = chosen(call);
  if (!("formats" in wanted)) {
    host.err.write(findingText(makeDiagnostic(usageFault, null, { ...wanted }), options));
    return EXIT_COULD_NOT_RUN;
  }
  const session = await openSession(host, {
    paths: call.paths,
    asOf: typeof call.options.asOf === "string" ? call.options.asOf : undefined,
    only: "all",
    levels: [],
    trace: true,
  });
  for (const finding of session.findings) host.err.write(findingText(finding, options));
  let exit = session.findings.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN;
  const names = new Set<string>();
  for (const job of session.jobs) {
    const { compilation, unreadable } = await session.compile(job);
    if (compilation.plan === null) {
      for (const finding of compilation.findings) host.err.write(findingText(finding, options));
      exit = worseExit(exit, unreadable ? EXIT_COULD_NOT_RUN : EXIT_FINDINGS);
      continue;
    }
    const own = await reportSpeaker(compilation, context);
    const view = buildStatusView({ compilation, speaker: own, asOf: job.asOf, version: host.version });
    const base = fileBase(compilation, wanted.template, names);
    for (const format of wanted.formats) {
      const path = joinPath(joinPath(host.cwd, wanted.out), `${base}.${format}`);
      const written = host.write(path, renderReport(view, wanted.template, format));
      const printed = printedPath(host.cwd, path);
      if (written.ok)
        host.out.write(`${speaker.say({ en: `wrote ${printed}`, zhHans: `已生成 ${printed}` })}\n`);
      else {
        host.err.write(
          `${speaker.say({ en: `cannot write ${printed}: ${written.message}`, zhHans: `无法写入“${printed}”：${written.message}` })}\n`,
        );
        exit = EXIT_COULD_NOT_RUN;
      }
    }
  }
  return exit;
}

type Template = (typeof reportTemplates)[number];
type Format = (typeof reportFormats)[number];

interface Wanted {
  readonly template: Template;
  readonly formats: readonly Format[];
  readonly out: string;
}

/** The template and formats asked for, or why there are none such. */
function chosen({ options }: Call): Wanted | Localized {
  const template = reportTemplates.find((t) => t === options.template);
  if (template === undefined) {
    const all = reportTemplates.join(", ");
    return {
      en: `there is no report ${String(options.template)}: ${all}`,
      zhHans: `没有名为“${String(options.template)}”的报告模板，可用：${all}`,
    };
  }
  const formats: Format[] = [];
  for (const name of String(options.to).split(",")) {
    const format = reportFormats.find((f) => f === name.trim());
    const all = reportFormats.join(", ");
    if (format === undefined)
      return { en: `unknown format ${name}: ${all}`, zhHans: `未知格式“${name}”，可用：${all}` };
    formats.push(format);
  }
  return { template, formats, out: String(options.out) };
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

/** `<plan id>-<template>`, made unique within the run; ids hold only letters, digits and . _ - */
function fileBase({ plan, file }: Compilation, template: string, names: Set<string>): string {
  const id =
    (plan?.id?.value ?? file.name).replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "") || "plan";
  let base = `${id}-${template}`;
  for (let n = 2; names.has(base.toLowerCase()); n++) base = `${id}-${n}-${template}`;
  names.add(base.toLowerCase());
  return base;
}
