/** What the fuzzer starts from: the example plans and the fixtures, each with the files that it names. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A plan with the files beside it, by their path as the plan writes it. */
export interface Seed {
  readonly name: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Larger files make a compilation too slow to be tried a million times. */
const longest = 60_000;

/** All seeds below a folder, sorted by name. */
export function readSeeds(folder: string): readonly Seed[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
  const beside = names.filter((name) => /\.(csv|md|txt)$/.test(name));
  return names
    .filter((name) => name.endsWith("plan.yaml"))
    .map((name) => {
      const files = beside.filter((file) => dirname(name) === "." || file.startsWith(`${dirname(name)}/`));
      return {
        name,
        text: readFileSync(join(folder, name), "utf8").slice(0, longest),
        files: Object.fromEntries(
          files.map((file) => [
            relative(dirname(name), file).replaceAll("\\", "/"),
            readFileSync(join(folder, file), "utf8").slice(0, longest),
          ]),
        ),
      };
    });
}
