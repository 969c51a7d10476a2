/**
 * Fixture plans whose expected findings stand beside the fault: `# expect: CODE "text under the span"`. Where no comment can
 * stand (an empty or a binary file, a fault that swallows it), a sibling `NAME.expect` holds lines `LINE CODE "text"` (`FIRST..LAST` for the same on each), and
 * `grow COUNT "text"` for a text that is put COUNT times at the end, so that files beyond a limit stay small here.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Compilation } from "../../src/compile.ts";
import { positionAt, spanText } from "../../src/text/source.ts";
import { compileText } from "./compile.ts";

export const fixtureFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "fixtures", "rules");

export interface Fixture {
  /** `family/fault.err` or `family/fault.ok`. */
  readonly name: string;
  readonly code: string;
  readonly kind: "err" | "ok";
  readonly path: string;
  readonly text: string;
  /** What is compiled: the file's bytes, grown where its `.expect` says so. */
  readonly bytes: Uint8Array;
  /** Marks of the `.expect` file; empty without one. */
  readonly beside: readonly string[];
}

/** All fixtures, sorted by name. */
export function readFixtures(): readonly Fixture[] {
  return readdirSync(fixtureFolder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".plan.yaml"))
    .sort()
    .map((path) => {
      const name = path.replace(/\.plan\.yaml$/, "");
      const kind = name.endsWith(".err") ? "err" : "ok";
      const code = name.replace(/(\.[a-z0-9-]+)?\.(err|ok)$/, "");
      const bytes = readFileSync(join(fixtureFolder, path));
      return { name, code, kind, path, text: bytes.toString("utf8"), ...readExpectations(name, path, bytes) };
    });
}

const markBeside = /^(\d+|-)(?:\.\.(\d+))? (\S+)(?: "((?:[^"\\]|\\.)*)")?$/;
const growth = /^grow (\d+) (".*")$/;

function readExpectations(name: string, path: string, bytes: Uint8Array): Pick<Fixture, "bytes" | "beside"> {
  const file = join(fixtureFolder, `${name}.expect`);
  if (!existsSync(file)) return { bytes, beside: [] };
  const lines = readFileSync(file, "utf8").split("\n");
  const beside = lines.flatMap((line) => {
    const [, first = "", last = first, code = "", text = ""] = markBeside.exec(line) ?? [];
    if (code === "") return [];
    if (first === "-") return [`- ${code}`];
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, i) => mark(path, Number(first) + i, code, withoutEscapes(text)));
  });
  const added = lines.flatMap((line) => {
    const [, count = "0", text = '""'] = growth.exec(line) ?? [];
    return [(JSON.parse(text) as string).repeat(Number(count))];
  });
  return { bytes: Buffer.concat([bytes, Buffer.from(added.join(""))]), beside };
}

/** Compiles a fixture; data and text files are read from beside it. `# as-of: DATE` in it sets the day, `# limit: NAME COUNT` a limit. */
export function compileFixture({ path, text, bytes }: Fixture): Compilation {
  const folder = join(fixtureFolder, dirname(path));
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (/\.(csv|md|txt)$/.test(name) && existsSync(join(folder, name))) {
      files[name.replaceAll("\\", "/")] = readFileSync(join(folder, name), "utf8");
    }
  }
  const asOf = /^# as-of: (\S+)/m.exec(text)?.[1];
  const limits = Object.fromEntries(
    [...text.matchAll(/^# limit: (\w+) (\d+)/gm)].map(([, name = "", count]) => [name, Number(count)]),
  );
  return compileText(bytes, { files, name: path, limits, ...(asOf === undefined ? {} : { asOf }) });
}

/** `file:line CODE "text"` of each finding that counts: errors and warnings, and infos of the fixture's own code. */
export function foundMarks(fixture: Fixture, { findings }: Compilation): readonly string[] {
  return findings
    .filter((finding) => finding.severity !== "info" || finding.code === fixture.code)
    .map(({ code, span }) => {
      if (span === null) return `- ${code}`;
      const { line } = positionAt(span.file, span.start);
      return mark(span.file.name, line, code, spanText(span));
    })
    .sort();
}

function mark(file: string, line: number | string, code: string, text: string): string {
  const firstLine = text.split("\n", 1)[0] ?? "";
  return `${file}:${line} ${code} "${firstLine.slice(0, 40)}"`;
}

const lineMark = /#\s*expect:\s*(.*)$/;
const fileMark = /^# expect in (\S+?)(?::(\d+))?: (.*)$/;
const oneMark = /(\S+\/\S+)\s+"((?:[^"\\]|\\.)*)"/g;

/** The marks written in the fixture, in the same form as `foundMarks`. */
export function expectedMarks(fixture: Fixture): readonly string[] {
  const marks: string[] = [...fixture.beside];
  for (const [i, line] of fixture.text.split(/\r?\n/).entries()) {
    const inFile = fileMark.exec(line);
    if (inFile !== null) {
      for (const [, code = "", text = ""] of (inFile[3] ?? "").matchAll(oneMark)) {
        marks.push(mark(inFile[1] ?? "", inFile[2] ?? "?", code, withoutEscapes(text)));
      }
      continue;
    }
    const found = lineMark.exec(line)?.[1];
    if (found === undefined) continue;
    for (const [, code = "", text = ""] of found.matchAll(oneMark))
      marks.push(mark(fixture.path, i + 1, code, withoutEscapes(text)));
  }
  return marks.sort();
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}
