/** `plan export --to json`: one compiled plan, what it states and where it stands, as one JSON text. */
import type { Compilation } from "../compile.ts";
import { planJson, terminalSafe } from "../findings-output/json.ts";
import type { Speaker } from "../language/speaker.ts";
import { isoDay } from "../plan/days.ts";
import type { Plan } from "../plan/plan.ts";
import { modelJson } from "./model-json.ts";

/** JSON text of a compiled plan (`schemas/compiled-plan.schema.json`): fields may be added, never renamed. */
export function compiledPlanJson(
  compilation: Compilation,
  plan: Plan,
  { speaker, version }: { readonly speaker: Speaker; readonly version: string },
): string {
  const content = {
    schemaVersion: 1,
    tool: { name: "planwright", version },
    asOf: isoDay(compilation.asOf),
    file: compilation.file.name,
    plan: modelJson(plan),
    results: planJson(compilation, speaker),
  };
  return `${terminalSafe(JSON.stringify(content, null, 2))}\n`;
}
