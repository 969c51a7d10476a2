/** Compiles an example as it lies on disk: its plan, its data, the as-of date of its `planwright.yaml`. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Compilation } from "../../src/compile.ts";
import { compileText } from "../kit/compile.ts";

export const examplesFolder = join(import.meta.dirname, "../../examples");

/** Text of a file of an example. */
export function exampleFile(example: string, path: string): string {
  return readFileSync(join(examplesFolder, example, path), "utf8");
}

/** Every file of an example but the plan, by its path inside the example. */
function filesOf(example: string): Readonly<Record<string, string>> {
  const paths = readdirSync(join(examplesFolder, example), { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    paths
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => /\.(csv|md)$/.test(path))
      .map((path) => [path, exampleFile(example, path)]),
  );
}

/** The day pinned by the example. */
export function asOfOf(example: string): string {
  const day = /^as-of: (\d{4}-\d{2}-\d{2})$/m.exec(exampleFile(example, "planwright.yaml"))?.[1];
  if (day === undefined) throw new Error(`${example} pins no as-of date`);
  return day;
}

/** The compiled example; `change` edits the plan's text before. */
export function compileExample(
  example: string,
  change: (text: string) => string = (text) => text,
): Compilation {
  const name = `${example}.plan.yaml`;
  return compileText(change(exampleFile(example, name)), {
    name,
    asOf: asOfOf(example),
    files: filesOf(example),
  });
}

/** Findings that fail a clean plan, as `rule line: message` would be too long to read: rule and covered text. */
export function errorsAndWarnings(compilation: Compilation): readonly string[] {
  return compilation.findings
    .filter((finding) => finding.severity !== "info")
    .map((finding) => {
      const text =
        finding.span === null ? "" : finding.span.file.text.slice(finding.span.start, finding.span.end);
      return `${finding.code} ${JSON.stringify(text.slice(0, 60))} ${JSON.stringify(finding.args)}`;
    });
}

/** Status of every indicator for the plan as a whole. */
export function planStatuses(compilation: Compilation): Readonly<Record<string, string>> {
  const rows = compilation.results?.rows.filter((row) => row.entity === null) ?? [];
  return Object.fromEntries(rows.map((row) => [row.indicator.id.value, row.status]));
}

const planEnding = ".plan.yaml";

/** Every plan of the examples: folder, and name of the file without its ending. */
export const examplePlans = readdirSync(examplesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) =>
    readdirSync(join(examplesFolder, folder))
      .filter((file) => file.endsWith(planEnding))
      .map((file) => ({ folder, name: file.slice(0, -planEnding.length) })),
  )
  .sort((a, b) => (`${a.folder}/${a.name}` < `${b.folder}/${b.name}` ? -1 : 1));

/** The samples to start from: well-made plans of different kinds, each in a folder of its own below `samples`. */
export const samplePlans = readdirSync(join(examplesFolder, "samples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ folder: `samples/${name}`, name }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Name of a plan's stored results: its folder, and its own name where the folder holds several. */
export function goldenName({ folder, name }: { readonly folder: string; readonly name: string }): string {
  const plain = folder.replace("/", ".");
  return name === basename(folder) ? plain : `${plain}.${name}`;
}

/** One of the plans of an example. */
export function compilePlan(folder: string, name: string): Compilation {
  const file = `${name}${planEnding}`;
  return compileText(exampleFile(folder, file), { name: file, asOf: asOfOf(folder), files: filesOf(folder) });
}
