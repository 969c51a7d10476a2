/** Changes of a plan, worked by hand: each kind, in both directions, with what it does to a binding indicator. */
import { expect, test } from "vitest";
import type { Change } from "../../src/diff/change.ts";
import { comparePlans } from "../../src/diff/compare-plans.ts";
import { changeWords } from "../../src/diff-output/change-words.ts";
import { fieldWords } from "../../src/diff-output/field-words.ts";
import { mechanismFieldWords } from "../../src/diff-output/mechanism-words.ts";
import { mechanismTypes } from "../../src/mechanisms/mechanism-types.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Parts } from "../../src/schema/part.ts";
import { compileText } from "../kit/compile.ts";
import { halfWidthSign, otherChinese, otherEnglish, unquoted } from "../kit/house-style.ts";

const base = `format: 1
id: small
title: Small plan
language: en
status: approved
period: 2026-01..2027-12
assess: linear-pace
sections:
  - { id: "1", title: Background, text: Why we act. }
  - { id: "2", title: Goals, text: What we want. }
actors:
  - { id: health, name: Health office }
  - { id: finance, name: Finance office }
dimensions:
  - { id: service, name: Service, weight: 100% }
objectives:
  - { id: better, statement: Better service, dimension: service }
indicators:
  - id: coverage
    name: Coverage
    objective: better
    dimension: service
    role: outcome
    attribute: binding
    unit: "%"
    direction: increase
    definition: covered / all
    baseline: 45% @ 2025-12
    targets:
      - { reach: ≥60%, by: 2026-12 }
      - { reach: ≥85%, by: 2027-12 }
    frequency: quarterly
    owner: health
    weight: 60%
  - id: wait
    name: Waiting time
    attribute: binding
    unit: h
    direction: decrease
    baseline: 72h @ 2025-12
    targets:
      - { hold: ≤24h, from: 2026-07 }
    weight: 40%
  - id: visits
    name: Visits
    attribute: anticipatory
    unit: 万人
    direction: increase
    baseline: 10万人 @ 2025-12
    targets:
      - { relative: +20%, by: 2026-12 }
phases:
  - { id: pilot, name: Pilot, period: 2026-01..2026-06 }
milestones:
  - { id: rules, name: Rules issued, by: 2026-03, owner: health }
actions:
  - { id: kitchens, name: Build kitchens, objective: better, owner: health, period: 2026-04..2026-08, budget: 100万元 }
risks:
  - { id: funds, name: Too little money, mitigations: [kitchens] }
mechanisms:
  - { id: pot, type: fund, name: Pot, cap: 10万元, lines: [{ id: training, share: ≥15% }] }
  - { id: check, type: review, name: Check, cadence: monthly, by: health }
`;

function planOf(yaml: string): Plan {
  const { plan } = compileText(yaml);
  if (plan === null) throw new Error("the plan cannot be read");
  return plan;
}

function changed(...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not in the plan: ${from}`);
    return text.replace(from, to);
  }, base);
}

function brief({ kind, subject, field, effect, binding, from, to }: Change): string {
  const grave = binding && (effect === "weaker" || effect === "unclear") ? "!" : "";
  const sides = from === null && to === null ? "" : ` ${from ?? "–"} → ${to ?? "–"}`;
  return `${grave}${kind} ${subject.kind}/${subject.id}${field === null ? "" : ` ${field}`} ${effect}${sides}`;
}

const compare = (before: string, after: string): readonly string[] =>
  comparePlans(planOf(before), planOf(after)).map(brief);

test("a plan and itself, also in another layout and spelling of units, have no change", () => {
  expect(compare(base, base)).toEqual([]);
  const again = changed(
    ["≥85%, by: 2027-12", "不低于85%, by: 2027-12-31"],
    ["≤24h", "≤1天"],
    ["budget: 100万元", "budget: 1000000元"],
    [
      "{ id: rules, name: Rules issued, by: 2026-03, owner: health }",
      "{ name: Rules issued, owner: health, by: 2026-03, id: rules }",
    ],
  );
  expect(compare(base, again)).toEqual([]);
});

/** Both ways of one edit: what it gives, and what undoing it gives. */
const both: readonly (readonly [what: string, from: string, to: string, there: string, back: string])[] = [
  // More is better: 80 < 85.
  [
    "a target of what is to rise",
    "≥85%",
    "≥80%",
    "!weakened indicator/coverage target weaker ≥85% → ≥80%",
    "strengthened indicator/coverage target stronger ≥80% → ≥85%",
  ],
  // A bare value is a floor where more is better.
  [
    "a bare value",
    "≥85%",
    "84.9%",
    "!weakened indicator/coverage target weaker ≥85% → 84.9%",
    "strengthened indicator/coverage target stronger 84.9% → ≥85%",
  ],
  // > 85 leaves out 85 itself.
  [
    "a bound that excludes its figure",
    "≥85%",
    '">85%"',
    "strengthened indicator/coverage target stronger ≥85% → >85%",
    "!weakened indicator/coverage target weaker >85% → ≥85%",
  ],
  // 2 days are 48 hours, above 24.
  [
    "a cap in another unit",
    "≤24h",
    "≤2天",
    "!weakened indicator/wait target weaker ≤24h → ≤2天",
    "strengthened indicator/wait target stronger ≤2天 → ≤24h",
  ],
  // A floor under what is to fall allows everything that the cap forbids.
  [
    "a cap made a floor",
    "≤24h",
    "≥24h",
    "!weakened indicator/wait target weaker ≤24h → ≥24h",
    "strengthened indicator/wait target stronger ≥24h → ≤24h",
  ],
  [
    "a soft figure",
    "≥85%",
    "≥85%左右",
    "!weakened indicator/coverage target weaker ≥85% → ≥85%左右",
    "strengthened indicator/coverage target stronger ≥85%左右 → ≥85%",
  ],
  [
    "a target without figure",
    "{ hold: ≤24h, from: 2026-07 }",
    "{ trend: decrease, from: 2026-07 }",
    "!weakened indicator/wait target weaker ≤24h → trend: decrease",
    "strengthened indicator/wait target stronger trend: decrease → ≤24h",
  ],
  [
    "a date",
    "≥85%, by: 2027-12",
    "≥85%, by: 2027-06",
    "earlier indicator/coverage target stronger 2027-12 → 2027-06",
    "!later indicator/coverage target weaker 2027-06 → 2027-12",
  ],
  // A bound that begins later holds for less time.
  [
    "the start of a bound",
    "from: 2026-07",
    "from: 2026-10",
    "!later indicator/wait target weaker 2026-07.. → 2026-10..",
    "earlier indicator/wait target stronger 2026-10.. → 2026-07..",
  ],
  [
    "the interim target",
    "      - { reach: ≥60%, by: 2026-12 }\n",
    "",
    "!dropped indicator/coverage target weaker ≥60% → –",
    "added indicator/coverage target stronger – → ≥60%",
  ],
  [
    "the attribute",
    'attribute: binding\n    unit: "%"',
    'attribute: anticipatory\n    unit: "%"',
    "!weakened indicator/coverage attribute weaker binding → anticipatory",
    "strengthened indicator/coverage attribute stronger anticipatory → binding",
  ],
  [
    "a target that does not bind",
    "+20%",
    "+15%",
    "weakened indicator/visits target weaker relative: +20% → relative: +15%",
    "strengthened indicator/visits target stronger relative: +15% → relative: +20%",
  ],
  // 20% on 8 instead of 10 is 9.6 instead of 12.
  [
    "a baseline that a target counts from",
    "10万人 @",
    "8万人 @",
    "changed indicator/visits baseline weaker 10万人 @ 2025-12 → 8万人 @ 2025-12",
    "changed indicator/visits baseline stronger 8万人 @ 2025-12 → 10万人 @ 2025-12",
  ],
  [
    "a baseline beside a level",
    "45% @",
    "50% @",
    "changed indicator/coverage baseline none 45% @ 2025-12 → 50% @ 2025-12",
    "changed indicator/coverage baseline none 50% @ 2025-12 → 45% @ 2025-12",
  ],
  [
    "a weight",
    "weight: 60%",
    "weight: 50%",
    "lowered indicator/coverage weight none 60% → 50%",
    "raised indicator/coverage weight none 50% → 60%",
  ],
  [
    "a weight of zero",
    "weight: 60%",
    "weight: 0%",
    "!lowered indicator/coverage weight weaker 60% → 0%",
    "raised indicator/coverage weight stronger 0% → 60%",
  ],
  [
    "an owner",
    "quarterly\n    owner: health",
    "quarterly\n    owner: finance",
    "changed indicator/coverage owner none health → finance",
    "changed indicator/coverage owner none finance → health",
  ],
  [
    "a definition",
    "covered / all",
    "covered / invited",
    "changed indicator/coverage definition none covered / all → covered / invited",
    "changed indicator/coverage definition none covered / invited → covered / all",
  ],
  [
    "a direction that the target states anyway",
    "direction: decrease",
    "direction: maintain",
    "changed indicator/wait direction none decrease → maintain",
    "changed indicator/wait direction none maintain → decrease",
  ],
  [
    "the role",
    "role: outcome",
    "role: context",
    "!changed indicator/coverage role weaker outcome → context",
    "changed indicator/coverage role stronger context → outcome",
  ],
  [
    "the method",
    "assess: linear-pace",
    "assess: mid-term",
    "changed plan/small assess none linear-pace → mid-term",
    "changed plan/small assess none mid-term → linear-pace",
  ],
  [
    "a milestone",
    "by: 2026-03",
    "by: 2026-05",
    "later milestone/rules by none 2026-03 → 2026-05",
    "earlier milestone/rules by none 2026-05 → 2026-03",
  ],
  [
    "an action",
    "2026-04..2026-08",
    "2026-03..2026-08",
    "earlier action/kitchens period none 2026-04..2026-08 → 2026-03..2026-08",
    "later action/kitchens period none 2026-03..2026-08 → 2026-04..2026-08",
  ],
  [
    "a budget in another unit",
    "100万元",
    "900000元",
    "lowered action/kitchens budget none 100万元 → 900000元",
    "raised action/kitchens budget none 900000元 → 100万元",
  ],
  [
    "a share of a mechanism",
    "≥15%",
    "≥10%",
    "lowered mechanism/pot lines/training/share none ≥15% → ≥10%",
    "raised mechanism/pot lines/training/share none ≥10% → ≥15%",
  ],
  [
    "a rhythm of a mechanism",
    "cadence: monthly",
    "cadence: quarterly",
    "changed mechanism/check cadence none monthly → quarterly",
    "changed mechanism/check cadence none quarterly → monthly",
  ],
  [
    "an entry of a mechanism",
    ", lines: [{ id: training, share: ≥15% }]",
    ", lines: []",
    "dropped mechanism/pot lines/training none training → –",
    "added mechanism/pot lines/training none – → training",
  ],
  [
    "a risk",
    "risks:\n  - { id: funds, name: Too little money, mitigations: [kitchens] }\n",
    "",
    "dropped risk/funds none",
    "added risk/funds none",
  ],
  [
    "a phase",
    "phases:\n  - { id: pilot, name: Pilot, period: 2026-01..2026-06 }\n",
    "",
    "dropped phase/pilot none",
    "added phase/pilot none",
  ],
  [
    "a name",
    "name: Coverage",
    "name: Coverage rate",
    "changed indicator/coverage name none Coverage → Coverage rate",
    "changed indicator/coverage name none Coverage rate → Coverage",
  ],
  [
    "texts of sections",
    "Why we act.",
    "Why we must act.",
    "texts plan/small sections none – → 1",
    "texts plan/small sections none – → 1",
  ],
];

test.each(both)("%s, changed and changed back", (_, from, to, there, back) => {
  const after = changed([from, to]);
  expect(compare(base, after)).toEqual([there]);
  expect(compare(after, base)).toEqual([back]);
});

test.each(both)("%s is told in words of the house", (_, from, to) => {
  const after = changed([from, to]);
  for (const [a, b] of [
    [base, after],
    [after, base],
  ] as const) {
    for (const change of comparePlans(planOf(a), planOf(b))) {
      const { en, zhHans } = changeWords(change);
      expect(halfWidthSign.test(unquoted(zhHans)), zhHans).toBe(false);
      expect(otherChinese.test(unquoted(zhHans)), zhHans).toBe(false);
      expect(/[A-Za-z]{2,}/.test(unquoted(zhHans)), zhHans).toBe(false);
      expect(otherEnglish.test(en) || / {2}/.test(`${en}${zhHans}`), en).toBe(false);
    }
  }
});

test.each([
  ["≥85%", "≥80%", "指标“Coverage”：目标值（“2027-12”）放宽，由“≥85%”调整为“≥80%”"],
  ["attribute: binding", "attribute: anticipatory", "指标“Coverage”：指标属性放宽，由约束性调整为预期性"],
  [
    "quarterly\n    owner: health",
    "quarterly\n    owner: finance",
    "指标“Coverage”：责任单位有变化，由“Health office”调整为“Finance office”",
  ],
  ["weight: 60%", "weight: 50%", "指标“Coverage”：权重降低，由“60%”调整为“50%”"],
  ["45% @", "50% @", "指标“Coverage”：基期值重新核定，由“45% @ 2025-12”调整为“50% @ 2025-12”"],
  ["by: 2026-03", "by: 2026-05", "关键节点“Rules issued”：时限推迟，由“2026-03”调整为“2026-05”"],
  ["≥85%, by: 2027-12", "≥85%, by: 2027-06", "指标“Coverage”：目标值“≥85%”提前，由“2027-12”调整为“2027-06”"],
  ["Why we act.", "Why we must act.", "方案：1 个章节的文字有改动（“1”）"],
])("%s → %s in Chinese", (from, to, words) => {
  const [change] = comparePlans(planOf(base), planOf(changed([from, to])));
  expect(change === undefined ? "" : changeWords(change).zhHans).toBe(words);
});

test("an indicator that is dropped takes its targets with it; binding ones weigh", () => {
  const wait = base.slice(base.indexOf("  - id: wait"), base.indexOf("  - id: visits"));
  const visits = base.slice(base.indexOf("  - id: visits"), base.indexOf("phases:"));
  expect(compare(base, base.replace(wait, ""))).toEqual(["!dropped indicator/wait weaker"]);
  expect(compare(base, base.replace(visits, ""))).toEqual(["dropped indicator/visits weaker"]);
  expect(compare(base.replace(wait, ""), base)).toEqual(["added indicator/wait none"]);
});

test("targets that all move by a year are moved, not weakened and dropped", () => {
  const after = changed(
    ["≥60%, by: 2026-12", "≥60%, by: 2027-12"],
    ["≥85%, by: 2027-12", "≥85%, by: 2028-12"],
  );
  // Replaced one after the other: 60% by 2027-12, 85% by 2028-12.
  expect(compare(base, after)).toEqual([
    "!later indicator/coverage target weaker 2026-12 → 2027-12",
    "!later indicator/coverage target weaker 2027-12 → 2028-12",
  ]);
});

test("a target that is moved and lowered is told as both", () => {
  expect(compare(base, changed(["{ hold: ≤24h, from: 2026-07 }", "{ hold: ≤36h, from: 2026-10 }"]))).toEqual([
    "!weakened indicator/wait target weaker ≤24h → ≤36h",
    "!later indicator/wait target weaker 2026-07.. → 2026-10..",
  ]);
});

test("a target without a date moves with the end of the plan", () => {
  const undated = base.replace("≥85%, by: 2027-12", "≥85%");
  const longer = undated.replace("2026-01..2027-12", "2026-01..2028-12");
  // `hold` of waiting time then holds for a year more.
  expect(compare(undated, longer)).toEqual([
    "later plan/small period none 2026-01..2027-12 → 2026-01..2028-12",
    "!later indicator/coverage target weaker 2027-12-31 → 2028-12-31",
    "later indicator/wait target stronger 2027-12-31 → 2028-12-31",
  ]);
});

test("a target that loses its date, or gains the last day of the plan, is told though it is due as before", () => {
  const dated = changed();
  const undated = changed(["{ reach: ≥85%, by: 2027-12 }", "{ reach: ≥85% }"]);
  expect(compare(dated, undated)).toEqual(["changed indicator/coverage target none 2027-12 → –"]);
  expect(compare(undated, dated)).toEqual(["changed indicator/coverage target none – → 2027-12"]);
});

test("a direction that is turned round counts against a binding target, whatever its relation", () => {
  const turned = ["direction: increase", "direction: decrease"] as const;
  expect(compare(base, changed(turned))).toEqual([
    "!changed indicator/coverage direction unclear increase → decrease",
  ]);
  const bare = ["{ reach: ≥85%, by: 2027-12 }", "{ reach: 85%, by: 2027-12 }"] as const;
  expect(compare(changed(bare), changed(bare, turned))).toEqual([
    "!weakened indicator/coverage target weaker 85% (direction: increase) → 85% (direction: decrease)",
    "!changed indicator/coverage direction unclear increase → decrease",
  ]);
});

test("a bound made a level of the same figure is told with its kind", () => {
  const reach = changed(["{ hold: ≤24h, from: 2026-07 }", "{ reach: ≤24h, by: 2027-12 }"]);
  expect(compare(base, reach)[0]).toBe("!changed indicator/wait target unclear hold: ≤24h → reach: ≤24h");
});

test("a second statement of a target may go, as long as the first stays", () => {
  const twice = base.replace(
    "by: 2027-12 }",
    'by: 2027-12 }\n      - { reach: 85%, by: 2027-12, section: "2" }',
  );
  expect(compare(twice, base)).toEqual(["dropped indicator/coverage target none 85% → –"]);
});

test("what cannot be compared counts against a binding target, and against no other", () => {
  expect(compare(base, changed(["{ reach: ≥85%, by: 2027-12 }", "{ reach: ≥85分, by: 2027-12 }"]))).toEqual([
    "!changed indicator/coverage target unclear ≥85% → ≥85分",
  ]);
  expect(
    compare(base, changed(["{ relative: +20%, by: 2026-12 }", "{ reach: 12万人, by: 2026-12 }"])),
  ).toEqual(["changed indicator/visits target unclear relative: +20% → 12万人"]);
});

test("the unit of an indicator with bare figures changes what they ask for, exactly", () => {
  const bare = base.replace("unit: h", "unit: 天").replace("72h @", "3 @").replace("≤24h", "≤1");
  // 1 day is 24 hours; 1 of a unit of hours is one hour, which asks for more.
  expect(compare(bare, bare.replace("unit: 天", "unit: h").replace("3 @", "72 @"))).toEqual([
    "strengthened indicator/wait target stronger ≤1 → ≤1",
    "changed indicator/wait unit none 天 → h",
  ]);
});

test("the same content under another id is renamed, and all that names the id stays as it is", () => {
  const after = changed(["- id: coverage", "- id: cover"], ["{ id: better,", "{ id: best,"])
    .replaceAll("objective: better", "objective: best")
    .replaceAll("health", "care");
  expect(compare(base, after)).toEqual([
    "renamed indicator/cover none coverage → cover",
    "renamed objective/best none better → best",
    "changed mechanism/check by none health → care",
    "renamed actor/care none health → care",
  ]);
});

test("an indicator with another id and a lower target is renamed and weakened", () => {
  expect(compare(base, changed(["- id: coverage", "- id: cover"], ["≥85%", "≥70%"]))).toEqual([
    "renamed indicator/cover none coverage → cover",
    "!weakened indicator/cover target weaker ≥85% → ≥70%",
  ]);
});

test("two items that share a name are not guessed to be renamed", () => {
  const twins = (a: string, b: string): string =>
    base.replace("risks:\n", `risks:\n  - { id: ${a}, name: Delay }\n  - { id: ${b}, name: Delay }\n`);
  expect(compare(twins("r1", "r2"), twins("r3", "r4"))).toEqual([
    "added risk/r3 none",
    "added risk/r4 none",
    "dropped risk/r1 none",
    "dropped risk/r2 none",
  ]);
});

test("a target that cannot be read is not told as dropped for sure, but counts", () => {
  const [change] = comparePlans(planOf(base), planOf(changed(["reach: ≥85%", "reach: many"])));
  expect(brief(change as Change)).toBe("!dropped indicator/coverage target unclear ≥85% → –");
  expect(change?.note?.en).toContain("cannot be read");
});

const cited = base
  .replace("definition: covered", 'section: "1"\n    definition: covered')
  .replace("≥85%, by: 2027-12 }", '≥85%, by: 2027-12, section: "2" }')
  .replace("    weight: 60%", '    weight: { is: 60%, section: "2" }')
  .replace("type: fund, name: Pot", 'type: fund, name: Pot, section: "1"');

test("another section that is cited for an item, a target or a stated value is told, and weakens nothing", () => {
  const after = cited
    .replace('section: "1"\n', 'section: "2"\n')
    .replace('2027-12, section: "2"', '2027-12, section: "1"')
    .replace('60%, section: "2"', '60%, section: "1"')
    .replace('Pot, section: "1"', 'Pot, section: "2"');
  expect(compare(cited, after)).toEqual([
    "changed indicator/coverage target/section none 2 → 1",
    "changed indicator/coverage section none 1 → 2",
    "changed indicator/coverage weight/section none 2 → 1",
    "changed mechanism/pot section none 1 → 2",
  ]);
  expect(compare(base, cited)).toEqual([
    "added indicator/coverage target/section none – → 2",
    "added indicator/coverage section none – → 1",
    "added indicator/coverage weight/section none – → 2",
    "added mechanism/pot section none – → 1",
  ]);
  const [target, , weight] = comparePlans(planOf(cited), planOf(after)).map(changeWords);
  expect(target).toEqual({
    en: "indicator coverage: section cited for the target is changed, from 2 to 1",
    zhHans: "指标“Coverage”：目标值的出处章节有变化，由“2”调整为“1”",
  });
  expect(weight?.en).toBe("indicator coverage: section cited for the weight is changed, from 2 to 1");
});

test("a section that has another number, under the same title, is not told again by all that cites it", () => {
  const renumbered = cited.replaceAll('"2"', '"3"');
  expect(compare(cited, renumbered)).toEqual(["renamed section/3 none 2 → 3"]);
});

test("every key of every mechanism type has words in a comparison, entries by their ids", async () => {
  const wordless: string[] = [];
  const look = (parts: Parts, above: string): void => {
    for (const [key, part] of Object.entries(parts)) {
      const field = `${above}${key}`;
      if (mechanismFieldWords(field) === null) wordless.push(field);
      look(part.properties ?? {}, `${field}/`);
      if (part.items !== undefined) look(part.items.properties ?? {}, `${field}/x/`);
    }
  };
  for (const { keys } of mechanismTypes.values()) look((await keys()).keys, "");
  expect(wordless).toEqual([]);
  expect(fieldWords("lines/training/share", "mechanism")).toEqual({
    en: "share of line `training`",
    zhHans: "支出科目“training”的占比",
  });
  expect(fieldWords("lines/training", "mechanism").zhHans).toBe("支出科目“training”");
  expect(fieldWords("by", "mechanism").en).toBe("who carries it out");
  expect(fieldWords("stages/first/by", "mechanism").en).toBe("date of stage `first`");
});

test("places of both sides stand with a change", () => {
  const [change] = comparePlans(planOf(base), planOf(changed(["≥85%", "≥80%"])));
  const text = (span: Change["before"]): string => span?.file.text.slice(span.start, span.end) ?? "";
  expect([text(change?.before ?? null), text(change?.after ?? null)]).toEqual([
    "{ reach: ≥85%, by: 2027-12 }",
    "{ reach: ≥80%, by: 2027-12 }",
  ]);
  expect(change?.path).toBe("indicators/coverage/targets/2027-12");
});
