/** Findings about a path that was named: nothing there, no plan, not readable. */
import { defineCode, type Localized } from "../diagnostics/diagnostic.ts";

export const missingPath = defineCode<{ path: string }>({
  code: "input/missing-path",
  severity: "error",
  text: {
    en: {
      title: "Path that does not exist",
      message: (a) => (a.path === "" ? "a path is empty" : `there is no file or folder "${a.path}"`),
      why: "With a path that does not exist nothing would be checked.",
      fix: "Correct the path; paths are files, folders or globs, relative to the current folder.",
    },
    zhHans: {
      title: "路径不存在",
      message: (a) => (a.path === "" ? "路径为空" : `找不到文件或文件夹“${a.path}”`),
      why: "路径不存在，等于什么也没有检查。",
      fix: "更正路径；可写文件、文件夹或通配符，以当前文件夹为准。",
    },
  },
});

/** `kind`: what was named. A folder may carry the name of a file (`a.plan.yaml`), which is told. */
export const nothingMatched = defineCode<{ path: string; kind: "folder" | "glob" }>({
  code: "input/nothing-matched",
  severity: "error",
  text: {
    en: {
      title: "No plan found",
      message: ({ path, kind }) => {
        if (kind === "glob") return `no YAML file matches "${path}"`;
        return namedAsFile(path)
          ? `${path} is a folder, and there is no plan file (*.plan.yaml or plan.yaml) in it`
          : `no plan file (*.plan.yaml or plan.yaml) in ${path}`;
      },
      why: "A check that checks nothing must not pass.",
      fix: "Name the plan file itself, or a folder that holds one. `plan --help` shows how to begin.",
    },
    zhHans: {
      title: "未找到方案文件",
      message: ({ path, kind }) => {
        if (kind === "glob") return `没有与“${path}”相符的 YAML 文件`;
        return namedAsFile(path)
          ? `“${path}”是文件夹，其中没有方案文件（*.plan.yaml 或 plan.yaml）`
          : `“${path}”中没有方案文件（*.plan.yaml 或 plan.yaml）`;
      },
      why: "什么也没有检查，不能算作通过。",
      fix: "直接指定方案文件，或指定含有方案文件的文件夹。用法见 `plan --help`。",
    },
  },
});

function namedAsFile(path: string): boolean {
  return /\.ya?ml\/*$/i.test(path);
}

export const unreadablePath = defineCode<{ path: string; cause: string }>({
  code: "input/unreadable",
  severity: "error",
  text: {
    en: {
      title: "File that cannot be read",
      message: (a) => `${a.path} cannot be read: ${englishCause(a.cause)}`,
      why: "What cannot be read cannot be checked.",
      fix: "Check the permissions of the path, and that it is an ordinary file within the folder of its plans.",
    },
    zhHans: {
      title: "文件无法读取",
      message: (a) => `无法读取“${a.path}”：${chineseCause(a.cause)}`,
      why: "读不到的内容无从检查。",
      fix: "检查访问权限，并确认其为普通文件，且位于方案所在文件夹之内。",
    },
  },
});

function englishCause(cause: string): string {
  return causes[cause]?.en ?? "reading failed";
}

function chineseCause(cause: string): string {
  return causes[cause]?.zhHans ?? "读取失败";
}

/** Why reading failed, by the host's word for it; `folder-denied` is a folder whose files cannot be listed. */
const causes: Readonly<Record<string, Localized>> = {
  denied: { en: "permission denied", zhHans: "没有访问权限" },
  "folder-denied": { en: "the folder cannot be listed, permission denied", zhHans: "没有查看该文件夹的权限" },
  "not-a-file": {
    en: "it is not an ordinary file but a device, a pipe or a socket",
    zhHans: "不是普通文件（设备、管道或套接字）",
  },
  folder: { en: "it is a folder", zhHans: "是文件夹" },
  "outside-root": {
    en: "it is a link that leads out of the root folder of its plans",
    zhHans: "该链接指向方案根目录之外",
  },
  missing: { en: "it has disappeared in the meantime", zhHans: "文件在检查期间已被移走或删除" },
  "too-large": {
    en: "it is larger than 16 MiB, the most that is read of one file; split it",
    zhHans: "文件超过 16 MiB 的上限，请拆分为几个文件",
  },
};

function isSettings(path: string): boolean {
  return /(?:^|[\\/])planwright\.yaml$/.test(path);
}

export const unknownKind = defineCode<{ path: string }>({
  code: "input/unknown-kind",
  severity: "error",
  text: {
    en: {
      title: "File that is no plan",
      message: (a) =>
        isSettings(a.path)
          ? `${a.path} holds the settings, not a plan`
          : `${a.path} is not a kind of file that can be checked`,
      why: "A file that is silently passed over would look as if it had passed the check.",
      fix: "Plans are YAML files: `name.plan.yaml` or `plan.yaml` (any `.yaml` or `.yml` file when named directly).",
    },
    zhHans: {
      title: "不是方案文件",
      message: (a) =>
        isSettings(a.path) ? `“${a.path}”是设置文件，不是方案` : `“${a.path}”不是可检查的文件类型`,
      why: "跳过文件而不作提示，会被误认为检查通过。",
      fix: "方案为 YAML 文件：`名称.plan.yaml` 或 `plan.yaml`（直接指定时，任何 `.yaml`、`.yml` 文件均可）。",
    },
  },
});
