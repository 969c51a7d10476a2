/**
 * `to-date-band`: over the completed periods, is the actual within a band around the target?
 *
 * ratio = actual ÷ target, of the targets of completed periods (`to-date.ts`); nothing of a period that still runs counts.
 * Within 1 ± `band` (15 %, less than 100 %), both ends included, on_track → on-track; more above → ahead; less below → off-track; for a
 * decrease above and below swap. Where no period is completed, or nothing of them was reported: not_reporting → not-due,
 * or no-data once the time for reporting is over.
 * Judges due periods itself: a missed period alone decides nothing. When all totals are over, the status is achieved or
 * missed by their sum; the word stays that of the band.
 * Missing: no baseline needed; a period without any value counts with its target, as in the source. Target sum 0 or below: not computable, not_reporting.
 * Source: ENGINE.md sections 1, 3 and 6; METHODS.md section 4 (TolaData `ONSCOPE_MARGIN`).
 * Departs: TolaData puts the edges on track in its query and off track in its badge; here they are on track.
 */
import Big from "big.js";
import { meets } from "../../plan/compare.ts";
import { divide } from "../../plan/decimal.ts";
import type { Status } from "../statuses.ts";
import { type Ground, type Method, type ParameterReader, refused, type Verdict } from "./method.ts";
import { type ToDate, toDate } from "./to-date.ts";

const one = new Big(1);
const bandDefault = new Big("0.15");
const silent = "not_reporting";

export const toDateBand: Method = {
  name: "to-date-band",
  needs: ["target"],
  judgesPeriods: true,
  parameters: ["band"],
  check: bandOf,
  assess: judge,
  withoutValue: judge,
};

function bandOf(parameters: ParameterReader): Big {
  const band = parameters.share("band", bandDefault);
  // From the whole target on, a value of nothing would be on track.
  if (band.lt(0) || band.gte(one)) parameters.fault("band", "outside-scale");
  return band;
}

function judge(ground: Ground): Verdict {
  if (ground.holds) return refused("hold");
  const done = toDate(ground);
  if (done === null || done.actual === null) return unreported(ground, done);
  if (done.target.lte(0)) return refused(done.target.eq(0) ? "zero-target" : "not-positive", silent);
  const ratio = divide(done.actual, done.target);
  const [methodStatus, band] = wordOf(ratio, bandOf(ground.parameters), ground.sign < 0);
  return {
    ratio,
    formula: "actual ÷ due",
    named: { actual: done.actual, due: done.target },
    sources: done.sources,
    methodStatus,
    status: done.ended ? endedAs(done, done.actual) : band,
    reason: null,
    basis: null,
  };
}

function unreported({ asOf, reportWithinDays }: Ground, done: ToDate | null): Verdict {
  const late = done !== null && asOf > done.dueOn + reportWithinDays;
  const said = { methodStatus: silent, status: late ? "no-data" : "not-due", reason: null } as const;
  return { ratio: null, formula: "", ...said, basis: null };
}

function wordOf(ratio: Big, band: Big, falls: boolean): readonly [word: string, status: Status] {
  const more = ratio.gt(one.plus(band));
  const less = ratio.lt(one.minus(band));
  if (!more && !less) return ["on_track", "on-track"];
  return more === falls ? ["below", "off-track"] : ["above", "ahead"];
}

function endedAs({ target, last }: ToDate, actual: Big): Status {
  return meets(actual, last.relation, target, null) ? "achieved" : "missed";
}
