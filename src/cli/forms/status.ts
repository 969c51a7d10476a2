/** How `plan status` is called. */
import type { CommandForm } from "./form.ts";
import { asOf, entity, formatOption, plans } from "./shared.ts";

export const statusForm: CommandForm = {
  about: { en: "show where the indicators of a plan stand", zhHans: "查看方案各项指标的进展状态" },
  argument: plans,
  options: [
    asOf,
    entity,
    formatOption(["text", "json"]),
    {
      flags: "--history",
      help: {
        en: "the status on every past reporting date, as it was known then",
        zhHans: "列出历次报告日的状态（以当时已报送的数据评定）",
      },
    },
  ],
  below: null,
};
