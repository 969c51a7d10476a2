/**
 * What sets off the answers to a risk is an alarm.
 *
 * Looks at: the `trigger` of risks, where it names a mechanism of another type.
 * Reports: the name; related: the mechanism that has it. Names that nothing has are `reference/unknown`.
 * Source: FORMAT.md section 5 (`trigger: { alarm: ID }`), DESIGN.md section 4 (unknown references).
 */
import { itemById } from "../../plan/item-by-id.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = { readonly id: string; readonly name: string };

export const referenceOtherType = defineRule<Args>({
  code: "reference/other-type",
  severity: "error",
  text: {
    en: {
      title: "Mechanism of another type named",
      message: (a) => `${a.id} is no alarm; the trigger of a risk has to name one`,
      why: "A mechanism of another type raises nothing, so the answers to the risk are never set off.",
      fix: "Name the alarm that is meant, or take the trigger out.",
    },
    zhHans: {
      title: "引用的工作机制类型不符",
      message: (a) => `工作机制“${a.name}”不是监测预警，风险的触发条件只能引用监测预警`,
      why: "其他工作机制不发出预警，风险的应对措施无从启动。",
      fix: "改为所指的监测预警，或删去触发条件。",
    },
  },
  check({ plan, report }) {
    for (const { name, field, from } of plan.references) {
      if (field !== "trigger" || from?.kind !== "risk") continue;
      const mechanism = itemById(plan.mechanisms, name.value);
      if (mechanism === undefined || mechanism.type.value === "alarm") continue;
      const args = { id: name.value, name: nameOf(mechanism) };
      const related = [{ span: mechanism.id.span, note: { en: "the mechanism", zhHans: "该工作机制" } }];
      report(name.span, args, { related, on: from });
    }
  },
});
