/** Rhythms: `quarterly`, or the period itself (`every: quarter`). */
import { makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Given, Statements } from "../../plan/given.ts";
import { parseRhythm } from "../../plan/rhythm.ts";
import { type Frequency, frequencies } from "../../plan/time.ts";
import { unknownRhythm } from "../bind-codes.ts";
import type { YamlMap } from "../yaml-node.ts";
import type { Binder, ReadValue, Scope } from "./binder.ts";
import { given, nodeAt, text, textOf } from "./read-map.ts";
import { readStatements } from "./statements.ts";

/** The rhythm that a text states; null (reported) when it states none that is known. */
function frequencyOf(binder: Binder, written: Given<string> | null): Given<Frequency> | null {
  if (written === null) return null;
  const frequency = parseRhythm(written.value);
  if (frequency !== null) return given(frequency, written.span);
  const near = nearest(written.value, frequencies) ?? null;
  const args = { text: written.value.slice(0, 80), hint: near };
  // What is nearly a known word is misspelt; other words may be the document's own (适时).
  const severity = near === null ? "warning" : "error";
  binder.findings.push(makeDiagnostic(unknownRhythm, written.span, args, { suggestion: near, severity }));
  return null;
}

/** Reads one rhythm. */
export const readFrequency: ReadValue<Frequency> = (scope, node) => frequencyOf(scope.binder, textOf(node));

/** All statements of a rhythm. */
export function readFrequencies(scope: Scope, map: YamlMap, key: string): Statements<Frequency> {
  return readStatements(scope, nodeAt(map, key), readFrequency);
}

/** The rhythm under a key that is stated once. */
export function frequencyAt({ binder }: Scope, map: YamlMap, key: string): Given<Frequency> | null {
  return frequencyOf(binder, text(map, key));
}
