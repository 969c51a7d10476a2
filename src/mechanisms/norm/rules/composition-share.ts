/**
 * Parts of a composition make up the whole.
 *
 * Looks at: the shares of a norm's composition that hold in general; a floor counts with its figure, a cap is left out. Less
 * than 100% is told only where several parts all have an exact share and the norm is not open (`open: true`).
 * Reports: the first share; related: the others. An error above the whole, a warning below it.
 * Source: FORMAT.md section 7 (norm), DESIGN.md section 4 (shares that do not sum).
 */
import { entriesAt, quantitiesAt } from "../../../plan/parameters.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";
import { addedPlaces, againstWhole, general, printPercent, shareOf, sumOf } from "../../shares.ts";

type Args = { readonly id: string; readonly name: string; readonly sum: string; readonly above: boolean };

export const normCompositionShare = defineRule<Args>({
  code: "norm/composition-share",
  severity: "error",
  text: {
    en: {
      title: "Composition does not make up the whole",
      message: (a) =>
        `${a.id}: the shares of the composition sum to ${a.sum}, ${a.above ? "more than" : "not"} 100%`,
      why: "No staff or stock can be made up of more than all of it, and what no part covers is left to chance.",
      fix: "Correct the shares; say with `scope` where they are not parts of one whole, with `open: true` where there are others.",
    },
    zhHans: {
      title: "构成占比合计不符",
      message: (a) => `配置标准“${a.name}”的构成占比合计为 ${a.sum}，${a.above ? "超过 100%" : "不足 100%"}`,
      why: "各部分之和不可能超过整体；不足整体的，其余部分没有着落。",
      fix: "更正占比；不属同一整体的用 `scope` 注明，未列全的注明 `open: true`。",
    },
  },
  check({ plan, report }) {
    for (const norm of ofType(plan, "norm")) {
      const parts = entriesAt(norm.parameters, "composition");
      const shares = parts.flatMap((part) => shareOf(general(quantitiesAt(part, "share"))) ?? []);
      const [first] = shares;
      const sum = sumOf(shares);
      const side = againstWhole(sum);
      const isAll = shares.length === parts.length && shares.every(({ exact }) => exact) && !norm.open;
      if (first === undefined || side === 0 || (side < 0 && (!isAll || shares.length < 2))) continue;
      const args = { id: norm.id.value, name: nameOf(norm), sum: printPercent(sum), above: side > 0 };
      const severity = side > 0 ? "error" : "warning";
      report(first.span, args, { on: norm, severity, related: addedPlaces(shares) });
    }
  },
});
