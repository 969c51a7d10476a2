/** The fixtures of the rules as examples: what is found stands as an arrow at its line. */
import { existsSync, readFileSync } from "node:fs";

const fixtureFolder = "test/fixtures/rules";

/** A plan (or data file) in which a rule finds something, and one in which it does not. Null: not shown on paper. */
export interface RuleExample {
  readonly found: string | null;
  readonly passed: string | null;
}

/** The examples of a code; null without fixtures. */
export function ruleExample(code: string): RuleExample | null {
  const found = exampleOf(code, "err");
  const passed = exampleOf(code, "ok");
  return found === null && passed === null ? null : { found, passed };
}

/** A fixture as an example; null for what does not show on paper: bytes that are no text, sheer size. */
function exampleOf(code: string, kind: "err" | "ok"): string | null {
  const path = `${fixtureFolder}/${code}.${kind}.plan.yaml`;
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\0-\x08\x0e-\x1f\ufeff\ufffd]/.test(text) || text.trim() === "") return null;
  const beside = `${fixtureFolder}/${code}.${kind}.expect`;
  const marks = existsSync(beside) ? readFileSync(beside, "utf8") : "";
  if (/^grow /m.test(marks)) return null;
  const inFile = /^# expect in (\S+?):/m.exec(text)?.[1];
  if (inFile !== undefined && code.startsWith("data/")) return dataExample(code, inFile, text);
  const removed = /^# expect in/m.test(text) ? 1 : 0;
  const lines = withArrows(text).split("\n");
  for (const [, place, found] of marks.matchAll(/^(\d+) (\S+)/gm)) {
    const at = Number(place) - 1 - removed;
    const line = lines[at];
    if (line !== undefined && at >= 0)
      lines[at] = line.includes("# ← ") ? `${line}, ${found}` : `${line}   # ← ${found}`;
  }
  return lines.join("\n").trimEnd();
}

/** The data file of a fixture: there the fault stands. */
function dataExample(code: string, file: string, text: string): string {
  const folder = `${fixtureFolder}/${code.slice(0, code.indexOf("/"))}`;
  const rows = readFileSync(`${folder}/${file}`, "utf8").trimEnd().split("\n");
  for (const [, line, found] of text.matchAll(/^# expect in \S+?:(\d+): (\S+)/gm)) {
    rows[Number(line) - 1] += `   ← ${found}`;
  }
  return `# ${file}\n${rows.join("\n")}`;
}

/** Marks become arrows, so that a reader sees what is found where; the day on which the plan is judged stays. */
function withArrows(text: string): string {
  return text
    .replace(/^# expect in.*\r?\n/gm, "")
    .replace(
      /[ \t]*# expect:\s*(.*)$/gm,
      (_, marks: string) => `   # ← ${[...marks.matchAll(/(\S+\/\S+)\s+"/g)].map((m) => m[1]).join(", ")}`,
    );
}
