/**
 * The findings and statuses of every example, held to an approved list: a change of any rule or of the engine shows
 * there in review. `UPDATE_GOLDEN=1` rewrites the lists; read the diff before you commit it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Compilation } from "../../src/compile.ts";
import { positionAt } from "../../src/text/source.ts";
import { compilePlan, examplePlans, goldenName, samplePlans } from "./example-files.ts";

const approvedFolder = "test/golden/examples";

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

test.each([...examplePlans, ...samplePlans])(
  "$folder/$name gives the approved findings and statuses",
  ({ folder, name }) => {
    const actual = approvedLines(compilePlan(folder, name));
    const path = `${approvedFolder}/${goldenName({ folder, name })}.txt`;
    if (process.env.UPDATE_GOLDEN === "1") {
      mkdirSync(approvedFolder, { recursive: true });
      writeFileSync(path, actual);
    }
    expect(existsSync(path), `${path} is missing`).toBe(true);
    expect(actual).toBe(readFileSync(path, "utf8"));
  },
);
