/** The rules of family `data/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { dataBeforeBaseline } from "./before-baseline.ts";
import { dataEntitiesAgainstPlan } from "./entities-against-plan.ts";
import { dataNegativeCount } from "./negative-count.ts";
import { dataOtherKind } from "./other-kind.ts";
import { dataPartOfLarger } from "./part-of-larger.ts";
import { dataProgressTwice } from "./progress-twice.ts";
import { dataReportersApart } from "./reporters-apart.ts";
import { dataRunningTotalFalls } from "./running-total-falls.ts";
import { dataSeriesTime } from "./series-time.ts";
import { dataStateShare } from "./state-share.ts";
import { dataUnknownLine } from "./unknown-line.ts";

export const dataRules: readonly Rule[] = [
  dataSeriesTime,
  dataStateShare,
  dataPartOfLarger,
  dataBeforeBaseline,
  dataEntitiesAgainstPlan,
  dataRunningTotalFalls,
  dataProgressTwice,
  dataOtherKind,
  dataUnknownLine,
  dataReportersApart,
  dataNegativeCount,
];
