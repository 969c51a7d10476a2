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
const planEnding = ".plan.yaml";

/** Every plan of the examples: folder, and name of the file without its ending. */
const plans = readdirSync("examples", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) =>
    readdirSync(`examples/${folder}`)
      .filter((file) => file.endsWith(planEnding))
      .map((file) => ({ folder, name: file.slice(0, -planEnding.length) })),
  )
  .sort((a, b) => (`${a.folder}/${a.name}` < `${b.folder}/${b.name}` ? -1 : 1));

function compilePlan(folder: string, name: string): Compilation {
  const path = `examples/${folder}`;
  const asOf = parseIsoDay(/^as-of: (\S+)/m.exec(readFileSync(`${path}/planwright.yaml`, "utf8"))?.[1] ?? "");
  if (asOf === null) throw new Error(`${folder} pins no as-of date`);
  return compile({
    name: `${name}${planEnding}`,
    bytes: readFileSync(`${path}/${name}${planEnding}`),
    asOf,
    include: (file) => ({ ok: true, name: file, bytes: readFileSync(`${path}/${file}`) }),
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

test.each(plans)("$folder/$name gives the approved findings and statuses", ({ folder, name }) => {
  const actual = approvedLines(compilePlan(folder, name));
  const path = `${approvedFolder}/${name === folder ? folder : `${folder}.${name}`}.txt`;
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(approvedFolder, { recursive: true });
    writeFileSync(path, actual);
  }
  expect(existsSync(path), `${path} is missing`).toBe(true);
  expect(actual).toBe(readFileSync(path, "utf8"));
});
