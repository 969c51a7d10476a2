/**
 * The findings and statuses of every example, held to an approved list: a change of any rule or of the engine shows
 * there in review. `UPDATE_GOLDEN=1` rewrites the lists; read the diff before you commit it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Compilation, compile } from "../../src/compile.ts";
import { parseIsoDay } from "../../src/plan/days.ts";
import { rules } from "../../src/rules/index.ts";
import { positionAt } from "../../src/text/source.ts";

const approvedFolder = "test/golden/examples";

const names = readdirSync("examples", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

function compileExample(name: string): Compilation {
  const folder = `examples/${name}`;
  const asOf = parseIsoDay(
    /^as-of: (\S+)/m.exec(readFileSync(`${folder}/planwright.yaml`, "utf8"))?.[1] ?? "",
  );
  if (asOf === null) throw new Error(`${name} pins no as-of date`);
  return compile({
    name: `${name}.plan.yaml`,
    bytes: readFileSync(`${folder}/${name}.plan.yaml`),
    asOf,
    include: (path) => ({ ok: true, name: path, bytes: readFileSync(`${folder}/${path}`) }),
    rules,
    levels: new Map(),
    only: "all",
  });
}

function approvedLines({ findings, results }: Compilation): string {
  const told = findings.map(({ code, severity, span, subject }) => {
    const line = span === null ? "-" : `${span.file.name}:${positionAt(span.file, span.start).line}`;
    return `${severity} ${code} ${subject?.id ?? "-"} ${line}`;
  });
  const standing = (results?.rows ?? []).map(
    ({ indicator, entity, status }) =>
      `${status} ${indicator.id.value}${entity === null ? "" : ` ${entity}`}`,
  );
  return `${["# findings", ...told, "", "# statuses", ...standing].join("\n")}\n`;
}

test.each(names)("%s gives the approved findings and statuses", (name) => {
  const actual = approvedLines(compileExample(name));
  const path = `${approvedFolder}/${name}.txt`;
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(approvedFolder, { recursive: true });
    writeFileSync(path, actual);
  }
  expect(existsSync(path), `${path} is missing`).toBe(true);
  expect(actual).toBe(readFileSync(path, "utf8"));
});
