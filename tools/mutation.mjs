// Mutation testing of what judges indicators, on demand (`npm run mutation`, or `npm run mutation -- FILE…`): changes the
// code in some thousand small ways and sees whether a test of the engine fails. The maker of mutants (Stryker's) is installed
// into generated/mutation when first used, and is no dependency; the tests run in our own process, since a process a mutant
// took hours. A whole run writes its score to test/mutation/result.md; what survives is explained there in survivors.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { mutated } from "./mutation/bundle.mjs";
import { tried } from "./mutation/try-all.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const keptFile = "generated/mutation/scores.json";

/** Methods, trajectory, status, roll-up, and what methods count with: what a wrong figure would come from. */
const judged = [
  ...readdirSync("src/indicators/methods")
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `src/indicators/methods/${name}`),
  "src/indicators/growth.ts",
  "src/indicators/judgement.ts",
  "src/indicators/missing-periods.ts",
  "src/indicators/path/trajectory.ts",
  "src/indicators/reporters.ts",
  "src/indicators/roll-up-coverage.ts",
  "src/indicators/roll-up.ts",
  "src/indicators/standing-rows.ts",
  "src/indicators/standing-totals.ts",
  "src/indicators/status.ts",
  "src/indicators/tree-roll-up.ts",
];

const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : judged;
const explained = readFileSync("test/mutation/survivors.md", "utf8").split("\n");
const { mutants, bundle } = await mutated(files);
const byId = new Map(mutants.map((mutant) => [mutant.id, described(mutant)]));
const survived = new Set();
const { killed, failed } = await tried(bundle, mutants, (id) => tell(byId.get(id)));
if (failed.length > 0) {
  console.error(`Tests fail without a mutant:\n${failed.join("\n")}`);
  process.exit(1);
}
for (const line of explained.filter(isOutdated)) console.log(`outdated  ${line}`);
const scores = keptScores();
for (const file of files) scores[file] = scoreOf(file);
writeFileSync(keptFile, JSON.stringify(scores));
const table = summary();
console.log(table);
writeFileSync("test/mutation/result.md", table);

function tell({ file, line, change, text }) {
  survived.add(`- ${file}:${line} \`${change}\``);
  const isExplained = explained.some((one) => one.startsWith(`- ${file}:`) && one.includes(`\`${change}\``));
  console.log(`${isExplained ? "explained" : "SURVIVED "} ${text}`);
}

/** An explanation of what is killed by now, or stands at another line. */
function isOutdated(line) {
  return files.some((file) => line.startsWith(`- ${file}:`)) && !survived.has(line);
}

/** Where a mutant is, and what it makes of what. */
function described({ fileName, location: { start, end }, replacement }) {
  const file = relative(".", fileName);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  const change = `${oneLine(lines.join(" "))} → ${oneLine(replacement)}`;
  const line = start.line + 1;
  return { file, line, change, text: `${file}:${line}:${start.column + 1} ${change}` };
}

function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

function scoreOf(file) {
  const ids = mutants.filter(({ id }) => byId.get(id).file === file).map(({ id }) => id);
  const left = ids.filter((id) => !killed.has(id)).length;
  return { killed: ids.length - left, left };
}

/** The latest scores of all files: a run of some leaves those of the others. */
function keptScores() {
  return existsSync(keptFile) ? JSON.parse(readFileSync(keptFile, "utf8")) : {};
}

function summary() {
  const counts = judged.flatMap((file) => (file in scores ? [{ file, ...scores[file] }] : []));
  const sum = (key) => counts.reduce((total, row) => total + row[key], 0);
  const rows = [...counts, { file: "all", killed: sum("killed"), left: sum("left") }];
  return [
    "# Mutation score",
    "",
    "Written by `npm run mutation`; what survives is explained in survivors.md.",
    "",
    "| file | killed | survived | score |",
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row.file} | ${row.killed} | ${row.left} | ${percent(row)} |`),
    "",
  ].join("\n");
}

function percent({ killed, left }) {
  return killed + left === 0 ? "–" : `${((100 * killed) / (killed + left)).toFixed(1)}%`;
}
