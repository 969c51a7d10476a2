/** Findings about what the caller asked for: the command line and `planwright.yaml`. */
import { defineCode } from "../diagnostics/diagnostic.ts";

/** `given` is what was typed: it stays as it is when the words around it are converted. */
export const usageFault = defineCode<{ en: string; zhHans: string; given: string }>({
  code: "usage/invalid-call",
  severity: "error",
  text: {
    en: {
      title: "Command line that cannot be followed",
      message: (a) => a.en,
      why: "An option that is misread would check something other than what was meant.",
      fix: "`plan --help` and `plan COMMAND --help` list commands, options and examples.",
    },
    zhHans: {
      title: "命令行有误",
      message: (a) => a.zhHans,
      why: "选项若被误读，检查的就不是所要检查的内容。",
      fix: "命令、选项和示例见 `plan --help` 与 `plan 命令 --help`。",
    },
  },
});

/** `given` as for `usageFault`. */
export const configurationFault = defineCode<{ en: string; zhHans: string; given: string }>({
  code: "configuration/invalid",
  severity: "error",
  text: {
    en: {
      title: "Configuration that cannot be used",
      message: (a) => a.en,
      why: "A setting that is not understood would silently have no effect.",
      fix: "`planwright.yaml` may contain `as-of` (a date), `rules` (lines `RULE: LEVEL`, with error, warning, info or off), `templates` (a folder), `data` (lines `KIND: FILE`) and `defaults` (`fail-on`, `max-warnings`, `format`, `lang`).",
    },
    zhHans: {
      title: "配置文件有误",
      message: (a) => a.zhHans,
      why: "设置项无法识别时不会生效，且不易察觉。",
      fix: "`planwright.yaml` 可含 `as-of`（日期）、`rules`（每行写 `规则名: 级别`，级别为 error、warning、info 或 off）、`templates`（报告模板文件夹）、`data`（每行写 `数据种类: 文件`）和 `defaults`（`fail-on`、`max-warnings`、`format`、`lang` 的默认取值）。",
    },
  },
});
