/** Arguments and options that several commands have. */
import { languages } from "../../language/speaker.ts";
import type { ArgumentForm, OptionForm } from "./form.ts";

export const plans: ArgumentForm = {
  form: "[paths...]",
  help: {
    en: "plan files, folders or globs; - reads standard input; default: the current folder",
    zhHans: "方案文件、文件夹或通配符；- 表示标准输入；默认为当前文件夹",
  },
};

export const asOf: OptionForm = {
  flags: "--as-of <date>",
  help: {
    en: "the day on which the plan is judged, such as 2026-06-30; default: planwright.yaml, else today",
    zhHans: "评定所依据的日期，如 2026-06-30；默认以 planwright.yaml 的设置为准，未设置则为当天",
  },
};

export const entity: OptionForm = {
  flags: "--entity <id>",
  help: {
    en: "show the rows of this entity too; all shows every one",
    zhHans: "同时列出该实施单位的情况；all 为全部单位",
  },
};

export const outFolder: OptionForm = {
  flags: "--out <folder>",
  help: {
    en: "folder to write into; created if it does not exist",
    zhHans: "输出文件夹，没有时自动新建",
  },
};

export const planLang: OptionForm = {
  flags: "--plan-lang <language>",
  help: {
    en: "language of the plan; default: that of the messages",
    zhHans: "方案所用语言；默认与提示语言相同",
  },
  choices: languages,
};

/** The form of the output: text, unless another is asked for. */
export function formatOption(choices: readonly string[]): OptionForm {
  return {
    flags: "--format <format>",
    help: { en: "output format", zhHans: "输出格式" },
    choices,
    usual: "text",
  };
}
