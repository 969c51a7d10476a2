/**
 * Shares of a fund must make up no more than the whole.
 *
 * Looks at: sources, and apart from them spending lines, whose shares are taken of one base (`of`) without a condition
 * (`where`). Less than 100% is told only where all parts have an exact share: where the fund says that they are
 * complete (`complete: true`), and where several are shares of the fund itself and neither `complete: false` nor
 * `open: true` says that there is more.
 * Reports: the first share; related: the others.
 * Source: FORMAT.md section 7 (fund), DESIGN.md section 4 (shares that do not sum).
 */

import { entriesAt, flagAt, type ParameterMap, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { own } from "../../../text/own.ts";
import { ofType } from "../../of-type.ts";
import {
  addedPlaces,
  againstWhole,
  general,
  printPercent,
  type Share,
  shareOf,
  sumOf,
} from "../../shares.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly part: "sources" | "lines";
  readonly sum: string;
  readonly above: boolean;
};

const inChinese = { sources: "资金来源", lines: "支出科目" };

export const fundShareSum = defineRule<Args>({
  code: "fund/share-sum",
  severity: "error",
  text: {
    en: {
      title: "Shares of a fund do not add up",
      message: (a) =>
        `${a.id}: the shares of its ${a.part} sum to ${a.sum}, ${a.above ? "more than" : "not"} 100%`,
      why: "Money cannot be spent twice, and what no line takes nobody answers for.",
      fix: "Correct the shares; name with `of` what each is taken of where the bases differ, and mark parts of more with `complete: false`.",
    },
    zhHans: {
      title: "经费占比合计不符",
      message: (a) =>
        `经费安排“${a.name}”的${own(inChinese, a.part)}占比合计为 ${a.sum}，${a.above ? "超过 100%" : "不足 100%"}`,
      why: "同一笔钱不能用两次；没有归属的部分则无人负责。",
      fix: "更正占比；基数不同的用 `of` 注明，未列全的注明 `complete: false`。",
    },
  },
  check({ plan, report }) {
    for (const fund of ofType(plan, "fund")) {
      const complete = fund.open ? false : flagAt(fund.parameters, "complete");
      for (const part of ["sources", "lines"] as const) {
        const entries = entriesAt(fund.parameters, part);
        for (const [base, shares] of byBase(entries, fund.id.value)) {
          const [first] = shares;
          const sum = sumOf(shares);
          const side = againstWhole(sum);
          const all = shares.length === entries.length && shares.every(({ exact }) => exact);
          const isWhole = complete === null && base === "" && shares.length > 1;
          if (first === undefined || side === 0) continue;
          if (side < 0 && !(all && (complete === true || isWhole))) continue;
          const args = {
            id: fund.id.value,
            name: nameOf(fund),
            part,
            sum: printPercent(sum),
            above: side > 0,
          };
          report(first.span, args, { on: fund, related: addedPlaces(shares) });
        }
      }
    }
  },
});

/** Shares that are taken of one thing. */
function byBase(entries: readonly ParameterMap[], fund: string): ReadonlyMap<string, readonly Share[]> {
  const groups = new Map<string, Share[]>();
  for (const entry of entries) {
    const share = shareOf(general(quantitiesAt(entry, "share")));
    if (share === null || entry.get("where") !== undefined) continue;
    const stated = wordsAt(entry, "of")[0]?.value ?? quantitiesAt(entry, "share")[0]?.of?.value ?? "";
    // Named or not, the fund is what its parts are taken of.
    const base = stated === fund ? "" : stated;
    groups.set(base, [...(groups.get(base) ?? []), share]);
  }
  return groups;
}
