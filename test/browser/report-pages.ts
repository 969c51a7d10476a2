/** Pages of every report there is, on plans of every size and mood, as the program writes them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { run } from "../../src/cli/run.ts";
import { makeNodeHost } from "../../src/host/node-host.ts";
import { type ReportName, reportNames } from "../../src/report/reports.ts";

export type PageLanguage = "en" | "zh-Hans" | "zh-Hant";

export interface ReportPage {
  readonly plan: string;
  readonly report: ReportName;
  readonly language: PageLanguage;
}

const example = (name: string): string => resolve("examples", name, `${name}.plan.yaml`);

/** Files of the examples. */
const examples = {
  "elderly-meals": example("elderly-meals"),
  "safe-crossings": example("safe-crossings"),
  "community-conduct": example("community-conduct"),
  "gangqudui-team-building": example("gangqudui-team-building"),
  "linked-point-cobuilding": example("linked-point-cobuilding"),
  "party-led-community-coordination": example("party-led-community-coordination"),
  "street-duty-guarantee": example("street-duty-guarantee"),
} as const;

const head = (title: string): string =>
  `format: 1\nid: p\ntitle: ${JSON.stringify(title)}\nlanguage: zh-Hans\nperiod: 2026-01..2027-12\n`;

/** Markup, pipes, quotes, right-to-left text and words that never end, wherever a plan may write a text. */
const hostileText = `<script>alert(1)</script><img src=http://127.0.0.1:9/x onerror=alert(1)> | "a" 'b' \`c\` [x](javascript:1) &amp; \u202eevil\u202c שלום עולם ${"W".repeat(120)}`;

function hostilePlan(): string {
  const word = JSON.stringify(hostileText);
  return `${head(hostileText)}issuer: { name: ${word}, contact: ${word} }
sections: [{ id: "1", title: ${word}, text: ${word} }]
actors: [{ id: a, name: ${word} }]
dimensions: [{ id: d, name: ${word} }]
objectives: [{ id: o, statement: ${word}, dimension: d, section: "1" }]
indicators:
  - { id: i, name: ${word}, unit: "%", objective: o, dimension: d, owner: a, source: ${word}, direction: increase, baseline: 40% @ 2025-12,
      frequency: quarterly, targets: [{ reach: 80%, by: 2027-12, wording: ${word} }], observations: [{ at: 2026-03, value: 41%, reason: ${word}, action: ${word}, reporter: ${word} }] }
phases: [{ id: ph, name: ${word}, period: 2026-01..2026-12 }]
actions: [{ id: x, name: ${word}, owner: a, period: 2026-01..2026-03, objectives: [o] }]
milestones: [{ id: m, name: ${word}, phase: ph, by: 2026-03, owner: a, deliverable: ${word} }]
risks: [{ id: r, name: ${word}, owner: a, mitigations: [x] }]
`;
}

/** Marks the two ends of a name, so that a name torn apart by a page is seen. */
export function manyNames(i: number): readonly [first: string, last: string] {
  const number = String(i).padStart(3, "0");
  return [`甲${number}`, `乙${number}`];
}

export const manyCount = 500;

function manyIndicators(): string {
  const rows = Array.from({ length: manyCount }, (_, i) => {
    const [first, last] = manyNames(i);
    const name = `${first}区县基本公共服务设施十五分钟步行可达范围内常住人口所占比重${last}`;
    return `  - { id: i${i}, name: ${name}, unit: "%", direction: increase, baseline: 40% @ 2025-12, owner: 发展改革局, frequency: quarterly, targets: [{ reach: 80%, by: 2027-12 }], observations: [{ at: 2026-03, value: ${41 + (i % 30)}% }] }\n`;
  });
  // A finding that names an indicator in a narrow column would break the marks of its name.
  return `${head("五百项指标的方案")}actors: [{ id: 发展改革局, name: 发展改革局 }]\nindicators:\n${rows.join("")}`;
}

const madePlans: Readonly<Record<string, () => string>> = {
  hostile: hostilePlan,
  "many indicators": manyIndicators,
  "long title": () =>
    `${head("关于进一步加强和改进新时代城乡社区基本公共服务工作的实施方案".repeat(11).slice(0, 300))}indicators:\n  - { id: i, name: 覆盖率, unit: "%", direction: increase, baseline: 40% @ 2025-12, targets: [{ reach: 80%, by: 2027-12 }], frequency: quarterly }\n`,
  "no indicators": () => head("没有指标的方案"),
};

/** Examples that are tried in every language; the others, all in Chinese, only in their own. */
export const bilingualNames = ["elderly-meals", "safe-crossings", "gangqudui-team-building"];
export const chineseNames = Object.keys(examples).filter((name) => !bilingualNames.includes(name));
export const madeNames = Object.keys(madePlans);

/** Every report of the named plans in some languages. */
export function pagesOf(
  plans: readonly string[],
  languages: readonly PageLanguage[] = ["zh-Hans", "en"],
): readonly ReportPage[] {
  return plans.flatMap((plan) =>
    reportNames.flatMap((report) => languages.map((language) => ({ plan, report, language }))),
  );
}

/** The HTML of a report, as `plan report` writes it. */
export async function htmlOf({ plan, report, language }: ReportPage): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "plan-page-"));
  try {
    const made = madePlans[plan];
    const file = made === undefined ? examples[plan as keyof typeof examples] : join(folder, "p.plan.yaml");
    if (made !== undefined) writeFileSync(file, made());
    return await written(["report", file, "--template", report, "--lang", language, "--as-of", "2026-07-31"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sheets of responsibilities, one for each owner. */
export async function sheetsIn(language: PageLanguage): Promise<string> {
  const plan = examples["safe-crossings"];
  return written(["report", plan, "--template", "responsibilities", "--by", "owner", "--lang", language]);
}

/** The page that leads to the reports of several plans */
export async function indexIn(language: PageLanguage): Promise<string> {
  const plans = [examples["safe-crossings"], examples["elderly-meals"], examples["street-duty-guarantee"]];
  return written(["report", ...plans, "--template", "status,brief", "--lang", language]);
}

/** The last page that a call writes. */
async function written(args: readonly string[]): Promise<string> {
  const texts: string[] = [];
  const silent = { isTerminal: false, columns: null, write: () => undefined };
  let complaints = "";
  const exit = await run([...args, "--to", "html"], {
    ...makeNodeHost(),
    out: silent,
    err: {
      ...silent,
      write: (text) => {
        complaints += text;
      },
    },
    write: async (_, content) => {
      texts.push(String(content));
      return { ok: true };
    },
  });
  const html = texts.at(-1);
  if (html === undefined) throw new Error(`exit ${exit}: ${complaints}`);
  return html;
}
