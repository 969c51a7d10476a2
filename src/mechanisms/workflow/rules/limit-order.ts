/**
 * Time limits should grow with the level.
 *
 * Looks at: the limits of the levels in their order, from the simplest matter to the gravest. Equal limits, and limits whose
 * units do not convert, are left out. So are levels of urgency, which have less time the more urgent they are: three or more
 * limits that all shrink, and a level whose words say that it is urgent: of this the limit is not to be longer than all others. A level
 * that is named for a state is a step of each case, and left out.
 * Reports: the limit that is shorter than that of a level before it, or the urgent one that is longer; related: that limit.
 * Source: FORMAT.md section 7 (workflow).
 */
import { wordsAt } from "../../../plan/parameters.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";
import { type Limit, limitsOf } from "../limits.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly limit: string;
  readonly other: string;
  readonly otherLimit: string;
  /** The level is urgent, and has more time than the others. */
  readonly urgent: boolean;
};

export const workflowLimitOrder = defineRule<Args>({
  code: "workflow/limit-order",
  severity: "warning",
  text: {
    en: {
      title: "Time limit shrinks with the level",
      message: (a) =>
        a.urgent
          ? `${a.id}: the urgent "${a.level}" has ${a.limit}, more than the ${a.otherLimit} of "${a.other}"`
          : `${a.id}: "${a.level}" has ${a.limit}, less than the ${a.otherLimit} of the simpler "${a.other}"`,
      why: "A harder matter with less time is a slip, or a rule that needs an explanation.",
      fix: "Correct the limits, or write the levels from the simplest to the gravest.",
    },
    zhHans: {
      title: "办理时限未随等级延长",
      message: (a) =>
        a.urgent
          ? `流转办理“${a.name}”中紧急的“${a.level}”时限为“${a.limit}”，反而长于“${a.other}”的“${a.otherLimit}”`
          : `流转办理“${a.name}”中“${a.level}”的时限“${a.limit}”短于前一级“${a.other}”的“${a.otherLimit}”`,
      why: "事项更难而时限更短，多属笔误；确需如此的应加说明。",
      fix: "更正时限，或由简到繁依次书写各级。",
    },
  },
  check({ plan, report }) {
    for (const workflow of ofType(plan, "workflow")) {
      // Each step of a case has a limit of its own; only kinds of cases are simpler or graver.
      const states = new Set(wordsAt(workflow.parameters, "states").map(({ value }) => value.trim()));
      const limits = limitsOf(workflow).filter(({ level }) => !states.has(level.trim()));
      // Working days and hours do not compare; what does shows which way the levels are written.
      const steps = limits.slice(1).map((limit, i) => stepOf(limit, limits[i]));
      if (limits.length >= 3 && steps.includes(-1) && !steps.includes(0) && !steps.includes(1)) continue;
      for (const [i, limit] of limits.entries()) {
        const urgent = isUrgent(limit);
        const others = urgent
          ? limits.filter((one) => !isUrgent(one))
          : limits.slice(0, i).filter((one) => isSimple(one) || !isNoGraver(limit));
        const isWrong = (one: Limit): boolean => (urgent ? isShorter(one, limit) : isShorter(limit, one));
        const other = urgent && !others.every(isWrong) ? undefined : others.find(isWrong);
        if (other === undefined) continue;
        const args = {
          id: workflow.id.value,
          name: nameOf(workflow),
          level: limit.level,
          limit: limit.quantity.text.trim(),
          other: other.level,
          otherLimit: other.quantity.text.trim(),
          urgent,
        };
        const note = urgent
          ? { en: "not urgent", zhHans: "非紧急事项" }
          : { en: "a simpler matter", zhHans: "较简事项" };
        const related = [{ span: other.span, note }];
        report(limit.span, args, { on: workflow, related });
      }
    }
  },
});

const urgentWords =
  /urgent|emergenc|immediate|life-threatening|danger|hazard|safety|outage|loss of|breakdown|critical|急|突发|隐患|危险|险情|抢险|事故|中断|停[水电气]|泄漏/i;

function isUrgent({ level, when }: Limit): boolean {
  return urgentWords.test(`${level} ${when}`);
}

const simpleWords =
  /简易|简单|小型|小额|低风险|轻微|即办|\b(?:simple|minor|small|low[- ]risk|fast[- ]track)\b/i;

/** By its name simpler than one of another name, wherever it stands. */
function isSimple({ level, when }: Limit): boolean {
  return simpleWords.test(`${level} ${when}`);
}

const ordinaryWords =
  /一般|普通|常规|其他|其它|其余|\b(?:others?|ordinary|routine|standard|normal|all else|everything else)\b/i;

/** By its name no graver than what stands before it: sensitive complaints, other complaints. */
function isOrdinary({ level, when }: Limit): boolean {
  return ordinaryWords.test(`${level} ${when}`);
}

const firstWords =
  /优先|老人|老年|儿童|残疾|孕产|学校|医院|\b(?:priority|vulnerable|hospitals?|clinics?|surger(?:y|ies)|schools?|child(?:ren)?|disabled|elderly|pregnant)\b/i;

/** Simple, ordinary, or of those who come first: a school or surgery that is cut off. */
function isNoGraver(limit: Limit): boolean {
  return isSimple(limit) || isOrdinary(limit) || firstWords.test(`${limit.level} ${limit.when}`);
}

/** -1 where a limit is shorter than the one before, 1 where it is longer; null where the two do not compare. */
function stepOf({ value, quantity }: Limit, before: Limit | undefined): number | null {
  return before === undefined
    ? null
    : (convert(value, quantity.unit, before.quantity.unit)?.cmp(before.value) ?? null);
}

function isShorter({ value, quantity }: Limit, other: Limit | undefined): boolean {
  return other !== undefined && convert(value, quantity.unit, other.quantity.unit)?.lt(other.value) === true;
}
