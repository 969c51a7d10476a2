/** What must hold for any input, however broken. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Compilation } from "../src/compile.ts";
import { jsonOutput } from "../src/findings-output/json.ts";
import { positionAt } from "../src/text/source.ts";
import { compileText } from "./kit/compile.ts";

const plan = readFileSync("examples/elderly-meals/elderly-meals.plan.yaml", "utf8");
const files = {
  "text/background.md": "背景。",
  "data/entities.csv": "id,name\nriver,河东街道\n",
  "data/observations.csv": "indicator,entity,at,value\ncoverage-rate,river,2026-03,50\n",
  "data/progress.csv": "kind,id,at,state\naction,kitchens,2026-06,推进中\n",
};
const speaker = { language: "en", chinese: false, say: (text: { en: string }) => text.en } as const;

const fragments = [
  "：",
  "\t",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  "&a ",
  "*a ",
  "- ",
  "#",
  "|",
  ">",
  "1e999999999",
  "85%",
  "__proto__: 1\n",
  "\u0000",
  "\u202e",
  "null",
  "2026-02-30",
  "\r\n",
];

/** A few cuts and insertions at random places. */
const edits = fc.array(
  fc.record({ at: fc.nat(plan.length), cut: fc.nat(40), put: fc.constantFrom("", ...fragments) }),
  { minLength: 1, maxLength: 4 },
);

function mutate(changes: readonly { at: number; cut: number; put: string }[]): string {
  return changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), plan);
}

function printed(compilation: Compilation): string {
  return [...jsonOutput(speaker).plan(compilation)].join("");
}

test("any mutation of a plan compiles without a crash, and every span lies in its file", () => {
  fc.assert(
    fc.property(edits, (changes) => {
      const { findings } = compileText(mutate(changes), { files });
      for (const { span, related } of findings) {
        for (const place of [span, ...related.map((r) => r.span)]) {
          if (place === null) continue;
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeGreaterThanOrEqual(place.start);
          expect(place.end).toBeLessThanOrEqual(place.file.text.length);
        }
      }
    }),
    { numRuns: 300, seed: 20261121 },
  );
});

test("the same input gives the same bytes", () => {
  fc.assert(
    fc.property(edits, (changes) => {
      const text = mutate(changes);
      expect(printed(compileText(text, { files }))).toBe(printed(compileText(text, { files })));
    }),
    { numRuns: 60, seed: 7 },
  );
});

test("CRLF and LF give the same findings at the same lines", () => {
  const places = (text: string): string[] =>
    compileText(text, { files }).findings.map(({ code, span }) =>
      span === null ? code : `${code} ${positionAt(span.file, span.start).line}`,
    );
  fc.assert(
    fc.property(edits, (changes) => {
      const text = mutate(changes).replaceAll("\r", "");
      expect(places(text.replaceAll("\n", "\r\n"))).toEqual(places(text));
    }),
    { numRuns: 60, seed: 11 },
  );
});

test("hostile shapes end in findings, in bounded time", () => {
  const hostile = [
    "[".repeat(100_000),
    `a: ${"{b: ".repeat(5_000)}`,
    `x: &a [1]\n${Array.from({ length: 30 }, (_, i) => `y${i}: &b${i} [*${i === 0 ? "a" : `b${i - 1}`}, *${i === 0 ? "a" : `b${i - 1}`}]`).join("\n")}`,
    `format: 1\nid: ${"x".repeat(1_000_000)}`,
    `format: 1\nid: a\nindicators: [{ id: b, targets: [{ reach: 1e999999999, by: 2027 }] }]`,
    `format: 1\nid: __proto__\nindicators: [{ id: constructor, objective: toString }]`,
    Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join("\n"),
  ];
  for (const text of hostile) expect(compileText(text).findings.length).toBeGreaterThan(0);
});
