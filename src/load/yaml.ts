/** Reading YAML: text → positioned tree with comments. The only files that import js-yaml are the `yaml*.ts` here. */
import { EVENT_ID, type Event, parseEvents } from "js-yaml";
import { type Diagnostic, makeDiagnostic, type Outcome } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source.ts";
import { yamlEmpty, yamlNotAMap } from "./codes.ts";
import { readComments } from "./yaml-comments.ts";
import type { YamlDocument } from "./yaml-node.ts";
import { buildTree, maxNesting } from "./yaml-tree.ts";

/** Reads a plan file. `root` is null only when the file holds no map that can be read. */
export function readYaml(file: SourceFile): Outcome<YamlDocument> {
  const findings: Diagnostic[] = [];
  const source = { file, text: file.text, place: (offset: number) => offset };
  const events: readonly Event[] = parseEvents(file.text, { maxDepth: maxNesting + 2 });
  const comments = readComments(source, events);
  const first = events.findIndex((event) => event.type === EVENT_ID.DOCUMENT) + 1;
  const content = events[first];
  if (content === undefined || (content.type === EVENT_ID.SCALAR && content.valueStart < 0)) {
    findings.push(makeDiagnostic(yamlEmpty, { file, start: 0, end: 0 }, {}));
    return { value: { root: null, comments }, findings };
  }
  const tree = buildTree(source, events, first);
  findings.push(...tree.findings);
  const { root } = tree;
  if (root !== null && root.kind !== "map") {
    findings.push(makeDiagnostic(yamlNotAMap, root.span, { found: root.kind }));
    return { value: { root: null, comments }, findings };
  }
  return { value: { root, comments }, findings };
}
