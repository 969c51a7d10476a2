/** Which forms of output a call of `check` asks for, and where each goes. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { type CheckFormat, checkFormats, formatOf } from "../findings-output/formats.ts";
import type { Host } from "../host/host.ts";
import { unwritable } from "../load/input-codes.ts";
import { baseName, joinPath, parentFolder, printedPath } from "../text/paths.ts";
import type { Call } from "./args.ts";
import type { Job } from "./session.ts";
import { typed, usageFinding } from "./usage.ts";

/** An output of a run. */
export interface WantedOutput {
  readonly format: CheckFormat;
  /** Absolute path; null for standard output. */
  readonly file: string | null;
  /** The text of `--output-file`; empty for standard output. */
  readonly given: string;
}

/** The outputs of a call, standard output first. What cannot be followed is a finding, and no output. */
export function wantedOutputs(
  { options }: Pick<Call, "options">,
  host: Host,
): { readonly outputs: readonly WantedOutput[]; readonly findings: readonly Diagnostic[] } {
  const outputs: WantedOutput[] = [{ format: formatOf(options.format) ?? "text", file: null, given: "" }];
  const findings: Diagnostic[] = [];
  const taken = new Set<string>();
  const doubled = new Set<string>();
  for (const given of Array.isArray(options.outputFile) ? options.outputFile : []) {
    const at = given.indexOf("=");
    const format = formatOf(given.slice(0, Math.max(at, 0)));
    const path = given.slice(at + 1);
    if (format === null || path === "") {
      findings.push(unreadable(given, at));
      continue;
    }
    const file = settled(joinPath(host.cwd, path.replaceAll("\\", "/")), host);
    const name = printedPath(host.cwd, file);
    if (taken.has(file)) {
      doubled.add(file);
      findings.push(twice(path));
    } else if (sourceName.test(file)) findings.push(sourceNamed(name));
    else if (host.kindOf(file) === "folder")
      findings.push(makeDiagnostic(unwritable, null, { path: name, cause: "EISDIR" }));
    else outputs.push({ format, file, given });
    taken.add(file);
  }
  // Which of two was meant for a file cannot be known: neither is written.
  return { outputs: outputs.filter(({ file }) => file === null || !doubled.has(file)), findings };
}

/** No output is called so; a plan, its records or a table to be imported may stand there. */
const sourceName = /\.(?:ya?ml|csv|tsv|xlsx?|xlsm|ods|docx?|docm)$/i;

function sourceNamed(path: string): Diagnostic {
  return usageFinding({
    en: `${typed(path)} is named like a plan or a table, and no output is written there; use .json, .sarif, .xml, .md or .txt`,
    zhHans: `“${path}”的扩展名属于方案或数据表，不用作输出文件；请改用 .json、.sarif、.xml、.md 或 .txt`,
    given: path,
  });
}

/** The path with links resolved; those of its folder also where the file is yet to be made. */
function settled(path: string, host: Host): string {
  return host.realPath(joinPath(host.realPath(parentFolder(path)), baseName(path)));
}

function unreadable(given: string, at: number): Diagnostic {
  return usageFinding({
    en: `--output-file cannot be read: ${typed(given)}; write FORMAT=FILE, where FORMAT is one of ${checkFormats.join(", ")}`,
    zhHans: `--output-file 无法识别：“${given}”，应写成“格式=文件”，格式为 ${checkFormats.join("、")} 之一`,
    given,
    suggestion: at < 0 ? null : nearest(given.slice(0, at), checkFormats),
  });
}

function twice(path: string): Diagnostic {
  return usageFinding({
    en: `two outputs cannot go to one file: ${typed(path)}`,
    zhHans: `两种输出不能写入同一文件：“${path}”`,
    given: path,
  });
}

/**
 * The outputs of a call, and the call without those that cannot be written: what is unreadable, goes where another goes, or
 * would take the place of a file that this run reads.
 */
export function settledOutputs(
  call: Call,
  host: Host,
  jobs: readonly Job[],
): {
  readonly call: Call;
  readonly outputs: readonly WantedOutput[];
  readonly findings: readonly Diagnostic[];
} {
  const { outputs: wanted, findings } = wantedOutputs(call, host);
  if (wanted.length === 1 && findings.length === 0) return { call, outputs: wanted, findings };
  const { baseline, writeBaseline } = call.options;
  const read = new Set<string>();
  for (const path of [baseline, writeBaseline])
    if (typeof path === "string") read.add(host.realPath(joinPath(host.cwd, path)));
  for (const { source, configuration } of jobs) {
    for (const path of [source.path, configuration.file]) if (path !== null) read.add(host.realPath(path));
  }
  const isRead = ({ file }: WantedOutput): boolean => file !== null && read.has(file);
  const outputs = wanted.filter((one) => !isRead(one));
  const outputFile = outputs.flatMap(({ given }) => (given === "" ? [] : [given]));
  return {
    call: { ...call, options: { ...call.options, outputFile } },
    outputs,
    findings: [
      ...findings,
      ...wanted.filter(isRead).map(({ file }) => overwritten(printedPath(host.cwd, file ?? ""))),
    ],
  };
}

function overwritten(path: string): Diagnostic {
  return usageFinding({
    en: `${typed(path)} is read in this run and cannot be written by it`,
    zhHans: `“${path}”是本次运行所读取的文件，不能用作输出文件`,
    given: path,
  });
}
