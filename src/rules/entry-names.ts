/** Names of the entries of mechanisms (lines, levels, rules, items) in place of their ids, for messages. */
import { entriesAt, labelOf, type ParameterMap, walkParameters, wordsAt } from "../plan/parameters.ts";
import type { Item, Mechanism } from "../plan/plan.ts";
import { nameOf } from "./name-of.ts";

const ofFigures = "figures/";

/**
 * The path of a value below an item, as facts are named (`lines/training/share`, `figures/cap`), with the names of entries
 * and figures in place of their ids. What has no name, or one with a slash in it, keeps its id.
 */
export function pathWithNames(item: Item, path: string): string {
  const mechanism = mechanismOf(item);
  if (mechanism === null || !path.includes("/")) return path;
  if (path.startsWith(ofFigures)) {
    const id = path.slice(ofFigures.length);
    const figure = mechanism.figures.find((one) => one.id.value === id);
    return figure === undefined ? path : `${ofFigures}${nameOf(figure)}`;
  }
  let map: ParameterMap | undefined = mechanism.parameters;
  let entries: readonly ParameterMap[] = [];
  const words = path.split("/").map((step) => {
    const entry: ParameterMap | undefined = entries.find(
      (one, i) => idOf(one) === step || `${i + 1}` === step,
    );
    if (entry !== undefined) {
      [map, entries] = [entry, []];
      return plainLabel(entry) ?? step;
    }
    entries = map === undefined ? [] : entriesAt(map, step);
    const value: ReturnType<ParameterMap["get"]> = map?.get(step);
    map = value?.kind === "map" ? value.map : undefined;
    return step;
  });
  return words.join("/");
}

/** What the entry of a mechanism with an id is called; the id where there is none, or it has no name. */
export function entryName({ parameters }: Mechanism, id: string): string {
  let name: string | null = null;
  walkParameters(parameters, (_, value) => {
    if (name !== null || value.kind !== "list") return;
    const entry = value.entries.find((one) => idOf(one) === id);
    if (entry !== undefined) name = labelOf(entry);
  });
  return name ?? id;
}

function mechanismOf(item: Item): Mechanism | null {
  return item.kind === "mechanism" ? (item as Mechanism) : null;
}

function idOf(entry: ParameterMap): string | null {
  return wordsAt(entry, "id")[0]?.value ?? labelOf(entry);
}

/** A slash would part the path at another place. */
function plainLabel(entry: ParameterMap): string | null {
  const label = labelOf(entry);
  return label === null || label.includes("/") ? null : label;
}
