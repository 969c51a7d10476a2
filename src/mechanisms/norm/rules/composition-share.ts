/**
 * Parts of a composition cannot be more than the whole.
 *
 * Looks at: the shares of a norm's composition that hold in general; a floor counts with its figure, a cap is left out.
 * Reports: the first share; related: the others.
 * Source: FORMAT.md section 7 (norm), DESIGN.md section 4 (shares that do not sum).
 */
import { entriesAt, quantitiesAt } from "../../../plan/parameters.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { ofType } from "../../of-type.ts";
import { addedPlaces, againstWhole, general, printPercent, shareOf, sumOf } from "../../shares.ts";

type Args = { readonly id: string; readonly sum: string };

export const normCompositionShare = defineRule<Args>({
  code: "norm/composition-share",
  severity: "error",
  text: {
    en: {
      title: "Composition above the whole",
      message: (a) => `${a.id}: the shares of the composition sum to ${a.sum}, more than 100%`,
      why: "The parts of a whole cannot be more than the whole.",
      fix: "Correct the shares; say with `scope` where they are not parts of one whole.",
    },
    zhHans: {
      title: "构成占比超过整体",
      message: (a) => `配置标准“${a.id}”的构成占比合计为 ${a.sum}，超过 100%`,
      why: "各部分之和不可能超过整体。",
      fix: "更正占比；不属同一整体的用 `scope` 注明。",
    },
  },
  check({ plan, report }) {
    for (const norm of ofType(plan, "norm")) {
      const shares = entriesAt(norm.parameters, "composition").flatMap(
        (part) => shareOf(general(quantitiesAt(part, "share"))) ?? [],
      );
      const [first] = shares;
      const sum = sumOf(shares);
      if (first === undefined || shares.length < 2 || againstWhole(sum) <= 0) continue;
      report(
        first.span,
        { id: norm.id.value, sum: printPercent(sum) },
        { on: norm, related: addedPlaces(shares) },
      );
    }
  },
});
