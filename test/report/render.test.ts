import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { renderReport } from "../../src/report/render.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { asOf } from "./hand-made.ts";
import { fullCompilation, hostileCompilation } from "./sample-plans.ts";

test("x", async () => {
  for (const lang of ["en", "zh-Hans", "zh-Hant"] as const) {
    const speaker = await makeSpeaker(lang);
    for (const [n, c] of [
      ["full", fullCompilation()],
      ["hostile", hostileCompilation()],
    ] as const) {
      const view = buildStatusView({ compilation: c, speaker, asOf, version: "0.1.0" });
      for (const f of ["md", "html"] as const)
        writeFileSync(`/tmp/${n}-${lang}.${f}`, renderReport(view, "status", f));
    }
  }
  expect(1).toBe(1);
});
