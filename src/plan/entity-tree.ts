/** Which entities stand above which others (`parent`), to any depth. */
import type { Entity } from "./plan.ts";

export interface EntityTree {
  /** Entities that no other stands above. */
  readonly roots: readonly string[];
  /** Children in plan order, of those that have some. */
  readonly below: ReadonlyMap<string, readonly string[]>;
  /** Those that have children, each after all that stand below it. */
  readonly above: readonly string[];
  /** Entities that stand above themselves, and those below them: nobody knows what is a part of what. Empty for most. */
  readonly circular: ReadonlySet<string>;
  /** The level that the plan gives (街道, 社区), else how deep the entity stands. */
  levelOf(entity: string): string;
  /** True for entities of the plan; others stand in data only. */
  knows(entity: string): boolean;
}

const noneCircular: ReadonlySet<string> = new Set();

/**
 * The tree of a plan's entities. A parent that is no entity, or the entity itself, stands above nobody; a circle is cut open at its
 * first entity in plan order so that every walk ends, and its entities are `circular` (`reference/cycle` tells of it).
 */
export function entityTree(entities: readonly Entity[]): EntityTree {
  const declared = new Map(entities.map((entity) => [entity.id.value, entity]));
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  for (const { id, parent } of entities) {
    if (parent === null || parent.value === id.value || !declared.has(parent.value)) roots.push(id.value);
    else {
      const siblings = children.get(parent.value);
      if (siblings === undefined) children.set(parent.value, [id.value]);
      else siblings.push(id.value);
    }
  }
  const depths = new Map<string, number>();
  const below = new Map<string, readonly string[]>();
  const order: string[] = [];
  const descend = (root: string): void => {
    depths.set(root, 0);
    const waiting = [root];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const depth = depths.get(id) ?? 0;
      const own = (children.get(id) ?? []).filter((child) => !depths.has(child));
      if (own.length === 0) continue;
      below.set(id, own);
      order.push(id);
      for (const child of own) {
        depths.set(child, depth + 1);
        waiting.push(child);
      }
    }
  };
  for (const root of roots) descend(root);
  const sound = depths.size;
  for (const { id } of entities) {
    if (depths.has(id.value)) continue;
    roots.push(id.value);
    descend(id.value);
  }
  const circular = depths.size === sound ? noneCircular : new Set([...depths.keys()].slice(sound));
  return {
    roots,
    below,
    above: order.reverse(),
    circular,
    levelOf: (entity) => declared.get(entity)?.level?.value ?? String(depths.get(entity) ?? 0),
    knows: (entity) => declared.has(entity),
  };
}
