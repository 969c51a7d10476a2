/** Findings about a revision of git that was named. */
import { defineCode, type Localized } from "../diagnostics/diagnostic.ts";

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
  "no-git": (name) => ({
    en: `there is no file or folder "${name}", and it cannot be a revision: git is not installed, or cannot be started`,
    zhHans: `没有名为“${name}”的文件或文件夹；本机没有 git，或者无法启动，因此也不能作为版本读取`,
  }),
  "no-repository": (name) => ({
    en: `there is no file or folder "${name}", and it cannot be a revision: the folder is not in a git repository`,
    zhHans: `没有名为“${name}”的文件或文件夹；当前文件夹不在 git 仓库中，因此也不能作为版本读取`,
  }),
  "no-commit": (name) => ({
    en: `there is no file or folder "${name}", and it cannot be a revision: the git repository has no commit yet`,
    zhHans: `没有名为“${name}”的文件或文件夹；git 仓库尚无任何提交，因此也不能作为版本读取`,
  }),
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
