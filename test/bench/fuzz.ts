/**
 * The fuzz run (`npm run fuzz -- --inputs 1000000 --seed 1`): mutated plans through the whole pipeline. Input n of a
 * seed is always the same, so `--from n --inputs 1` runs one again. What fails is cut down line by line and kept in
 * `generated/fuzz`; the run goes on, and ends with exit code 1.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { readSeeds } from "../fuzz/corpus.ts";
import { examine } from "../fuzz/examine.ts";
import { type FuzzInput, mutate } from "../fuzz/mutate.ts";
import { Chance } from "../fuzz/random.ts";
import { shrink } from "../fuzz/shrink.ts";

/** Kinds of failure after which a run ends: the rest would say the same. */
const mostFailures = 20;
/** Slower inputs (milliseconds of processor time) are failures. */
const slowest = 3000;

function option(name: string, standard: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? standard : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`);
  return value;
}

const inputs = option("inputs", 10_000);
const seed = option("seed", 1);
const from = option("from", 0);
const seconds = option("seconds", 0);
const seeds = [...readSeeds("test/fixtures/rules"), ...readSeeds("examples")];

/** Why an input fails; null where it does not. */
async function failureOf(input: FuzzInput, turn: number): Promise<string | null> {
  const before = process.cpuUsage();
  try {
    await examine(input, turn);
  } catch (error) {
    return error instanceof Error
      ? (error.stack ?? error.message).split("\n").slice(0, 3).join(" ")
      : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  worst = Math.max(worst, (user + system) / 1000);
  return (user + system) / 1000 > slowest ? "slow" : null;
}

/** What two failures of one cause have in common. */
function kindOf(failure: string): string {
  return failure
    .replace(/\d+/g, "0")
    .slice(0, 160)
    .replace(/"[^"]*"/g, "");
}

let worst = 0;
let done = 0;
const kinds = new Map<string, number>();
const started = process.hrtime.bigint();
const elapsed = (): number => Number(process.hrtime.bigint() - started) / 1e9;
mkdirSync("generated/fuzz", { recursive: true });
for (let n = from; n < from + inputs && kinds.size < mostFailures; n++) {
  if (seconds > 0 && elapsed() > seconds) break;
  const input = mutate(seeds, new Chance(seed * 1_000_003 + n));
  const failure = await failureOf(input, n);
  done++;
  if (done % 10_000 === 0)
    console.log(`${done} inputs, ${elapsed().toFixed(0)} s, slowest ${worst.toFixed(0)} ms`);
  if (failure === null) continue;
  const kind = kindOf(failure);
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if ((kinds.get(kind) ?? 0) > 1) continue;
  const small = await shrink(input, async (one) => {
    const found = await failureOf(one, n);
    return found !== null && kindOf(found) === kind;
  });
  const file = `generated/fuzz/${seed}-${n}.json`;
  const files = small.files;
  writeFileSync(
    file,
    JSON.stringify({ failure, turn: n, plan: Buffer.from(small.bytes).toString("latin1"), files }),
  );
  console.log(
    `input ${n}: ${failure}\n${Buffer.from(small.bytes).toString("utf8").slice(0, 1500)}\n→ ${file}`,
  );
}
const rate = (done / elapsed()).toFixed(0);
const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
console.log(
  `seed ${seed}: ${done} inputs from ${seeds.length} plans in ${elapsed().toFixed(0)} s (${rate} a second), slowest ${worst.toFixed(0)} ms, peak ${memory} MiB, ${kinds.size} kinds of failure`,
);
for (const [kind, count] of kinds) console.log(`${count} × ${kind}`);
process.exitCode = kinds.size > 0 ? 1 : 0;
