/** Plans are read by js-yaml's events; edits of plans will use the package `yaml`. Both must see one meaning. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeText } from "../../src/load/decode.ts";
import { readYaml } from "../../src/load/yaml.ts";
import { compareReaders } from "../kit/yaml/known-differences.ts";
import { mutatedPlan } from "../kit/yaml/plan-mutator.ts";
import { plain, readByPackage } from "../kit/yaml/two-readers.ts";

/** As many as fit in a few seconds; `test/bench/yaml-differential.ts` runs any number. */
const mutants = 2500;

const files = ["examples", "test/fixtures"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".plan.yaml") && !isFaulty(path))
    .map((path) => `${folder}/${path}`)
    .sort(),
);

/** Fixtures of faults in the YAML itself: there the two are meant to differ. */
function isFaulty(path: string): boolean {
  return /(?:^|[\\/])yaml[\\/][^\\/]*\.err\.plan\.yaml$/.test(path);
}

test.each(files)("%s means the same to both libraries", (path) => {
  const file = decodeText(path, readFileSync(path)).value;
  if (file === null) throw new Error(`${path} cannot be decoded`);
  const { root } = readYaml(file).value;
  if (root === null) throw new Error(`${path} has no root`);
  expect(readByPackage(file.text)).toEqual({ read: true, roots: [plain(root)] });
});

test("thousands of mutated plans mean the same to both, or differ for a known reason", () => {
  const texts = files
    .filter((path) => path.startsWith("test/fixtures"))
    .map((path) => readFileSync(path, "utf8"));
  const counts = new Map<string, number>();
  const unexplained: string[] = [];
  for (let seed = 0; seed < mutants; seed++) {
    const { text, changes } = mutatedPlan(texts, seed);
    const verdict = compareReaders(text);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (verdict.startsWith("unexplained"))
      unexplained.push(`${seed} (${changes.join(", ")}): ${verdict}\n${text}`);
  }
  expect(unexplained).toEqual([]);
  // A run in which hardly a mutant is read, or hardly one refused, would compare nothing.
  expect(counts.get("same")).toBeGreaterThan(mutants / 5);
  expect(counts.get("both refuse")).toBeGreaterThan(mutants / 5);
  expect(counts.get("known difference")).toBeGreaterThan(mutants / 50);
}, 60_000);
