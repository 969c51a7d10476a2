/**
 * How long the engine takes for a plan that ten thousand entities carry out: 10⁶ observations in memory, reading apart
 * (`npm run bench:engine`). Prints time and peak memory of each kind of value; no assertion, as all benches.
 */
import Big from "big.js";
import { evaluate } from "../../src/indicators/engine.ts";
import { bindPlan } from "../../src/load/bind.ts";
import { readYaml } from "../../src/load/yaml.ts";
import { addMonths, dayOf, monthEnd } from "../../src/plan/days.ts";
import { indexPlan } from "../../src/plan/plan-index.ts";
import type { Observation } from "../../src/records/records.ts";

const entityCount = 10_000;
const periods = 100;
const started = dayOf(2018, 1, 1) ?? 0;
const asOf = dayOf(2026, 6, 30) ?? 0;

/** Plan of one indicator; its entities in districts and cities, three levels. */
function planOf(kind: string) {
  const entities = [
    "{ id: all, level: province }",
    ...Array.from({ length: 100 }, (_, i) => `{ id: d${i}, level: district, parent: all }`),
    ...Array.from({ length: entityCount }, (_, i) => `{ id: e${i}, level: community, parent: d${i % 100} }`),
  ];
  const text = `format: 1
id: bench
title: Bench
period: 2018-01..2027-12
entities:
${entities.map((e) => `  - ${e}`).join("\n")}
indicators:
  - { id: x, name: X, unit: 个, value: ${kind}, direction: increase, frequency: monthly, aggregation: sum, baseline: 0 @ 2017-12, targets: [{ reach: 40000000, by: 2027 }] }
`;
  const file = { name: "bench.plan.yaml", text };
  return bindPlan(readYaml(file).value, file, () => ({ value: null, findings: [] })).value;
}

/** As the reader gives them: numbers of equal text are one decimal, every cell has its place. */
function observationsOf(): readonly Observation[] {
  const numbers = Array.from({ length: 5000 }, (_, i) => new Big(i));
  const file = { name: "bench.csv", text: "" };
  const noSlices = new Map<string, string>();
  const ends = Array.from({ length: periods }, (_, p) => monthEnd(addMonths(started, p)));
  const observations: Observation[] = [];
  const nothing = { word: null, missing: null, numerator: null, denominator: null, reported: null };
  const noText = { reporter: null, reason: null, action: null, break: null, source: null, note: null };
  for (let e = 0; e < entityCount; e++) {
    const entity = `e${e}`;
    for (const [p, end] of ends.entries()) {
      const place = (e * periods + p) * 40;
      const span = { file, start: place, end: place + 39 };
      const value = numbers[(p * 37 + e * 11 + ((p * p) % 13)) % 4000] ?? new Big(0);
      observations.push({
        span,
        indicator: "x",
        entity,
        at: { value: { kind: "calendar", text: "", start: end - 27, end } as never, span, origin: "given" },
        value: { value, span, origin: "given" },
        state: "final",
        slices: noSlices,
        ...nothing,
        ...noText,
      });
    }
  }
  return observations;
}

function mib(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

const observations = observationsOf();
console.log(
  `${observations.length} observations of ${entityCount} entities in memory: ${mib(process.memoryUsage().heapUsed)}`,
);
for (const kind of ["level", "running-total", "flow"]) {
  const plan = planOf(kind);
  const index = indexPlan(plan);
  const records = { observations, progress: [], demo: false };
  const before = performance.now();
  const results = evaluate({ plan, index, records, asOf });
  const seconds = (performance.now() - before) / 1000;
  const peak = mib(process.resourceUsage().maxRSS * 1024);
  console.log(`${kind.padEnd(14)} ${seconds.toFixed(2)} s   ${results.rows.length} rows   peak ${peak}`);
}
