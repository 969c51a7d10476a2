/** Names of the platform and signs that terminals, browsers and log viewers obey, wherever a plan may write a text. */
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { printable } from "../../src/text/printable.ts";
import { fakeHost } from "../kit/fake-host.ts";

const platform = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];

/** A plan in which a word stands as key, id, name, unit, entity, section, reference, placeholder and file name. */
const planOf = (word: string): string => `format: 1
id: "${word}"
title: "${word}"
language: en
period: 2026-01..2027-12
"x-${word}": 1
"${word}": 1
sections: [{ id: "${word}", title: "${word}", text: "{{${word} ${word}}} {{target ${word}}} {{count ${word}}}" }]
actors: [{ id: "${word}", name: "${word}" }]
entities: [{ id: "${word}", name: "${word}", facts: { "${word}": 5 } }]
dimensions: [{ id: "${word}", name: "${word}" }]
objectives: [{ id: "${word}", statement: "${word}", dimension: "${word}", section: "${word}" }]
indicators:
  - { id: "${word}", name: "${word}", unit: "${word}", objective: "${word}", dimension: "${word}", owner: "${word}", source: "${word}", value: "${word}",
      direction: "${word}", baseline: "4${word} @ ${word}", frequency: "${word}", targets: [{ reach: "5${word}", by: "${word}", "${word}": 1 }],
      observations: [{ at: "${word}", value: "${word}", entity: "${word}" }], aggregation: "${word}", assess: "${word}", same-as: "${word}" }
  - { id: sound, unit: "${word}", baseline: 4 @ 2025-12, targets: [{ reach: 9, by: 2027-12 }], observations: [{ at: 2026-03, value: 5 }] }
actions: [{ id: "${word}", name: "${word}", needs: ["${word}"], period: "${word}" }]
mechanisms: [{ id: "${word}", type: "${word}", name: "${word}", cadence: "${word}" }, { id: m, type: scorecard, "${word}": 1, components: [{ id: "${word}", weight: "${word}" }] }]
data: { observations: "${word}", progress: p.csv }
`;

const table = (word: string): string =>
  `indicator,entity,at,value,${word},dimension: ${word}\n${word},${word},2026-03,5,${word},${word}\n${word},${word},${word},${word},${word},${word}\n`;

const calls: readonly (readonly string[])[] = [
  ["check", "p.plan.yaml", "--entity", "all"],
  ["check", "p.plan.yaml", "--format", "json"],
  ["status", "p.plan.yaml", "--entity", "all"],
  ["report", "p.plan.yaml", "--to", "html,md", "--out", "o"],
];

/** Everything that the calls print and write. */
async function printedBy(
  word: string,
  further: readonly (readonly string[])[] = [],
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const language of ["en", "zh-Hans", "zh-Hant"]) {
    for (const args of [...calls, ...further]) {
      const files = {
        "/repo/p.plan.yaml": planOf(word),
        [`/repo/${word}`]: table(word),
        "/repo/p.csv": `kind,id,at,state\naction,${word},2026-03,${word}\n${word},${word},2026-03,done\n`,
      };
      const host = fakeHost({ files });
      const exit = await run([...args, "--lang", language], host);
      expect([args, exit], host.stderr()).not.toEqual([args, 3]);
      // The plan is read, whatever stands in it: else nothing of it would be printed.
      if (args[1] === "p.plan.yaml") expect(host.stdout()).not.toMatch(/yaml\/(?!control|escape)/);
      texts.push(host.stdout(), host.stderr(), ...host.written.keys(), ...host.written.values());
    }
  }
  return texts;
}

test.each(platform)(
  "%s is a word like any other: as key, id, unit, entity, heading, file and placeholder",
  async (word) => {
    const texts = await printedBy(word, [
      ["explain", `p.plan.yaml#${word}`],
      ["explain", word],
      ["rules", word],
    ]);
    expect(texts.join("")).not.toMatch(/\[native code\]|\[object |function \w*\(/);
    expect(texts.join("")).toContain(word);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  },
);

test.each([
  ["an escape sequence", "\\e[31mred\\e[0m"],
  ["a link of the terminal", "\\e]8;;http://x\\a"],
  ["C1 controls", "\\u009b31m"],
  ["a reversed text", "\\u202eabc\\u2066"],
  ["zero-width signs", "a\\u200b\\u2060\\ufeffb"],
  ["line separators", "a\\u2028b\\u2029c"],
  ["tags", "a\\U000e0041b"],
  ["backspaces", "abc\\b\\b\\b"],
  ["signs behind one that a unit closes up with", "%\\ufeff\\u202e"],
])("%s in every text of a plan reaches no output", async (_, sign) => {
  for (const text of await printedBy(sign)) expect(printable(text)).toBe(text);
});

test("markup and formulas in every text of a plan are text in the report", async () => {
  const texts = await printedBy("<script>alert(1)</script><img src=x onerror=alert(1)>[a](javascript:x)");
  const html = texts.filter((text) => /^<!doctype html>/i.test(text));
  expect(html.length).toBeGreaterThan(0);
  for (const text of html) expect(text).not.toMatch(/<script|<img|\shref="(?!#)/i);
});

test("a file that vanishes between being found and being read is told, and the others are checked", async () => {
  const host = fakeHost({ files: { "/repo/p.plan.yaml": planOf("word") } });
  const exit = await run(["check", "."], {
    ...host,
    find: async () => ({ files: ["gone.plan.yaml", "p.plan.yaml"], denied: [] }),
  });
  expect(exit).toBe(2);
  expect(host.stdout()).toContain("gone.plan.yaml cannot be read");
  expect(host.stdout()).toContain("p.plan.yaml  word");
});
