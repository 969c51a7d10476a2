/** Findings that belong to no plan: paths, options, configuration. */
import { defineCode } from "../diagnostics/diagnostic.ts";

export const missingPath = defineCode<{ path: string }>({
  code: "input/missing-path",
  severity: "error",
  text: {
    en: {
      title: "Path that does not exist",
      message: (a) => `there is no file or folder ${a.path}`,
      why: "A path that names nothing would be a check of nothing.",
      fix: "Correct the path; paths are files, folders or globs, relative to the current folder.",
    },
    zhHans: {
      title: "路径不存在",
      message: (a) => `找不到文件或文件夹“${a.path}”`,
      why: "路径落空等于什么也没有检查。",
      fix: "请更正路径；可用文件、文件夹或通配符，以当前文件夹为准。",
    },
  },
});

export const nothingMatched = defineCode<{ path: string }>({
  code: "input/nothing-matched",
  severity: "error",
  text: {
    en: {
      title: "No plan found",
      message: (a) => `no plan file (*.plan.yaml or plan.yaml) in ${a.path}`,
      why: "A check that checks nothing must not pass.",
      fix: "Name the plan file itself, or a folder that holds one. `plan --help` shows how to begin.",
    },
    zhHans: {
      title: "未找到方案文件",
      message: (a) => `“${a.path}”中没有方案文件（*.plan.yaml 或 plan.yaml）`,
      why: "什么也没有检查，不能算作通过。",
      fix: "请直接指定方案文件，或指定含有方案文件的文件夹。用法见 `plan --help`。",
    },
  },
});

export const unreadablePath = defineCode<{ path: string; cause: string }>({
  code: "input/unreadable",
  severity: "error",
  text: {
    en: {
      title: "File that cannot be read",
      message: (a) => `${a.path} cannot be read: ${englishCause(a.cause)}`,
      why: "What cannot be read cannot be checked.",
      fix: "Check the permissions of the file and that it is a plain file.",
    },
    zhHans: {
      title: "文件无法读取",
      message: (a) => `无法读取“${a.path}”：${chineseCause(a.cause)}`,
      why: "读不到的内容无从检查。",
      fix: "请检查文件权限，并确认其为普通文件。",
    },
  },
});

function englishCause(cause: string): string {
  return englishCauses[cause] ?? "reading failed";
}

function chineseCause(cause: string): string {
  return chineseCauses[cause] ?? "读取失败";
}

const englishCauses: Readonly<Record<string, string>> = {
  denied: "permission denied",
  "not-a-file": "it is no plain file (a device, a pipe or a socket)",
  folder: "it is a folder",
  "outside-root": "it lies outside the plan's root folder",
  missing: "it has disappeared meanwhile",
};

const chineseCauses: Readonly<Record<string, string>> = {
  denied: "没有权限",
  "not-a-file": "不是普通文件（设备、管道或套接字）",
  folder: "是文件夹",
  "outside-root": "位于方案根目录之外",
  missing: "文件已不存在",
};

export const unknownKind = defineCode<{ path: string }>({
  code: "input/unknown-kind",
  severity: "error",
  text: {
    en: {
      title: "File that is no plan",
      message: (a) => `${a.path} is not a kind of file that can be checked`,
      why: "Passing over a file in silence would look like a check that it passed.",
      fix: "Plans are YAML files: name.plan.yaml or plan.yaml (any .yaml or .yml when named directly).",
    },
    zhHans: {
      title: "不是方案文件",
      message: (a) => `“${a.path}”不是可检查的文件类型`,
      why: "不声不响地跳过文件，会被误认为检查通过。",
      fix: "方案为 YAML 文件：名称.plan.yaml 或 plan.yaml（直接指定时，任何 .yaml、.yml 均可）。",
    },
  },
});

export const usageFault = defineCode<{ en: string; zhHans: string }>({
  code: "usage/invalid-call",
  severity: "error",
  text: {
    en: {
      title: "Command line that cannot be followed",
      message: (a) => a.en,
      why: "An option that is misread would check something else than was meant.",
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

export const configurationFault = defineCode<{ en: string; zhHans: string }>({
  code: "configuration/invalid",
  severity: "error",
  text: {
    en: {
      title: "Configuration that cannot be used",
      message: (a) => a.en,
      why: "A setting that is not understood would be silently without effect.",
      fix: "planwright.yaml may hold: as-of (a date), language (en, zh-Hans, zh-Hant), rules (RULE: error, warning, info or off).",
    },
    zhHans: {
      title: "配置文件有误",
      message: (a) => a.zhHans,
      why: "设置项无法识别时，会在不知不觉中失效。",
      fix: "planwright.yaml 可含：as-of（日期）、language（en、zh-Hans、zh-Hant）、rules（规则名: error、warning、info 或 off）。",
    },
  },
});

export const inputCodes = [
  missingPath,
  nothingMatched,
  unreadablePath,
  unknownKind,
  usageFault,
  configurationFault,
];
