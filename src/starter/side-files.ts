/** What stands beside a new plan: settings, the sheet of figures, a page that explains, and checks in pipelines. */
import type { Speaker } from "../language/speaker.ts";
import { escapeMarkdown } from "../report/escape.ts";
import { type Answers, baselineMonth } from "./answers.ts";
import { type Named, observationFile, schemaFile } from "./plan-text.ts";

/** The settings of the repository: all of them usual, shown as comments. */
export function settingsText(speaker: Speaker): string {
  return speaker.say({
    en: `# Settings of this repository of plans. This folder is also the root that no plan may leave.
# as-of: 2026-06-30          # judge all plans on this day; without it today
# rules:
#   provenance/uncited-source: off   # error | warning | info | off; all rules: plan rules
# data:                      # figures of the plans that name no file themselves
#   observations: data/{id}.csv      # {id}: the id of the plan
`,
    zhHans: `# 本方案库的设置。本文件夹也是方案可读取文件的范围，方案不能引用此外的文件。
# as-of: 2026-06-30          # 统一按该日期评定；不设则为当天
# rules:
#   provenance/uncited-source: off   # error 错误 | warning 警告 | info 提示 | off 关闭；规则列表：plan rules
# data:                      # 用于自身未写明数据文件的方案
#   observations: data/{id}.csv      # {id} 代表方案编号
`,
  });
}

/** The sheet of figures with the baselines as its first rows; headings in the language of the plan. */
export function observationText(answers: Answers, { indicators }: Named, speaker: Speaker): string {
  const heading = speaker.say({
    en: "indicator,at,value,state,reported,source,note",
    zhHans: "指标,时间,实际值,状态,报送日期,来源,备注",
  });
  const state = speaker.say({ en: "final", zhHans: "终值" });
  const note = speaker.say({ en: "baseline", zhHans: "基期值" });
  const rows = indicators.flatMap(({ id, baseline }) =>
    baseline === null ? [] : [`${id},${baselineMonth(answers)},${baseline},${state},,,${note}`],
  );
  // Spreadsheet programs read Chinese in a CSV file rightly only behind this mark.
  const mark = speaker.chinese ? "\ufeff" : "";
  return `${mark}${[heading, ...rows].join("\n")}\n`;
}

/** The page that says what each file is and what to do next. */
export function readmeText({ title }: Answers, planFile: string, speaker: Speaker): string {
  const heading = `# ${escapeMarkdown(title)}\n\n`;
  const file = `\`${planFile}\``;
  return (
    heading +
    speaker.say(
      {
        en: `A plan kept as a program with planwright.

| file | what it is |
|---|---|
| ${file} | the plan: goals, indicators, steps, who answers for what |
| \`${observationFile}\` | the figures as they are reported, one row each; a spreadsheet program opens and saves it |
| \`planwright.yaml\` | settings |
| \`${schemaFile}\` | lets editors complete and explain every key, offline |
| \`.github/workflows/plans.yml\`, \`.gitlab-ci.yml\` | check every change on GitHub or GitLab; keep the one you use |
| \`.pre-commit-config.yaml\` | checks before every commit, with the program pre-commit |

## Every day

\`\`\`sh
plan check                     # what is wrong with the plan, at the line, and where it stands
plan status                    # where the indicators stand
plan report --to html,md       # the report as a page to read and print
plan explain target/conflict   # what a rule looks for; the name stands behind each finding
\`\`\`

## To begin

1. Replace the examples in ${file}; run \`plan check\` as often as you like.
2. Add a row to \`${observationFile}\` whenever a figure is reported.
`,
        zhHans: `本方案用 planwright 维护。

| 文件 | 用途 |
|---|---|
| ${file} | 方案：目标、指标、步骤和责任主体 |
| \`${observationFile}\` | 报送的实际值，每行一个，可用表格软件打开和保存 |
| \`planwright.yaml\` | 设置 |
| \`${schemaFile}\` | 供编辑器补全和说明各个键，不需联网 |
| \`.github/workflows/plans.yml\`、\`.gitlab-ci.yml\` | 在 GitHub 或 GitLab 上检查每次改动，保留所用的一个即可 |
| \`.pre-commit-config.yaml\` | 由 pre-commit 在每次提交前检查 |

## 日常使用

\`\`\`sh
plan check                     # 逐行列出方案的问题项，并给出各指标状态
plan status                    # 查看各项指标的进展
plan report --to html,md       # 生成可阅读、可打印的报告
plan explain target/conflict   # 说明一条规则；规则名列在每个问题项之后
\`\`\`

## 如何开始

1. 逐一替换 ${file} 中的示例内容，随时运行 \`plan check\`。
2. 每报送一个数，就在 \`${observationFile}\` 中增加一行。
`,
      },
      [planFile],
    )
  );
}

/** A workflow of GitHub: the text of plans at every change, everything once a week, when only the calendar has moved. */
export function githubText(version: string, speaker: Speaker): string {
  const say = (en: string, zhHans: string): string => speaker.say({ en, zhHans });
  return `name: plans
on:
  push:
  pull_request:
  schedule:
    - cron: "0 1 * * 1"   ${say("# every Monday: what has fallen due", "# 每周一检查到期事项")}
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install --global planwright@${version}
      ${say("# A change is judged by its text; the calendar alone does not turn it red.", "# 改动只查方案文本，不因时间推移而不通过。")}
      - if: github.event_name != 'schedule'
        run: plan check --only plan
      - if: github.event_name == 'schedule'
        run: plan check
`;
}

/** The same for GitLab; what is due runs in a scheduled pipeline. */
export function gitlabText(version: string, speaker: Speaker): string {
  const say = (en: string, zhHans: string): string => speaker.say({ en, zhHans });
  return `plans:
  image: node:22
  script:
    - npm install --global planwright@${version}
    ${say("# A change is judged by its text; a scheduled pipeline also by what has fallen due.", "# 改动只查方案文本；定时流水线还检查到期事项。")}
    - if [ "$CI_PIPELINE_SOURCE" = "schedule" ]; then plan check; else plan check --only plan; fi
`;
}

/** A hook for the program pre-commit, which installs planwright for itself. */
export function hookText(version: string, speaker: Speaker): string {
  return `${speaker.say({ en: "# Once in each clone: pre-commit install", zhHans: "# 每个克隆中执行一次：pre-commit install" })}
repos:
  - repo: local
    hooks:
      - id: plan-check
        name: plan check
        entry: plan check --only plan
        language: node
        additional_dependencies: ["planwright@${version}"]
        files: '(^|/)([^/]*\\.)?plan\\.yaml$|\\.(csv|xlsx|md|txt)$|(^|/)planwright\\.yaml$'
        pass_filenames: false
`;
}
