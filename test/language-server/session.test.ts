/** The language server as an editor uses it: the built program, driven by a protocol client. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, afterEach, expect, test } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { type Client, positionOf, startClient } from "./client.ts";

const base = mkdtempSync(join(tmpdir(), "plan-lsp-"));
const clients: Client[] = [];
afterEach(() => {
  for (const { process } of clients.splice(0)) process.kill();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const plan = `format: 1
id: small
title: Small plan
language: en
period: 2026-01..2027-12
sections:
  - { id: "1", title: Goals, role: goals, text: "We reach {{target coverage}} of all." }
actors:
  - { id: office, name: The office }
objectives:
  - { id: near, statement: Meals near home, section: "1" }
indicators:
  - id: coverage
    name: Coverage
    objective: near
    role: outcome
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets:
      - { reach: ≥85%, by: 2027-12, section: "1" }
    frequency: quarterly
    owner: office
    observations: [{ at: 2026-03, value: 51% }, { at: 2026-06, value: 56% }]
`;

let folders = 0;
async function start(
  files: Readonly<Record<string, string>> = {},
  settings: Parameters<typeof startClient>[1] = {},
): Promise<{ readonly client: Client; readonly folder: string; readonly path: string }> {
  const folder = join(base, `a folder ${folders++}`);
  mkdirSync(folder);
  for (const [name, text] of Object.entries({ "planwright.yaml": "as-of: 2026-06-30\n", ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const client = await startClient(folder, settings);
  clients.push(client);
  return { client, folder, path: join(folder, "a.plan.yaml") };
}

test("findings come when a plan is opened and change while it is written, with place, code, link and further places", async () => {
  const { client, path } = await start();
  const uri = client.open(path, plan);
  const clean = await client.diagnostics(uri);
  expect(clean.filter(({ severity }) => severity !== 3)).toEqual([]);
  const contradictory = plan.replace(
    '      - { reach: ≥85%, by: 2027-12, section: "1" }\n',
    '      - { reach: ≥85%, by: 2027-12, section: "1" }\n      - { reach: ≥90%, by: 2027-12, section: "1" }\n',
  );
  client.change(uri, contradictory);
  const found = await client.diagnostics(uri, (list) => list.some(({ severity }) => severity === 1));
  const conflict = found.find(({ code }) => code === "target/conflict");
  expect(conflict).toMatchObject({ severity: 1, source: "planwright" });
  expect(conflict?.codeDescription?.href).toMatch(/^file:.*\/docs\/rules\.md#targetconflict$/);
  expect(conflict?.relatedInformation?.[0]?.location.uri).toBe(uri);
  const lines = [
    conflict?.range.start.line,
    conflict?.relatedInformation?.[0]?.location.range.start.line,
  ].sort();
  expect(lines).toEqual([20, 21]);
  expect(await client.end()).toBe(0);
  expect(client.stderr()).toBe("");
});

test("positions count UTF-16 units: a finding behind a sign of two units stands where the editor has it", async () => {
  const { client, path } = await start();
  const text = plan
    .replace("objective: near\n", 'x-note: "\u{20000}\u{20000}"\n    objective: near\n')
    .replace("- { id: office, name: The office }", '- { name: "\u{20000}", id: office, nam: x }');
  const uri = client.open(path, text);
  const found = await client.diagnostics(uri);
  const unknown = found.find(({ code }) => code === "schema/unknown-key");
  expect(unknown?.range.start).toEqual(positionOf(text, "nam: x"));
});

test("words are in the editor's language, else in the plan's", async () => {
  const faulty = plan.replace("owner: office", "owner: nobody");
  const chinese = await start({}, { locale: "zh-cn" });
  const [one] = await chinese.client.diagnostics(
    chinese.client.open(chinese.path, faulty),
    (list) => list.length > 0,
  );
  expect(one?.message).toMatch(/\p{Script=Han}/u);
  const plain = await start();
  const uri = plain.client.open(plain.path, faulty.replace("language: en", "language: zh-Hans"));
  const [other] = await plain.client.diagnostics(uri, (list) => list.length > 0);
  expect(other?.message).toMatch(/\p{Script=Han}/u);
});

test("findings of data and text files stand in those files, also when only the editor has their text", async () => {
  const files = {
    "data/o.csv": "indicator,at,value\ncoverage,2026-06,30,6\n",
    "text/goals.md": "{{target nothing}}\n",
  };
  const { client, folder, path } = await start(files);
  const text = plan
    .replace(/ {4}observations: .*\n/, "")
    .replace('text: "We reach {{target coverage}} of all."', "text: { file: text/goals.md }")
    .concat("data: { observations: data/o.csv }\n");
  const uri = client.open(path, text);
  await client.diagnostics(uri);
  const csvUri = uri.replace("a.plan.yaml", "data/o.csv");
  expect((await client.diagnostics(csvUri))[0]?.range.start.line).toBe(1);
  expect((await client.diagnostics(uri.replace("a.plan.yaml", "text/goals.md")))[0]?.code).toBe(
    "reference/unknown",
  );
  expect(client.open(join(folder, "data/o.csv"), "indicator,at,value\ncoverage,2026-06,56\n")).toBe(csvUri);
  expect(await client.diagnostics(csvUri, (list) => list.length === 0)).toEqual([]);
  void client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  expect(await client.diagnostics(uri, (list) => list.length === 0)).toEqual([]);
});

async function labels(
  client: Client,
  uri: string,
  text: string,
  position: unknown,
): Promise<readonly string[]> {
  client.change(uri, text);
  const items = await client.ask<CompletionItem[]>("textDocument/completion", {
    textDocument: { uri },
    position,
  });
  return items.map(({ label }) => label);
}

test("completion offers keys by place, ids by what a key may name, and the words of a key", async () => {
  const { client, path } = await start();
  const uri = client.open(path, plan);
  await client.diagnostics(uri);
  const at = async (sought: string, written: string, plus = written.length): Promise<readonly string[]> => {
    const text = plan.replace(sought, () => written);
    expect(text).not.toBe(plan);
    return labels(client, uri, text, positionOf(text, written, { plus }));
  };
  const keys = await at("    owner: office\n", "    ow\n", 6);
  expect(keys).toContain("owner");
  expect(keys).not.toContain("frequency"); // it is there already
  expect(keys).not.toContain("sections");
  expect(await at("    owner: office\n", "    owner: \n", 11)).toEqual(["office"]);
  expect(await at("objective: near", "objective: ")).toEqual(["near"]);
  expect(
    await at('- { reach: ≥85%, by: 2027-12, section: "1" }', "- { reach: ≥85%, by: 2027-12, section: "),
  ).toEqual(["1"]);
  expect(await at('- { reach: ≥85%, by: 2027-12, section: "1" }', "- { re")).toEqual(
    expect.arrayContaining(["reach", "hold", "by"]),
  );
  expect(await at("direction: increase", "direction: ")).toEqual(["increase", "decrease", "maintain"]);
  expect(await at("{{target coverage}}", "{{target ")).toEqual(expect.arrayContaining(["coverage"]));
  expect(await at("title: Small plan\n", "tit\n", 3)).toEqual(expect.arrayContaining(["title", "phases"]));
  const mechanism = `${plan}mechanisms:\n  - id: talks\n    type: review\n    `;
  const own = await labels(client, uri, mechanism, { line: mechanism.split("\n").length - 1, character: 4 });
  expect(own).toEqual(expect.arrayContaining(["cadence", "kind", "of"]));
  expect(own).not.toContain("levels"); // of alarms, not of reviews
});

test("an id of digits is offered with the quotes that keep it a text", async () => {
  const { client, path } = await start();
  const text = plan.replace('section: "1" }\nindicators', "section:  }\nindicators");
  const uri = client.open(path, text);
  const position = positionOf(text, "section:  }", { plus: 9 });
  const [first] = await client.ask<CompletionItem[]>("textDocument/completion", {
    textDocument: { uri },
    position,
  });
  expect(first).toMatchObject({ label: "1", textEdit: { newText: '"1"' } });
});

test("hover tells where an indicator stands, what a key means, and why something was found", async () => {
  const { client, path } = await start();
  const faulty = plan.replace("owner: office", "owner: nobody");
  const uri = client.open(path, faulty);
  const hover = async (sought: string, plus = 1): Promise<string> => {
    const found = await client.ask<Hover>("textDocument/hover", {
      textDocument: { uri },
      position: positionOf(faulty, sought, { plus }),
    });
    return (found.contents as { value: string }).value;
  };
  const coverage = await hover("coverage}}");
  expect(coverage).toContain("indicator **Coverage** (coverage)");
  expect(coverage).toContain("on track");
  expect(coverage).toContain("56%");
  expect(coverage).toMatch(/45%.*\n.*85%/);
  expect(await hover("frequency:")).toContain("`frequency` **");
  expect(await hover("nobody")).toContain("reference/unknown");
  expect(await hover("nobody")).toContain("What to do:");
  expect(await hover("nobody")).not.toContain("\\`");
});

test("definition, references and rename know every place, texts of sections included", async () => {
  const derived = plan.concat('  - { id: half, name: Half, unit: "%", formula: coverage / 2 }\n');
  const { client, path } = await start();
  const uri = client.open(path, derived);
  const position = positionOf(derived, "coverage}}", { plus: 2 });
  const declared = positionOf(derived, "coverage\n");
  expect(
    await client.ask<Location[]>("textDocument/definition", { textDocument: { uri }, position }),
  ).toMatchObject([{ uri, range: { start: declared } }]);
  const params = { textDocument: { uri }, position, context: { includeDeclaration: true } };
  const found = (await client.ask<Location[]>("textDocument/references", params)).map(
    ({ range }) => range.start,
  );
  expect(found).toEqual([declared, positionOf(derived, "coverage}}"), positionOf(derived, "coverage / 2")]);
  expect(await client.ask("textDocument/prepareRename", { textDocument: { uri }, position })).toMatchObject({
    placeholder: "coverage",
  });
  const edit = await client.ask<WorkspaceEdit>("textDocument/rename", {
    textDocument: { uri },
    position,
    newName: "reach-rate",
  });
  expect(applied(derived, edit, uri)).toBe(
    derived
      .replace("id: coverage", "id: reach-rate")
      .replace("target coverage", "target reach-rate")
      .replace("coverage / 2", "reach-rate / 2"),
  );
  const section = positionOf(derived, '"1"', { nth: 2, plus: 1 });
  const quoted = await client.ask<WorkspaceEdit>("textDocument/rename", {
    textDocument: { uri },
    position: section,
    newName: "2.1",
  });
  expect(applied(derived, quoted, uri)).toBe(derived.replaceAll('"1"', '"2.1"'));
});

test.each([
  ["two words", "cannot be an id"],
  ["half", "is taken already"],
])("a rename to %j is refused with the reason", async (newName, reason) => {
  const text = plan.concat('  - { id: half, name: Half, unit: "%" }\n');
  const { client, path } = await start();
  const uri = client.open(path, text);
  const params = { textDocument: { uri }, position: positionOf(text, "coverage}}"), newName };
  await expect(client.ask("textDocument/rename", params)).rejects.toThrow(reason);
});

const figures =
  'indicator,entity,at,value\ncoverage,east,2026-03,51\n"coverage",east,2026-06,56\nCoverage,,2026-06,56\n';
const places = "id,name,parent\nwest,West,\neast,East,west\n";
const withFiles = plan
  .replace(/ {4}observations: .*\n/, "")
  .replace('text: "We reach {{target coverage}} of all."', "text: { file: text/goals.md }")
  .concat("entities: { file: data/places.csv }\ndata: { observations: data/o.csv }\n");
const files = {
  "data/o.csv": figures,
  "data/places.csv": places,
  "text/goals.md": "# Goals\n\nWe reach {{target coverage}} of all.\n",
};

test("a source that is cited with the place in it is renamed, and the place stays", async () => {
  const cited = plan
    .replace("indicators:", "sources: [{ id: survey, title: Survey }]\nindicators:")
    .replace(
      "    unit:",
      '    definition: { is: Meals, source: "survey#Table 3" }\n    source: survey#p.4\n    unit:',
    );
  const { client, path } = await start();
  const uri = client.open(path, cited);
  const edit = await client.ask<WorkspaceEdit>("textDocument/rename", {
    textDocument: { uri },
    position: positionOf(cited, "survey,", { plus: 1 }),
    newName: "2025",
  });
  expect(applied(cited, edit, uri)).toBe(
    cited
      .replace("id: survey", "id: 2025")
      .replace("survey#Table", "2025#Table")
      .replace("survey#p", "2025#p"),
  );
});

test("a rename reaches the text and data files of the plan, unsaved ones too; rows by name stay", async () => {
  const { client, path } = await start(files);
  const uri = client.open(path, withFiles);
  const [text, data, entities] = ["text/goals.md", "data/o.csv", "data/places.csv"].map((name) =>
    uri.replace("a.plan.yaml", name),
  ) as [string, string, string];
  const unsaved = figures.concat("coverage,west,2026-06,40\n");
  client.open(decodeURIComponent(new URL(data).pathname), unsaved);
  const edit = await client.ask<WorkspaceEdit>("textDocument/rename", {
    textDocument: { uri },
    position: positionOf(withFiles, "coverage\n"),
    newName: "rate",
  });
  expect(applied(withFiles, edit, uri)).toBe(withFiles.replace("id: coverage", "id: rate"));
  expect(applied(files["text/goals.md"], edit, text)).toBe("# Goals\n\nWe reach {{target rate}} of all.\n");
  expect(applied(unsaved, edit, data)).toBe(unsaved.replaceAll("coverage", "rate"));
  expect(client.shown).toEqual([]);
  client.open(decodeURIComponent(new URL(entities).pathname), places);
  // An entity is declared in one data file, a parent there, and named in the other.
  const renamed = await client.ask<WorkspaceEdit>("textDocument/rename", {
    textDocument: { uri: entities },
    position: positionOf(places, "west", { plus: 1 }),
    newName: "west-side",
  });
  expect(applied(places, renamed, entities)).toBe(places.replaceAll("west", "west-side"));
  expect(applied(unsaved, renamed, data)).toBe(unsaved.replace("west", "west-side"));
  expect(Object.keys(renamed.changes ?? {})).toHaveLength(2);
});

test("go to definition leads from rows of data files, by id or name, to the plan, and from paths to their files", async () => {
  const { client, path } = await start(files);
  const uri = client.open(path, withFiles);
  await client.diagnostics(uri);
  const at = (name: string): string => uri.replace("a.plan.yaml", name);
  client.open(decodeURIComponent(new URL(at("data/o.csv")).pathname), figures);
  const definition = async (of: string, position: unknown): Promise<readonly unknown[]> =>
    (await client.ask<Location[]>("textDocument/definition", { textDocument: { uri: of }, position })).map(
      ({ uri: to, range }) => [to, range.start],
    );
  const declared = [[uri, positionOf(withFiles, "coverage\n")]];
  expect(await definition(at("data/o.csv"), positionOf(figures, "coverage,east", { plus: 3 }))).toEqual(
    declared,
  );
  expect(await definition(at("data/o.csv"), positionOf(figures, "Coverage", { plus: 1 }))).toEqual(declared);
  expect(await definition(at("data/o.csv"), positionOf(figures, "east"))).toEqual([
    [at("data/places.csv"), positionOf(places, "east")],
  ]);
  expect(await definition(at("data/o.csv"), positionOf(figures, "51"))).toEqual([]);
  const start_ = { line: 0, character: 0 };
  expect(await definition(uri, positionOf(withFiles, "data/o.csv", { plus: 4 }))).toEqual([
    [at("data/o.csv"), start_],
  ]);
  expect(await definition(uri, positionOf(withFiles, "text/goals.md"))).toEqual([
    [at("text/goals.md"), start_],
  ]);
  expect(await definition(uri, positionOf(withFiles, "Small plan"))).toEqual([]);
  const params = {
    textDocument: { uri },
    position: positionOf(withFiles, "coverage\n"),
    context: { includeDeclaration: false },
  };
  const named = await client.ask<Location[]>("textDocument/references", params);
  expect(
    named.map(({ uri: of, range }) => `${of.slice(uri.lastIndexOf("/") + 1)}:${range.start.line}`),
  ).toEqual(["text/goals.md:2", "data/o.csv:1", "data/o.csv:2", "data/o.csv:3"]);
});

test("what a rename leaves in workbooks is said", async () => {
  const { client, path, folder } = await start();
  const rows = [
    ["indicator", "at", "value"],
    ["coverage", "2026-03", "51"],
    ["coverage", "2026-06", "56"],
  ];
  writeFileSync(join(folder, "o.xlsx"), await writeXlsx({ sheets: [{ name: "Q2", rows }] }));
  const text = plan.replace(/ {4}observations: .*\n/, "").concat("data: { observations: o.xlsx }\n");
  const uri = client.open(path, text);
  await client.ask("textDocument/rename", {
    textDocument: { uri },
    position: positionOf(text, "coverage}}"),
    newName: "rate",
  });
  expect(client.shown).toEqual(["2 rows of data files still name coverage; change them too"]);
});

test("a document that was never saved is checked once it reads as a plan, beside the files of the open folder", async () => {
  const { client, folder } = await start(files);
  const uri = client.open("untitled:Untitled-1", withFiles.replace("owner: office", "owner: offce"));
  const found = await client.diagnostics(uri, (list) => list.length > 0);
  expect(found.map(({ code }) => code)).toContain("reference/unknown");
  expect(found.map(({ code }) => code)).not.toContain("reference/missing-file");
  const position = positionOf(withFiles, "coverage\n");
  const [declared] = await client.ask<Location[]>("textDocument/definition", {
    textDocument: { uri },
    position,
  });
  expect(declared?.uri).toBe(uri);
  const actions = await client.ask<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: positionOf(withFiles, "owner"), end: positionOf(withFiles, "observations") },
    context: { diagnostics: [] },
  });
  const fix = actions.find(({ title }) => title === "Write office");
  expect(Object.keys(fix?.edit?.changes ?? {})).toEqual([uri]);
  client.change(uri, "a note\n");
  expect(await client.diagnostics(uri)).toEqual([]);
  client.change(uri, plan.replace("owner: office", "owner: offce"));
  await client.diagnostics(uri, (list) => list.some(({ code }) => code === "reference/unknown"));
  const note = client.open("untitled:Untitled-2", "format of the day: none\n");
  const hover = { textDocument: { uri: note }, position: { line: 0, character: 1 } };
  expect(await client.ask("textDocument/hover", hover)).toBeNull();
  expect(existsSync(join(folder, "Untitled-1.plan.yaml"))).toBe(false);
});

test("the outline holds the items by kind", async () => {
  const { client, path } = await start();
  const uri = client.open(path, plan);
  const symbols = await client.ask<DocumentSymbol[]>("textDocument/documentSymbol", {
    textDocument: { uri },
  });
  expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
    ["section", ["Goals"]],
    ["actor", ["The office"]],
    ["objective", ["Meals near home"]],
    ["indicator", ["Coverage"]],
  ]);
});

/** The text after the edits of one document. */
function applied(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const starts = [0];
  for (const [at, sign] of [...text].entries()) if (sign === "\n") starts.push(at + 1);
  const offset = ({ line, character }: { line: number; character: number }): number =>
    (starts[line] ?? 0) + character;
  const edits = [...(edit?.changes?.[uri] ?? [])].sort(
    (a, b) => offset(b.range.start) - offset(a.range.start),
  );
  return edits.reduce(
    (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
    text,
  );
}

test("quick fixes write what was meant, or a comment that accepts the finding once it has a reason", async () => {
  const faulty = plan.replace("owner: office", "owner: offce");
  const { client, path } = await start();
  const uri = client.open(path, faulty);
  const start_ = positionOf(faulty, "offce");
  const params = {
    textDocument: { uri },
    range: { start: start_, end: start_ },
    context: { diagnostics: [] },
  };
  const actions = await client.ask<CodeAction[]>("textDocument/codeAction", params);
  const fix = actions.find(({ title }) => title === "Write office");
  expect(applied(faulty, fix?.edit, uri)).toBe(plan);
  expect(fix).toMatchObject({
    kind: "quickfix",
    isPreferred: true,
    diagnostics: [{ code: "reference/unknown" }],
  });
  const accept = actions.find(({ title }) => title.startsWith("Accept reference/unknown"));
  const accepted = applied(faulty, accept?.edit, uri);
  expect(accepted).toBe(
    faulty.replace("    owner: offce", "    # plan-ignore reference/unknown: \n    owner: offce"),
  );
  const codes = async (text: string, of: string): Promise<readonly unknown[]> => {
    client.change(uri, text);
    const has = (list: readonly { readonly code?: unknown }[]): boolean =>
      list.some(({ code }) => code === of);
    return (await client.diagnostics(uri, has)).map(({ code }) => code);
  };
  expect(await codes(accepted, "suppression/no-reason")).toContain("reference/unknown");
  // The actor is not named any more, which is told wherever the finding above is not.
  const found = await codes(accepted.replace("unknown: \n", "unknown: agreed\n"), "reference/unused");
  expect(found).not.toContain("suppression/no-reason");
  expect(found).not.toContain("reference/unknown");
});

test("sure cures are quick fixes where their finding stands, and one action makes them all", async () => {
  const faulty = plan
    .replace("id: small", "id：small")
    .replace('unit: "%"', "unit: %")
    .replace("direction:", "directon:");
  const { client, path } = await start();
  const uri = client.open(path, faulty);
  const actionsAt = (sought: string, only?: readonly string[]): Promise<CodeAction[]> => {
    const at = positionOf(faulty, sought);
    const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
    return client.ask("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: at, end: at },
      context,
    });
  };
  const cure = (await actionsAt("：")).find(({ isPreferred }) => isPreferred === true);
  expect(cure).toMatchObject({ title: "Write id: small", kind: "quickfix" });
  expect(applied(faulty, cure?.edit, uri)).toBe(faulty.replace("：", ": "));
  expect((await actionsAt("%\n")).map(({ title }) => title)).toContain('Write unit: "%"');
  const [all, ...others] = await actionsAt("title", ["source.fixAll"]);
  expect(others).toEqual([]);
  expect(all?.kind).toBe("source.fixAll.planwright");
  expect(applied(faulty, all?.edit, uri)).toBe(plan);
  expect((await actionsAt("：", ["refactor"])).length).toBe(0);
  client.change(uri, plan);
  expect(await actionsAt("title", ["source.fixAll"])).toEqual([]);
});

test("in a data file what was probably meant is offered, and no comment that its table could not hold", async () => {
  const wrong = figures.replace("coverage,east,2026-03", "coverge,east,2026-03");
  const { client, path } = await start({ ...files, "data/o.csv": wrong });
  const uri = client.open(path, withFiles);
  const data = client.open(path.replace("a.plan.yaml", "data/o.csv"), wrong);
  await client.diagnostics(data, (list) => list.length > 0);
  const at = positionOf(wrong, "coverge", { plus: 2 });
  const actions = await client.ask<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: data },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title }) => title)).toEqual(["Write coverage"]);
  expect(applied(wrong, actions[0]?.edit, data)).toBe(figures);
  expect(uri).not.toBe(data);
});

test("broken YAML, nonsense and unknown documents end nothing", async () => {
  const { client, path, folder } = await start();
  const uri = client.open(path, plan);
  await client.diagnostics(uri);
  for (const text of [
    "",
    "[",
    "a: [",
    "\u0000\u0001",
    "- - - -\n".repeat(500),
    "&a [*a, *a]",
    plan.slice(0, 300),
    "{".repeat(10_000),
  ]) {
    client.change(uri, text);
    const position = { line: 0, character: 0 };
    await client.ask("textDocument/completion", { textDocument: { uri }, position });
    await client.ask("textDocument/hover", { textDocument: { uri }, position });
    await client.ask("textDocument/documentSymbol", { textDocument: { uri } });
    await client.ask("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  }
  const nowhere = { line: -5, character: 1e9 };
  expect(await client.ask("textDocument/definition", { textDocument: { uri }, position: nowhere })).toEqual(
    [],
  );
  expect(
    await client.ask("textDocument/hover", { textDocument: { uri: "untitled:x" }, position: nowhere }),
  ).toBeNull();
  expect(
    await client.ask("textDocument/completion", { textDocument: { uri: "file:///%zz" }, position: nowhere }),
  ).toEqual([]);
  await expect(client.ask("textDocument/hover", {})).rejects.toThrow();
  await expect(client.ask("textDocument/noSuchThing", {})).rejects.toThrow();
  void client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: `file://${folder}/never-opened.plan.yaml` },
    contentChanges: [{ text: "x" }],
  });
  void client.connection.sendNotification("textDocument/didOpen", {});
  client.process.stdin?.write("Content-Length: 7\r\n\r\n{nonono");
  client.change(uri, plan);
  expect((await client.diagnostics(uri)).filter(({ severity }) => severity === 1)).toEqual([]);
  expect(client.process.exitCode).toBeNull();
});

test("a plan beyond the limit is told, not read, and the server goes on", async () => {
  const { client, path } = await start();
  const uri = client.open(path, `${plan}# ${"x".repeat(17 * 1024 * 1024)}\n`);
  expect((await client.diagnostics(uri))[0]?.severity).toBe(1);
  client.change(uri, plan);
  await client.diagnostics(uri, (list) => list.every(({ severity }) => severity !== 1));
});

test("a change of planwright.yaml changes what is found in every open plan", async () => {
  const { client, folder, path } = await start();
  const uri = client.open(path, plan.replace("owner: office", "owner: nobody"));
  await client.diagnostics(uri, (list) => list.some(({ code }) => code === "reference/unknown"));
  const setting = client.open(
    join(folder, "planwright.yaml"),
    "as-of: 2026-06-30\nrules: { reference/unknown: off }\n",
  );
  await client.diagnostics(uri, (list) => list.every(({ code }) => code !== "reference/unknown"));
  client.change(setting, "no-such-setting: 1\n");
  expect((await client.diagnostics(setting, (list) => list.length > 0))[0]?.code).toBe(
    "configuration/invalid",
  );
});

test("the server ends with its editor: 1 when the input ends without a shutdown", async () => {
  const { client } = await start();
  const ended = new Promise((done) => client.process.once("exit", done));
  client.process.stdin?.end();
  expect(await ended).toBe(1);
});
