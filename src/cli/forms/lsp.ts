/** How `plan lsp` is called. */
import type { CommandForm } from "./form.ts";

export const lspForm: CommandForm = {
  about: {
    en: "serve an editor: findings while typing, completion, hover, rename",
    zhHans: "为编辑器提供语言服务：边写边查、补全、悬停说明、改名",
  },
  argument: null,
  options: [
    {
      flags: "--stdio",
      help: {
        en: "communicate over standard input and output (always the case)",
        zhHans: "通过标准输入输出通信（本就如此，可不写）",
      },
    },
  ],
  below: {
    en: `
An editor starts this command itself. To set one up
(VS Code, Neovim, Helix), see docs/editor.md in the package.
`,
    zhHans: `
该命令由编辑器自行启动。
设置方法见安装包内的“docs/editor.zh-Hans.md”。
`,
  },
};
