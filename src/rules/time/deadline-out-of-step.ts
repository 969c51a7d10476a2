/**
 * A deadline inside another must not be the later one.
 *
 * Looks at: dates of the entries of a mechanism against its own `during`; the due date of a deliverable against the
 * milestone that brings it, where the milestone is later (the reverse is `time/used-before-exists`); actions against the
 * last target of the objective that they serve, where they begin only after it.
 * Reports: the date; related: the other. A warning.
 * Source: DESIGN.md section 4 (an earlier deadline inside a later one; dates outside period or phase).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import { walkParameters } from "../../plan/parameters.ts";
import type { Indicator, Item, Mechanism, Plan } from "../../plan/plan.ts";
import type { Day, When } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { entryName } from "../entry-names.ts";
import { nameOf } from "../name-of.ts";
import { firstDated, lastDay, statedPeriod } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly other: string;
  readonly otherName: string;
  readonly otherDay: string;
  readonly fault: "entry" | "deliverable" | "action";
};

export const timeDeadlineOutOfStep = defineRule<Args>({
  code: "time/deadline-out-of-step",
  severity: "warning",
  text: {
    en: {
      title: "Deadlines out of step",
      message: (a) => {
        if (a.fault === "entry")
          return `${a.id}: its part "${a.otherName}" is due on ${a.otherDay}, after its own time ends on ${a.day}`;
        if (a.fault === "deliverable")
          return `${a.id} is due on ${a.day}, but milestone ${a.other}, which brings it, only on ${a.otherDay}`;
        return `${a.id} begins only on ${a.day}, after ${a.otherDay}, the last day on which a target of its objective is due (${a.other})`;
      },
      why: "Of two deadlines for one thing the earlier cannot be kept by work that ends, or begins, after it.",
      fix: "Set one of the dates right, or say what remains to be done after the first.",
    },
    zhHans: {
      title: "时限前后不衔接",
      message: (a) => {
        if (a.fault === "entry")
          return `“${a.name}”的时间截至 ${a.day}，其中“${a.otherName}”的时限为 ${a.otherDay}，晚于整体`;
        if (a.fault === "deliverable")
          return `成果“${a.name}”的时限为 ${a.day}，而形成该成果的关键节点“${a.otherName}”为 ${a.otherDay}`;
        return `“${a.name}”自 ${a.day} 才开始，而所服务目标任务的目标值最迟在 ${a.otherDay} 到期（“${a.otherName}”）`;
      },
      why: "同一事项的两个时限，工作在较早时限之后才完成或才开始，较早的一个就落空。",
      fix: "更正其中一个时间，或写明前一时限之后还要做什么。",
    },
  },
  check({ plan, report }) {
    for (const found of [...entriesOf(plan), ...deliverablesOf(plan), ...actionsOf(plan)]) {
      const { item, when, day, other, otherName, otherWhen, otherDay, fault } = found;
      const args = {
        id: item.id.value,
        name: nameOf(item),
        day: isoDay(day),
        other,
        otherName,
        otherDay: isoDay(otherDay),
        fault,
      };
      const at = fault === "entry" ? otherWhen : when;
      const against = fault === "entry" ? when : otherWhen;
      report(at.span, args, {
        on: item,
        related: [{ span: against.span, note: { en: "the other date", zhHans: "另一时间" } }],
        inChinese: fault === "entry" ? { otherName: entryName(item as Mechanism, otherName) } : null,
      });
    }
  },
});

interface Found {
  readonly item: Item & { readonly name: Indicator["name"] };
  readonly when: Given<When>;
  readonly day: Day;
  readonly other: string;
  readonly otherName: string;
  readonly otherWhen: Given<When>;
  readonly otherDay: Day;
  readonly fault: Args["fault"];
}

function entriesOf(plan: Plan): readonly Found[] {
  return plan.mechanisms.flatMap((item) => {
    const found: Found[] = [];
    const end = lastDay(item.during);
    if (item.during === null || end === null || item.origin === "cited") return [];
    const when = item.during;
    walkParameters(item.parameters, (path, value) => {
      if (value.kind !== "time") return;
      for (const { is } of value.statements) {
        const day = lastDay(is);
        if (day === null || day <= end) continue;
        const otherName = path.length > 1 ? (path.at(-2) ?? "") : (path.at(-1) ?? "");
        found.push({
          item,
          when,
          day: end,
          other: item.id.value,
          otherName,
          otherWhen: is,
          otherDay: day,
          fault: "entry",
        });
      }
    });
    return found;
  });
}

function deliverablesOf(plan: Plan): readonly Found[] {
  const deliverables = new Map(plan.deliverables.map((one) => [one.id.value, one]));
  return plan.milestones.flatMap((milestone) => {
    const item = milestone.deliverable === null ? undefined : deliverables.get(milestone.deliverable.value);
    const [when, otherWhen] = [item === undefined ? null : firstDated(item.due), firstDated(milestone.by)];
    const [day, otherDay] = [lastDay(when), lastDay(otherWhen)];
    if (item === undefined || when === null || otherWhen === null || day === null || otherDay === null)
      return [];
    if (otherDay <= day) return [];
    const [other, otherName] = [milestone.id.value, nameOf(milestone)];
    return [{ item, when, day, other, otherName, otherWhen, otherDay, fault: "deliverable" as const }];
  });
}

function actionsOf(plan: Plan): readonly Found[] {
  const last = new Map<string, { when: Given<When>; day: Day; indicator: Indicator } | null>();
  for (const indicator of plan.indicators) {
    for (const objective of [indicator.objective, ...indicator.serves]) {
      if (objective === null) continue;
      for (const { by, kind } of indicator.targets) {
        const known = last.get(objective.value);
        const day = lastDay(by);
        // What holds without end, or has no date, can still be worked for.
        if (by === null || day === null || kind === "hold") last.set(objective.value, null);
        else if (known !== null && (known === undefined || day > known.day))
          last.set(objective.value, { when: by, day, indicator });
      }
    }
  }
  return plan.actions.flatMap((item) => {
    const due = item.objective === null ? null : last.get(item.objective.value);
    const when = firstDated(item.period);
    const day = statedPeriod(when)?.start ?? null;
    if (due === null || due === undefined || when === null || day === null || day <= due.day) return [];
    const { indicator } = due;
    return [
      {
        item,
        when,
        day,
        other: indicator.id.value,
        otherName: nameOf(indicator),
        otherWhen: due.when,
        otherDay: due.day,
        fault: "action" as const,
      },
    ];
  });
}
