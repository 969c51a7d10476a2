/** Findings about printing to PDF: they belong to no plan. */
import { defineCode, type Localized } from "../diagnostics/diagnostic.ts";

/** `named`: what the user named as the program, which is none; null when none was found anywhere. */
export const noChromium = defineCode<{ named: string | null }>({
  code: "output/no-chromium",
  severity: "error",
  text: {
    en: {
      title: "No Chromium to print with",
      message: ({ named }) =>
        named === null
          ? "no PDF can be made: no Chromium, Google Chrome or Microsoft Edge was found"
          : `no PDF can be made: PLANWRIGHT_CHROMIUM names "${named}", which is not a program that can be run`,
      why: "PDF pages are printed by an installed Chromium; without one only the other formats can be written.",
      fix: "Install Chromium, Google Chrome or Microsoft Edge, or set PLANWRIGHT_CHROMIUM to the path of its program. A report written with `--to html` can be printed from any browser.",
    },
    zhHans: {
      title: "没有可用于打印的 Chromium",
      message: ({ named }) =>
        named === null
          ? "无法生成 PDF：未找到 Chromium、Google Chrome 或 Microsoft Edge"
          : `无法生成 PDF：PLANWRIGHT_CHROMIUM 所指的“${named}”不是可运行的程序`,
      why: "PDF 由本机安装的 Chromium 打印生成；没有 Chromium，只能生成其他格式。",
      fix: "安装 Chromium、Google Chrome 或 Microsoft Edge，或将 PLANWRIGHT_CHROMIUM 设为其程序路径。也可用 `--to html` 生成报告，再用任意浏览器打印。",
    },
  },
});

/** `cause` is a word of `PrintFailure`, `detail` its detail. */
export const notPrinted = defineCode<{ path: string; program: string; cause: string; detail: string }>({
  code: "output/not-printed",
  severity: "error",
  text: {
    en: {
      title: "PDF that could not be printed",
      message: ({ path, program, cause, detail }) =>
        `${path} was not written: ${(printCauses[cause] ?? unknownPrintCause)(program, detail).en}`,
      why: "A PDF that is cut off or empty must not look like a report.",
      fix: "Run the command again; if it fails again, update Chromium, name another one in PLANWRIGHT_CHROMIUM, or write `--to html` and print the page from a browser. A file that stood there before is unchanged.",
    },
    zhHans: {
      title: "PDF 未能生成",
      message: ({ path, program, cause, detail }) =>
        `未生成“${path}”：${(printCauses[cause] ?? unknownPrintCause)(program, detail).zhHans}`,
      why: "内容中断或空白的 PDF，不应被当作完整的报告。",
      fix: "可重新运行一次；仍然失败时，更新 Chromium，或用 PLANWRIGHT_CHROMIUM 另行指定，也可用 `--to html` 生成报告，再用浏览器打印。原有文件保持不变。",
    },
  },
});

type Cause = (program: string, detail: string) => Localized;

const printCauses: Readonly<Record<string, Cause>> = {
  "no-start": (program, detail) => withWords(`${program} does not start`, `“${program}”无法启动`, detail),
  died: (program, detail) =>
    withWords(`${program} ended while it printed`, `“${program}”在打印时中途退出`, detail),
  refused: (program, detail) => withWords(`${program} cannot print it`, `“${program}”无法打印`, detail),
  "too-slow": (program, detail) => ({
    en: `${program} gave no answer within ${detail} seconds`,
    zhHans: `“${program}”在 ${detail} 秒内没有响应`,
  }),
  incomplete: (program) => ({
    en: `what ${program} printed is not a whole PDF`,
    zhHans: `“${program}”输出的 PDF 不完整`,
  }),
  "no-folder": (_, detail) =>
    withWords("no folder for temporary files can be made", "无法建立临时文件夹", detail),
};

const unknownPrintCause: Cause = (_, detail) => withWords("printing failed", "打印失败", detail);

/** The words of the program itself stay as they are. */
function withWords(en: string, zhHans: string, words: string): Localized {
  return words === "" ? { en, zhHans } : { en: `${en}: ${words}`, zhHans: `${zhHans}（“${words}”）` };
}

export const noChineseFont = defineCode({
  code: "output/no-chinese-font",
  severity: "warning",
  text: {
    en: {
      title: "No font with Chinese characters",
      message: () => "no font of this machine has Chinese characters: the PDF shows boxes in their place",
      why: "A document whose characters are boxes cannot be read.",
      fix: "Install a Chinese font (Debian, Ubuntu: `fonts-noto-cjk`; Fedora: `google-noto-sans-cjk-fonts`) and make the PDF again.",
    },
    zhHans: {
      title: "缺少中文字体",
      message: () => "本机没有中文字体，PDF 中的汉字显示为方框",
      why: "汉字显示为方框的文件无法阅读。",
      fix: "安装中文字体（Debian、Ubuntu：`fonts-noto-cjk`；Fedora：`google-noto-sans-cjk-fonts`）后重新生成 PDF。",
    },
  },
});

/** `version`: the one that printed; `needed`: the first that prints what stands in the margins. */
export const oldChromium = defineCode<{ version: number; needed: number }>({
  code: "output/old-chromium",
  severity: "warning",
  text: {
    en: {
      title: "Chromium too old for page numbers",
      message: ({ version, needed }) =>
        `page numbers and running title are missing: Chromium ${version} cannot print them, which version ${needed} was the first to do`,
      why: "Loose pages without numbers cannot be put in order.",
      fix: "Update Chromium, or name a newer one in PLANWRIGHT_CHROMIUM.",
    },
    zhHans: {
      title: "Chromium 版本过低，无法打印页码",
      message: ({ version, needed }) => `Chromium ${version} 版无法打印页码和页眉，${needed} 版起方可打印`,
      why: "没有页码，纸页散开后难以按次序整理。",
      fix: "更新 Chromium，或用 PLANWRIGHT_CHROMIUM 指定较新的版本。",
    },
  },
});

export const printCodes = [noChromium, notPrinted, noChineseFont, oldChromium];
