/**
 * Made-up data say so.
 *
 * Looks at: the data files that the plan marks with `demo: true`.
 * Reports: the first of them, at its path; related: the others. One plan of made-up data is one thing to know.
 * Source: FORMAT.md section 8 (`demo`).
 */
import { defineStatusRule } from "../define-rule.ts";
import { joinList, listInEnglish, quotedList } from "../words.ts";

export const statusDemoData = defineStatusRule<{ readonly paths: string }>({
  code: "status/demo-data",
  severity: "info",
  text: {
    en: {
      title: "Made-up data",
      message: (a) =>
        `the data in ${listInEnglish(a.paths)} are made up: every status drawn from them is a demonstration`,
      why: "Nobody should take an example for the state of the world.",
      fix: "Replace the file by real data and remove `demo: true`.",
    },
    zhHans: {
      title: "演示数据",
      message: (a) => `${quotedList(a.paths)}为虚构的演示数据，据此得出的状态仅供演示`,
      why: "防止把示例误作实际情况。",
      fix: "换用真实数据，并删去 `demo: true`。",
    },
  },
  check({ plan, report }) {
    const { observations, progress, spending } = plan.data;
    const made = [...observations, ...progress, ...spending].filter(({ demo }) => demo);
    const [first, ...others] = made.map(({ path }) => path);
    if (first === undefined) return;
    const note = { en: "made up as well", zhHans: "同为演示数据" };
    // One file under two names of data is named once.
    const paths = joinList([...new Set(made.map(({ path }) => path.value))]);
    report(first.span, { paths }, { related: others.map(({ span }) => ({ span, note })) });
  },
});
