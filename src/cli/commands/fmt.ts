/** `plan fmt`: plan files in the one layout. Nothing that a plan says changes. */
import { allCodes } from "../../codes.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { yamlSeveralDocuments } from "../../load/codes.ts";
import { internalFinding } from "../../load/input-codes.ts";
import { saysTheSame } from "../../load/same-tree.ts";
import { readYaml } from "../../load/yaml.ts";
import { printableLine } from "../../text/printable.ts";
import type { SourceFile } from "../../text/source.ts";
import type { Call } from "../args.ts";
import { configurationFinder } from "../config.ts";
import { discover, type PlanSource } from "../discover.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, EXIT_INTERNAL, worseExit } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { openSource, replaceSource } from "../source-file.ts";
import { errorTeller } from "./output.ts";

type LayOut = (text: string) => string | null;

/** Files by what became of them. */
interface Counts {
  changed: number;
  same: number;
  left: number;
}

/** Runs `plan fmt`: names of the files that change on standard output, what is left and the count on standard error. */
export async function runFmt(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  const tell = await errorTeller(context, call.options);
  const found = await discover(host, call.paths);
  const configurationOf = configurationFinder(host, () => allCodes.map((c) => c.code));
  const { layOut } = await import("../../format/layout.ts");
  const counts: Counts = { changed: 0, same: 0, left: 0 };
  for (const finding of found.findings) tell(finding);
  let exit = found.findings.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN;
  for (const source of found.sources) {
    const { root } = configurationOf(source.folder);
    const done = await formatOne(host, source, root, layOut, call.options.check === true);
    counts[done.became]++;
    for (const finding of done.findings) tell(finding);
    exit = worseExit(exit, done.exit);
  }
  if (found.sources.some(({ path }) => path !== null))
    host.err.write(`${speaker.say(summary(counts, call.options.check === true))}\n`);
  return exit;
}

interface Done {
  readonly became: keyof Counts;
  readonly exit: number;
  readonly findings: readonly Diagnostic[];
}

async function formatOne(
  host: Host,
  source: PlanSource,
  root: string,
  layOut: LayOut,
  onlyCheck: boolean,
): Promise<Done> {
  const read = openSource(host, source, root);
  if (!read.ok) return { became: "left", exit: read.exit, findings: read.findings };
  const { file } = read.opened;
  const made = laidOut(file, layOut, host.version);
  if (typeof made !== "string") return { became: "left", ...made };
  const isSame = made === file.text;
  if (onlyCheck || (isSame && source.path !== null)) {
    if (isSame) return { became: "same", exit: EXIT_CLEAN, findings: [] };
    host.out.write(`${printableLine(source.name)}\n`);
    return { became: "changed", exit: EXIT_FINDINGS, findings: [] };
  }
  const written = await replaceSource(host, read.opened, made);
  if (written.value !== EXIT_CLEAN)
    return { became: "left", exit: written.value, findings: written.findings };
  if (source.path !== null) host.out.write(`${printableLine(source.name)}\n`);
  return { became: "changed", exit: EXIT_CLEAN, findings: [] };
}

/** The text in the layout, or why the file is left: faults of its YAML, or a fault of ours. */
function laidOut(
  file: SourceFile,
  layOut: LayOut,
  version: string,
): string | { readonly exit: number; readonly findings: readonly Diagnostic[] } {
  const before = readYaml(file);
  const errors = before.findings.filter(({ severity }) => severity === "error");
  const faults = errors.filter(({ code }) => code !== yamlSeveralDocuments.code);
  if (before.value.root === null || faults.length > 0) return { exit: EXIT_FINDINGS, findings: errors };
  const made = layOut(file.text);
  const again = made === null ? null : layOut(made);
  const isSure =
    made !== null &&
    again === made &&
    saysTheSame(before.value, readYaml({ name: file.name, text: made }).value);
  if (isSure) return made;
  // A second document may be the rest of the first, cut off by a line of dashes: then what is meant is not sure.
  if (errors.length > 0) return { exit: EXIT_FINDINGS, findings: errors };
  const fault = new Error(`the layout of ${file.name} is not settled; the file is left as it is`);
  return { exit: EXIT_INTERNAL, findings: [internalFinding(fault, version)] };
}

function summary({ changed, same, left }: Counts, onlyCheck: boolean): { en: string; zhHans: string } {
  const files = changed + same + left;
  const done = onlyCheck ? "would change" : "changed";
  const leftWords = left === 0 ? "" : `, ${left} left as ${left === 1 ? "it is" : "they are"}`;
  const leftSigns = left === 0 ? "" : `，保持原样 ${left} 个`;
  return {
    en: `${files} ${files === 1 ? "file" : "files"}: ${changed} ${done}, ${same} in order${leftWords}`,
    zhHans: `共 ${files} 个文件：${onlyCheck ? "需要整理" : "已整理"} ${changed} 个，无须整理 ${same} 个${leftSigns}`,
  };
}
