/**
 * A target on the way was missed.
 *
 * Looks at: targets of status `missed` beside the governing one, of indicators whose own status does not tell it: one
 * that is off track, worse than at the start or missed is one finding already.
 * Reports: the missed target at its value; related: the value that it was judged by.
 * Source: ENGINE.md section 5 (a later value does not repair a missed interim target).
 */

import type { Status } from "../../indicators/results.ts";
import { writtenTarget } from "../../indicators/status-note.ts";
import { isoDay } from "../../plan/days.ts";
import { defineStatusRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeOf } from "./standing.ts";
import { withUnit } from "./standing-words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** As the plan writes it, in both languages. */
  readonly target: string;
  readonly targetName: string;
  readonly due: string | null;
  readonly value: string | null;
  /** Day on which it was reached after all. */
  readonly late: string | null;
};

const tellsItself: ReadonlySet<Status> = new Set(["off-track", "worsening", "missed"]);

export const statusInterimMissed = defineStatusRule<Args>({
  code: "status/interim-missed",
  severity: "warning",
  text: {
    en: {
      title: "Interim target missed",
      message: (a) =>
        `${a.id}: the interim target ${a.target}${a.due === null ? "" : ` of ${a.due}`} was missed${a.value === null ? "" : ` (${a.value})`}${a.late === null ? "" : `, reached late on ${a.late}`}`,
      why: "A later value does not repair it; the plan was behind on that date.",
      fix: "Record the reason, and check whether the later targets still hold.",
    },
    zhHans: {
      title: "阶段目标未达标",
      message: (a) =>
        `指标“${a.name}”${a.due === null ? "" : `在 ${a.due} `}的阶段目标“${a.targetName}”未达标${a.value === null ? "" : `（实际值 ${a.value}）`}${a.late === null ? "" : `，逾期于 ${a.late} 达到`}`,
      why: "此后的数据不能补救，当时进度已滞后。",
      fix: "写明原因，并核对后续目标是否仍能实现。",
    },
  },
  check({ results, report }) {
    for (const row of results.rows) {
      if (row.entity !== null || tellsItself.has(row.status)) continue;
      const { indicator } = row;
      for (const judged of row.targets) {
        if (judged.governing || judged.status !== "missed") continue;
        const by = judged.judgedBy;
        const related =
          by === null ? [] : [{ span: by.span, note: { en: "judged by", zhHans: "评定所依实际值" } }];
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          target: writtenTarget(judged).en,
          targetName: writtenTarget(judged).zhHans,
          due: judged.dueOn === null ? null : isoDay(judged.dueOn),
          value: by === null ? null : withUnit(by.value, row.unit ?? ""),
          late: judged.reachedLateOn === null ? null : isoDay(judged.reachedLateOn),
        };
        const { span } = placeOf(judged, { en: "", zhHans: "" });
        report(span, args, { related, on: indicator });
      }
    }
  },
});
