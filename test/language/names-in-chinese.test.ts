/** Chinese messages show names where the plan gives them: ids are foreign there. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { walkParameters, wordsAt } from "../../src/plan/parameters.ts";
import type { Item, Mechanism } from "../../src/plan/plan.ts";
import { wordsFor } from "../../src/rules/name-of.ts";
import { compileText } from "../kit/compile.ts";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "..", "fixtures", "rules");

/** Codes that speak of the id itself, tell items of one name apart by it, or quote an expression. */
const ofIds =
  /^(?:reference\/(?:unknown|duplicate-id)|data\/unknown-.*|schema\/id|mechanism\/(?:same-name|actor-id|expression-.*)|risk\/half-rated|statement\/same-name|indicator\/formula-(?!circular).*|status\/formula-.*|time\/unresolved)$/;

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

/** Ids of all that has a name: items, and entries of mechanisms. An id that something without a name has as well says nothing. */
function namedIds(items: readonly Item[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const nameless = new Set<string>();
  const see = (id: string, name: string): void => {
    if (name.toLowerCase() === id.toLowerCase()) nameless.add(id);
    else names.set(id, name);
  };
  for (const item of items) {
    if (item.kind !== "section") see(item.id.value, wordsFor(item));
    if (item.kind !== "mechanism") continue;
    walkParameters((item as Mechanism).parameters, (_, value) => {
      if (value.kind !== "list") return;
      for (const entry of value.entries) {
        const id = wordsAt(entry, "id")[0]?.value;
        const name = entry.get("name");
        if (id !== undefined) see(id, name?.kind === "name" ? name.name.text : id);
      }
    });
  }
  return new Set([...names.keys()].filter((id) => !nameless.has(id)));
}

test.each(readdirSync(fixtures))("no message on a fixture of %s quotes an id that has a name", (family) => {
  const folder = join(fixtures, family);
  const plans = readdirSync(folder).filter((name) => name.endsWith(".plan.yaml"));
  const wrong = plans.flatMap((plan) => {
    const path = join(folder, plan);
    const text = readFileSync(path);
    const { index, findings } = compileText(text, { files: filesBeside(path, text.toString("utf8")) });
    const named = namedIds(index?.items ?? []);
    return findings.flatMap(({ code, message, related }) => {
      if (ofIds.test(code)) return [];
      const told = [message.zhHans, ...related.map(({ note }) => note.zhHans)];
      const quoted = told.flatMap((words) => [...words.matchAll(/“([^“”]*)”/g)].map(([, one]) => one ?? ""));
      return quoted.some((words) => words.split(" → ").some((word) => named.has(word)))
        ? [`${code}: ${told.join(" | ")}`]
        : [];
    });
  });
  expect(plans.length).toBeGreaterThan(0);
  expect([...new Set(wrong)]).toEqual([]);
});
