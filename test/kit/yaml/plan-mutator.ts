/** Plans changed at random: every kind of fault and of style that a writer, an editor or an attacker brings in. */
import { lineMutations, type Mutation } from "./mutate-lines.ts";
import { textMutations } from "./mutate-text.ts";
import { seeded } from "./random.ts";

const mutations: readonly (readonly [string, Mutation])[] = [
  ...Object.entries(lineMutations),
  ...Object.entries(textMutations),
];

export interface MutatedPlan {
  readonly text: string;
  /** Names of the changes, for the report of a failure. */
  readonly changes: readonly string[];
}

/** The mutant of a number: one to three changes of one of the texts. Equal numbers give equal mutants. */
export function mutatedPlan(texts: readonly string[], seed: number): MutatedPlan {
  const random = seeded(seed);
  let text = random.pick(texts);
  const changes: string[] = [];
  for (let left = 1 + random.below(3); left > 0; left--) {
    const [name, mutate] = random.pick(mutations);
    text = mutate(text, random);
    changes.push(name);
  }
  return { text, changes };
}
