/** How `plan doctor` is called. */
import type { CommandForm } from "./form.ts";
import { formatOption } from "./shared.ts";

export const doctorForm: CommandForm = {
  about: {
    en: "tell whether this machine has what planwright uses",
    zhHans: "检查本机环境是否齐备",
  },
  argument: null,
  options: [formatOption(["text", "json"])],
  below: {
    en: `
Exit codes:
  0 planwright can work here    1 it cannot
`,
    zhHans: `
退出码：
  0 可以正常使用    1 不能正常使用
`,
  },
};
