import { expect, test } from "vitest";
import { compileText } from "../../kit/compile.ts";
import { literals } from "../../kit/literal-table.ts";

test.each(literals("plan-values"))("%s is told: %s, suggesting %s", (target, code, suggestion) => {
  const { findings } = compileText(`format: 1
id: p
period: 2026-01..2027-12
indicators:
  - id: rate
    unit: "%"
    direction: increase
    targets:
      - ${target}
`);
  const told = findings.filter((finding) => finding.code === code);
  expect(told.map((finding) => finding.suggestion ?? "-")).toEqual([suggestion]);
});
