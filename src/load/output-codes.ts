/** Findings about output that does not reach its place. */
import { defineCode, type Localized } from "../diagnostics/diagnostic.ts";

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
