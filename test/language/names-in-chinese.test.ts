/** Chinese messages show names where the plan gives them: ids are foreign there. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "..", "fixtures", "rules");

/** Codes that speak of the id itself, of names alike, or of the text of an expression. */
const ofIds =
  /^(?:reference\/(?:unknown|duplicate-id|cycle)|data\/unknown-.*|schema\/id|mechanism\/(?:same-name|two-schemes|expression-.*)|risk\/half-rated|statement\/(?:near-names|same-name|same-figure)|indicator\/formula-.*|status\/formula-.*|time\/unresolved)$/;

const plans = readdirSync(fixtures)
  .flatMap((family) => readdirSync(join(fixtures, family)).map((name) => join(fixtures, family, name)))
  .filter((path) => path.endsWith(".plan.yaml"));

function filesBeside(path: string, text: string): Record<string, string> {
  const names = [...text.matchAll(/[\w./-]+\.(?:csv|md)/g)].map(([name]) => name);
  return Object.fromEntries(
    names.flatMap((name) => {
      try {
        return [[name, readFileSync(join(dirname(path), name), "utf8")]];
      } catch {
        return [];
      }
    }),
  );
}

test("no message of a fixture quotes an id that has a name", () => {
  let messages = 0;
  const wrong = plans.flatMap((path) => {
    const text = readFileSync(path);
    const { index, findings } = compileText(text, { files: filesBeside(path, text.toString("utf8")) });
    const items = (index?.items ?? []).filter(({ kind }) => kind !== "section" && kind !== "figure");
    const named = new Set(
      items.flatMap((item) => {
        const { name } = item as { readonly name?: { readonly text: string } | null };
        return name && name.text.toLowerCase() !== item.id.value ? [item.id.value] : [];
      }),
    );
    // An id that another item without a name has as well says nothing.
    for (const item of items) if (!("name" in item) || item.name === null) named.delete(item.id.value);
    return findings.flatMap(({ code, message }) => {
      messages++;
      if (ofIds.test(code)) return [];
      const quoted = [...message.zhHans.matchAll(/“([^“”]*)”/g)].map(([, words]) => words ?? "");
      return quoted.some((words) => named.has(words)) ? [`${code}: ${message.zhHans}`] : [];
    });
  });
  expect(messages).toBeGreaterThan(1000);
  expect([...new Set(wrong)]).toEqual([]);
});
