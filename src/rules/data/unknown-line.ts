/**
 * Spending on a line of a fund is on a line that the fund has.
 *
 * Looks at: the lines of spending rows on funds that list lines with ids or names. Where none is listed nothing is asked.
 * Reports: the first row of each such line; suggests the nearest; related: the first line of the fund.
 * Source: FORMAT.md section 8 (spending), DESIGN.md section 4 (unknown references).
 */
import { nearest } from "../../diagnostics/suggest.ts";
import { fundsOf } from "../../plan/budgets.ts";
import { entriesAt, labelOf, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  readonly meant: string | null;
};

export const dataUnknownLine = defineRule<Args>({
  code: "data/unknown-line",
  severity: "error",
  text: {
    en: {
      title: "Spending on an unknown line",
      message: (a) =>
        `the fund ${a.id} has no line "${a.line}"${a.meant === null ? "" : `; the nearest is "${a.meant}"`}`,
      why: "Money that is spent on a line that nobody planned is held against no amount.",
      fix: "Correct the line, or add it to the fund.",
    },
    zhHans: {
      title: "使用方向不存在",
      message: (a) =>
        `经费安排“${a.name}”没有使用方向“${a.line}”${a.meant === null ? "" : `，最接近的是“${a.meant}”`}`,
      why: "支出记在未列的方向上，无法与所安排的金额核对。",
      fix: "更正使用方向，或在经费安排中补列。",
    },
  },
  check({ plan, records, report }) {
    if (records.spending.every(({ line }) => line === null)) return;
    const funds = new Map(fundsOf(plan).map((fund) => [fund.id.value, fund] as const));
    const linesBy = new Map<Mechanism, Lines>();
    const told = new Set<string>();
    for (const { kind, id, line } of records.spending) {
      const fund = kind?.value === "action" || line === null ? undefined : funds.get(id.value);
      if (fund === undefined || line === null) continue;
      const { names: known, keys } = linesBy.get(fund) ?? linesOf(fund);
      linesBy.set(fund, { names: known, keys });
      const key = keyOf(line.value);
      if (known.length === 0 || keys.has(key)) continue;
      const once = `${id.value}\u0000${key}`;
      if (told.has(once)) continue;
      told.add(once);
      const meant = nearest(line.value, known) ?? null;
      const [first] = entriesAt(fund.parameters, "lines");
      const related =
        first === undefined
          ? []
          : [{ span: first.span, note: { en: "lines of the fund", zhHans: "所列使用方向" } }];
      const args = { id: id.value, name: nameOf(fund), line: line.value, meant };
      report(line.span, args, { on: fund, related, suggestion: meant });
    }
  },
});

interface Lines {
  readonly names: readonly string[];
  readonly keys: ReadonlySet<string>;
}

/** Ids and names of the lines of a fund. */
function linesOf({ parameters }: Mechanism): Lines {
  const names = entriesAt(parameters, "lines").flatMap((entry) => [
    ...wordsAt(entry, "id").map(({ value }) => value),
    ...(labelOf(entry) ?? "").split("\n").filter((name) => name !== ""),
  ]);
  return { names, keys: new Set(names.map(keyOf)) };
}

function keyOf(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
