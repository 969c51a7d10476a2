/**
 * A value of a mechanism is in a unit of what it measures.
 *
 * Looks at: values that by their key are lengths of time (time limits, times to answer or to act, lengths in a row, durations),
 * hours of training, and money of a fund (its cap, rate per head, amounts, award) and its growth. Only units that can never be of that kind
 * are a fault; a bare number and a unit of the plan's own are left alone, as is a share of money.
 * Reports: the value.
 * Source: DESIGN.md section 4 (wrong units).
 */
import { walkParameters } from "../../plan/parameters.ts";
import type { Unit } from "../../plan/quantity.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly field: string;
  readonly value: string;
  readonly meant: Meant;
};

type Meant = "time" | "hours" | "money" | "growth";

const meantOf: ReadonlyMap<string, Meant> = new Map<string, Meant>([
  ["limit", "time"],
  ["answer-within", "time"],
  ["within", "time"],
  ["test-after", "time"],
  ["duration", "time"],
  ["streak", "time"],
  ["hours", "hours"],
  ["fund/cap", "money"],
  ["fund/per-head", "money"],
  ["fund/amount", "money"],
  ["fund/award", "money"],
  ["fund/growth", "growth"],
]);

/** Dimensions that can never be meant; 连续3次 and 奖励5个名额 can. */
const unfit: Readonly<Record<Meant, RegExp>> = {
  time: /^(?:percent|points|money|marks|count:person)/,
  hours: /^(?:percent|points|money)/,
  money: /^(?:points|time|months|working-days|class-hours|count:person)$/,
  growth: /^(?:time|months|working-days|class-hours|lessons|marks|area|length|mass|volume|count)(?![\w-])/,
};

const words = {
  time: { en: "a length of time", zhHans: "时长" },
  hours: { en: "hours", zhHans: "学时" },
  money: { en: "money", zhHans: "金额" },
  growth: { en: "a rate or an amount of money", zhHans: "增长率或金额" },
};

export const mechanismWrongUnit = defineRule<Args>({
  code: "mechanism/wrong-unit",
  severity: "error",
  text: {
    en: {
      title: "Value in a unit of another kind",
      message: (a) => `${a.id}: ${fieldInEnglish(a.field)} ${a.value} is not ${words[a.meant].en}`,
      why: "A time limit in percent or a cap in people can be neither kept nor checked.",
      fix: "Correct the unit, or state the value where it belongs.",
    },
    zhHans: {
      title: "计量单位与事项不符",
      message: (a) => `“${a.name}”的${fieldInChinese(a.field)}“${a.value}”不是${words[a.meant].zhHans}`,
      why: "以百分比写时限、以人数写限额，既无法执行，也无法核对。",
      fix: "更正计量单位，或将数值移至相应事项。",
    },
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      walkParameters(mechanism.parameters, (path, value) => {
        const field = path.at(-1) ?? "";
        const meant = meantOf.get(field) ?? meantOf.get(`${mechanism.type.value}/${field}`);
        if (value.kind !== "quantity" || meant === undefined) return;
        for (const { is } of value.statements) {
          if (!isUnfit(is.value.unit, meant)) continue;
          const args = {
            id: mechanism.id.value,
            name: nameOf(mechanism),
            field,
            value: is.value.text.trim(),
            meant,
          };
          report(is.span, args, { on: mechanism });
        }
      });
    }
  },
});

function isUnfit(unit: Unit | null, meant: Meant): boolean {
  return unit !== null && unfit[meant].test(unit.dimension);
}
