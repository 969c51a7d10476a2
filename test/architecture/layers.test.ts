import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { mechanismTypes } from "../../src/mechanisms/mechanism-types.ts";

const src = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "src");

/** What each folder of `src` may import, and why nothing else. `outside` are packages. */
const layers: Readonly<Record<string, { may: readonly string[]; outside: readonly string[]; why: string }>> =
  {
    text: { may: [], outside: ["fast-string-width"], why: "texts and places know nothing of plans" },
    diagnostics: { may: ["text"], outside: [], why: "a finding is a place and words" },
    plan: {
      may: ["text", "diagnostics"],
      outside: ["big.js"],
      why: "the model is data that every other part reads",
    },
    schema: {
      may: ["diagnostics", "mechanisms", "plan"],
      outside: [],
      why: "source of the published schema, read at build",
    },
    tables: {
      may: ["text", "diagnostics", "plan"],
      outside: [],
      why: "tables know places and headings, not what they mean",
    },
    load: {
      may: ["text", "diagnostics", "plan", "tables"],
      outside: ["js-yaml", "big.js", "generated"],
      why: "only here is YAML known",
    },
    expressions: {
      may: ["text", "diagnostics", "plan"],
      outside: ["big.js"],
      why: "a language over the model",
    },
    records: {
      may: ["text", "diagnostics", "plan", "tables"],
      outside: ["big.js"],
      why: "dated facts of a plan",
    },
    indicators: {
      may: ["text", "diagnostics", "plan", "expressions", "records"],
      outside: ["big.js"],
      why: "figures follow from plan and records alone",
    },
    mechanisms: {
      may: ["text", "diagnostics", "plan", "expressions", "records", "indicators", "schema", "rules"],
      outside: ["big.js"],
      why: "a type's keys, checks and (later) evaluation stand together; its rules have the shape of all rules",
    },
    rules: {
      may: ["text", "diagnostics", "plan", "expressions", "records", "indicators", "language", "mechanisms"],
      outside: ["big.js"],
      why: "a rule reads the plan; only status/ reads results; of mechanisms only the list of their checks",
    },
    language: {
      may: ["diagnostics", "indicators", "plan"],
      outside: ["opencc-js"],
      why: "words for the concepts of the model",
    },
    "findings-output": {
      may: ["text", "diagnostics", "plan", "language", "indicators", "compile"],
      outside: ["big.js"],
      why: "an output prints what the pipeline gave",
    },
    diff: {
      may: ["text", "diagnostics", "plan", "records", "indicators"],
      outside: ["big.js"],
      why: "two states of a plan are compared as models; where they come from and how it is told is for others",
    },
    "diff-output": {
      may: ["text", "diagnostics", "plan", "language", "diff", "findings-output", "compile", "report"],
      outside: [],
      why: "prints what changed; of reports only how texts are made safe for Markdown",
    },
    report: {
      may: [
        "text",
        "diagnostics",
        "plan",
        "language",
        "indicators",
        "mechanisms",
        "records",
        "schema",
        "compile",
      ],
      outside: ["big.js", "handlebars", "markdown-it", "d3-scale", "d3-shape", "generated"],
      why: "a report arranges results; it reads and judges nothing; titles of mechanism keys are those of the schema",
    },
    format: {
      may: [],
      outside: ["yaml"],
      why: "texts in, texts out; what they mean is compared by the caller",
    },
    export: {
      may: ["text", "diagnostics", "plan", "language", "indicators", "findings-output", "report", "compile"],
      outside: ["big.js", "hucre"],
      why: "results and dates for other programs, in the words of the reports; it writes nothing",
    },
    "language-server": {
      may: [
        "text",
        "diagnostics",
        "plan",
        "language",
        "indicators",
        "load",
        "records",
        "tables",
        "report",
        "compile",
        "codes",
        "expressions",
        "host",
      ],
      outside: ["generated"],
      why: "answers an editor from compiled plans; it reaches files only through what the command hands it",
    },
    starter: {
      may: ["plan", "language", "report"],
      outside: [],
      why: "texts of new files from answers; of reports only the escaping of Markdown",
    },
    office: {
      may: [],
      outside: [],
      why: "files of Office programs are ZIP files of XML: both as far as they are needed, and bounded",
    },
    workbook: {
      may: ["text", "office"],
      outside: ["hucre"],
      why: "only here is XLSX known; sheets in and out are plain texts",
    },
    word: {
      may: ["office"],
      outside: [],
      why: "only here are Word documents known; their tables are plain texts",
    },
    draft: {
      may: ["text", "diagnostics", "plan", "language", "tables", "records"],
      outside: [],
      why: "an indicator table as the text of a draft plan; it reads no file and writes none",
    },
    completion: { may: [], outside: [], why: "scripts for shells from a plain table of commands" },
    host: {
      may: ["package.json"],
      outside: [
        "node:",
        "tinyglobby",
        "chokidar",
        "vscode-languageserver",
        "vscode-languageserver-textdocument",
      ],
      why: "the only door to the outside",
    },
    cli: {
      may: [
        "compile",
        "codes",
        "report",
        "export",
        "language-server",
        "diff",
        "diff-output",
        "findings-output",
        "language",
        "diagnostics",
        "text",
        "plan",
        "load",
        "records",
        "rules",
        "indicators",
        "host",
        "schemas",
        "format",
        "starter",
        "completion",
        "workbook",
        "word",
        "draft",
        "tables",
        "package.json",
      ],
      outside: ["commander", "chalk", "generated"],
      why: "commands join the parts; they reach the outside through the host",
    },
    library: {
      may: [
        "compile",
        "codes",
        "findings-output",
        "language",
        "diagnostics",
        "text",
        "plan",
        "load",
        "rules",
        "indicators",
        "package.json",
      ],
      outside: [],
      why: "the pipeline for callers in other programs; it reaches nothing outside, so nothing of host or cli",
    },
    compile: {
      may: ["text", "diagnostics", "plan", "load", "records", "rules", "indicators", "host"],
      outside: [],
      why: "the order of the stages, nothing else",
    },
    codes: {
      may: ["diagnostics", "draft", "load", "records", "report", "rules"],
      outside: [],
      why: "one list of all codes",
    },
  };

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"));

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^"';]*?from\s+"([^"]+)"|(?:^|[^.\w])import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(importPattern)].map((match) => ({
    file,
    target: match[1] ?? match[2] ?? match[3] ?? "",
    typeOnly: /import\s+type\b/.test(match[0]),
  }));
});

const layerOf = (file: string): string =>
  file.includes("/") ? file.slice(0, file.indexOf("/")) : file.replace(/\.ts$/, "");

test("every folder of src has a row", () => {
  expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in layers))).toEqual([]);
});

test("imports follow the table of layers", () => {
  const broken = imports.flatMap(({ file, target }) => {
    const layer = layerOf(file);
    const row = layers[layer];
    if (row === undefined) return [];
    if (!target.startsWith(".")) {
      return row.outside.some((o) => target === o || target.startsWith(o.endsWith(":") ? o : `${o}/`))
        ? []
        : [`${file} → ${target}`];
    }
    const path = posix.join(posix.dirname(`src/${file}`), target);
    if (path === "package.json") return row.may.includes("package.json") ? [] : [`${file} → ${target}`];
    if (path.startsWith("generated/"))
      return row.outside.includes("generated") ? [] : [`${file} → ${target}`];
    if (path.startsWith("schemas/")) return row.may.includes("schemas") ? [] : [`${file} → ${target}`];
    const to = layerOf(posix.relative("src", path));
    return to === layer || row.may.includes(to) ? [] : [`${file} → ${target}`];
  });
  expect(broken).toEqual([]);
});

test("only status rules and the runner read results of the engine; of methods any rule may know what they take", () => {
  const broken = imports.filter(({ file, target }) => {
    const readsResults =
      file.startsWith("rules/") && target.includes("/indicators/") && !target.includes("/methods/");
    return readsResults && !/^rules\/(status\/|run\.ts|define-rule\.ts)/.test(file);
  });
  expect(broken.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test("rules know of mechanism types only what the list of their checks says", () => {
  const broken = imports.filter(
    ({ file, target }) => file.startsWith("rules/") && /\/mechanisms\/(?!mechanism-types\.ts$)/.test(target),
  );
  expect(broken.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test("a mechanism type knows no other type, and its checks do not load its keys", () => {
  const broken = imports.filter(({ file, target }) => {
    const own = /^mechanisms\/([a-z]+)\//.exec(file)?.[1];
    if (own === undefined) return false;
    const to = posix.join(posix.dirname(file), target);
    const other = /^mechanisms\/([a-z]+)\//.exec(to)?.[1];
    const loadsKeys = /(?:keys|parts|mechanism-types)\.ts$/.test(to) && !file.endsWith("/keys.ts");
    return (other !== undefined && other !== own) || (to.startsWith("mechanisms/") && loadsKeys);
  });
  expect(broken.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test("every mechanism type has a folder with its keys, and one entry in the list", () => {
  const types = [...new Set(files.flatMap((file) => /^mechanisms\/([a-z]+)\//.exec(file)?.[1] ?? []))];
  expect([...mechanismTypes.keys()].sort()).toEqual(types.sort());
  for (const type of types) expect(files).toContain(`mechanisms/${type}/keys.ts`);
});

test("there is no cycle of imports that run", () => {
  const graph = new Map<string, string[]>();
  for (const { file, target, typeOnly } of imports) {
    if (typeOnly || !target.startsWith(".")) continue;
    const to = posix.join(posix.dirname(file), target);
    graph.set(file, [...(graph.get(file) ?? []), to]);
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
    if (done.has(file) || trail.includes(file)) return;
    for (const to of graph.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  expect(cycles).toEqual([]);
});

test("a rule imports no other rule", () => {
  const isRule = (path: string): boolean =>
    /^rules\/[a-z]+\/[a-z-]+\.ts$|^mechanisms\/[a-z]+\/rules\//.test(path);
  const ruleFiles = new Set(
    files
      .filter(isRule)
      .filter((file) => /define(Status)?Rule[<(]/.test(readFileSync(join(src, file), "utf8"))),
  );
  const broken = imports.flatMap(({ file, target }) => {
    const to = target.startsWith(".") ? posix.join(posix.dirname(file), target) : "";
    return ruleFiles.has(file) && ruleFiles.has(to) ? [`${file} → ${to}`] : [];
  });
  expect(broken).toEqual([]);
});

test("a rule's code is its path", () => {
  const broken = files.flatMap((file) => {
    const text = readFileSync(join(src, file), "utf8");
    if (!/^(?:rules|mechanisms)\/[a-z]+\//.test(file) || !/define(Status)?Rule[<(]/.test(text)) return [];
    const code = /code: "([^"]+)"/.exec(text)?.[1];
    // `rules/<family>/<fault>.ts`, or of a mechanism type `mechanisms/<type>/rules/<fault>.ts`.
    const expected = file
      .replace(/^rules\/|^mechanisms\//, "")
      .replace(/(?<=^[a-z]+)\/rules\//, "/")
      .replace(/\.ts$/, "");
    return code === expected ? [] : [`${file}: ${code}`];
  });
  expect(broken).toEqual([]);
});
