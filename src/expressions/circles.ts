/** Circles of things that name each other, found without recursion: a chain of formulas may be long. */
import type { Span } from "../text/source.ts";

/** A mention of `to`. */
export interface Mention {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

type Mentions = ReadonlyMap<string, readonly Mention[]>;

/**
 * One circle for each set of things that lead to each other: the shortest that holds the earliest mention, beginning there.
 * `members` are all things of the set, in no order.
 */
export function circlesAmong(
  mentions: Mentions,
): readonly { readonly members: readonly string[]; readonly circle: readonly Mention[] }[] {
  return componentsOf(mentions).flatMap((members) => {
    const circle = shortestCircle(new Set(members), mentions);
    return circle.length === 0 ? [] : [{ members, circle }];
  });
}

interface Visit {
  readonly id: string;
  next: number;
}

/** Strongly connected components (Tarjan), with an explicit stack. */
function componentsOf(mentions: Mentions): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open = new Set<string>();
  const entered: string[] = [];
  const components: string[][] = [];
  const lower = (id: string, to: number): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? to, to));
  };
  for (const start of mentions.keys()) {
    if (order.has(start)) continue;
    const visits: Visit[] = [];
    const enter = (id: string): void => {
      lowest.set(id, order.size);
      order.set(id, order.size);
      open.add(id);
      entered.push(id);
      visits.push({ id, next: 0 });
    };
    enter(start);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const mention = mentions.get(visit.id)?.[visit.next++];
      if (mention !== undefined) {
        if (!order.has(mention.to)) enter(mention.to);
        else if (open.has(mention.to)) lower(visit.id, order.get(mention.to) ?? 0);
        continue;
      }
      visits.pop();
      const low = lowest.get(visit.id) ?? 0;
      const above = visits.at(-1);
      if (above !== undefined) lower(above.id, low);
      if (low === order.get(visit.id)) components.push(closed(entered, open, visit.id));
    }
  }
  return components;
}

/** The last entered, down to the root of a component. */
function closed(entered: string[], open: Set<string>, root: string): string[] {
  const members: string[] = [];
  for (let id = entered.pop(); id !== undefined; id = entered.pop()) {
    members.push(id);
    open.delete(id);
    if (id === root) break;
  }
  return members;
}

function shortestCircle(members: ReadonlySet<string>, mentions: Mentions): readonly Mention[] {
  const within = (id: string): readonly Mention[] =>
    (mentions.get(id) ?? []).filter(({ to }) => members.has(to));
  let first: Mention | null = null;
  for (const id of members)
    for (const mention of within(id))
      if (first === null || mention.span.start < first.span.start) first = mention;
  if (first === null) return [];
  const cameBy = new Map<string, Mention | null>([[first.to, null]]);
  const waiting = [first.to];
  for (let at = 0; at < waiting.length && !cameBy.has(first.from); at++) {
    for (const mention of within(waiting[at] ?? "")) {
      if (cameBy.has(mention.to)) continue;
      cameBy.set(mention.to, mention);
      waiting.push(mention.to);
    }
  }
  const back: Mention[] = [];
  for (let step = cameBy.get(first.from); step != null; step = cameBy.get(step.from)) back.push(step);
  return [first, ...back.reverse()];
}
