// Mutation testing of what judges indicators, on demand (`npm run mutation`, or `npm run mutation -- FILE…`): changes the
// code in some thousand small ways and sees whether a test of the engine fails. The maker of mutants (Stryker's) is installed
// into generated/mutation when first used, and is no dependency; the tests run in our own process, since a process a mutant
// took hours. A whole run writes its score to test/mutation/result.md; what survives is explained there in survivors.md.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { mutated } from "./mutation/bundle.mjs";
import { tried } from "./mutation/try-all.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** Methods, trajectory, status, and what methods count with: what a wrong figure would come from. */
const judged = [
  ...readdirSync("src/indicators/methods")
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `src/indicators/methods/${name}`),
  "src/indicators/growth.ts",
  "src/indicators/judgement.ts",
  "src/indicators/path/trajectory.ts",
  "src/indicators/power.ts",
  "src/indicators/status.ts",
];

const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : judged;
const { mutants, bundle } = await mutated(files);
const { killed, failed } = await tried(bundle, mutants);
if (failed.length > 0) {
  console.error(`Tests fail without a mutant:\n${failed.join("\n")}`);
  process.exit(1);
}
const survivors = mutants.filter(({ id }) => !killed.has(id)).map(described);
const explained = readFileSync("test/mutation/survivors.md", "utf8");
for (const survivor of survivors)
  console.log(`${explained.includes(survivor.change) ? "explained  " : "UNEXPLAINED"} ${survivor.text}`);
const table = summary();
console.log(table);
if (asked.length === 0) writeFileSync("test/mutation/result.md", table);

/** Where a mutant is, and what it makes of what. */
function described({ fileName, location: { start, end }, replacement }) {
  const file = relative(".", fileName);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  const change = `${oneLine(lines.join(" "))} → ${oneLine(replacement)}`;
  return { file, change, text: `${file}:${start.line + 1}:${start.column + 1} ${change}` };
}

function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

function summary() {
  const counts = files.map((file) => {
    const all = mutants.filter(({ fileName }) => relative(".", fileName) === file).length;
    const left = survivors.filter((survivor) => survivor.file === file).length;
    return { file, killed: all - left, left };
  });
  const sum = (key) => counts.reduce((total, row) => total + row[key], 0);
  const rows = [...counts, { file: "all", killed: sum("killed"), left: sum("left") }];
  return [
    "# Mutation score",
    "",
    "Written by `npm run mutation`; what survives is explained in survivors.md.",
    "",
    "| file | killed | survived | score |",
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row.file} | ${row.killed} | ${row.left} | ${score(row)} |`),
    "",
  ].join("\n");
}

function score({ killed, left }) {
  return killed + left === 0 ? "–" : `${((100 * killed) / (killed + left)).toFixed(1)}%`;
}
