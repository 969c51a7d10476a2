/** Findings on templates of the user's own. */
import { defineCode } from "../diagnostics/diagnostic.ts";
import type { TemplateFault } from "./own-template.ts";

type Args = { readonly kind: TemplateFault["kind"]; readonly detail: string };

/** `detail` as in `TemplateFault`. */
export const templateFault = defineCode<Args>({
  code: "output/template",
  severity: "error",
  text: {
    en: {
      title: "Template that cannot be used",
      message: ({ kind, detail }) =>
        ({
          syntax: "this is not a Handlebars template: a tag cannot be read here",
          unclosed: `${detail} is opened here and not closed`,
          mismatch: `a block opened as "${detail.split(" ")[0]}" is closed as "${detail.split(" ")[1]}"`,
          "missing-field": `the data given to the template have no "${detail}" here`,
          "missing-partial": `there is no partial "${detail}"`,
          "unknown-helper": `there is no helper "${detail}"`,
          endless: "the template does not finish and was stopped",
          failed: `the template fails: ${detail}`,
        })[kind],
      why: "A document with a gap where something should stand would look complete, so none is written.",
      fix: "Correct the template. `docs/reports.md` lists the fields, partials and helpers; fields inside `each` and `with` are those of the entry, `@root.` leads to the whole.",
    },
    zhHans: {
      title: "模板有误",
      message: ({ kind, detail }) =>
        ({
          syntax: "不是有效的 Handlebars 模板，此处的标签无法识别",
          unclosed: `“${detail}”在此打开，但没有关闭`,
          mismatch: `以“${detail.split(" ")[0]}”打开的块以“${detail.split(" ")[1]}”关闭`,
          "missing-field": `此处的数据中没有“${detail}”`,
          "missing-partial": `没有名为“${detail}”的局部模板`,
          "unknown-helper": `没有名为“${detail}”的辅助函数`,
          endless: "模板运行不能结束，已中止",
          failed: `模板运行出错：“${detail}”`,
        })[kind],
      why: "本应有内容的地方若留空，文件看上去仍像是完整的，因此未生成文件。",
      fix: "更正模板。可用的数据项、局部模板和辅助函数见 `docs/reports.zh-Hans.md`；在 `each` 和 `with` 之内只能取当前条目的数据项，取整体的数据项用 `@root.`。",
    },
  },
});
