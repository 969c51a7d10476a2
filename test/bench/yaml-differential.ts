/**
 * Holds our reader and the package `yaml` to one meaning over any number of mutated plans:
 * `node tools/run.mjs test/bench/yaml-differential.ts 100000 [first seed]`. Exits 1 at an unexplained difference.
 */
import { readdirSync, readFileSync } from "node:fs";
import { compareReaders } from "../kit/yaml/known-differences.ts";
import { mutatedPlan } from "../kit/yaml/plan-mutator.ts";

const mutants = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 0);
/** Larger plans would take most of the time for few more kinds of text. */
const largest = 20_000;

const texts = ["examples", "test/fixtures"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".plan.yaml") && !/(?:^|\/)yaml\/.*\.err\./.test(path))
    .sort()
    .map((path) => readFileSync(`${folder}/${path}`, "utf8"))
    .filter((text) => text.length <= largest),
);
const counts = new Map<string, number>();
for (let seed = first; seed < first + mutants; seed++) {
  const { text, changes } = mutatedPlan(texts, seed);
  const verdict = compareReaders(text);
  counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  if (!verdict.startsWith("unexplained")) continue;
  process.exitCode = 1;
  if ((counts.get(verdict) ?? 0) <= 3)
    console.log(`seed ${seed} (${changes.join(", ")}): ${verdict}\n${text}\n`);
}
console.log(`${mutants} mutants of ${texts.length} plans, seeds from ${first}`);
for (const [verdict, count] of [...counts].sort(([, a], [, b]) => b - a)) console.log(`${count}  ${verdict}`);
