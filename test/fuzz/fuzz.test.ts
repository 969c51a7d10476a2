import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";
import { readSeeds } from "./corpus.ts";
import { examine } from "./examine.ts";
import { mutate } from "./mutate.ts";
import { Chance } from "./random.ts";
import { shrink } from "./shrink.ts";

const seeds = readSeeds("test/fixtures/rules");
const inputOf = (n: number) => mutate(seeds, new Chance(7_000_021 + n));

test("mutated plans go through the whole pipeline: no crash, every span in its file, valid JSON, nothing a terminal obeys", async () => {
  for (let n = 0; n < 120; n++) await examine(inputOf(n), n);
}, 60_000);

test("the mutations reach far: most inputs are still read as plans, and many rules speak", () => {
  const codes = new Set<string>();
  let read = 0;
  for (let n = 0; n < 60; n++) {
    const { bytes, files } = inputOf(n);
    const { plan, findings } = compileText(bytes, { files });
    if (plan !== null) read++;
    for (const { code } of findings) codes.add(code);
  }
  expect(read).toBeGreaterThan(30);
  expect(codes.size).toBeGreaterThan(40);
}, 60_000);

test("an input is told by its number alone", () => {
  const hash = (n: number): string =>
    createHash("sha256")
      .update(JSON.stringify(inputOf(n)))
      .digest("hex");
  expect([3, 4, 5].map(hash)).toEqual([3, 4, 5].map(hash));
  expect(new Set([3, 4, 5].map(hash)).size).toBe(3);
});

test("a failing input is cut down to the lines that make it fail", async () => {
  const lines = Array.from({ length: 40 }, (_, i) => `key-${i}: 1`);
  const input = { bytes: Buffer.from(lines.join("\n")), files: { "a.csv": "x" } };
  const small = await shrink(input, async ({ bytes }) => {
    const text = Buffer.from(bytes).toString();
    return text.includes("key-7:") && text.includes("key-31:");
  });
  expect(Buffer.from(small.bytes).toString()).toBe("key-7: 1\nkey-31: 1");
  expect(small.files).toEqual({});
});

/** Inputs of long runs whose findings stood outside their file. */
const found = [
  ['x-note: "meals\\', "a backslash that ends the file within quotes"],
  [
    "indicators:\n  - { ersion-ok: meals, name: Meals, role: context, unit\u001b[31mä»½ }",
    "a text split at its comma, with a sign taken out of it, at the end of a file without its bracket",
  ],
] as const;

test.each(found)("%j: every span lies in its file (%s)", async (text) => {
  await expect(examine({ bytes: Buffer.from(text), files: {} }, 0)).resolves.toBeUndefined();
});
