/** Findings that belong to no plan: paths, options, configuration, output, and our own bugs. */
import { type Diagnostic, defineCode, type Localized, makeDiagnostic } from "../diagnostics/diagnostic.ts";

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
  "too-large": { en: "it is too large", zhHans: "文件过大" },
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

/**
 * Why git gives no files. `no-git`: there is none; `no-repository`, `no-commit`: nothing to compare with; `unknown`: no such
 * revision; `no-common`: two revisions without a common one; `no-path`: the revision has no such file or folder;
 * `too-large`, `too-slow`, `failed`: it was broken off, or gave an error.
 */
export type RevisionFault =
  | "no-git"
  | "no-repository"
  | "no-commit"
  | "unknown"
  | "no-common"
  | "no-path"
  | "too-large"
  | "too-slow"
  | "failed";

/** `detail`: git's own words, in English; may be empty. */
export const unknownRevision = defineCode<{ cause: RevisionFault; name: string; detail: string }>({
  code: "input/revision",
  severity: "error",
  text: {
    en: {
      title: "Revision that cannot be read",
      message: ({ cause, name, detail }) =>
        revisionFaults[cause](name).en + (detail === "" ? "" : `: ${detail}`),
      why: "Without the earlier state there is nothing to compare with.",
      fix: "Name two files, two folders, or revisions that `git log` shows. A pipeline that fetches only the last commit has no earlier ones (`fetch-depth: 0`).",
    },
    zhHans: {
      title: "无法读取版本",
      message: ({ cause, name, detail }) =>
        revisionFaults[cause](name).zhHans + (detail === "" ? "" : `：“${detail}”`),
      why: "没有此前的内容，就无从比较。",
      fix: "请指定两个文件、两个文件夹，或 `git log` 中列出的版本。流水线只取最近一次提交时没有更早的版本（可设 `fetch-depth: 0`）。",
    },
  },
});

const revisionFaults: Readonly<Record<RevisionFault, (name: string) => Localized>> = {
  "no-git": () => ({
    en: "git is not installed, or cannot be started",
    zhHans: "本机没有 git，或者无法启动",
  }),
  "no-repository": () => ({
    en: "the folder is not in a git repository",
    zhHans: "当前文件夹不在 git 仓库中",
  }),
  "no-commit": () => ({ en: "the git repository has no commit yet", zhHans: "git 仓库尚无任何提交" }),
  unknown: (name) => ({
    en: `"${name}" is neither a file or folder nor a revision`,
    zhHans: `“${name}”既不是文件或文件夹，也不是版本`,
  }),
  "no-common": (name) => ({
    en: `the two revisions of "${name}" have no common ancestor`,
    zhHans: `“${name}”所指的两个版本没有共同的起点`,
  }),
  "no-path": (name) => ({
    en: `the revision has no file or folder "${name}"`,
    zhHans: `该版本中没有“${name}”`,
  }),
  "too-large": (name) => ({ en: `"${name}" holds too many files`, zhHans: `“${name}”的文件过多` }),
  "too-slow": (name) => ({
    en: `git did not answer in time for "${name}"`,
    zhHans: `读取“${name}”时 git 未在时限内响应`,
  }),
  failed: (name) => ({ en: `git cannot read "${name}"`, zhHans: `git 无法读取“${name}”` }),
};

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
      fix: "`planwright.yaml` may contain `as-of` (a date), `rules` (lines `RULE: LEVEL`, with error, warning, info or off), `templates` (a folder) and `defaults` (`fail-on`, `max-warnings`, `format`, `lang`).",
    },
    zhHans: {
      title: "配置文件有误",
      message: (a) => a.zhHans,
      why: "设置项无法识别时不会生效，且不易察觉。",
      fix: "`planwright.yaml` 可含 `as-of`（日期）、`rules`（每行写 `规则名: 级别`，级别为 error、warning、info 或 off）、`templates`（报告模板文件夹）和 `defaults`（`fail-on`、`max-warnings`、`format`、`lang` 的默认取值）。",
    },
  },
});

/** `cause` is the operating system's error code. `path` null: standard output. */
export const unwritable = defineCode<{ path: string | null; cause: string }>({
  code: "output/unwritable",
  severity: "error",
  text: {
    en: {
      title: "Output that cannot be written",
      message: ({ path, cause }) =>
        `${path ?? "the output"} cannot be written: ${(writeCauses[cause] ?? unknownCause(cause)).en}`,
      why: "Output that is cut off or missing must not look complete.",
      fix: "Check permissions and free space, or name another place. Files that stood there before are unchanged.",
    },
    zhHans: {
      title: "无法写入",
      message: ({ path, cause }) =>
        `${path === null ? "输出内容" : `“${path}”`}无法写入：${(writeCauses[cause] ?? unknownCause(cause)).zhHans}`,
      why: "输出中断或者缺失，不应被当作完整的结果。",
      fix: "检查写入权限和磁盘空间，或另选位置。原有文件保持不变。",
    },
  },
});

export const cacheUnwritable = defineCode<{ path: string }>({
  code: "output/cache-unwritable",
  severity: "warning",
  text: {
    en: {
      title: "Cache that cannot be written",
      message: ({ path }) => `nothing can be kept in ${path}; every plan was checked again`,
      why: "The findings are complete, but the next run will take as long as this one.",
      fix: "Name a folder with `--cache` in which files can be written.",
    },
    zhHans: {
      title: "缓存无法写入",
      message: ({ path }) => `无法在“${path}”中保存缓存，本次对所有方案均重新检查`,
      why: "检查结果完整，但下次运行不会更快。",
      fix: "用 `--cache` 指定可以写入的文件夹。",
    },
  },
});

const denied: Localized = { en: "permission denied", zhHans: "没有写入权限" };
const full: Localized = { en: "no space left on the disk", zhHans: "磁盘空间不足" };
const noFolder: Localized = {
  en: "a part of the path is a file, not a folder",
  zhHans: "路径中有一部分是文件，不是文件夹",
};

const writeCauses: Readonly<Record<string, Localized>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: { en: "the disk is read-only", zhHans: "磁盘为只读" },
  ENOSPC: full,
  EDQUOT: full,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  EISDIR: { en: "a folder has that name", zhHans: "已有同名文件夹" },
  ENAMETOOLONG: { en: "the name is too long", zhHans: "文件名过长" },
};

function unknownCause(cause: string): Localized {
  return { en: `writing failed (${cause})`, zhHans: `写入失败（${cause}）` };
}

/** A bug of ours on one plan: told, so that the other plans are still checked. */
export const internalFault = defineCode<{ version: string; cause: string }>({
  code: "internal/fault",
  severity: "error",
  text: {
    en: {
      title: "Fault of planwright itself",
      message: ({ version, cause }) => `internal error in planwright ${version}: ${cause}`,
      why: "A fault of the program must not look like a fault of the plan.",
      fix: "This is a fault of the program, not of your plan. Please report it with the command and the plan that cause it.",
    },
    zhHans: {
      title: "程序内部错误",
      message: ({ version, cause }) => `planwright ${version} 内部错误：${cause}`,
      why: "程序自身的错误，不应被当作方案的问题。",
      fix: "这是程序自身的错误，与方案无关。请将所用命令和方案一并反馈给开发者。",
    },
  },
});

/** A bug of ours as a finding. */
export function internalFinding(error: unknown, version: string): Diagnostic {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return makeDiagnostic(internalFault, null, { version, cause: cause.slice(0, 500) });
}

export const inputCodes = [
  missingPath,
  nothingMatched,
  unreadablePath,
  unknownKind,
  unknownRevision,
  usageFault,
  configurationFault,
  unwritable,
  cacheUnwritable,
  internalFault,
];
