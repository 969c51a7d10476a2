/** How often the data of scorecards come: of the indicators that they score, and of what their `data-from` names. */
import type { Given } from "../../plan/given.ts";
import { entriesAt, idsAt, rhythmsAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { isRarer, perYear } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";

/** One thing that yields data, with its rhythm; null where none is stated. */
export interface DataRhythm {
  readonly id: string;
  readonly rhythm: Given<Rhythm> | null;
  /** Where the scorecard names it first. */
  readonly named: Span;
}

/** Looks up, for the scorecards of a plan, all that their components name as their data. */
export function dataRhythmsIn(plan: Plan): (scorecard: Mechanism) => readonly DataRhythm[] {
  const ofIndicator = new Map<string, Given<Rhythm> | null>();
  for (const { id, frequency } of plan.indicators) ofIndicator.set(id.value, frequency[0]?.is ?? null);
  const ofSource = sourcesIn(plan);
  return ({ id: own, parameters }) => {
    const data = new Map<string, DataRhythm>();
    const add = ({ value: id, span }: Given<string>, rhythm: Given<Rhythm> | null): void => {
      data.set(id, { id, rhythm, named: data.get(id)?.named ?? span });
    };
    for (const component of entriesAt(parameters, "components")) {
      for (const name of idsAt(component, "indicators")) add(name, ofIndicator.get(name.value) ?? null);
      for (const name of idsAt(component, "data-from")) {
        const { value } = name;
        if (value !== own.value) add(name, ofSource.get(value) ?? ofIndicator.get(value) ?? null);
      }
    }
    return [...data.values()];
  };
}

/** A mechanism has its own rhythm or that of its rounds, a deliverable that of the review that yields it. */
function sourcesIn(plan: Plan): ReadonlyMap<string, Given<Rhythm>> {
  const known = new Map<string, Given<Rhythm>>();
  for (const { id, cadence, parameters } of plan.mechanisms) {
    const rounds = entriesAt(parameters, "rounds").flatMap((round) => rhythmsAt(round, "cadence"));
    const names = [id, ...idsAt(parameters, "yields")];
    for (const { is } of [...cadence, ...rounds]) {
      for (const { value } of names) known.set(value, quicker(known.get(value), is));
    }
  }
  return known;
}

/** The rhythm by which data come sooner; 常态化 and 定期 set no length that anything could outrun. */
function quicker(a: Given<Rhythm> | undefined, b: Given<Rhythm>): Given<Rhythm> {
  if (a === undefined || perYear(b.value) === null) return b;
  return isRarer(a.value, b.value) ? b : a;
}
