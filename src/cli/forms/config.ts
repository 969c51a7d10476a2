/** How `plan config` is called. */
import type { CommandForm } from "./form.ts";
import { formatOption } from "./shared.ts";

export const configForm: CommandForm = {
  about: {
    en: "show which settings hold for a file, and where each comes from",
    zhHans: "查看某个文件适用的各项设置及其来源",
  },
  argument: {
    form: "[path]",
    help: {
      en: "a plan or a folder; default: the current folder",
      zhHans: "方案文件或文件夹；默认为当前文件夹",
    },
  },
  options: [formatOption(["text", "json"])],
  below: null,
};
