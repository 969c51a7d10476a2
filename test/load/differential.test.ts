/** Plans are read by events; edits of plans will use the `yaml` package. Both must see one meaning. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseDocument, Scalar, visit } from "yaml";
import { decodeText } from "../../src/load/decode.ts";
import { readYaml } from "../../src/load/yaml.ts";
import type { YamlNode } from "../../src/load/yaml-node.ts";

const files = ["examples", "test/fixtures"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".plan.yaml") && !isFaulty(path))
    .map((path) => `${folder}/${path}`),
);

/** Fixtures of faults in the YAML itself: there the two are meant to differ. */
function isFaulty(path: string): boolean {
  return /(?:^|[\\/])yaml[\\/][^\\/]*\.err\.plan\.yaml$/.test(path);
}

/** The tree as plain data in which every scalar is its text. */
function plain(node: YamlNode): unknown {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key.text, plain(value)]);
}

/** The same from the other library: plain scalars by their source. */
function reference(text: string): unknown {
  const document = parseDocument(text, { keepSourceTokens: true, uniqueKeys: false });
  expect(document.errors).toEqual([]);
  visit(document, {
    Scalar: (_key, node) => {
      if (node.type === Scalar.PLAIN) node.value = node.source;
    },
  });
  return entriesOf(document.toJS({ mapAsMap: true }));
}

function entriesOf(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, item]) => [String(key), entriesOf(item)]);
  if (Array.isArray(value)) return value.map(entriesOf);
  return value ?? "";
}

test.each(files)("%s means the same to both libraries", (path) => {
  const file = decodeText(path, readFileSync(path)).value;
  if (file === null) throw new Error(`${path} cannot be decoded`);
  const { root } = readYaml(file).value;
  if (root === null) throw new Error(`${path} has no root`);
  expect(plain(root)).toEqual(reference(file.text));
});
