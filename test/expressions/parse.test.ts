/** Texts and their trees: how tightly things bind, what is one name, what is one figure, and where a fault stands. */
import { expect, test } from "vitest";
import { parseExpression } from "../../src/expressions/parse.ts";
import type { Tree } from "../../src/expressions/tree.ts";
import { expressionLimits } from "../../src/plan/limits.ts";

/** Every operation in brackets: (a + (b * c)). */
function shape(tree: Tree): string {
  switch (tree.kind) {
    case "literal":
      return tree.unit === null ? tree.value.toFixed() : `${tree.value.toFixed()} ${tree.unit.key}`;
    case "name":
      return tree.quoted ? `“${tree.name}”` : tree.name;
    case "call":
      return `${tree.name}[${tree.arguments.map(shape).join(", ")}]`;
    case "minus":
      return `(- ${shape(tree.of)})`;
    case "not":
      return `(not ${shape(tree.of)})`;
    case "each":
      return `${tree.count.value.toFixed()} of ${shape(tree.of)}`;
    case "lasting":
      return `(${shape(tree.of)} for ${tree.span.count} ${tree.span.unit})`;
    case "range":
      return `${tree.low === null ? "" : shape(tree.low)}..${tree.high === null ? "" : shape(tree.high)}`;
    default:
      return `(${shape(tree.left)} ${tree.operator} ${shape(tree.right)})`;
  }
}

function read(text: string, names: readonly string[] = []): string {
  const parsed = parseExpression(text, (name) => names.includes(name));
  if (parsed.ok) return shape(parsed.tree);
  const { code, start, end } = parsed.fault;
  return `${code} at ${start}..${end}`;
}

const readings: readonly (readonly [text: string, tree: string])[] = [
  ["a + b * c", "(a + (b * c))"],
  ["a - b - c", "((a - b) - c)"],
  ["a / b / c", "((a / b) / c)"],
  ["a >= 5% of b", "(a ≥ (5 % * b))"],
  ["-a * b", "((- a) * b)"],
  ["a - -b", "(a - (- b))"],
  ["+a", "a"],
  ["a-b", "a-b"],
  ["a - b", "(a - b)"],
  ["a -b", "(a - b)"],
  ["a−b", "(a - b)"],
  ["(a)-(b)", "(a - b)"],
  ["a or b and not c", "(a or (b and (not c)))"],
  ["not a = b", "(not (a = b))"],
  ["a < b + 1 and c ≥ 2", "((a < (b + 1)) and (c ≥ 2))"],
  ["a ＞＝ １", "(a ≥ 1)"],
  ["a <> b", "(a ≠ b)"],
  ["a >= 80 m²", "(a ≥ 80 m²)"],
  ["a > 1 for 3 years and b", "(((a > 1) for 3 years) and b)"],
  ["a > 1 for 2个季度", "((a > 1) for 6 months)"],
  ["a > 1 for 4期", "((a > 1) for 4 periods)"],
  ["满意率≥85%且覆盖率≥千分之三", "((满意率 ≥ 85 %) and (覆盖率 ≥ 3 ‰))"],
  ["5..8 per 10,000 population", "(5..8 per 10000 人)"],
  ["a = 1..", "(a = 1..)"],
  ["a = ..8", "(a = ..8)"],
  ["a in 2..3", "(a = 2..3)"],
  ["max(a, 1, 200)", "max[a, 1, 200]"],
  ["a + 1,200", "(a + 1200)"],
  ["3 working days", "3 工作日"],
  ["500元/人", "500 元/人"],
  ["“a b” / 'c'", "(“a b” / “c”)"],
  ["1e3", "1000"],
];

test.each(readings)("%s", (text, tree) => {
  expect(read(text)).toBe(tree);
});

test("an id may begin with a digit", () => {
  expect(read("12345-hotline / 2")).toBe("(12345-hotline / 2)");
  expect(read("12345热线 / 2", ["12345热线"])).toBe("(12345热线 / 2)");
});

test("behind per a number of things that have a name counts over them, any other word is a unit", () => {
  expect(read("staff per 10,000 people", ["people"])).toBe("(staff per 10000 of people)");
  expect(read("staff per 10,000 people")).toBe("(staff per 10000 人)");
});

const faults: readonly (readonly [text: string, fault: string])[] = [
  ["", "empty at 0..0"],
  ["   ", "empty at 0..3"],
  ["a b", "unexpected at 2..3"],
  ["a +", "ends-early at 3..3"],
  ["(a", "unclosed-bracket at 0..1"],
  ["a)", "unexpected at 1..2"],
  ["“a", "unclosed-quote at 0..1"],
  ["a # b", "sign at 2..3"],
  ["5-8", "minus-or-range at 0..3"],
  ["max(1,200)", "comma at 4..9"],
  ["a < b < c", "chain at 0..9"],
  ["a > 85%以上", "bound-literal at 4..9"],
  ["a > 1 for 90%", "span at 10..13"],
  ["a > 1 for 1.5 years", "span at 10..19"],
  ["max(", "ends-early at 4..4"],
  ["max(a", "unclosed-bracket at 3..4"],
  ["max(a,)", "unexpected at 6..7"],
];

test.each(faults)("the fault of «%s» has its place", (text, fault) => {
  expect(read(text)).toBe(fault);
});

test("a text nested 10,000 deep is a fault at the first level that is too deep", () => {
  const { depth } = expressionLimits;
  for (const sign of ["(", "-", "max(", "not "]) {
    const text = `${sign.repeat(10_000)}a`;
    const parsed = parseExpression(text.slice(0, expressionLimits.length));
    expect(parsed.ok ? null : [parsed.fault.code, parsed.fault.start]).toEqual([
      "too-deep",
      expect.any(Number),
    ]);
    expect(parsed.ok ? 0 : parsed.fault.start).toBeLessThanOrEqual((depth + 1) * sign.length);
  }
  expect(parseExpression("(".repeat(30_000))).toMatchObject({ ok: false, fault: { code: "too-long" } });
});

test("as many levels and parts as are allowed are read, one more is not", () => {
  const { depth, nodes } = expressionLimits;
  const nested = (levels: number): string => `${"(".repeat(levels)}a${")".repeat(levels)}`;
  expect(read(nested(depth))).toBe("a");
  expect(read(nested(depth + 1))).toMatch(/^too-deep/);
  // n names have n − 1 signs between them.
  const sum = (names: number): string => Array.from({ length: names }, () => "a").join(" + ");
  expect(parseExpression(sum(nodes / 2)).ok).toBe(true);
  expect(read(sum(nodes / 2 + 1))).toMatch(/^too-many/);
});

test("prose without comparison signs is told apart from a condition that is broken off", () => {
  const compares = (text: string): boolean | null => {
    const parsed = parseExpression(text);
    return parsed.ok ? null : parsed.compares;
  };
  expect(compares("last 10%")).toBe(false);
  expect(compares("red/black list")).toBe(false);
  expect(compares("late for work and rude")).toBe(false);
  expect(compares("rate <")).toBe(true);
  expect(compares("rate = 5..8 kg of")).toBe(true);
});
