/** The documents that an editor has open, and the compilation of each plan among them: made when it is asked for, kept until something of it changes. */
import type { Compilation } from "../compile.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { baseName, joinPath } from "../text/paths.ts";
import { pathOfUri, uriOfPath } from "./places.ts";

/** A compiled plan as the editor has it. */
export interface OpenPlan {
  readonly uri: string;
  readonly path: string;
  readonly compilation: Compilation;
  /** Faults of the configuration that holds for it. */
  readonly configuration: readonly Diagnostic[];
  /** Paths of all files that were read or looked for. */
  readonly read: ReadonlySet<string>;
}

/** What the service is given to work with. */
export interface Workshop {
  /** Compiles the plan of a path; `textOf` gives the text of an open document, null for one that is not open. */
  compile(
    path: string,
    textOf: (path: string) => string | null,
  ): Promise<Pick<OpenPlan, "compilation" | "configuration" | "read">>;
  /** The text of the plan of a path after all sure cures; null where there is none to make. */
  cured(path: string, textOf: (path: string) => string | null): Promise<string | null>;
  /** Absolute path of a file that a finding names. */
  absolute(name: string): string;
}

export interface OpenPlans {
  /** The folder of documents without a place of their own. */
  home(folder: string): void;
  open(uri: string, text: string): void;
  close(uri: string): void;
  /** Open plans that a change of this document changes; they are compiled anew when they are asked for next. */
  touch(uri: string): readonly string[];
  /** The plan of a document: it itself, or an open one that names it. Null for none. */
  planOf(uri: string): Promise<OpenPlan | null>;
  /** The same plan as it could last be read; for what must be answered while a line is half written. */
  lastReadable(plan: OpenPlan): OpenPlan;
  isOpen(uri: string): boolean;
  textOf(uri: string): string | null;
  /** Path of a document; null for one that has none. */
  pathOf(uri: string): string | null;
  uriOf(path: string): string;
}

const planFile = /(?:^|[./])plan\.ya?ml$/i;

/** What a text that has no file yet must hold to be taken for a plan. */
const planText = /^\uFEFF?(?:#[^\n]*\n|[^\S\n]*\n)*format[ \t]*[:：]/;

/** Where a document that was never saved is taken to stand, beside the plans of the open folder; null for one that is no plan. */
function untitledPath(uri: string, text: string, folder: string): string | null {
  const name = /^untitled:([^?#]*)/i.exec(uri)?.[1];
  if (name === undefined) return null;
  const path = joinPath(folder, decoded(name).replaceAll("\\", "/") || "untitled");
  if (planFile.test(path)) return path;
  return planText.test(text.slice(0, longestHead)) ? `${path}.plan.yaml` : null;
}

const longestHead = 4000;

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export function makeOpenPlans(workshop: Workshop): OpenPlans {
  const documents = new Map<string, { readonly path: string; readonly text: string }>();
  const uris = new Map<string, string>();
  const compiled = new Map<string, Promise<OpenPlan>>();
  const readable = new Map<string, OpenPlan>();
  const inputs = new Map<string, ReadonlySet<string>>();
  let folder = workshop.absolute(".");
  const pathOf = (uri: string): string | null => documents.get(uri)?.path ?? pathOfUri(uri);
  const textAt = (path: string): string | null => documents.get(uris.get(path) ?? "")?.text ?? null;

  const compile = async (uri: string, path: string): Promise<OpenPlan> => {
    const plan: OpenPlan = { uri, path, ...(await workshop.compile(path, textAt)) };
    inputs.set(uri, plan.read);
    if (plan.compilation.plan !== null) readable.set(uri, plan);
    return plan;
  };
  const current = (uri: string): Promise<OpenPlan> | null => {
    const document = documents.get(uri);
    if (document === undefined || !planFile.test(document.path)) return null;
    const known = compiled.get(uri) ?? compile(uri, document.path);
    compiled.set(uri, known);
    return known;
  };
  const naming = (path: string): readonly string[] =>
    [...inputs].filter(([uri, read]) => documents.has(uri) && read.has(path)).map(([uri]) => uri);

  const forget = (uri: string): void => {
    const path = documents.get(uri)?.path;
    if (path !== undefined) uris.delete(path);
    for (const map of [documents, compiled, readable, inputs]) map.delete(uri);
  };

  return {
    home: (to) => {
      folder = to;
    },
    open: (uri, text) => {
      const path = pathOfUri(uri) ?? untitledPath(uri, text, folder);
      if (path === null) {
        forget(uri);
        return;
      }
      documents.set(uri, { path, text });
      uris.set(path, uri);
      compiled.delete(uri);
    },
    close: forget,
    touch: (uri) => {
      const path = pathOf(uri);
      if (path === null) return [];
      const isSetting = baseName(path) === "planwright.yaml";
      const found = isSetting ? [...inputs.keys()] : naming(path);
      const own = planFile.test(path) && documents.has(uri) ? [uri] : [];
      const plans = [...new Set([...own, ...found])];
      for (const plan of plans) compiled.delete(plan);
      return plans;
    },
    planOf: async (uri) => {
      const own = current(uri);
      if (own !== null) return own;
      const [plan] = naming(pathOf(uri) ?? "");
      return plan === undefined ? null : current(plan);
    },
    lastReadable: (plan) => (plan.compilation.plan === null ? (readable.get(plan.uri) ?? plan) : plan),
    isOpen: (uri) => documents.has(uri),
    textOf: (uri) => documents.get(uri)?.text ?? null,
    pathOf,
    uriOf: (path) => uris.get(path) ?? uriOfPath(path),
  };
}
