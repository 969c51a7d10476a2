/** `data` of `planwright.yaml`: where the figures of plans stand that name no file of a kind themselves. */

import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { IncludedBytes } from "../load/included.ts";
import { noDataFile } from "../load/run-codes.ts";
import type { YamlNode } from "../load/yaml-node.ts";
import type { DataFile, DataFiles, Plan } from "../plan/plan.ts";
import { recordKinds } from "../records/index.ts";
import { joinPath, printedPath } from "../text/paths.ts";
import { citePlace } from "../text/sheet-cell.ts";
import { type Draft, entriesOf, fault, placeBelow, setPlace, textOf, unknownKey } from "./setting-draft.ts";
import { typed } from "./usage.ts";

/** Paths as written, relative to the root; `{id}` in them stands for the id of a plan. */
export type ConfiguredData = DataFiles;

export const noConfiguredData: ConfiguredData = { observations: [], progress: [], spending: [] };

const kinds = recordKinds.map(({ name }) => name);
const idSign = "{id}";

/** Reads the setting; every fault is told at its place. */
export function readConfiguredData(draft: Draft, value: YamlNode): ConfiguredData {
  const words = ["data holds lines of the form KIND: FILE", "data 之下每行应为“数据种类: 文件”"] as const;
  const read: Record<keyof DataFiles, readonly DataFile[]> = { ...noConfiguredData };
  for (const { key, value: files } of entriesOf(draft, value, ...words)) {
    const kind = kinds.find((name) => name === key.text);
    if (key.text.startsWith("x-")) continue;
    if (kind === undefined) {
      unknownKey(draft, key, kinds);
      continue;
    }
    const nodes =
      files.kind === "list" ? files.items : textOf(files) === "" && files.kind === "scalar" ? [] : [files];
    read[kind] = nodes.flatMap((node) => readFile(draft, node) ?? []);
    if (read[kind].length > 0) setPlace(draft, `data.${kind}`, files);
  }
  return read;
}

function readFile(draft: Draft, node: YamlNode): DataFile | null {
  if (node.kind !== "map") return fileAt(draft, node, node, false);
  let [named, demo]: [YamlNode | null, boolean] = [null, false];
  for (const { key, value } of node.entries) {
    if (key.text === "file") named = value;
    else if (key.text === "demo") demo = isTrue(draft, value);
    else if (!key.text.startsWith("x-")) unknownKey(draft, key, ["file", "demo"]);
  }
  if (named !== null) return fileAt(draft, node, named, demo);
  fault(draft, node.span, "a data file needs `file`", "数据文件缺少 `file`", "");
  return null;
}

function isTrue(draft: Draft, value: YamlNode): boolean {
  const text = textOf(value);
  if (text === "true" || text === "false") return text === "true";
  fault(
    draft,
    value.span,
    `demo is true or false, not ${typed(text)}`,
    `demo 应为 true 或 false，不能是“${text}”`,
    text,
  );
  return false;
}

function fileAt(draft: Draft, { span }: YamlNode, named: YamlNode, demo: boolean): DataFile | null {
  const text = textOf(named);
  if (/[{}]/.test(text.replaceAll(idSign, ""))) {
    const en = `a data file is a path in which only {id} stands for something else, the id of a plan: ${typed(text)}`;
    fault(draft, named.span, en, `数据文件路径中只有 {id} 可作占位（代表方案编号）：“${text}”`, text);
    return null;
  }
  if (placeBelow(draft.root, text) === null) {
    const en = `a data file must stand below the folder of this file, not at ${typed(text)}`;
    fault(draft, named.span, en, `数据文件应在本文件所在文件夹之内，不能是“${text}”`, text);
    return null;
  }
  return { span, path: { value: text.replaceAll("\\", "/"), span: named.span, origin: "given" }, demo };
}

/** The files of a kind for a plan with this id, as absolute paths. Without an id there are none whose name depends on it. */
export function configuredFiles(
  files: readonly DataFile[],
  root: string,
  id: string | null,
): readonly DataFile[] {
  return files.flatMap((file) => {
    const { value } = file.path;
    if (id === null && value.includes(idSign)) return [];
    const path = joinPath(root, value.replaceAll(idSign, id ?? ""));
    return [{ ...file, path: { ...file.path, value: path } }];
  });
}

/** All that the setting says, with the places that findings cite, as plain data. */
export function dataPaths(data: ConfiguredData): readonly unknown[] {
  return kinds.flatMap((kind) =>
    data[kind].map(({ path, demo, span }) => [kind, path.value, demo, citePlace(span), span.start]),
  );
}

/** The data files of one plan: its own, and the configured ones of the kinds of which it names none. */
export interface DataDesk {
  /** Paths relative to the plan's folder. */
  dataOf(plan: Pick<Plan, "data" | "id">): DataFiles;
  /** What is told where a file with this path does not exist; undefined for the usual finding. */
  lacking(path: string): IncludedBytes;
}

/** A desk for the plan of a job; null where nothing is configured. `folder` is that of the plan. */
export function dataDesk(
  { data, root }: { readonly data: ConfiguredData; readonly root: string },
  folder: string,
  cwd: string,
): DataDesk | null {
  if (kinds.every((kind) => data[kind].length === 0)) return null;
  const lacking = new Map<string, () => Diagnostic>();
  const filled = (
    { data: own, id }: Pick<Plan, "data" | "id">,
    kind: keyof DataFiles,
  ): readonly DataFile[] => {
    if (own[kind].length > 0) return own[kind];
    return data[kind].flatMap((file) =>
      configuredFiles([file], root, id?.value ?? null).map((settled) => {
        const path = printedPath(folder, settled.path.value);
        const told = { path: printedPath(cwd, settled.path.value), setting: citePlace(file.path.span) };
        // Not every plan of a repository has figures yet.
        if (id !== null && file.path.value.includes(idSign))
          lacking.set(path, () => makeDiagnostic(noDataFile, id.span, told));
        return { ...settled, path: { ...settled.path, value: path } };
      }),
    );
  };
  return {
    dataOf: (plan) => ({
      observations: filled(plan, "observations"),
      progress: filled(plan, "progress"),
      spending: filled(plan, "spending"),
    }),
    lacking: (path) => {
      const told = lacking.get(path);
      return { ok: false, failure: "missing", ...(told === undefined ? {} : { told }) };
    },
  };
}
