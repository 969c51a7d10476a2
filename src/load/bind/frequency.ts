/** Rhythms: `quarterly`, `every 2 years`, or the period itself (`every: quarter`). */
import { makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Given, Statements } from "../../plan/given.ts";
import { parseRhythm } from "../../plan/parse-rhythm.ts";
import { frequencies, type Rhythm } from "../../plan/time.ts";
import { unknownRhythm } from "../bind-codes.ts";
import type { YamlMap } from "../yaml-node.ts";
import type { Binder, ReadValue, Scope } from "./binder.ts";
import { given, nodeAt, text, textOf } from "./read-map.ts";
import { readStatements } from "./statements.ts";

/** Words that a misspelt one may mean. */
const offered = [...frequencies, "regular", "continuous"];

/** The rhythm that a text states; null (reported) when it states none that is known. */
function rhythmOf(binder: Binder, written: Given<string> | null): Given<Rhythm> | null {
  if (written === null) return null;
  const rhythm = parseRhythm(written.value);
  if (rhythm !== null) return given(rhythm, written.span);
  const near = nearest(written.value, offered) ?? null;
  const args = { text: written.value.slice(0, 80), hint: near };
  // What is nearly a known word is misspelt; other words may be the document's own (适时).
  const severity = near === null ? "warning" : "error";
  binder.findings.push(makeDiagnostic(unknownRhythm, written.span, args, { suggestion: near, severity }));
  return null;
}

/** Reads one rhythm. */
export const readFrequency: ReadValue<Rhythm> = (scope, node) => rhythmOf(scope.binder, textOf(node));

/** All statements of a rhythm. */
export function readFrequencies(scope: Scope, map: YamlMap, key: string): Statements<Rhythm> {
  return readStatements(scope, nodeAt(map, key), readFrequency);
}

/** The rhythm under a key that is stated once. */
export function frequencyAt({ binder }: Scope, map: YamlMap, key: string): Given<Rhythm> | null {
  return rhythmOf(binder, text(map, key));
}
