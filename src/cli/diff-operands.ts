/** What the two sides of `plan diff` are: files and folders on the disk, or paths at revisions. */
import type { Host } from "../host/host.ts";
import { joinPath, printedPath } from "../text/paths.ts";
import type { CallFault } from "./usage.ts";

/** One side. `revision` null: the disk. `paths` as the user's working folder sees them. */
export interface Operand {
  readonly revision: string | null;
  readonly paths: readonly string[];
  /** The path was named for this side: that it is missing is a fault, not a plan that is new or gone. */
  readonly own: boolean;
}

export type Operands =
  | {
      readonly ok: true;
      readonly before: Operand;
      readonly after: Operand;
      /** `A...B`: the earlier side is where both parted. */
      readonly fromCommon: boolean;
    }
  | { readonly ok: false; readonly fault: CallFault };

const here: readonly string[] = ["."];

/**
 * Reads `A B`, `A` (a revision against the disk), `A..B`, `A...B`, each with paths behind it. A path that exists is a path; all
 * else is a revision, with a path behind a colon as git writes it. A revision without a path takes that of the other side.
 */
export function readOperands(host: Host, given: readonly string[]): Operands {
  const [first, ...others] = given;
  if (first === undefined) return tooFew;
  const range = isPath(host, first) ? null : /^(.*?[^.])?(\.\.\.?)([^.].*)?$/.exec(first);
  if (range !== null && !first.includes(":") && !first.includes("/..")) {
    const [, from = "HEAD", dots, to = "HEAD"] = range;
    const paths = others.length === 0 ? here : others;
    const side = (revision: string): Operand => ({ revision, paths, own: false });
    return { ok: true, before: side(from), after: side(to), fromCommon: dots === "..." };
  }
  const before = operandOf(host, first);
  const [second, ...rest] = others;
  if (second === undefined) {
    if (before.revision === null) return tooFew;
    const paths = before.paths.length === 0 ? here : before.paths;
    return pairOf({ ...before, paths }, { revision: null, paths, own: false });
  }
  if (before.revision !== null && isPath(host, second)) {
    const after: Operand = { revision: null, paths: others, own: false };
    return pairOf(before.own ? before : { ...before, paths: others }, after);
  }
  return twoSides(before, operandOf(host, second), rest);
}

function twoSides(before: Operand, after: Operand, rest: readonly string[]): Operands {
  if (rest.length > 0) {
    if (before.own || after.own) return tooMany;
    return pairOf({ ...before, paths: rest }, { ...after, paths: rest });
  }
  const paths = [before, after].find((side) => side.paths.length > 0)?.paths ?? here;
  const filled = (side: Operand): Operand => (side.paths.length === 0 ? { ...side, paths } : side);
  return pairOf(filled(before), filled(after));
}

function pairOf(before: Operand, after: Operand): Operands {
  return { ok: true, before, after, fromCommon: false };
}

function operandOf(host: Host, text: string): Operand {
  if (isPath(host, text)) return { revision: null, paths: [text], own: true };
  const [, revision = "", path = ""] = /^((?:[^:{]|\{[^}]*\})+):([\s\S]*)$/.exec(text) ?? [];
  if (revision === "") return { revision: text, paths: [], own: false };
  return { revision, paths: [path === "" ? ":/" : path.startsWith(".") ? path : `:/${path}`], own: true };
}

function isPath(host: Host, text: string): boolean {
  return text !== "" && host.kindOf(joinPath(host.cwd, text.replaceAll("\\", "/"))) !== "missing";
}

/** A path at a revision, which counts from the top of the repository (`:/`), as the working folder sees it. */
export function seenFrom(cwd: string, top: string, path: string): string {
  return path.startsWith(":/") ? printedPath(cwd, joinPath(top, path.slice(2))) : path;
}

const tooFew: Operands = {
  ok: false,
  fault: {
    en: "plan diff compares two things: two files, two folders, or revisions, such as `plan diff HEAD~1 HEAD`",
    zhHans: "plan diff 用于比较两个文件、两个文件夹或者两个版本，如 `plan diff HEAD~1 HEAD`",
  },
};

const tooMany: Operands = {
  ok: false,
  fault: {
    en: "paths after the two sides go only with two revisions: `plan diff v1 v2 -- plans/`",
    zhHans: "只有比较两个版本时，后面才可再写路径，如 `plan diff v1 v2 -- 方案/`",
  },
};
