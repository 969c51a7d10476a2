/** Templates of the user's own: a folder with one folder for each report, and `partials`. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { decodeText } from "../load/decode.ts";
import { unreadablePath } from "../load/input-codes.ts";
import type { ReportFormatName } from "../report/formats.ts";
import { reportFormats } from "../report/formats.ts";
import type { TemplateResult, TemplateSource, TemplateTask } from "../report/own-template.ts";
import { finishedText, safeView } from "../report/render.ts";
import { type ReportName, reportNames } from "../report/reports.ts";
import { templateFault } from "../report/template-codes.ts";
import type { DocumentFrame } from "../report/view/frame.ts";
import { baseName, joinPath, parentFolder, printedPath } from "../text/paths.ts";
import { lineTable, type SourceFile } from "../text/source.ts";
import { usageFinding } from "./usage.ts";

/** A report as it is asked for: built in, or with a template of the user's own for some formats. */
export interface ChosenReport {
  readonly name: string;
  /** The report whose view it prints. */
  readonly report: ReportName;
  readonly own: ReadonlyMap<ReportFormatName, TemplateSource>;
}

/** What a template folder holds. */
export interface OwnTemplates {
  /** By name; a name of a built-in report stands for that report. */
  readonly reports: ReadonlyMap<string, ChosenReport>;
  readonly partials: readonly (TemplateSource & { readonly format: string })[];
  readonly findings: readonly Diagnostic[];
}

export const noOwnTemplates: OwnTemplates = { reports: new Map(), partials: [], findings: [] };

/** Largest template that is read. */
const maxBytes = 1024 * 1024;

const partialsFolder = "partials";
const fileName = /^(.+)\.(md|html)\.hbs$/;

/**
 * Reads `FOLDER/REPORT/NAME.FORMAT.hbs` and `FOLDER/partials/NAME.FORMAT.hbs`; nothing outside the folder is read. `named`: where
 * the folder is named, `--templates` or the place of the setting.
 */
export async function readOwnTemplates(host: Host, folder: string, named: string): Promise<OwnTemplates> {
  const root = host.realPath(joinPath(host.cwd, folder));
  if (host.kindOf(root) !== "folder") {
    const finding = usageFinding({
      en: `${named}: there is no folder "${folder}"`,
      zhHans: `${named}：没有名为“${folder}”的文件夹`,
      given: folder,
    });
    return { ...noOwnTemplates, findings: [finding] };
  }
  const { files } = await host.find({ glob: `${escapeGlob(printedPath(host.cwd, root))}/*/*.hbs` });
  const reports = new Map<string, ChosenReport>();
  const partials: (TemplateSource & { format: string })[] = [];
  const findings: Diagnostic[] = [];
  for (const path of files) {
    const [, name = "", format = ""] = fileName.exec(baseName(path)) ?? [];
    const kind = baseName(parentFolder(path));
    const known = reportFormats.find((one) => one === format);
    const report = reportNames.find((one) => one === kind);
    if (known === undefined || (report === undefined && kind !== partialsFolder)) continue;
    const read = host.read(joinPath(host.cwd, path), { maxBytes, root });
    const decoded = read.ok ? decodeText(path, read.bytes) : null;
    if (decoded === null || decoded.value === null) {
      const cause = read.ok ? "failed" : read.failure;
      findings.push(makeDiagnostic(unreadablePath, null, { path, cause }));
      continue;
    }
    const source = { name, path, text: decoded.value.text };
    if (report === undefined) partials.push({ ...source, name: `${name}.${format}`, format });
    else {
      const own = new Map(reports.get(name)?.own).set(known, source);
      reports.set(name, { name, report, own });
    }
  }
  if (reports.size === 0 && findings.length === 0) findings.push(emptyFolder(folder, named));
  return { reports, partials, findings };
}

function emptyFolder(folder: string, named: string): Diagnostic {
  return usageFinding({
    en: `${named}: no template in "${folder}"; it must be FOLDER/REPORT/NAME.html.hbs or .md.hbs, where REPORT is one of ${reportNames.join(", ")}`,
    zhHans: `${named}：“${folder}”中没有模板；模板应为“文件夹/报告/名称.html.hbs”或“.md.hbs”，报告为 ${reportNames.join("、")} 之一`,
    given: folder,
  });
}

function escapeGlob(path: string): string {
  return path.replace(/[()[\]{}!*?+@|\\]/g, "\\$&");
}

/** A document, or why there is none. */
export type Rendered = { readonly text: string } | { readonly finding: Diagnostic };

/** Renders with the user's template; a fault is a finding at its line. */
export async function renderOwn(
  view: DocumentFrame,
  template: TemplateSource,
  format: ReportFormatName,
  { partials }: OwnTemplates,
  host: Host,
): Promise<Rendered> {
  const input: TemplateTask = {
    template,
    partials: partials.filter((one) => one.format === format),
    view: safeView(view, format),
    format,
  };
  const result = await host.runApart({ kind: "template", input });
  // Answered by `bin/template-worker.ts`.
  const answer: TemplateResult = result.ok
    ? (result.answer as TemplateResult)
    : { fault: { kind: "endless", path: template.path, line: 1, column: 1, detail: "" } };
  if ("text" in answer) return { text: finishedText(answer.text, format) };
  const { kind, detail, path, line, column } = answer.fault;
  const source = [template, ...partials].find((one) => one.path === path) ?? template;
  const file: SourceFile = { name: path, text: source.text };
  const start = Math.min((lineTable(file)[line - 1] ?? 0) + column - 1, file.text.length);
  return { finding: makeDiagnostic(templateFault, { file, start, end: start }, { kind, detail }) };
}
