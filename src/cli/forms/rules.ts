/** How `plan rules` is called. */
import type { CommandForm } from "./form.ts";
import { formatOption } from "./shared.ts";

export const rulesForm: CommandForm = {
  about: { en: "list the rules", zhHans: "列出全部规则" },
  argument: {
    form: "[family]",
    help: {
      en: "only the rules of this family (target, time …)",
      zhHans: "只列出某一类规则（如 target、time）",
    },
  },
  options: [formatOption(["text", "json", "markdown"])],
  below: null,
};
