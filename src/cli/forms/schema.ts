/** How `plan schema` is called. */
import type { CommandForm } from "./form.ts";

export const schemaForm: CommandForm = {
  about: {
    en: "print the JSON Schema of the plan format, for editors",
    zhHans: "输出方案格式的 JSON Schema，供编辑器使用",
  },
  argument: {
    form: "[name]",
    help: {
      en: "plan (the format), configuration (planwright.yaml), or check-output, diff-output, compiled-plan (the JSON of check, diff, export)",
      zhHans:
        "plan（方案格式）、configuration（planwright.yaml），或 check-output、diff-output、compiled-plan（check、diff、export 的 JSON 输出）",
    },
  },
  options: [],
  below: null,
};
