/** Findings about source files that a command would rewrite (`fmt`, `check --fix`). */
import { defineCode, type Localized } from "../diagnostics/diagnostic.ts";

/** `cause`: a word of the host's `ReplaceResult`, `encoding`, or the operating system's error code. */
export const sourceKept = defineCode<{ path: string; cause: string }>({
  code: "output/source-kept",
  severity: "error",
  text: {
    en: {
      title: "Source file that was not rewritten",
      message: ({ path, cause }) => `${path} is left as it is: ${causeOf(cause).en}`,
      why: "A source file is rewritten whole or not at all, and never over the work of someone else.",
      fix: "Save the file where it is open, lift its write protection, or make a copy of it where it has several names, and run the command again. Nothing in it has changed.",
    },
    zhHans: {
      title: "源文件未改写",
      message: ({ path, cause }) => `“${path}”保持原样：${causeOf(cause).zhHans}`,
      why: "源文件要么整份改写，要么不动，也不覆盖他人刚作的修改。",
      fix: "文件已在别处打开的，先保存；设了写保护的，先解除；有多个文件名的，先另存为独立的文件；然后重新运行。文件内容没有变动。",
    },
  },
});

const causes: Readonly<Record<string, Localized>> = {
  changed: { en: "it was changed while the command ran", zhHans: "命令运行期间文件已被修改" },
  "read-only": { en: "it is write-protected", zhHans: "文件设有写保护" },
  linked: {
    en: "it has further names (hard links), which would keep the old text",
    zhHans: "该文件另有其他文件名（硬链接），改写后其他文件名下仍是旧内容",
  },
  encoding: {
    en: "it holds damaged characters, or its encoding cannot be kept",
    zhHans: "文件含有损坏的字符，或者无法保持原有编码",
  },
  ENOSPC: { en: "no space is left on the disk", zhHans: "磁盘空间不足" },
};

function causeOf(cause: string): Localized {
  return causes[cause] ?? { en: `writing failed (${cause})`, zhHans: `写入失败（${cause}）` };
}

export const sourceCodes = [sourceKept];
