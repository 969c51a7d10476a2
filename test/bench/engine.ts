/**
 * How long the engine takes for a plan that ten thousand entities carry out: 10⁶ observations in memory, reading apart
 * (`npm run bench:engine`). Prints time and peak memory of each kind of value; no assertion, as all benches.
 */
import { spawnSync } from "node:child_process";
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
function planOf(kind: string, aggregation: string) {
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
  - { id: x, name: X, unit: 个, value: ${kind}, direction: increase, frequency: monthly, aggregation: ${aggregation}, baseline: 0 @ 2017-12, targets: [{ reach: 40000000, by: 2027 }] }
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

/** What a target that a sum is held against says of no entity; a mean's target is every entity's own, with its trend. */
const cases: readonly (readonly [kind: string, aggregation: string])[] = [
  ["level", "mean"],
  ["level", "sum"],
  ["running-total", "sum"],
  ["flow", "sum"],
];

/** One case in a process of its own, so that its peak is its own. */
function runCase(kind: string, aggregation: string): void {
  const observations = observationsOf();
  const plan = planOf(kind, aggregation);
  const index = indexPlan(plan);
  const records = { observations, progress: [], spending: [], demo: false };
  const held = mib(process.memoryUsage().heapUsed);
  const before = performance.now();
  const busy = process.cpuUsage();
  const results = evaluate({ plan, index, records, asOf });
  const seconds = (performance.now() - before) / 1000;
  // Beside other work the clock says more than the engine took.
  const { user, system } = process.cpuUsage(busy);
  const own = ((user + system) / 1e6).toFixed(2);
  const peak = mib(process.resourceUsage().maxRSS * 1024);
  const trends = results.rows.filter((row) => row.figures.projected.value !== null).length;
  console.log(
    `${`${kind}, ${aggregation}`.padEnd(20)} ${seconds.toFixed(2)} s (processor ${own} s)   ${results.rows.length} rows, ${trends} trends   records ${held}, peak ${peak}`,
  );
}

const [kind, aggregation] = process.argv.slice(2);
if (kind !== undefined && aggregation !== undefined) runCase(kind, aggregation);
else {
  console.log(`${entityCount * periods} observations of ${entityCount} entities on three levels`);
  for (const one of cases) spawnSync(process.execPath, [process.argv[1] ?? "", ...one], { stdio: "inherit" });
}
