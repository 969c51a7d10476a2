/** Findings about a run of `check` as a whole: what it compares with, and what it was to allow. */
import { defineCode } from "../diagnostics/diagnostic.ts";

/** `cause`: `version` (of another version, `detail` names it), `form` (no baseline at all), `entry` (an entry that cannot be read). */
export const baselineFault = defineCode<{ cause: string; path: string; detail: string }>({
  code: "configuration/baseline",
  severity: "error",
  text: {
    en: {
      title: "Baseline that cannot be used",
      message: ({ cause, path, detail }) => {
        if (cause === "version")
          return `${path} is a baseline of version ${detail}; this version of planwright reads version 1`;
        return cause === "entry"
          ? `an entry of the baseline ${path} lacks ${detail}`
          : `${path} is no baseline`;
      },
      why: "With a baseline that is misread, new findings could pass as known ones.",
      fix: "Write another one into a new file: `plan check --write-baseline FILE`.",
    },
    zhHans: {
      title: "已知问题清单无法使用",
      message: ({ cause, path, detail }) => {
        if (cause === "version") return `已知问题清单“${path}”的版本为“${detail}”，本程序只能读取版本 1`;
        return cause === "entry"
          ? `已知问题清单“${path}”中有条目缺少“${detail}”`
          : `“${path}”不是已知问题清单`;
      },
      why: "已知问题清单若被误读，新出现的问题项可能被当作已知问题放过。",
      fix: "用 `plan check --write-baseline 文件` 重新生成，文件名须为尚不存在的文件。",
    },
  },
});

export const baselineGone = defineCode<{ rule: string; at: string; gone: number; plan: string }>({
  code: "configuration/baseline-gone",
  severity: "info",
  text: {
    en: {
      title: "Known finding that is gone",
      message: ({ rule, at, gone, plan }) =>
        `${gone === 1 ? "a finding" : `${gone} findings`} of ${rule} in ${plan}${at === "" ? "" : ` at ${at}`} ${gone === 1 ? "is" : "are"} no longer there`,
      why: "An entry that outlives its finding would let the same fault pass when it comes back.",
      fix: "Write the baseline again: `plan check --baseline FILE --write-baseline FILE` leaves out what is gone and takes in nothing new.",
    },
    zhHans: {
      title: "清单中的问题项已消除",
      message: ({ rule, at, gone, plan }) =>
        `“${plan}”${at === "" ? "" : `“${at}”处`}的 ${gone} 个“${rule}”问题项已不存在`,
      why: "问题项消除后条目仍在，同样的问题再次出现时就会被放过。",
      fix: "重新生成清单：`plan check --baseline 文件 --write-baseline 文件` 只删去已消除的条目，不收入新问题项。",
    },
  },
});

/** `setting`: where `planwright.yaml` names the file. */
export const noDataFile = defineCode<{ path: string; setting: string }>({
  code: "configuration/no-data-file",
  severity: "info",
  text: {
    en: {
      title: "No data file where the settings look for one",
      message: ({ path, setting }) =>
        `there is no file ${path}, where ${setting} looks for the figures of this plan`,
      why: "A file under another name would pass unread, and the plan as one without figures.",
      fix: "Write the figures into this file, correct the path in `planwright.yaml`, or name the plan's own file under `data`.",
    },
    zhHans: {
      title: "设置所指的数据文件不存在",
      message: ({ path, setting }) => `“${setting}”为本方案指定的数据文件“${path}”不存在`,
      why: "文件若用了别的名称，其中数据就读不到，方案会被当作没有数据。",
      fix: "在该文件中填写数据，或改正 `planwright.yaml` 中的路径，或在方案的 `data` 中写明自己的数据文件。",
    },
  },
});

/** `cause`: `no-git`, `no-repository`, `no-reference`, `no-common`, or `failed`; `detail` is the reference, or git's own words. */
export const changesUnknown = defineCode<{ cause: string; detail: string }>({
  code: "input/no-changes",
  severity: "error",
  text: {
    en: {
      title: "Changes that cannot be known",
      message: ({ cause, detail }) => {
        switch (cause) {
          case "no-git":
            return "--changed needs git, which is not installed";
          case "no-repository":
            return "--changed works in a git repository only, and this folder belongs to none";
          case "no-reference":
            return `--since: the repository has no commit, branch or tag "${detail}"`;
          case "no-common":
            return `--since: HEAD and "${detail}" have no common commit here`;
          default:
            return `git could not tell what changed: "${detail}"`;
        }
      },
      why: "Without knowing what changed, a check of what changed would pass over anything.",
      fix: "Correct the reference, or check every plan without `--changed`. A pipeline that fetches one commit only has to fetch the history (on GitHub `fetch-depth: 0`).",
    },
    zhHans: {
      title: "无法确定变动范围",
      message: ({ cause, detail }) => {
        switch (cause) {
          case "no-git":
            return "--changed 需要 git，本机尚未安装";
          case "no-repository":
            return "--changed 只能在 git 仓库中使用，当前文件夹不属于任何仓库";
          case "no-reference":
            return `--since：仓库中没有名为“${detail}”的提交、分支或标签`;
          case "no-common":
            return `--since：在本仓库中找不到 HEAD 与“${detail}”的共同提交`;
          default:
            return `git 无法给出变动范围：“${detail}”`;
        }
      },
      why: "不知道哪些内容有变动，就会漏查。",
      fix: "更正引用名称，或不用 `--changed` 而检查全部方案。流水线只拉取一个提交的，须拉取完整历史（GitHub 上设 `fetch-depth: 0`）。",
    },
  },
});

export const noCommits = defineCode({
  code: "input/no-commits",
  severity: "info",
  text: {
    en: {
      title: "Repository without commits",
      message: () => "the repository has no commits yet, so every plan counts as changed",
      why: "There is nothing to compare with.",
      fix: "Nothing need be done; after the first commit `--changed` compares with it.",
    },
    zhHans: {
      title: "仓库尚无提交",
      message: () => "仓库尚无任何提交，全部方案均视为有变动",
      why: "没有可供比较的版本。",
      fix: "无须处理；首次提交后，`--changed` 即与该提交比较。",
    },
  },
});

export const tooManyWarnings = defineCode<{ warnings: number; most: number }>({
  code: "usage/too-many-warnings",
  severity: "error",
  text: {
    en: {
      title: "More warnings than allowed",
      message: ({ warnings, most }) =>
        `${warnings} ${warnings === 1 ? "warning" : "warnings"}, more than the ${most} that --max-warnings allows`,
      why: "The number of warnings was to stay within a limit.",
      fix: "Correct some of the warnings, or set another limit.",
    },
    zhHans: {
      title: "警告数量超过上限",
      message: ({ warnings, most }) => `共有警告 ${warnings} 个，超过 --max-warnings 所设上限 ${most} 个`,
      why: "警告数量应控制在所设上限之内。",
      fix: "改正部分警告，或调整上限。",
    },
  },
});

export const runCodes = [baselineFault, baselineGone, noDataFile, changesUnknown, noCommits, tooManyWarnings];
