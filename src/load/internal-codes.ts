/** Findings about planwright itself. */
import { type Diagnostic, defineCode, makeDiagnostic } from "../diagnostics/diagnostic.ts";

/** A bug of ours on one plan: told, so that the other plans are still checked. */
export const internalFault = defineCode<{ version: string; cause: string }>({
  code: "internal/fault",
  severity: "error",
  text: {
    en: {
      title: "Fault of planwright itself",
      message: ({ version, cause }) => `internal error in planwright ${version}: ${cause}`,
      why: "A fault of the program must not look like a fault of the plan.",
      fix: "This is a fault of the program, not of your plan. Please report it with the command and the plan that cause it.",
    },
    zhHans: {
      title: "程序内部错误",
      message: ({ version, cause }) => `planwright ${version} 内部错误：${cause}`,
      why: "程序自身的错误，不应被当作方案的问题。",
      fix: "这是程序自身的错误，与方案无关。请将所用命令和方案一并反馈给开发者。",
    },
  },
});

/** A bug of ours as a finding. */
export function internalFinding(error: unknown, version: string): Diagnostic {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return makeDiagnostic(internalFault, null, { version, cause: cause.slice(0, 500) });
}
