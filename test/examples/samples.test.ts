/**
 * The samples: plans that a user can start from. Each is without an error or warning, in every language, as of the day
 * that it pins; its data are on course; its report can be made. What is told for information is in the approved lists.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { compilePlan, errorsAndWarnings, exampleFile, examplesFolder, samplePlans } from "./example-files.ts";

/** All files of a sample, in the working folder of a host in memory. */
function hostOf(folder: string) {
  const root = join(examplesFolder, folder);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => [
    `/repo${path.slice(root.length).replaceAll("\\", "/")}`,
    readFileSync(path, "utf8"),
  ]);
  return fakeHost({ files: Object.fromEntries(files) });
}

test("there are at least nine samples, in English, Simplified and Traditional Chinese, and the list names each", () => {
  expect(samplePlans.length).toBeGreaterThanOrEqual(9);
  const languages = samplePlans.map(
    ({ folder, name }) => /^language: (\S+)$/m.exec(exampleFile(folder, `${name}.plan.yaml`))?.[1],
  );
  expect(new Set(languages)).toEqual(new Set(["en", "zh-Hans", "zh-Hant"]));
  const list = exampleFile("samples", "README.md");
  for (const { name } of samplePlans) expect(list).toContain(`](${name}/${name}.plan.yaml)`);
});

test.each(samplePlans)("$name is without an error or warning", ({ folder, name }) => {
  const compilation = compilePlan(folder, name);
  expect(errorsAndWarnings(compilation)).toEqual([]);
  expect(compilation.records?.demo).toBe(true);
});

test.each(samplePlans.flatMap((plan) => ["en", "zh-Hans", "zh-Hant"].map((lang) => ({ ...plan, lang }))))(
  "checking $name exits 0 in $lang and prints the plan's title",
  async ({ folder, name, lang }) => {
    const host = hostOf(folder);
    expect(await run(["check", ".", "--lang", lang], host)).toBe(0);
    expect(host.stderr()).toBe("");
    const title = /^title: "?(.*?)"?$/m.exec(exampleFile(folder, `${name}.plan.yaml`))?.[1];
    expect(host.stdout()).toContain(title ?? "no title");
  },
);

test.each(samplePlans)("the report of $name holds every indicator", async ({ folder, name }) => {
  const host = hostOf(folder);
  expect(await run(["report", ".", "--to", "html,md", "--out", "out"], host)).toBe(0);
  const written = [...host.written];
  expect(written.map(([path]) => path).sort()).toEqual([
    `/repo/out/${name}-status.html`,
    `/repo/out/${name}-status.md`,
  ]);
  const [html] = written.filter(([path]) => path.endsWith(".html")).map(([, content]) => content);
  const indicators = compilePlan(folder, name).plan?.indicators ?? [];
  expect(indicators.length).toBeGreaterThan(0);
  // Names are escaped in HTML; as far as the first sign that may be.
  for (const { name: own } of indicators)
    expect(html).toContain(/^[^'"&<>]*/.exec(own?.text ?? "no name")?.[0]);
});

/** Statuses worked by hand. Those of a method that this version does not compute yet are left out. */
const standings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "aid-results": {
    // 54.2% where 52% was due by the end of 2025.
    "safe-water": "on-track",
    // 1,700 − 419 of 2026 = 1,281 against the 1,200 of the first span: within 15%.
    "youth-trained": "on-track",
    // 291 of the 260 asked for by March 2026; on the way from there to 620 two years later.
    "water-points": "on-track",
    // From 184 down by 33% to 123.28: (184 − 149) ÷ (184 − 123.28) = 57.6%, and half of the four years asks for 50%.
    illness: "on-track",
    // 4490 + 3480 of 6850 + 5350 = 65.33%; 64% was asked for by the end of 2025.
    "girls-in-school": "on-track",
    // 342 + 339 … women: (66 + 60 + 70 + 62) of 530 = 48.68%, at least 45% is asked for.
    "women-trained": "on-track",
  },
  "budget-performance": {
    disinfection: "achieved",
    // 9 + 8 + 5 + 12 + 10 + 7 + 5 + 4 + 3 = 63 works of the 60 asked for.
    "works-repaired": "achieved",
    "budget-executed": "achieved",
  },
  "city-climate": {
    // A geometric path to 944 kt (−20%) at the end of 2025, where 902.4 kt were counted.
    "total-emissions": "on-track",
    // 32.4 kt after −18.5% of 40 kt = 32.6 kt; from there −4% a year for five years to 32.6 × 0.96⁵ = 26.58 kt.
    "council-buildings": "on-track",
    // Support grew from 131 to 150, the levy from 118 to 133; more than the levy in every year.
    "support-paid": "on-track",
    // At the end of 2025 1,560 homes; the path asks for 1,500.
    "homes-protected": "on-track",
    // Yearly growth ln(76.2 ÷ 92) ÷ 6 = −3.09%, needed ln(0.7) ÷ 11 = −3.19%: a ratio of 0.97, 0.95 is significant progress.
    methane: "on-track",
    // 23 of 49 points of the way.
    "renewable-share": "on-track",
  },
  "five-year-outline": {
    // 0.971 × 0.972 × 0.969 − 1 = −8.54%; three fifths of −13.5% are −8.1%.
    "energy-intensity": "on-track",
    // 2.05 × 1.08³ = 2.58; 2.71 were spent.
    research: "on-track",
    // 0.6 points of 0.9 after three of five years; 0.54 are asked for.
    forest: "on-track",
    // 186 × 1.06⁵ = 248.9; (222.4 − 186) ÷ 62.9 = 57.9% after 69.9% of the time at the end of June 2024: 0.83, slow is below 0.80.
    gdp: "on-track",
    // 6.6% against 6.0% of output in 2023.
    productivity: "on-track",
    // 6.4% against 6.0%.
    "income-growth": "on-track",
  },
  "hospital-improvement": {
    // 42 → 32 by December: after nine months 42 − 10 × 273/365 = 34.5, and 33 were measured.
    "waiting-time": "on-track",
    // (3100 × 91.8% + 2800 × 92.8% + 1900 × 93.8%) / 7800 = 92.6%, at least 90%.
    "follow-up-rate": "on-track",
    "safety-training": "achieved",
    "outpatient-satisfaction": "not-due",
  },
  "library-service": {
    // 3 of 8 places after 273 of 730 days: 37.5% against 37.4%; 41.6% of the time is over at the end of October.
    spots: "on-track",
    // 30.5% is beyond the green limit of 29%.
    "child-share": "on-track",
  },
  "one-page-river": {
    // 38 − 33 × 243/365 = 16.0, and 14 are left.
    outlets: "on-track",
    // 6.4 × 243/304 = 5.12 km; 5.4 km are done.
    dredged: "on-track",
    // 2 + 2 + 1 = 5 in the second quarter, at most 6.
    complaints: "on-track",
    grade: "achieved",
  },
  "road-works": {
    // The step to 35 bridges came in June 2026, the next is due a year later.
    "bridges-open": "on-track",
    // 4 + 20 + 23 + 16 + 25 = 88 km; 60 km at the end of March and 180 at the end of 2027 ask for 77.
    "km-resurfaced": "on-track",
    // 6 − 4 × 456/640 = 3.15 days; 2.9 were measured.
    "closure-overrun": "on-track",
  },
  "school-improvement": {
    // 80.6% against the 80% of June 2026.
    "qualified-rate": "on-track",
    // 63.03% of the pupils of six schools, against 60% by August 2026 from 35% in June 2025.
    "after-school-rate": "on-track",
    // 3.5 of 9 books more after 365 of 1,096 days (3.0).
    "books-per-student": "on-track",
    "training-hours": "not-due",
  },
  "team-goals": {
    // 12 days are the target, 10 would be the stretch.
    "days-to-permit": "achieved",
    // Half of 640 is 320; 310 are left.
    backlog: "achieved",
    // 61% and 17 points are 78%; 79% finish online.
    "finished-online": "achieved",
    // 2 of at most 3 failed releases, five of six months gone: 2.5 would be the pace.
    "failed-releases": "on-track",
    languages: "achieved",
  },
};

test.each(samplePlans)("the indicators of $name stand as worked by hand", ({ folder, name }) => {
  const rows = compilePlan(folder, name).results?.rows.filter(({ entity }) => entity === null) ?? [];
  const expected = Object.entries(standings[name] ?? {});
  expect(expected.length).toBeGreaterThan(0);
  for (const [id, status] of expected) {
    const row = rows.find(({ indicator }) => indicator.id.value === id);
    expect([id, row?.status]).toEqual([id, status]);
  }
  const behind = rows.filter(({ status }) => /risk|off|worse|missed|stale|no-data/.test(status));
  expect(behind.map(({ indicator }) => indicator.id.value)).toEqual([]);
});
