import type Big from "big.js";
import { parseDecimal } from "../../src/plan/decimal.ts";
import { parseTime } from "../../src/plan/parse-time.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Observation, Records } from "../../src/records/records.ts";

export function inlineRecords(plan: Plan): Records {
  const observations: Observation[] = [];
  for (const indicator of plan.indicators) {
    for (const { cells, span } of indicator.observations) {
      const cell = (n: string) => cells.get(n) ?? null;
      const time = parseTime(cell("at")?.value ?? "");
      if (!time.ok || time.expression.kind !== "calendar") throw new Error("time");
      const num = (n: string) => {
        const c = cell(n);
        const v = c === null ? null : parseDecimal(c.value.replace(/%$/, ""));
        return c === null || v === null ? null : { ...c, value: v as Big };
      };
      const value = num("value");
      const raw = cell("value");
      const reported = cell("reported");
      const r = reported === null ? null : parseTime(reported.value);
      const slices = new Map(
        [...cells].filter(([k]) => k.startsWith("dimension:")).map(([k, v]) => [k, v.value]),
      );
      observations.push({
        span,
        indicator: indicator.id,
        entity: cell("entity"),
        at: { value: { start: time.expression.start, end: time.expression.end }, span, origin: "given" },
        value,
        word: value === null && raw !== null && raw.value !== "N/A" ? raw : null,
        missing:
          value === null && (raw === null || raw.value === "N/A") && cell("numerator") === null
            ? "N/A"
            : null,
        numerator: num("numerator"),
        denominator: num("denominator"),
        state: (cell("state")?.value ?? "final") as Observation["state"],
        reported:
          r?.ok && r.expression.kind === "calendar"
            ? { value: r.expression.end, span, origin: "given" }
            : null,
        reporter: cell("reporter"),
        slices,
        reason: null,
        action: null,
        break: null,
        source: null,
        note: null,
      });
    }
  }
  return { observations, progress: [], demo: false };
}
