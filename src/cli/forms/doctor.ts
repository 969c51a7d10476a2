/** How `plan doctor` is called. */
import type { CommandForm } from "./form.ts";
import { formatOption } from "./shared.ts";

export const doctorForm: CommandForm = {
  about: {
    en: "check that this machine has what planwright needs",
    zhHans: "检查本机是否具备运行条件",
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
