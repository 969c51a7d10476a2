import { expect, test } from "vitest";
import { allCodes } from "../../src/codes.ts";
import { type Diagnostic, defineCode, makeDiagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Severity } from "../../src/diagnostics/severity.ts";
import { layOut } from "../../src/findings-output/finding-layout.ts";
import { codesOfLacking } from "../../src/findings-output/finding-weight.ts";
import type { Span } from "../../src/text/source.ts";

const file = { name: "a.plan.yaml", text: "0123456789".repeat(10) };
const words = { title: "t", message: () => "m", why: "w", fix: "f" };

function finding(code: string, severity: Severity, start: number, related: readonly Span[] = []): Diagnostic {
  const definition = defineCode({ code, severity, text: { en: words, zhHans: words } });
  const places = related.map((span) => ({ span, note: { en: "n", zhHans: "n" } }));
  return makeDiagnostic(definition, { file, start, end: start + 1 }, {}, { related: places });
}

const shape = (findings: readonly Diagnostic[], most: number | null = null) => {
  const { parts, shown, hidden } = layOut(findings, most);
  const at = (d: Diagnostic): number => d.span?.start ?? -1;
  return {
    parts: parts.map((part) => ({
      blocks: part.blocks.map((block) => block.map(at)),
      brief: part.brief.map(at),
      listed: part.listed.map((list) => list.map(at)),
    })),
    shown,
    hidden,
  };
};

test("errors come before warnings before infos, each in the order of the plan", () => {
  const found = shape([
    finding("a/info", "info", 1),
    finding("a/warning", "warning", 2),
    finding("a/error", "error", 3),
    finding("b/error", "error", 4),
  ]);
  expect(found.parts.map((part) => part.blocks)).toEqual([[[3], [4]], [[2]], [[1]]]);
});

test("of one rule three warnings and two infos stand in full; errors all", () => {
  const many = (severity: Severity, from: number) =>
    [0, 1, 2, 3, 4].map((n) => finding(`x/${severity}`, severity, from + n));
  const [errors, warnings, infos] = shape([
    ...many("error", 0),
    ...many("warning", 10),
    ...many("info", 20),
  ]).parts;
  expect(errors).toEqual({ blocks: [[0], [1], [2], [3], [4]], brief: [], listed: [] });
  expect(warnings).toEqual({ blocks: [[10], [11], [12]], brief: [13, 14], listed: [] });
  expect(infos).toEqual({ blocks: [[20], [21]], brief: [], listed: [[22, 23, 24]] });
});

test("findings of one place stand together unless one has a further place", () => {
  const further = { file, start: 50, end: 51 };
  const { parts } = shape([
    finding("a/one", "info", 5),
    finding("b/two", "info", 5),
    finding("c/three", "info", 5, [further]),
    finding("d/four", "info", 6),
  ]);
  expect(parts[2]?.blocks).toEqual([[5, 5], [5], [6]]);
});

test("at most so many are shown, the gravest of them; what is listed by line is not counted as hidden", () => {
  const findings = [
    ...[1, 2, 3, 4, 5].map((n) => finding("x/warning", "warning", n)),
    ...[11, 12, 13].map((n) => finding("x/info", "info", n)),
    finding("x/error", "error", 20),
  ];
  const found = shape(findings, 5);
  // One error, three warnings in full, one of the two brief ones; hidden: one warning and two infos.
  expect(found.parts[0]?.blocks).toEqual([[20]]);
  expect(found.parts[1]).toEqual({ blocks: [[1], [2], [3]], brief: [4], listed: [] });
  expect(found.parts[2]).toEqual({ blocks: [], brief: [], listed: [[13]] });
  expect([found.shown, found.hidden]).toEqual([5, 3]);
});

test("within a severity faults of reading come first, then contradictions, status, and what is lacking", () => {
  const found = shape([
    finding("indicator/missing-baseline", "warning", 1),
    finding("status/missed", "warning", 2),
    finding("target/conflict", "warning", 3),
    finding("yaml/list-separator", "warning", 4),
    finding("statement/conflict", "warning", 5),
  ]);
  expect(found.parts[1]?.blocks).toEqual([[4], [3], [5], [2], [1]]);
});

test("the codes that are told last exist", () => {
  const known = new Set(allCodes.map(({ code }) => code));
  expect(codesOfLacking.filter((code) => !known.has(code))).toEqual([]);
});

test("figures that contradict each other come before the question where a figure comes from", () => {
  const found = shape([
    finding("indicator/borrowed-baseline", "warning", 1),
    finding("provenance/two-origins", "warning", 2),
    finding("status/missed", "warning", 3),
    finding("indicator/baseline-undated", "warning", 4),
    finding("target/weakening", "warning", 5),
  ]);
  expect(found.parts[1]?.blocks).toEqual([[5], [1], [2], [3], [4]]);
});
