/** What must hold for any mix of faults that `check --fix` cures. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const folder = "examples/elderly-meals";
const name = "elderly-meals.plan.yaml";
const original = readFileSync(`${folder}/${name}`, "utf8");
const others = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = `${entry.parentPath}/${entry.name}`;
    const isPlan = entry.name.endsWith(".plan.yaml");
    return entry.isFile() && !isPlan ? [[path.replace(folder, "/repo"), readFileSync(path, "utf8")]] : [];
  }),
);

/** A slip of a kind in a line; the line as it is where there is no room for it. */
const slips: Readonly<Record<string, (line: string, pick: number) => string>> = {
  "two letters of a key change places": (line, pick) =>
    line.replace(/[a-z-]{6,}(?=: )/, (key) => {
      const at = pick % (key.length - 1);
      return key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
    }),
  "a letter of a key is typed twice": (line, pick) =>
    line.replace(/[a-z]{5,}(?=: )/, (key) => {
      const at = pick % key.length;
      return key.slice(0, at) + key.charAt(at) + key.slice(at);
    }),
  "figures in full width": (line) =>
    line.replace(/\d+(?=%)/, (figures) =>
      [...figures].map((figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0)).join(""),
    ),
  "a year in full width": (line) => line.replace(/(?<=(?:by|at|period): )2/, "２"),
  "a colon in full width": (line) => line.replace(/^(\s*(?:- )?[a-z-]+): (?! )/, "$1："),
  "no space behind the colon": (line) => line.replace(/^(\s*(?:- )?[a-z-]+): (?=[a-z])/, "$1:"),
  "a comma in full width": (line) => line.replace(/(?<=\d%?), (?=[a-z]+: )/, "，"),
  "quotes left out": (line) => line.replace('"%"', "%"),
};

const lines = original.split("\n");
const faults = fc.uniqueArray(
  fc.record({ at: fc.nat(lines.length - 1), slip: fc.constantFrom(...Object.keys(slips)), pick: fc.nat(30) }),
  { minLength: 1, maxLength: 5, selector: ({ at }) => at },
);

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

async function check(text: string, ...options: string[]) {
  const host = fakeHost({ files: { ...others, [`/repo/${name}`]: text } });
  await run(["check", ...options, "--format", "json", "--lang", "en"], host);
  const written = host.replaced.get(`/repo/${name}`);
  const findings: readonly Told[] = JSON.parse(host.stdout()).plans[0].findings;
  return { text: written === undefined ? text : new TextDecoder().decode(written), findings };
}

const errors = (findings: readonly Told[]): number =>
  findings.filter(({ severity }) => severity === "error").length;

test("cures change the faulty lines only, bring no new findings, and leave nothing to cure behind them", async () => {
  const sound = new Set((await check(original)).findings.map(({ message }) => message));
  let cured = 0;
  await fc.assert(
    fc.asyncProperty(faults, async (changes) => {
      const broken = [...lines];
      for (const { at, slip, pick } of changes) broken[at] = slips[slip]?.(broken[at] ?? "", pick) ?? "";
      const before = await check(broken.join("\n"));
      const fixed = await check(broken.join("\n"), "--fix");
      const after = fixed.text.split("\n");
      expect(after).toHaveLength(lines.length);
      for (const [i, line] of after.entries()) {
        if (line === broken[i]) continue;
        // What was curable is as it was before the slip.
        expect(line).toBe(lines[i]);
        cured++;
      }
      expect(errors(fixed.findings)).toBeLessThanOrEqual(errors(before.findings));
      const known = new Set([...sound, ...before.findings.map(({ message }) => message)]);
      const isLeft = after.some((line, i) => line !== lines[i]);
      const fresh = fixed.findings.filter(({ message }) => !known.has(message));
      // Where a slip is left, its consequences may only now be seen; where none is, all is as before.
      if (!isLeft) expect(fresh).toEqual([]);
      expect((await check(fixed.text, "--fix")).text).toBe(fixed.text);
    }),
    { numRuns: 30, seed: 20261122 },
  );
  expect(cured).toBeGreaterThan(20);
}, 120_000);
