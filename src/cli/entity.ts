/** `--entity ID` or its name: whether any plan of a run has it. A misspelt one must not look like one without rows. */
import type { Compilation } from "../compile.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { typed, usageFinding } from "./usage.ts";

export interface EntitySearch {
  /** Notes the entities of a plan (`entityNames`); nothing for one that could not be read. */
  look(names: readonly string[] | null): void;
  /** Told when plans were looked at and none has the entity; null otherwise. */
  fault(): Diagnostic | null;
}

/** The id of the entity that an id or a name means; null for `all` and no value. */
export function entityId({ plan }: Compilation, asked: unknown): string | null {
  if (typeof asked !== "string" || asked === "all") return null;
  return plan?.entities.find((e) => e.name?.text === asked && e.id.value !== asked)?.id.value ?? asked;
}

/** Ids and names of the entities of a plan, those that only its data name included; null when it could not be read. */
export function entityNames({ plan, results }: Compilation): readonly string[] | null {
  if (plan === null) return null;
  const declared = plan.entities.flatMap(({ id, name }) => [id.value, ...(name === null ? [] : [name.text])]);
  const inData = (results?.rows ?? []).flatMap((row) => row.entity ?? []);
  return [...new Set([...declared, ...inData])];
}

/** Names kept for the suggestion. */
const mostKept = 10_000;

/** Makes the search for the value of `--entity`; `all` and no value are always found. */
export function searchEntity(asked: unknown): EntitySearch {
  const known = new Set<string>();
  let plans = 0;
  let found = typeof asked !== "string" || asked === "all";
  return {
    look(names) {
      if (found || names === null) return;
      plans++;
      for (const name of names) {
        found ||= name === asked;
        if (known.size < mostKept) known.add(name);
      }
    },
    fault: () => (found || plans === 0 ? null : unknownEntity(String(asked), known)),
  };
}

function unknownEntity(asked: string, known: ReadonlySet<string>): Diagnostic {
  const none = known.size === 0;
  return usageFinding({
    en: none
      ? `--entity ${typed(asked)}: no plan has entities, nor values that name one`
      : `--entity: no plan has an entity ${typed(asked)}`,
    zhHans: none
      ? `--entity “${asked}”：方案未列实施单位，实际值也未注明单位`
      : `--entity：方案中没有实施单位“${asked}”`,
    given: asked,
    suggestion: nearest(asked, known),
  });
}
