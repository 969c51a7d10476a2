import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { checkSchema } from "../../src/load/schema.ts";
import { readYaml } from "../../src/load/yaml.ts";
import type { YamlNode } from "../../src/load/yaml-node.ts";
import { positionAt, spanText } from "../../src/text/source.ts";

const head = "format: 1\nid: p\ntitle: t\nlanguage: en\nperiod: 2026\n";

/** severity code line:column, text under the span, suggestion */
function faults(text: string): string[] {
  const { value, findings } = readYaml({ name: "x", text });
  return [...findings, ...checkSchema(value)].map((f) => {
    if (f.span === null) return f.code;
    const { line, column } = positionAt(f.span.file, f.span.start);
    const suggestion = f.suggestion === null ? "" : ` → ${f.suggestion}`;
    return `${f.severity} ${f.code} ${line}:${column} ${spanText(f.span)}${suggestion}`;
  });
}

/** A whole plan with every list of the format. */
const plan = `format: 1
id: elderly-meals
title: 老年助餐服务工作方案
language: zh-Hans
period: 2026-01..2027-12
issuer: { name: 某区民政局, number: 民发〔2026〕3号, date: 2026-01-05, to: [各街道办事处], secrecy: null, signed: 某区民政局, contact: … }
status: approved                      # draft | consultation | submitted | trial | approved | closed
assess: linear-pace                   # default method (ENGINE.md)
# parent: ../city.plan.yaml           # optional: the plan above this one
sections:                             # outline; \`id\` as facts cite it; printed numbering is made from it
  - { id: "1", title: 背景, role: background, text: { file: text/background.md } }
  - { id: "2", title: 目标, role: goals, announces: { dimensions: 2, indicators: 2 }, text: "到期末覆盖率达到{{target coverage-rate}}。" }
  - { id: "3", title: 步骤, role: schedule, text: 分两个阶段推进。 }
sources:
  - { id: survey-2025, title: 2025年居民需求调查, date: 2025-12, scope: this-plan }   # this-plan | wider | other-place
actors:                               # 责任主体: who answers for something
  - { id: civil-affairs, name: 区民政局, level: district }
entities: { file: data/entities.csv } # 实施单位: who carries the plan out and reports; or a list: id, name, level, parent, facts
problems:
  - { id: low-coverage, statement: 助餐点覆盖不足, objectives: [coverage], section: "1", evidence: [{ of: coverage-rate, is: 45%, at: 2025-12 }] }
dimensions:
  - { id: service, name: 服务供给, weight: 60%, section: "2" }
  - { id: trust, name: 群众获得感, weight: 40%, section: "2" }
objectives:
  - { id: coverage, statement: 让老人就近吃上热饭, dimension: service, section: "2" }
  - { id: satisfaction-goal, statement: 让群众满意, dimension: trust, section: "2" }
indicators:
  - id: coverage-rate
    name: 助餐服务覆盖率
    objective: coverage
    dimension: service
    role: outcome                     # outcome | output | process | input | context (reference series, not judged)
    attribute: binding                # binding 约束性 | anticipatory 预期性
    unit: "%"
    direction: increase               # increase | decrease | maintain
    value: level                      # level 时点值 | flow 当期值 | running-total 累计值
    definition: 开展助餐服务的社区数 / 社区总数
    counted: { per: plan, of: 全部社区, where: null, window: null }   # base of a share or count
    collected: { by: survey, every: quarter, method: 台账统计, sample: null }
    baseline: 45% @ 2025-12           # or { is: 45%, at: 2025-12, source: survey-2025, section: "1" }, or a list of statements
    targets:
      - { reach: ≥60%, by: 2026-12, section: "2" }
      - { reach: ≥85%, by: 2027-12, section: "2" }
    frequency: quarterly
    owner: civil-affairs              # or { lead: civil-affairs, with: [finance], leader: 分管副区长, person: … }
    source: survey-2025
    weight: 60%
  - id: satisfaction
    name: 用餐老人满意度
    objective: satisfaction-goal
    dimension: trust
    role: outcome
    unit: "%"
    direction: maintain
    collected: { by: third-party, every: year }
    targets: [{ hold: ≥90%, from: M7, section: "2" }]
    frequency: yearly
    owner: civil-affairs
    source: survey-2025
    weight: 40%
phases:
  - { id: pilot, name: 试点阶段, period: M1..M6, section: "3", gates: [{ indicator: coverage-rate, reach: ≥50% }] }
  - { id: roll-out, name: 推广阶段, period: M7..M24, section: "3" }
milestones:                           # or inside their phase
  - { id: rules-issued, name: 印发实施细则, phase: pilot, by: M3, owner: civil-affairs, deliverable: rules }
deliverables:
  - { id: rules, name: 助餐服务实施细则, kind: document, due: M3 }        # document | platform | premises | body | system
actions:                              # 重点任务、举措; \`parent\` for the tree, \`needs\` for what must exist first
  - { id: kitchens, name: 建设中央厨房, objective: coverage, owner: civil-affairs, period: M4..M8, needs: [rules] }
  - { id: tasting, name: 开展用餐评议, objective: satisfaction-goal, owner: civil-affairs, period: M7..M24 }
risks:                                # likelihood and impact 1–5, or absent: none is ever invented
  - { id: funds, name: 经费不足, owner: civil-affairs, mitigations: [kitchens, { text: 多渠道筹资, stated: implied }] }                                             # trigger: { alarm: ID }
evidence:                             # background and case figures, kept apart from targets and baselines
  - { id: other-city, kind: case, of: coverage-rate, place: 某市, from: 38%, to: 82%, at: 2023, cause: kitchens, section: "1" }   # background | case | standard
resources:
  - { id: cooks, kind: people, name: 厨师, amount: 40 }                                # norm: ID of a norm   # people | money | premises | equipment | technology
mechanisms: []                        # section 7
data: { observations: data/observations.csv, progress: data/progress.csv }
revisions:
  - { date: 2026-04-01, what: indicators/coverage-rate/targets/2027-12, from: ≥80%, to: ≥85%, reason: 需求增长, approved-by: civil-affairs }
`;

/** Every mechanism of the format's own description. */
const mechanisms = `mechanisms:
  - { id: assessment, type: scorecard, cadence: quarterly, subjects: entities, complete: true,      # 考核评价; complete: false = a share of somebody else's scheme
    components: [{ id: process, weight: 40%, items: { announced: 12 }, data-from: [platform] }, { id: result, weight: 40%, indicators: [satisfaction] }, { id: innovation, weight: 20%, bonus: false }],
    deductions: [], veto: [],                                                                     # 扣分项, 一票否决
    bands: [{ name: 红榜, means: praise, rank: first 10% }, { name: 黑榜, means: sanction, rank: last 10% }],   # means, never colour
    consequences: [{ if: last 10%, streak: 2 months, then: 帮扶提升计划, within: 1 month, owner: civil-affairs }] }
  - { id: spend-slow, type: alarm, when: "execution-rate < elapsed - 15pp", levels: [{ name: 黄灯, at: 15pp }, { name: 红灯, at: 30pp }], streak: 1 month, tell: [civil-affairs], answer-within: 10 days, escalate: finance }
  - { id: dispatch, type: review, kind: 调度, cadence: monthly, of: [coverage-rate], by: civil-affairs, evidence: 会议纪要, at-least: 2 per quarter, effective: ≥80% }
  - { id: duty-list, type: list, kind: duty, announced: 12, items: [{ id: a, name: 甲, owner: civil-affairs, due: M3 }], opposed-to: [negative-list] }
  - { id: three-lists, type: matching, demand: demands, supply: supplies, key: service, rate: ≥90% }
  - { id: whistle, type: workflow, states: [raised, accepted, done, rated], levels: [{ id: l1, limit: 24h }, { id: l2, limit: null }], clock: [raised, done], statistic: each, feeds: response-time }
  - { id: meal-staff, type: norm, over: entities, rule: "5..8 per 10,000 population", composition: [{ role: 社工, share: ≥40% }] }
  - { id: premises, type: norm, over: premises, where: kind = kitchen, rule: "area >= 80 m²" }
  - { id: street-fund, type: fund, form: 专项资金, sources: [{ id: district, share: 2%, of: district-revenue }], lines: [{ id: training, share: ≥15% }], per-head: ≥500元/人·年, growth: ≥10%/year, cap: 10万元, award: 5万元 }
  - { id: leading-group, type: body, level: district, lead: 区长, members: [civil-affairs, 财政局], meets: quarterly }
  - { id: resident-points, type: points, earn: [{ for: volunteer-hour, points: 10 }], exchange: 1 point = 0.1元 }
  - { id: training, type: training, hours: ≥40学时/人·年, modules: [{ name: 实操, share: ≥50% }], cohort: 全体, test-after: 3 months }
  - { id: pilot-20, type: pilot, stages: [{ share: 20%, of: township, by: M6 }, { share: 100%, by: M18 }], governs: [coverage-rate] }
  - { id: promotion, type: entitlement, who: 队员, if: "grade = 优秀 for 3 years", then: 优先推荐, amount: null }
  - { id: twinning, type: link, kind: 结对, from-set: units, to-set: communities, per-from: 1.., per-to: ≥2, where: key = true }
  - { id: tolerance, type: provision, statement: 容错免责 }
`;

test.each([
  ["a misspelt key", "indicatrs: []\n", "error schema/unknown-key 6:1 indicatrs → indicators"],
  [
    "a key of a deeper map",
    "sources: [{ id: a, titel: b }]\n",
    "error schema/unknown-key 6:20 titel → title",
  ],
  ["a key like nothing known", "zzz: 1\n", "error schema/unknown-key 6:1 zzz"],
  ["an item without id", "sources:\n  - title: b\n", "error schema/missing-key 7:5 title"],
  [
    "a statement without value",
    "dimensions: [{ id: a, weight: { section: 1 } }]\n",
    "error schema/missing-key 6:33 section",
  ],
  ["a list where a text belongs", "status: [draft]\n", "error schema/type 6:9 ["],
  ["a map where a list belongs", "phases: { a: 1 }\n", "error schema/type 6:11 a"],
  ["a text where a list belongs", "phases: none\n", "error schema/type 6:9 none"],
  ["an empty item", "phases:\n  -\n", "error schema/type 7:4 "],
  ["true where a text belongs", "parent: true\n", "error schema/type 6:9 true"],
  ["a word that is not listed", "status: drafd\n", "error schema/value 6:9 drafd → draft"],
  ["a grading out of range", "risks: [{ id: a, impact: 6 }]\n", "error schema/value 6:26 6"],
  ["an unknown method", "assess: linear-pase\n", "error schema/value 6:9 linear-pase → linear-pace"],
  [
    "an unknown mechanism type",
    "mechanisms: [{ id: a, type: reviev }]\n",
    "error schema/value 6:29 reviev → review",
  ],
  ["an id with a space", "sources: [{ id: a b }]\n", "error schema/id 6:17 a b"],
  ["an id that begins with a dot", "sources: [{ id: .a }]\n", "error schema/id 6:17 .a"],
  [
    "a target without kind",
    "indicators: [{ id: a, targets: [{ by: 2026 }] }]\n",
    "error schema/target-kind 6:35 by",
  ],
  [
    "a target of two kinds",
    "indicators: [{ id: a, targets: [{ reach: 1, by: 2026, hold: 2 }] }]\n",
    "error schema/target-kind 6:55 hold",
  ],
  ["a target that is no map", "indicators: [{ id: a, targets: [5] }]\n", "error schema/type 6:33 5"],
  [
    "a key that provision does not have",
    "mechanisms: [{ id: a, type: provision, staement: b }]\n",
    "error schema/unknown-key 6:40 staement → statement",
  ],
  [
    "a key of another mechanism type",
    "mechanisms: [{ id: a, type: fund, hours: 3 }]\n",
    "error schema/unknown-key 6:35 hours",
  ],
  [
    "a key that an entry does not have",
    "mechanisms: [{ id: a, type: fund, lines: [{ id: b, shre: 3% }] }]\n",
    "error schema/unknown-key 6:52 shre → share",
  ],
  [
    "a word of a mechanism that is not listed",
    "mechanisms: [{ id: a, type: workflow, statistic: eech }]\n",
    "error schema/value 6:50 eech → each",
  ],
  ["a key of the language's own objects", "__proto__: { a: 1 }\n", "error schema/unknown-key 6:1 __proto__"],
])("%s gives exactly one finding", (_, text, expected) => {
  expect(faults(head + text)).toEqual([expected]);
});

test.each([
  ["keys of the writer's own", "x-note: { a: [1] }\nsources: [{ id: a, x-b: 1 }]\n"],
  ["ids of any script", "sources: [{ id: 覆盖率 }, { id: R1.a_b-c }, { id: 3 }]\n"],
  [
    "a fact said once, said with its place, said twice",
    "dimensions: [{ id: a, weight: 60% }, { id: b, weight: { is: 1 } }, { id: c, weight: [{ is: 1 }, { is: 2 }] }]\n",
  ],
  ["what the document leaves open", "issuer: { secrecy: null, name: ~, number: }\nindicators:\n"],
  ["a mechanism of every type", mechanisms],
  [
    "values of mechanisms said in two places",
    "mechanisms: [{ id: a, type: fund, cap: [{ is: 1, section: 3 }, { is: 2, of: b }], lines: [{ id: b, share: [{ is: 3% }] }] }, { id: c, type: workflow, states: [{ is: [x, y] }, { is: z }] }]\n",
  ],
  ["entries written as their names", "mechanisms: [{ id: a, type: list, items: [b, c] }]\n"],
  [
    "figures of a mechanism",
    "mechanisms: [{ id: a, type: provision, statement: b, figures: [{ id: c, values: [{ is: 5, section: 3 }] }] }]\n",
  ],
  [
    "an observation of what is done, and one from which on another definition holds",
    "indicators: [{ id: a, observations: [{ at: 2026-06, value: true }, { at: 2026-07, value: 5, break: true }] }]\n",
  ],
  ["a name in two languages", "actors: [{ id: a, name: { zh-Hans: 甲, en: A } }]\n"],
])("%s is accepted", (_, text) => {
  expect(faults(head + text)).toEqual([]);
});

test("grades what the head leaves out", () => {
  expect(faults("title: t\nlanguage: en\nperiod: 2026\n")).toEqual([
    "error schema/missing-key 1:1 title",
    "error schema/missing-key 1:1 title",
  ]);
  expect(faults("format: 1\nid: p\n")).toEqual([
    "warning schema/missing-key 1:1 format",
    "info schema/missing-key 1:1 format",
    "warning schema/missing-key 1:1 format",
  ]);
  expect(faults("format: 2\nid: p\ntitle: t\nlanguage: en\nperiod: 2026\n")).toEqual([
    "error schema/format-version 1:9 2",
  ]);
});

test("lists a thousand faults and says that there are more", () => {
  const found = faults(`${head}${Array.from({ length: 5000 }, (_, i) => `k${i}k: 1\n`).join("")}`);
  expect(found.length).toBe(1001);
  expect(found.at(-1)).toBe("error schema/more 1:1 format");
});

test("the plan of the format's description has no fault of shape", () => {
  expect(faults(plan)).toEqual([]);
});

const published = ["schemas/plan.schema.json", "schemas/plan.zh-Hans.schema.json"].map((path) =>
  JSON.parse(readFileSync(path, "utf8")),
);

test("the English and the Chinese schema differ in words only, and no Chinese title is left out", () => {
  const shape = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(shape);
    if (typeof node !== "object" || node === null) return node;
    const isWord = (key: string, value: unknown) =>
      /^(title|description|\$id)$/.test(key) && typeof value === "string";
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, isWord(key, value) ? "" : shape(value)]),
    );
  };
  expect(shape(published[1])).toEqual(shape(published[0]));
  const titles = JSON.stringify(published[1]).match(/"title":"[^"]*"/g) ?? [];
  expect(titles.length).toBeGreaterThan(200);
  expect(titles.filter((title) => !/\p{Script=Han}/u.test(title))).toEqual([]);
});

/** The data as a general validator sees them, with every plain scalar as text. */
function plain(node: YamlNode): unknown {
  if (node.kind === "list") return node.items.map(plain);
  if (node.kind === "map") return Object.fromEntries(node.entries.map((e) => [e.key.text, plain(e.value)]));
  if (node.style !== "plain") return node.text;
  if (["", "~", "null"].includes(node.text)) return null;
  return node.text === "true" || node.text === "false" ? node.text === "true" : node.text;
}

test("our check and a general validator accept and refuse the same plans", () => {
  const ajv = new Ajv({
    strict: true,
    allowUnionTypes: true,
    allowMatchingProperties: true,
    strictRequired: false,
  });
  const validate = ajv.compile(published[0]);
  const counts = { accepted: 0, refused: 0 };
  for (const text of [...mutations(plan), ...mutations(`${head}${mechanisms}`)]) {
    const { root, comments } = readYaml({ name: "x", text }).value;
    if (root === null) continue;
    const ours = checkSchema({ root, comments }).filter((f) => f.severity === "error");
    const theirs = validate(plain(root));
    counts[theirs ? "accepted" : "refused"]++;
    if ((ours.length === 0) !== theirs) {
      expect.fail(
        `ours: ${ours.map((f) => f.message.en)}; theirs: ${JSON.stringify(validate.errors)}\n${text}`,
      );
    }
  }
  expect(counts.accepted).toBeGreaterThan(300);
  expect(counts.refused).toBeGreaterThan(300);
}, 120_000);

/** The plan with each value replaced by each kind of value, and each key misspelt. */
function* mutations(text: string): Iterable<string> {
  yield text;
  const others = ["null", "true", "word", "[word]", "{ is: 1 }", "{ id: a }", "[{ is: 1 }]", "[{ id: a }]"];
  for (const found of text.matchAll(/([\w-]+): ([^\s,[\]{}#"]+)(?=[,\s]|$)/gm)) {
    const value = found.index + (found[1] ?? "").length + 2;
    const end = value + (found[2] ?? "").length;
    for (const other of others) yield text.slice(0, value) + other + text.slice(end);
    yield `${text.slice(0, found.index)}z${text.slice(found.index)}`;
  }
}
