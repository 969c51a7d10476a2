/** How `plan completion` is called. */
import type { CommandForm } from "./form.ts";

export const completionForm: CommandForm = {
  about: {
    en: "print a script that lets the shell complete commands and options",
    zhHans: "输出命令行自动补全脚本",
  },
  argument: {
    form: "<shell>",
    help: {
      en: "bash, zsh, fish or powershell",
      zhHans: "可为 bash、zsh、fish、powershell",
    },
  },
  options: [],
  below: {
    en: `
Examples (run once):
  bash        echo 'source <(plan completion bash)' >> ~/.bashrc
  zsh         echo 'source <(plan completion zsh)' >> ~/.zshrc    (after compinit)
  fish        plan completion fish > ~/.config/fish/completions/plan.fish
  PowerShell  plan completion powershell >> $PROFILE
`,
    zhHans: `
示例（设置一次即可）：
  bash        echo 'source <(plan completion bash)' >> ~/.bashrc
  zsh         echo 'source <(plan completion zsh)' >> ~/.zshrc    （放在 compinit 之后）
  fish        plan completion fish > ~/.config/fish/completions/plan.fish
  PowerShell  plan completion powershell >> $PROFILE
`,
  },
};
