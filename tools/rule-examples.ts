/** The fixtures of the rules as examples: what is found stands as an arrow at its line. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const fixtureFolder = "test/fixtures/rules";

/** A plan (or data file) in which a rule finds something, and one in which it does not. Null: there is no text to show. */
export interface Examples {
  readonly found: string | null;
  readonly passed: string | null;
}

/** The examples of a code, and those of Chinese plans where others stand in the Chinese documentation. */
export interface RuleExample extends Examples {
  readonly zhHans: Examples | null;
}

/** The examples of a code, in the language of each documentation where there are some; null without fixtures. */
export function ruleExample(code: string): RuleExample | null {
  const english = examplesIn(code, ".english", (language) => !language.startsWith("zh"));
  if (english.found === null && english.passed === null) return null;
  const chinese = examplesIn(code, ".zh", (language) => language.startsWith("zh"));
  const isOwn = chinese.found !== english.found || chinese.passed !== english.passed;
  return { ...english, zhHans: isOwn ? chinese : null };
}

type Kind = "err" | "ok";

function examplesIn(code: string, ending: string, isWanted: (language: string) => boolean): Examples {
  const example = (kind: Kind): string | null =>
    exampleOf(code, kind, variantIn(code, kind, ending, isWanted));
  return { found: example("err"), passed: example("ok") };
}

/**
 * What the name of a fixture has between the code and its kind for a plan in a language: `ending` was made for its documentation, then comes
 * the first fixture, then the others. Empty for the first fixture, where no other is in that language.
 */
function variantIn(
  code: string,
  kind: Kind,
  ending: string,
  isWanted: (language: string) => boolean,
): string {
  const slash = code.indexOf("/");
  const folder = `${fixtureFolder}/${code.slice(0, slash)}`;
  const fault = code.slice(slash + 1);
  if (!existsSync(folder)) return "";
  const rankOf = (variant: string): number => (variant === ending ? 0 : variant === "" ? 1 : 2);
  const own = readdirSync(folder)
    .filter((name) => name.startsWith(`${fault}.`) && name.endsWith(`.${kind}.plan.yaml`))
    .map((name) => name.slice(fault.length, -`.${kind}.plan.yaml`.length))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  const languageOf = (variant: string): string =>
    /^language: (\S+)/m.exec(
      readFileSync(`${fixtureFolder}/${code}${variant}.${kind}.plan.yaml`, "utf8"),
    )?.[1] ?? "en";
  return own.find((variant) => isWanted(languageOf(variant))) ?? "";
}

/** A fixture as an example; null for a file without text. */
function exampleOf(code: string, kind: Kind, variant = ""): string | null {
  const path = `${fixtureFolder}/${code}${variant}.${kind}.plan.yaml`;
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8");
  if (text.trim() === "") return null;
  const beside = `${fixtureFolder}/${code}${variant}.${kind}.expect`;
  const marks = existsSync(beside) ? readFileSync(beside, "utf8") : "";
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
  const grown = [...marks.matchAll(/^grow (\d+) (".*")$/gm)].map(([, count, what]) => `# ${count} × ${what}`);
  return withUnseen([lines.join("\n").trimEnd(), ...grown].join("\n"));
}

/** Signs that do not show on paper, by their numbers: ⟨0001⟩. */
function withUnseen(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufeff\ufffd]/g, (sign) => {
    const number = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `⟨${number}⟩`;
  });
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
