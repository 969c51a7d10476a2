/**
 * What a mechanism announces must be what it lists.
 *
 * Looks at: the announced counts of a mechanism that is not open (`open: true`, 等): a bare count against the list that its
 * type is made of (items, components, states, stages …, see `src/mechanisms/checks.ts`), a named one against the list
 * of that key or the partial list of that id; and the counts of partial lists and of a component's items. Nothing is
 * asked where nothing is listed.
 * Reports: the count.
 * Source: FORMAT.md section 7 (`announced`), DESIGN.md section 4 (announced counts).
 */
import { mechanismChecks } from "../../mechanisms/checks.ts";
import type { Given } from "../../plan/given.ts";
import { countsAt, entriesAt, flagAt, mapAt, type ParameterMap, wordsAt } from "../../plan/parameters.ts";
import type { Announcement, Mechanism } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";

type Args = {
  readonly id: string;
  readonly of: string | null;
  readonly announced: number;
  readonly listed: number;
};

export const mechanismAnnounced = defineRule<Args>({
  code: "mechanism/announced",
  severity: "error",
  text: {
    en: {
      title: "Mechanism lists more or less than it announces",
      message: (a) =>
        `${a.id}${a.of === null ? "" : ` (${a.of})`} announces ${a.announced}, but lists ${a.listed}`,
      why: "A reader who counts finds one missing or one too many, and cannot tell which.",
      fix: "Correct the count, add what is missing, or mark the list with `open: true` where the document says 等.",
    },
    zhHans: {
      title: "工作机制所列数量与所述数量不符",
      message: (a) =>
        `工作机制“${a.id}”${a.of === null ? "" : `的“${a.of}”`}提出 ${a.announced} 项，实际列出 ${a.listed} 项`,
      why: "数量与所列内容对不上，无法判断是漏列还是多列。",
      fix: "更正数量，补列缺项；原文以“等”字结尾的注明 `open: true`。",
    },
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin === "cited") continue;
      for (const { of, count, listed } of countsOf(mechanism)) {
        if (listed === 0 || listed === count.value) continue;
        const args = { id: mechanism.id.value, of, announced: count.value, listed };
        report(count.span, args, { on: mechanism });
      }
    }
  },
});

interface Held {
  readonly of: string | null;
  readonly count: Given<number>;
  readonly listed: number;
}

function countsOf(mechanism: Mechanism): readonly Held[] {
  const { parameters, announced, open } = mechanism;
  const own = open ? [] : announced.map((one) => heldOf(mechanism, one));
  const lists = entriesAt(parameters, "lists").flatMap((list) =>
    flagAt(list, "open") === true
      ? []
      : countsAt(list, "announced").map(({ count }) =>
          held(nameIn(list), count, entriesAt(list, "items").length),
        ),
  );
  const components = entriesAt(parameters, "components").flatMap((component) => {
    const items = mapAt(component, "items");
    if (items === null) return [];
    const listed = wordsAt(items, "list").length;
    return countsAt(items, "announced").map(({ count }) => held(nameIn(component), count, listed));
  });
  return [...own, ...lists, ...components];
}

function held(of: string | null, count: Given<number>, listed: number): Held {
  return { of, count, listed };
}

function nameIn(entry: ParameterMap): string | null {
  return wordsAt(entry, "id")[0]?.value ?? null;
}

/** What a count is held against; nothing is listed of what no list is named for. */
function heldOf({ parameters, type }: Mechanism, { of, count }: Announcement): Held {
  const counted = mechanismChecks.get(type.value)?.counted ?? [];
  const isBare = of.origin === "assumed" || of.value === "items";
  if (isBare) {
    const key = counted.find((one) => parameters.get(one) !== undefined);
    return held(null, count, key === undefined ? 0 : lengthOf(parameters, key));
  }
  const part = entriesAt(parameters, "lists").find((list) => nameIn(list) === of.value);
  const listed = part === undefined ? lengthOf(parameters, of.value) : entriesAt(part, "items").length;
  return held(of.value, count, listed);
}

function lengthOf(parameters: ParameterMap, key: string): number {
  const value = parameters.get(key);
  if (value?.kind === "list") return value.entries.length;
  // Words that are told twice are one list.
  return value?.kind === "text" ? (value.statements[0]?.is.value.length ?? 0) : 0;
}
