/** Compiles a plan written as text: the whole pipeline, in memory. */
import { type Compilation, type CompileInput, compile } from "../../src/compile.ts";
import { parseIsoDay } from "../../src/plan/days.ts";
import { type Limits, usualLimits } from "../../src/plan/limits.ts";
import { rules } from "../../src/rules/index.ts";

export interface CompileOptions {
  /** ISO day; default 2026-06-30. */
  readonly asOf?: string;
  /** Files beside the plan: path → content. */
  readonly files?: Readonly<Record<string, string>>;
  readonly only?: CompileInput["only"];
  readonly levels?: CompileInput["levels"];
  readonly trace?: boolean;
  readonly name?: string;
  /** Limits other than the usual ones. */
  readonly limits?: Partial<Limits>;
}

/** Compiles a plan text, or the bytes of one. */
export function compileText(yaml: string | Uint8Array, options: CompileOptions = {}): Compilation {
  const asOf = parseIsoDay(options.asOf ?? "2026-06-30");
  if (asOf === null) throw new Error(`no day: ${options.asOf}`);
  const files = options.files ?? {};
  return compile({
    name: options.name ?? "test.plan.yaml",
    bytes: typeof yaml === "string" ? new TextEncoder().encode(yaml) : yaml,
    asOf,
    include: (path) => {
      const content = files[path];
      if (content === undefined) return { ok: false, failure: "missing" };
      return { ok: true, name: path, bytes: new TextEncoder().encode(content) };
    },
    rules,
    levels: options.levels ?? new Map(),
    only: options.only ?? "all",
    trace: options.trace ?? false,
    limits: { ...usualLimits, ...options.limits },
  });
}
