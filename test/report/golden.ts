/** Compares a text with a stored one. `UPDATE_GOLDEN=1 npx vitest run` rewrites; a missing file fails. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "golden", "report");

/** Expects the text to equal `test/golden/report/NAME`. */
export function expectGolden(name: string, actual: string): void {
  const path = join(folder, name);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, actual);
  }
  expect(actual).toBe(readFileSync(path, "utf8"));
}
