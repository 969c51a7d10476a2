/** The plan's own head: period, issuer, data files, revisions. */
import type { Given } from "../../plan/given.ts";
import type { DataFile, DataFiles, Issuer, PlanPeriod, Revision } from "../../plan/plan.ts";
import { partOf } from "../../plan/sub-span.ts";
import type { Day, When } from "../../plan/time.ts";
import { spanText } from "../../text/source.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { anyKind, type Binder, mention, type Scope } from "./binder.ts";
import { readMention, readSection } from "./mentions.ts";
import { flag, given, itemsAt, mapAt, nodeAt, text, textOf, texts } from "./read-map.ts";
import { readWhen, whenAt } from "./when.ts";

/** Reads the planning period and puts it on the binder's calendar, so that `M9` can be placed from here on. */
export function bindPeriod(binder: Binder, root: YamlMap): PlanPeriod | null {
  const node = nodeAt(root, "period");
  if (node === null || node.kind === "list") return null;
  const period = node.kind === "map" ? periodOfMap(binder, node) : periodOfText({ binder, item: null }, node);
  binder.calendar.start = period?.start?.value ?? null;
  binder.calendar.end = period?.end?.value ?? null;
  return period;
}

function periodOfText(scope: Scope, node: YamlNode): PlanPeriod {
  const when = readWhen(scope, node, null);
  // A period that cannot be read is told there; it is not missing.
  if (when === null)
    return { span: node.span, start: null, end: null, stated: true, text: spanText(node.span) };
  const { period, text: written } = when.value;
  return {
    span: node.span,
    start: dayAt(when, period?.start ?? null),
    end: dayAt(when, period?.end ?? null),
    stated: true,
    text: written,
  };
}

/** `months` gives the end where none is stated: M1 is the calendar month of the start. */
function periodOfMap(binder: Binder, map: YamlMap): PlanPeriod {
  const scope: Scope = { binder, item: null };
  readSection(scope, map);
  const from = whenAt(scope, map, "start");
  const start = from === null ? null : dayAt(from, from.value.period?.start ?? null);
  binder.calendar.start = start?.value ?? null;
  const until = whenAt(scope, map, "end");
  const months = whenAt(scope, map, "months");
  const last = until ?? months;
  return {
    span: map.span,
    start,
    end: last === null ? null : dayAt(last, last.value.period?.end ?? null),
    stated: flag(map, "stated") !== false,
    text: [from?.value.text, (until ?? months)?.value.text].filter((t) => t !== undefined).join(".."),
  };
}

function dayAt(when: Given<When>, day: Day | null): Given<Day> | null {
  return day === null ? null : given(day, when.span);
}

/** Who issued the document. */
export function bindIssuer(binder: Binder, root: YamlMap): Issuer | null {
  const map = mapAt(root, "issuer");
  if (map === null) return null;
  return {
    span: map.span,
    name: text(map, "name"),
    number: text(map, "number"),
    date: whenAt({ binder, item: null }, map, "date"),
    to: texts(map, "to"),
    secrecy: text(map, "secrecy"),
    signed: text(map, "signed"),
    contact: text(map, "contact"),
  };
}

/** The data files that the plan names. */
export function bindData(root: YamlMap): DataFiles {
  const map = mapAt(root, "data");
  const files = (key: string): readonly DataFile[] =>
    map === null ? [] : itemsAt(map, key).flatMap((node) => readDataFile(node) ?? []);
  return { observations: files("observations"), progress: files("progress"), spending: files("spending") };
}

function readDataFile(node: YamlNode): DataFile | null {
  if (node.kind === "map") {
    const path = text(node, "file");
    return path === null ? null : { span: node.span, path, demo: flag(node, "demo") === true };
  }
  const path = textOf(node);
  return path === null ? null : { span: node.span, path, demo: false };
}

/** Revisions, in plan order. */
export function bindRevisions(binder: Binder, root: YamlMap): readonly Revision[] {
  const scope: Scope = { binder, item: null };
  return itemsAt(root, "revisions").flatMap((node) => {
    if (node.kind !== "map") return [];
    readSection(scope, node);
    const what = text(node, "what");
    const to = writtenAt(node, "to");
    if (to !== null || isBelowItem(what)) mentionRevised(binder, what);
    return {
      span: node.span,
      date: whenAt(scope, node, "date"),
      what,
      from: writtenAt(node, "from"),
      to,
      reason: text(node, "reason"),
      approvedBy: readMention(scope, node, "approved-by", ["actor"]),
    };
  });
}

const revisedPath = /^([a-z]+)\/([^/\s]+)/;

/** A revision of a whole item that leads to nothing tells that it was dropped: its id is no longer there. */
function isBelowItem(what: Given<string> | null): boolean {
  return what !== null && what.value.split("/").length > 2;
}

/** The id in `indicators/coverage-rate/targets/2027-12`. */
function mentionRevised(binder: Binder, what: Given<string> | null): void {
  const match = what === null ? null : revisedPath.exec(what.value);
  if (what === null || match === null) return;
  const [whole, list = "", id = ""] = match;
  const kind = anyKind.find((k) => listOf(k) === list);
  if (kind === undefined) return;
  mention(binder, given(id, partOf(what, whole.length - id.length, whole.length)), [kind], null, "what");
}

function listOf(kind: string): string {
  return kind === "evidence" ? kind : kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

function writtenAt(map: YamlMap, key: string): Given<string> | null {
  const node = nodeAt(map, key);
  if (node === null) return null;
  return textOf(node) ?? given(spanText(node.span), node.span);
}
