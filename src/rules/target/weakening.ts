/**
 * Targets do not get weaker with time.
 *
 * Looks at: dated targets of one quantity in order of their dates: levels, bounds, changes on one base, grades, and
 * spans that begin together. What `follows` the other's section is left alone; so is a figure that looks like a slip.
 * Reports: the later, weaker target at its value; related: the last earlier one that is stronger.
 * Source: DESIGN.md section 4 (a later target weaker than an earlier one).
 */
import { isoDay } from "../../plan/days.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Claim, isDeclaredStep, seriesOf } from "./claims.ts";
import { isWeaker } from "./levels.ts";
import { slipsOf } from "./slips.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly date: string;
  readonly other: string;
  readonly otherDate: string;
};

export const targetWeakening = defineRule<Args>({
  code: "target/weakening",
  severity: "warning",
  text: {
    en: {
      title: "Later target weaker",
      message: (a) => `${a.id}: ${a.value} for ${a.date} is weaker than ${a.other} for ${a.otherDate}`,
      why: "Who reaches the earlier target has passed the later one already, or one of the two is wrong.",
      fix: "Correct the value or the date of one of the two.",
    },
    zhHans: {
      title: "后期目标低于前期目标",
      message: (a) =>
        `指标“${a.name}”：${a.date} 的目标值“${a.value}”要求低于 ${a.otherDate} 的目标值“${a.other}”`,
      why: "前期目标一旦达到，后期目标即已完成；否则必有一处有误。",
      fix: "核对并更正其中一处的数值或时限。",
    },
  },
  check({ plan, report }) {
    const slips = slipsOf(plan);
    for (const series of seriesOf(plan)) {
      const dated = series
        .filter((c) => isDated(c) && !slips.has(c.span))
        .sort((a, b) => (a.day ?? 0) - (b.day ?? 0));
      for (const [i, claim] of dated.entries()) {
        const stronger = dated.slice(0, i).findLast((e) => isStronger(e, claim));
        if (stronger === undefined) continue;
        const related = [
          { span: stronger.span, note: { en: "the stronger target", zhHans: "要求更高的目标值" } },
        ];
        report(claim.span, argsOf(claim, stronger), { related, on: claim.indicator });
      }
    }
  },
});

function isDated(claim: Claim): boolean {
  const { kind } = claim.target;
  return (
    claim.dated &&
    claim.day !== null &&
    kind !== "rate" &&
    kind !== "each" &&
    kind !== "versus" &&
    kind !== "total"
  );
}

function isStronger(earlier: Claim, later: Claim): boolean {
  if (earlier.day === later.day || isDeclaredStep(earlier.target, later.target)) return false;
  return isWeaker(later, earlier, later.direction);
}

function argsOf(claim: Claim, stronger: Claim): Args {
  return {
    id: claim.indicator.id.value,
    name: nameOf(claim.indicator),
    value: claim.shown,
    date: isoDay(claim.day ?? 0),
    other: stronger.shown,
    otherDate: isoDay(stronger.day ?? 0),
  };
}
