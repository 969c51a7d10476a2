/** Two versions of a text line by line, as `diff -u` prints them. */

/** Lines around a change. */
const context = 3;

/** A run of lines that differ: `from`..`to` of the old text became `newFrom`..`newTo` of the new one. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** The unified diff of a file; empty when the texts are the same. Of texts of as many lines each line is compared with its own. */
export function lineDiff(name: string, before: string, after: string): string {
  if (before === after) return "";
  const old = linesOf(before);
  const made = linesOf(after);
  const changes = changesOf(old, made);
  const hunks = groupsOf(changes).map((group) => hunk(group, old, made));
  return `--- a/${name}\n+++ b/${name}\n${hunks.join("")}`;
}

function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

function changesOf(old: readonly string[], made: readonly string[]): readonly Change[] {
  if (old.length !== made.length) return [oneChange(old, made)];
  const changes: Change[] = [];
  for (let i = 0; i < old.length; i++) {
    if (old[i] === made[i]) continue;
    const from = i;
    while (i < old.length && old[i] !== made[i]) i++;
    changes.push({ from, to: i, newFrom: from, newTo: i });
  }
  return changes;
}

/** All between the lines that both begin with and the lines that both end with. */
function oneChange(old: readonly string[], made: readonly string[]): Change {
  const most = Math.min(old.length, made.length);
  let from = 0;
  while (from < most && old[from] === made[from]) from++;
  let same = 0;
  while (same < most - from && old.at(-1 - same) === made.at(-1 - same)) same++;
  return { from, to: old.length - same, newFrom: from, newTo: made.length - same };
}

/** Changes so near to each other that their surroundings meet stand in one hunk. */
function groupsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last !== undefined && change.from - (last.at(-1)?.to ?? 0) <= 2 * context) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(group: readonly Change[], old: readonly string[], made: readonly string[]): string {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return "";
  const start = Math.max(0, first.from - context);
  const newStart = first.newFrom - (first.from - start);
  const end = Math.min(old.length, last.to + context);
  const lines: string[] = [];
  let cursor = start;
  for (const { from, to, newFrom, newTo } of group) {
    lines.push(...marked(" ", old.slice(cursor, from)));
    lines.push(...marked("-", old.slice(from, to)), ...marked("+", made.slice(newFrom, newTo)));
    cursor = to;
  }
  lines.push(...marked(" ", old.slice(cursor, end)));
  const newEnd = last.newTo + (end - last.to);
  return `@@ -${start + 1},${end - start} +${newStart + 1},${newEnd - newStart} @@\n${lines.join("")}`;
}

function marked(sign: string, lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => line !== "")
    .map((line) => (line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`));
}
