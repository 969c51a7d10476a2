/** The library never throws for what stands in a plan, and always for arguments that cannot be meant. */
import { expect, test } from "vitest";
import { checkPlan, evaluatePlan } from "../../src/library/index.ts";
import { minimalPlan } from "../kit/plans.ts";

const asOf = "2026-06-30";
const head = 'format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: "2026"\n';
const rulesOf = (plan: { findings: readonly { rule: string }[] }) => plan.findings.map(({ rule }) => rule);

const badPlans: readonly (readonly [what: string, plan: string | Uint8Array, rule: string])[] = [
  ["nothing", "", "yaml/empty"],
  ["no bytes", new Uint8Array(), "yaml/empty"],
  ["no text", new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2]), "yaml/binary"],
  ["a broken list", "a: [", "yaml/unclosed"],
  ["too many bytes", new Uint8Array(16 * 1024 * 1024 + 1), "yaml/too-large"],
  ["deep nesting", `a: ${"[".repeat(100_000)}`, "yaml/too-deep"],
  ["half a character", `${head}x: "\ud800"\n`, "schema/unknown-key"],
];

for (const [what, plan, rule] of badPlans) {
  test(`${what} is a finding`, () => {
    for (const give of [
      checkPlan,
      (p: typeof plan, o: { asOf: string }) => checkPlan(p, { ...o, language: "zh-Hans" }),
    ]) {
      expect(rulesOf(give(plan, { asOf }))).toContain(rule);
    }
    expect(() => evaluatePlan(plan, { asOf })).not.toThrow();
  });
}

test("a clean plan has no error", () => {
  expect(checkPlan(minimalPlan, { asOf }).summary.findings.error).toBe(0);
});

const wrongCalls: readonly (readonly [words: string, plan: unknown, options: unknown])[] = [
  ["checkPlan: the plan must be a string or a Uint8Array, not undefined", undefined, { asOf }],
  ["checkPlan: the plan must be a string or a Uint8Array, not a promise", Promise.resolve(""), { asOf }],
  ["checkPlan: the plan must be a string or a Uint8Array, not an array", [1], { asOf }],
  ['checkPlan: options are missing: { asOf: "2026-06-30" } at least', "", undefined],
  ['checkPlan: asOf must be a day such as "2026-06-30", not undefined', "", {}],
  ['checkPlan: asOf must be a day such as "2026-06-30", not "2026-02-30"', "", { asOf: "2026-02-30" }],
  ['checkPlan: asOf must be a day such as "2026-06-30", not an object', "", { asOf: new Date(0) }],
  ["checkPlan: there is no option as0f; asOf is meant?", "", { asOf, as0f: asOf }],
  ['checkPlan: name must be the path of the plan as text, not ""', "", { asOf, name: "" }],
  ["checkPlan: include must be a function that reads a file, not an object", "", { asOf, include: {} }],
  [
    "checkPlan: there is no rule target/conflit; target/conflict is meant?",
    "",
    { asOf, rules: { "target/conflit": "off" } },
  ],
  [
    "checkPlan: rules: target/conflict must be one of error, warning, info, off",
    "",
    { asOf, rules: { "target/conflict": 2 } },
  ],
  ["checkPlan: rules must be an object, not null", "", { asOf, rules: null }],
  ["checkPlan: only must be one of all, plan, status", "", { asOf, only: "findings" }],
  ["checkPlan: language must be en, zh-Hans, or zhHant of planwright/zh-Hant", "", { asOf, language: "fr" }],
  [
    'checkPlan: for zh-Hant hand over its words: import { zhHant } from "planwright/zh-Hant", language: zhHant',
    "",
    { asOf, language: "zh-Hant" },
  ],
];

for (const [words, plan, options] of wrongCalls) {
  test(words, () => {
    const call = () => checkPlan(plan as string, options as { asOf: string });
    expect(call).toThrow(TypeError);
    expect(call).toThrow(words);
  });
}

test("evaluatePlan has no option only", () => {
  expect(() => evaluatePlan("", { asOf, only: "plan" } as { asOf: string })).toThrow(
    "there is no option only",
  );
});

/** A plan that names one text; paths that its reader was asked for, and the findings about them. */
function including(path: string, name: string | undefined, give: (path: string) => unknown = () => "# T\n") {
  const asked: string[] = [];
  const plan = `${head}sections:\n  - { id: s, title: S, text: { file: ${JSON.stringify(path)} } }\n`;
  const include = (wanted: string) => {
    asked.push(wanted);
    return give(wanted) as string;
  };
  const { findings } = checkPlan(plan, name === undefined ? { asOf, include } : { asOf, include, name });
  return {
    asked,
    told: findings.filter(({ rule }) => rule === "reference/missing-file").map((f) => f.message),
  };
}

const outside = "lies outside the root of the plan";
const readers: readonly (readonly [name: string | undefined, path: string, asked: string | null])[] = [
  [undefined, "text/a.md", "text/a.md"],
  ["x.plan.yaml", "./text/../a.md", "a.md"],
  ["plans/x.plan.yaml", "a.md", "plans/a.md"],
  ["plans\\x.plan.yaml", "a.md", "plans/a.md"],
  ["plans/x.plan.yaml", "../texts/a.md", "texts/a.md"],
  ["plans/x.plan.yaml", "../../a.md", null],
  ["x.plan.yaml", "../a.md", null],
  ["x.plan.yaml", "..\\a.md", null],
  ["x.plan.yaml", "/etc/passwd", null],
  ["x.plan.yaml", "C:\\a.md", null],
  ["/home/x/x.plan.yaml", "a.md", "/home/x/a.md"],
  ["/home/x/x.plan.yaml", "../a.md", null],
  ["/home/x/x.plan.yaml", "/home/xy/a.md", null],
  ["../x.plan.yaml", "a.md", "../a.md"],
  ["../x.plan.yaml", "../a.md", null],
];

for (const [name, path, expected] of readers) {
  test(`${path} of ${name ?? "a plan without name"} is ${expected === null ? "refused" : `read as ${expected}`}`, () => {
    const { asked, told } = including(path, name);
    expect(asked).toEqual(expected === null ? [] : [expected]);
    expect(told).toEqual(expected === null ? [`file "${path}" ${outside}`] : []);
  });
}

test("a file that is not there, cannot be read or is too large is told at the plan", () => {
  const give = (content: unknown) => including("a.md", undefined, () => content).told;
  expect([give(null), give(undefined)]).toEqual([
    ['file "a.md" does not exist'],
    ['file "a.md" does not exist'],
  ]);
  expect(give(new Uint8Array(16 * 1024 * 1024 + 1))).toEqual(['file "a.md" is too large']);
  const throws = () => {
    throw new Error("ENOENT");
  };
  expect(including("a.md", undefined, throws).told).toEqual(['file "a.md" cannot be read']);
});

test("a reader that gives no content at all is refused", () => {
  const call = () => including("a.md", undefined, () => Promise.resolve(""));
  expect(call).toThrow(TypeError);
  expect(call).toThrow("checkPlan: include must give text, bytes or null at once, not a promise (for a.md)");
});

test("without a reader each file is told as missing", () => {
  const plan = `${head}sections:\n  - { id: s, title: S, text: { file: a.md } }\n`;
  expect(rulesOf(checkPlan(plan, { asOf }))).toContain("reference/missing-file");
});
