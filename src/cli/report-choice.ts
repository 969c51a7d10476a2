/** Which reports, formats and templates a call of `plan report` asks for. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Host } from "../host/host.ts";
import { type OutputFormatName, outputFormats } from "../report/formats.ts";
import { reportNames } from "../report/reports.ts";
import type { Call } from "./args.ts";
import { type ChosenReport, noOwnTemplates, type OwnTemplates, readOwnTemplates } from "./own-templates.ts";
import { typed, usageFinding } from "./usage.ts";

/** What a call of `plan report` asks for. */
export interface ReportChoice {
  readonly reports: readonly ChosenReport[];
  readonly formats: readonly OutputFormatName[];
  readonly templates: OwnTemplates;
  readonly out: string;
}

/** Between the names of a list. */
const listMark = /[,，、]/;

/** The reports and formats asked for, or the first thing that is wrong with the call. */
export async function chosenReports({ options }: Call, host: Host): Promise<ReportChoice | Diagnostic> {
  const folder = options.templates;
  const { templatesFrom } = options;
  const named = typeof templatesFrom === "string" ? `templates (${templatesFrom})` : "--templates";
  const templates = typeof folder === "string" ? await readOwnTemplates(host, folder, named) : noOwnTemplates;
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
  const formats = new Set<OutputFormatName>();
  for (const part of String(options.to).split(listMark)) {
    const name = part.trim();
    const format = outputFormats.find((one) => one === name.toLowerCase());
    if (format === undefined) return unknownName(name, "format", outputFormats);
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
