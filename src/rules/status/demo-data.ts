/**
 * Made-up data say so.
 *
 * Looks at: the data files that the plan marks with `demo: true`.
 * Reports: each of them, at its path.
 * Source: FORMAT.md section 8 (`demo`).
 */
import { defineStatusRule } from "../define-rule.ts";

export const statusDemoData = defineStatusRule<{ path: string }>({
  code: "status/demo-data",
  severity: "info",
  text: {
    en: {
      title: "Made-up data",
      message: (a) => `the data in ${a.path} are made up: every status drawn from them is a demonstration`,
      why: "Nobody should take an example for the state of the world.",
      fix: "Replace the file by real data and remove `demo: true`.",
    },
    zhHans: {
      title: "演示数据",
      message: (a) => `“${a.path}”为虚构的演示数据，据此得出的状态仅供演示`,
      why: "防止把示例误作实际情况。",
      fix: "换用真实数据，并删去 `demo: true`。",
    },
  },
  check({ plan, report }) {
    const { observations, progress, spending } = plan.data;
    for (const { path, demo } of [...observations, ...progress, ...spending]) {
      if (demo) report(path.span, { path: path.value });
    }
  },
});
