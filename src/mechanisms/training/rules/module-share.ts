/**
 * Modules of a training make up its hours.
 *
 * Looks at: the shares of the modules that hold in general. Less than 100% is told only
 * where every module has an exact share and the list is not open.
 * Reports: the first share; related: the others.
 * Source: FORMAT.md section 7 (training), DESIGN.md section 4 (shares that do not sum).
 */
import { entriesAt, quantitiesAt } from "../../../plan/parameters.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";
import { addedPlaces, againstWhole, general, printPercent, shareOf, sumOf } from "../../shares.ts";

type Args = { readonly id: string; readonly name: string; readonly sum: string };

export const trainingModuleShare = defineRule<Args>({
  code: "training/module-share",
  severity: "error",
  text: {
    en: {
      title: "Shares of the modules do not add up",
      message: (a) => `${a.id}: the shares of the modules sum to ${a.sum}, not 100%`,
      why: "Hours that no module fills, or that two claim, cannot be planned.",
      fix: "Correct the shares, or mark the list with `open: true`.",
    },
    zhHans: {
      title: "培训模块占比合计不符",
      message: (a) => `教育培训“${a.name}”的模块占比合计为 ${a.sum}，应为 100%`,
      why: "学时重复占用或没有着落，培训无法排定。",
      fix: "更正占比；未列全的注明 `open: true`。",
    },
  },
  check({ plan, report }) {
    for (const training of ofType(plan, "training")) {
      const modules = entriesAt(training.parameters, "modules");
      const shares = modules.flatMap((one) => shareOf(general(quantitiesAt(one, "share"))) ?? []);
      const [first] = shares;
      const sum = sumOf(shares);
      const side = againstWhole(sum);
      const isAll = shares.length === modules.length && shares.every(({ exact }) => exact) && !training.open;
      if (first === undefined || side === 0 || (side < 0 && (!isAll || shares.length < 2))) continue;
      const args = { id: training.id.value, name: nameOf(training), sum: printPercent(sum) };
      report(first.span, args, { on: training, related: addedPlaces(shares) });
    }
  },
});
