import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { allCodes } from "../../src/codes.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { positionAt } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "fixtures", "planted");

interface PlantedFault {
  readonly name: string;
  readonly base: string;
  readonly edits: readonly (readonly [string, string])[];
  /** A text of the line, and `severity code`. */
  readonly finds: readonly (readonly [string, string])[];
  readonly all: readonly string[];
  /** Notes, where they are compared: those of `finds` where it names notes and this does not stand. */
  readonly infos?: readonly string[];
}

const faults = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml") && !name.endsWith(".plan.yaml"))
  .sort()
  .flatMap((name) => parse(readFileSync(join(folder, name), "utf8")) as PlantedFault[]);

const bases = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith(".plan.yaml"))
    .sort()
    .map((file) => [file.replace(".plan.yaml", ""), readFileSync(join(folder, file), "utf8")] as const),
);

function findingsIn(text: string): readonly Diagnostic[] {
  return compileText(text, { only: "plan", asOf: "2026-03-01" }).findings;
}

const known = new Map(
  [...bases].map(([name, text]) => [
    name,
    new Set(findingsIn(text).map(({ code, message }) => `${code} ${message.en}`)),
  ]),
);

function planted({ name, base, edits }: PlantedFault): string {
  let text = bases.get(base) ?? "";
  for (const [before, after] of edits) {
    if (!text.includes(before)) throw new Error(`${name}: nothing to replace: ${before}`);
    text = text.replace(before, () => after);
  }
  return text;
}

function linesOf({ span, related }: Diagnostic): readonly number[] {
  const places = span === null ? [] : [span, ...related.map((one) => one.span)];
  return places.map(({ file, start }) => positionAt(file, start).line);
}

test("the plans in which faults are planted are clean", () => {
  const loud = [...bases.values()].flatMap(findingsIn).filter(({ severity }) => severity !== "info");
  expect(loud.map(({ message }) => message.en)).toEqual([]);
});

for (const fault of faults) {
  test(`${fault.name}: told at its line, and nothing else`, () => {
    const text = planted(fault);
    const lines = text.split("\n");
    const found = findingsIn(text).filter(
      ({ code, message }) => known.get(fault.base)?.has(`${code} ${message.en}`) !== true,
    );
    for (const [shown, how] of fault.finds) {
      const at = found.filter((one) => linesOf(one).some((line) => lines[line - 1]?.includes(shown)));
      expect(at.map(({ severity, code }) => `${severity} ${code}`)).toContain(how);
    }
    const loud = found.filter(({ severity }) => severity !== "info");
    expect(loud.map(({ severity, code }) => `${severity} ${code}`).sort()).toEqual([...fault.all].sort());
    const noted = fault.infos ?? fault.finds.map(([, how]) => how).filter((how) => how.startsWith("info "));
    if (fault.infos === undefined && noted.length === 0) return;
    const quiet = found.filter(({ severity }) => severity === "info").map(({ code }) => `info ${code}`);
    expect([...new Set(quiet)].sort()).toEqual([...new Set(noted)].sort());
  });
}

/** Codes of the plan's own faults: those of reading and of data have whole files of their own. */
const ofOther = /^(?:input|usage|configuration|output|internal|yaml|schema|data|status)\//;

test("every error and warning of a plan is planted in a whole plan", () => {
  const told = new Set(
    faults
      .flatMap(({ all, finds }) => [...all, ...finds.map(([, how]) => how)])
      .map((how) => how.slice(how.indexOf(" ") + 1)),
  );
  const wanted = allCodes
    .filter(({ code, severity }) => severity !== "info" && !ofOther.test(code))
    .map(({ code }) => code);
  expect(wanted.filter((code) => !told.has(code))).toEqual([]);
});
