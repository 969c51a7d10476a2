/** Words of the help, in every language. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { Speaker } from "../language/speaker.ts";

export const commandHelp = {
  plan: {
    en: "Plans as programs: finds what is wrong with a written plan, shows where its indicators stand, prints the report.",
    zhHans: "让方案可检查、可评定、可打印：找出方案中的矛盾和缺漏，评定各项指标的进度，生成报告。",
  },
  check: {
    en: "check plans: findings at their lines, then where each indicator stands",
    zhHans: "检查方案：逐行列出问题项，并给出各指标状态",
  },
  status: { en: "show where the indicators of a plan stand", zhHans: "查看方案各项指标的进展状态" },
  explain: {
    en: "explain a rule, an assessment method, or how the status of an indicator came about",
    zhHans: "说明某条规则、某种评定方法，或说明某项指标的状态是如何得出的",
  },
  report: { en: "write the report of a plan", zhHans: "生成方案报告" },
  export: {
    en: "write the compiled plan, its results as a table, or its dates as a calendar",
    zhHans: "导出方案数据、指标评定结果表或日程",
  },
  lsp: {
    en: "serve an editor: findings while typing, completion, hover, rename",
    zhHans: "为编辑器提供语言服务：边写边查、补全、悬停说明、改名",
  },
  diff: {
    en: "compare two states of plans: what changed, and whether a binding target was weakened",
    zhHans: "比较方案的两个版本：列出变化，指出约束性要求有无放宽",
  },
  rules: { en: "list the rules", zhHans: "列出全部规则" },
  config: {
    en: "show which settings hold for a file, and where each comes from",
    zhHans: "查看某个文件适用的各项设置及其来源",
  },
  fmt: {
    en: "rewrite plan files in one standard layout; what they say stays the same",
    zhHans: "统一方案文件的排版，内容不变",
  },
  schema: {
    en: "print the JSON Schema of the plan format, for editors",
    zhHans: "输出方案格式的 JSON Schema，供编辑器使用",
  },
  init: {
    en: "start a plan: asks a few questions, then writes the plan and the files that go with it",
    zhHans: "新建方案：回答几个问题，生成方案及配套文件",
  },
  import: {
    en: "import the figures of an existing table (XLSX or CSV)",
    zhHans: "导入现有表格（XLSX 或 CSV）中的实际值",
  },
  completion: {
    en: "print a script that lets the shell complete commands and options",
    zhHans: "输出命令行自动补全脚本",
  },
  doctor: {
    en: "check that this machine has what planwright needs",
    zhHans: "检查本机是否具备运行条件",
  },
} satisfies Record<string, Localized>;

export const optionHelp: Readonly<Record<string, Localized>> & { readonly [K in RequiredOption]: Localized } =
  {
    version: { en: "print the version", zhHans: "显示版本号" },
    help: { en: "show this help", zhHans: "显示帮助" },
    paths: {
      en: "plan files, folders or globs; - reads standard input; default: the current folder",
      zhHans: "方案文件、文件夹或通配符；- 表示标准输入；默认为当前文件夹",
    },
    explainArgument: {
      en: "a rule (target/conflict), a method (mid-term), or a plan and an id (my.plan.yaml#coverage-rate)",
      zhHans:
        "规则名（如 target/conflict）、评定方法名（如 mid-term），或“方案文件#编号”（如 my.plan.yaml#coverage-rate）",
    },
    diffArgument: {
      en: "two files, two folders, or git revisions (HEAD~1 HEAD, v1 -- plans/, v1:plans/my.plan.yaml); a revision alone is compared with the files as they are",
      zhHans:
        "两个文件、两个文件夹，或 git 版本（如 `HEAD~1 HEAD`、`v1 -- 方案/`、`v1:方案/我的方案.plan.yaml`）；只写一个版本时与当前文件比较",
    },
    rulesArgument: {
      en: "only the rules of this family (target, time …)",
      zhHans: "只列出某一类规则（如 target、time）",
    },
    configArgument: {
      en: "a plan or a folder; default: the current folder",
      zhHans: "方案文件或文件夹；默认为当前文件夹",
    },
    schemaArgument: {
      en: "plan (the format), configuration (planwright.yaml), or check-output, diff-output, compiled-plan (the JSON of check, diff, export)",
      zhHans:
        "plan（方案格式）、configuration（planwright.yaml），或 check-output、diff-output、compiled-plan（check、diff、export 的 JSON 输出）",
    },
    initArgument: {
      en: "folder of the new plan (created if missing; default: the current one); with --records, the plan file",
      zhHans: "新方案所在的文件夹，没有时自动新建，默认为当前文件夹；与 --records 同用时为方案文件",
    },
    importArgument: {
      en: "the table: one figure a row, or periods side by side; headings in English or Chinese",
      zhHans: "表格文件：每行一个数，或各期并列；表头用中文或英文",
    },
    importPlan: { en: "the plan that has the indicators of the table", zhHans: "表中指标所属的方案" },
    importOut: {
      en: "file to write; default: data/observations.csv beside the plan",
      zhHans: "写入的文件；默认为方案旁的 data/observations.csv",
    },
    completionArgument: {
      en: "bash, zsh, fish or powershell",
      zhHans: "可为 bash、zsh、fish、powershell",
    },
    yes: {
      en: "ask nothing; use default values for what is not given",
      zhHans: "不提问，未给出的一律采用默认内容",
    },
    keep: { en: "keep files that exist and write only the others", zhHans: "保留已有文件，只写入其余文件" },
    records: {
      en: "for the plan named: write the reporting sheets (XLSX, CSV) to be filled in",
      zhHans: "为所指方案生成填报表（XLSX 和 CSV）",
    },
    recordsUntil: {
      en: "with --records: periods begun by this day; default: today",
      zhHans: "与 --records 同用：截至该日已开始的各期；默认为当天",
    },
    starterTitle: { en: "title of the plan", zhHans: "方案名称" },
    starterId: {
      en: "id of the plan and name of its file; default: from the title",
      zhHans: "方案编号，亦作文件名；默认由名称得出",
    },
    planLang: {
      en: "language of the plan; default: that of the messages",
      zhHans: "方案所用语言；默认与提示语言相同",
    },
    issuer: { en: "who issues the plan", zhHans: "制发单位" },
    period: { en: "first and last month: 2026-01..2027-12", zhHans: "起止月份，如 2026-01..2027-12" },
    indicator: { en: "what is measured", zhHans: "指标名称" },
    unit: { en: "unit of the indicator; default: %", zhHans: "指标的计量单位；默认为 %" },
    starterBaseline: {
      en: "where the indicator stands now; - if not known yet",
      zhHans: "基期值（现状）；尚不清楚填 -",
    },
    target: { en: "where it is to stand at the end", zhHans: "到期末的目标值" },
    owner: {
      en: "who answers for the indicator; default: the issuer",
      zhHans: "指标的责任主体；默认为制发单位",
    },
    frequency: {
      en: "how often it is reported: weekly, monthly, quarterly, half-yearly, yearly",
      zhHans: "报送频次：每周、每月、每季度、每半年、每年",
    },
    lang: { en: "language of planwright's own words", zhHans: "提示和报告所用的语言" },
    color: { en: "colour the output; default: only on a terminal", zhHans: "是否着色；默认仅在终端着色" },
    asOf: {
      en: "the day on which the plan is judged, such as 2026-06-30; default: planwright.yaml, else today",
      zhHans: "评定所依据的日期，如 2026-06-30；默认以 planwright.yaml 的设置为准，未设置则为当天",
    },
    entity: {
      en: "show the rows of this entity too; all shows every one",
      zhHans: "同时列出该实施单位的情况；all 为全部单位",
    },
    explainEntity: { en: "explain the status of this entity", zhHans: "说明该实施单位的状态" },
    history: {
      en: "the status on every past reporting date, as it was known then",
      zhHans: "列出历次报告日的状态（以当时已报送的数据评定）",
    },
    only: {
      en: "plan: only faults of the plan text; status: only what the evaluation finds; default: both",
      zhHans: "plan 只查方案文本，status 只查执行情况；默认都查",
    },
    format: { en: "output format", zhHans: "输出格式" },
    outputFile: {
      en: "also write the output in a format to a file: sarif=plans.sarif; may be repeated",
      zhHans: "另将结果以某种格式写入文件，如 sarif=plans.sarif；可多次使用",
    },
    maxWarnings: {
      en: "exit with 1 if there are more warnings than this",
      zhHans: "警告数量上限，超过时以退出码 1 结束",
    },
    baseline: {
      en: "leave out the findings known to this file; report those that are gone",
      zhHans: "不列出该清单中的已知问题项，并提示其中已消除的",
    },
    writeBaseline: {
      en: "write the findings to this file as known; with --baseline, only those still there",
      zhHans: "将现有问题项作为已知问题写入该文件；与 --baseline 同用时只保留仍存在的",
    },
    changed: {
      en: "only plans that changed since the last git commit, or that use a file that changed",
      zhHans: "只检查自 git 最近一次提交以来有变动的方案，包括其所引用文件有变动的方案",
    },
    since: {
      en: "with --changed: compare with the point at which the current branch left this branch or commit",
      zhHans: "与 --changed 同用：以该分支或提交与当前版本的共同起点为准",
    },
    failOn: { en: "lowest severity that makes the exit code 1", zhHans: "问题项达到该级别时以退出码 1 结束" },
    diffFailOn: {
      en: "what makes the exit code 1: weakened: a binding target weakened without a reason; any: any change",
      zhHans: "以退出码 1 结束的条件：weakened 为无理由放宽约束性要求，any 为有任何变化，never 为从不",
    },
    rule: {
      en: "set the severity of a rule: target/conflict=warning, or off; may be repeated",
      zhHans: "设定规则的级别，如 target/conflict=warning；off 为关闭；可多次使用",
    },
    quiet: { en: "only errors and the summary line", zhHans: "只显示错误和汇总行" },
    maxFindings: {
      en: "print at most this many findings; the counts include all",
      zhHans: "最多列出多少个问题项，计数不受影响",
    },
    jobs: {
      en: "number of threads that check plans in parallel; auto uses all processors; default: 1",
      zhHans: "同时检查多个方案的线程数；auto 为全部处理器；默认为 1",
    },
    cache: {
      en: "folder in which results are kept, so that unchanged plans are not checked again",
      zhHans: "缓存文件夹；未变动的方案不再重复检查",
    },
    checkLayout: {
      en: "write nothing: list the files that would change, and exit with 1 if there are any",
      zhHans: "不改写文件，只列出需要整理的文件；有此类文件时退出码为 1",
    },
    fix: {
      en: "apply the fixes that are certain to the plan files, then check them",
      zhHans: "将确有把握的修改写入方案文件，然后再检查",
    },
    fixDryRun: {
      en: "show what --fix would change, without writing anything",
      zhHans: "只显示 --fix 将作的修改，不改写文件",
    },
    watch: {
      en: "keep running and check again whatever changes; Ctrl-C ends it",
      zhHans: "持续运行，文件一有变动就重新检查；按 Ctrl-C 结束",
    },
    template: {
      en: "reports, separated by commas: plan, status, brief, responsibilities, findings",
      zhHans:
        "报告模板，多个用逗号隔开：plan 方案全文，status 执行情况报告，brief 一页简报，responsibilities 责任清单，findings 审核意见表",
    },
    templates: {
      en: "folder of your own templates: FOLDER/REPORT/NAME.html.hbs",
      zhHans: "自有模板文件夹，其中模板为“文件夹/报告/名称.html.hbs”",
    },
    by: {
      en: "owner: a sheet of responsibilities for each owner",
      zhHans: "owner：责任清单每个责任主体一份",
    },
    to: {
      en: "formats, separated by commas: html, md, pdf (by an installed Chromium, Chrome or Edge), json (the data given to templates)",
      zhHans:
        "报告格式 html、md、pdf，多个格式用逗号隔开；pdf 由本机安装的 Chromium、Chrome 或 Edge 打印生成；json 为模板所用数据",
    },
    out: {
      en: "folder to write into; created if it does not exist",
      zhHans: "输出文件夹，没有时自动新建",
    },
    exportTo: {
      en: "formats, separated by commas: json (compiled plan), csv, xlsx (results), ics (calendar)",
      zhHans: "导出格式，多个用逗号隔开：json 方案数据，csv、xlsx 评定结果表，ics 日程",
    },
    exportOut: {
      en: "folder to write into; created if it does not exist",
      zhHans: "存放导出文件的文件夹，没有时自动新建",
    },
    stdio: {
      en: "communicate over standard input and output (always the case)",
      zhHans: "通过标准输入输出通信（本就如此，可不写）",
    },
  };
type RequiredOption =
  | "version"
  | "help"
  | "paths"
  | "lang"
  | "color"
  | "asOf"
  | "entity"
  | "explainEntity"
  | "history"
  | "only"
  | "format"
  | "failOn"
  | "diffFailOn"
  | "outputFile"
  | "maxWarnings"
  | "baseline"
  | "writeBaseline"
  | "changed"
  | "since"
  | "rule"
  | "quiet"
  | "maxFindings"
  | "jobs"
  | "cache"
  | "checkLayout"
  | "fix"
  | "fixDryRun"
  | "watch"
  | "template"
  | "by"
  | "templates"
  | "to"
  | "out"
  | "exportTo"
  | "exportOut"
  | "stdio"
  | "yes"
  | "importPlan"
  | "importOut"
  | "records"
  | "recordsUntil"
  | "keep"
  | "starterTitle"
  | "starterId"
  | "planLang"
  | "issuer"
  | "period"
  | "indicator"
  | "unit"
  | "starterBaseline"
  | "target"
  | "owner"
  | "frequency";

/** Titles that the library sets above the parts of a help page. */
export const helpTitles: Readonly<Record<string, Localized>> = {
  "Usage:": { en: "Usage:", zhHans: "用法：" },
  "Arguments:": { en: "Arguments:", zhHans: "参数：" },
  "Options:": { en: "Options:", zhHans: "选项：" },
  "Commands:": { en: "Commands:", zhHans: "命令：" },
};

/** Placeholders of arguments and options. */
export const placeholders: Readonly<Record<string, Localized>> = {
  options: { en: "options", zhHans: "选项" },
  command: { en: "command", zhHans: "命令" },
  paths: { en: "paths", zhHans: "路径" },
  what: { en: "what", zhHans: "对象" },
  sides: { en: "sides", zhHans: "比较双方" },
  part: { en: "part", zhHans: "范围" },
  family: { en: "family", zhHans: "类别" },
  name: { en: "name", zhHans: "名称" },
  language: { en: "language", zhHans: "语言" },
  when: { en: "when", zhHans: "方式" },
  date: { en: "date", zhHans: "日期" },
  id: { en: "id", zhHans: "编号" },
  format: { en: "format", zhHans: "格式" },
  formats: { en: "formats", zhHans: "格式" },
  severity: { en: "severity", zhHans: "级别" },
  "rule=level": { en: "rule=level", zhHans: "规则=级别" },
  count: { en: "count", zhHans: "数量" },
  folder: { en: "folder", zhHans: "文件夹" },
  file: { en: "file", zhHans: "文件" },
  path: { en: "path", zhHans: "路径" },
  reference: { en: "reference", zhHans: "分支或提交" },
  "format=file": { en: "format=file", zhHans: "格式=文件" },
  text: { en: "text", zhHans: "文字" },
  plan: { en: "plan", zhHans: "方案" },
  shell: { en: "shell", zhHans: "命令行程序" },
  months: { en: "months", zhHans: "月份" },
  unit: { en: "unit", zhHans: "单位" },
  number: { en: "number", zhHans: "数字" },
  how: { en: "how", zhHans: "频次" },
};

const exitCodes: Localized = {
  en: `
Exit codes:
  0 nothing found at or above --fail-on    1 findings    2 could not run
  3 internal error
`,
  zhHans: `
退出码：
  0 没有达到 --fail-on 级别的问题项    1 有问题项    2 无法执行    3 内部错误
`,
};

const examples: Localized = {
  en: `
A plan is a YAML file named NAME.plan.yaml (or plan.yaml).

Examples:
  plan init                             start a plan in this folder
  plan check                            check every plan below this folder
  plan check my.plan.yaml --as-of 2026-06-30
  plan status my.plan.yaml              where each indicator stands
  plan explain my.plan.yaml#coverage    how a status came about, figure by figure
  plan explain target/conflict          what a rule looks for, with an example
  plan report my.plan.yaml --to html,md --out out
  plan export my.plan.yaml --to xlsx,ics --out out

plan COMMAND --help shows the options of a command. 中文：plan --help --lang zh-Hans
`,
  zhHans: `
方案是名为“名称.plan.yaml”（或 plan.yaml）的 YAML 文件。

示例：
  plan init                               在当前文件夹新建方案
  plan check                              检查当前文件夹下的全部方案
  plan check 我的方案.plan.yaml --as-of 2026-06-30
  plan status 我的方案.plan.yaml          查看各项指标的进展
  plan explain 我的方案.plan.yaml#覆盖率  说明指标的状态及各个数字的来历
  plan explain target/conflict            说明一条规则，并附示例
  plan report 我的方案.plan.yaml --to html,md --out out
  plan export 我的方案.plan.yaml --to xlsx,ics --out out

各命令的选项见 plan <命令> --help。English: plan --help --lang en
`,
};

const ofCommand: Readonly<Record<string, Localized>> = {
  check: {
    en: `
Examples:
  plan check                              every plan below this folder
  plan check my.plan.yaml --only plan     the text only, as for a pull request
  plan check "plans/**/*.plan.yaml" --format json > findings.json
  plan check - < my.plan.yaml             from standard input
  plan check --changed --since main --format github --output-file sarif=plans.sarif
  plan check --write-baseline known.json  accept what is there now; later use --baseline known.json
`,
    zhHans: `
示例：
  plan check                                  当前文件夹下的全部方案
  plan check 我的方案.plan.yaml --only plan   只查方案文本
  plan check "方案/**/*.plan.yaml" --format json > findings.json
  plan check - < 我的方案.plan.yaml           从标准输入读取
  plan check --changed --since main --format github --output-file sarif=plans.sarif
  plan check --write-baseline known.json      先将现有问题项列为已知，以后用 --baseline known.json
`,
  },
  explain: {
    en: `
Examples:
  plan explain target/conflict
  plan explain mid-term
  plan explain my.plan.yaml#coverage
  plan explain my.plan.yaml#coverage --entity north --as-of 2026-06-30
  plan explain my.plan.yaml#mechanism/pay    where two kinds share an id
`,
    zhHans: `
示例：
  plan explain target/conflict
  plan explain mid-term
  plan explain 我的方案.plan.yaml#覆盖率
  plan explain 我的方案.plan.yaml#覆盖率 --entity 城北街道 --as-of 2026-06-30
  plan explain 我的方案.plan.yaml#mechanism/津贴   编号相同时注明种类
`,
  },
  diff: {
    en: `
Examples:
  plan diff old.plan.yaml new.plan.yaml
  plan diff HEAD~1 HEAD                   every plan below this folder, two commits
  plan diff v1 -- plans/                  a tag against the files as they are
  plan diff origin/main...HEAD --format markdown > comment.md
  plan diff v1:my.plan.yaml my.plan.yaml  one file, also under another name

A revision with a reason explains a weakened binding target (exit code 0):
  revisions:
    - { date: 2026-04-01, what: indicators/coverage/targets/2027-12,
        from: ≥85%, to: ≥80%, reason: …, approved-by: … }
`,
    zhHans: `
示例：
  plan diff 原方案.plan.yaml 新方案.plan.yaml
  plan diff HEAD~1 HEAD                   比较两次提交中的全部方案
  plan diff v1 -- 方案/                   某一版本与当前文件
  plan diff main...HEAD --format markdown > 意见.md
  plan diff v1:原方案.plan.yaml 新方案.plan.yaml   文件已改名

约束性要求确需放宽的，在 revisions 中说明理由，即不计为问题（退出码 0）：
  revisions:
    - { date: 2026-04-01, what: indicators/覆盖率/targets/2027-12,
        from: ≥85%, to: ≥80%, reason: 说明理由, approved-by: 批准单位 }
`,
  },
  fmt: {
    en: `
Examples:
  plan fmt                      every plan below this folder
  plan fmt my.plan.yaml --check
  plan fmt - < my.plan.yaml     from standard input to standard output
`,
    zhHans: `
示例：
  plan fmt                          当前文件夹下的全部方案
  plan fmt 我的方案.plan.yaml --check
  plan fmt - < 我的方案.plan.yaml   从标准输入读取，写到标准输出
`,
  },
  init: {
    en: `
Examples:
  plan init                               asks, then writes into this folder
  plan init meals --yes --title "Meals for the elderly" --period 2026-01..2027-12
  plan init meals --yes --plan-lang zh-Hans --indicator 覆盖率 --baseline 45 --target 85
  plan init --records my.plan.yaml        a sheet with a row for each figure due

Files that exist are never overwritten. All files are written, or none.
`,
    zhHans: `
示例：
  plan init                               回答问题后写入当前文件夹
  plan init 助餐 --yes --title 老年助餐服务工作方案 --period 2026-01..2027-12
  plan init 助餐 --yes --indicator 覆盖率 --baseline 45 --target 85
  plan init --records 我的方案.plan.yaml  生成填报表，每个应报数据一行

已有文件绝不覆盖。文件要么全部写入，要么一个也不写。
`,
  },
  import: {
    en: `
Example:
  plan import figures.xlsx --plan my.plan.yaml --out data/2026.csv
  Each row names the cell it came from; what cannot be matched is listed and left out.
`,
    zhHans: `
示例：
  plan import 台账.xlsx --plan 我的方案.plan.yaml --out data/2026.csv
  每行注明来自哪个单元格；无法对应的逐一列出，不予导入。
`,
  },
  completion: {
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
  doctor: {
    en: `
Exit codes:
  0 planwright can work here    1 it cannot
`,
    zhHans: `
退出码：
  0 可以正常使用    1 不能正常使用
`,
  },
  report: {
    en: `
Example:
  plan report my.plan.yaml --to html,md --out out
  writes out/ID-status.html and out/ID-status.md, where ID is the id of the plan.
  plan report plans --template plan,status,brief --out out
  writes three documents for each plan, and out/index.html, which links to them.
`,
    zhHans: `
示例：
  plan report 我的方案.plan.yaml --to html,md --out out
  生成“out/编号-status.html”和“out/编号-status.md”，编号即方案的 id。
  plan report 方案 --template plan,status,brief --out out
  每个方案生成三份文件，另生成目录页“out/index.html”。
`,
  },
  export: {
    en: `
Example:
  plan export my.plan.yaml --to json,csv,xlsx,ics --out out
  writes out/ID-plan.json, out/ID-results.csv, out/ID-results.xlsx and
  out/ID-calendar.ics, where ID is the id of the plan.
`,
    zhHans: `
示例：
  plan export 我的方案.plan.yaml --to json,csv,xlsx,ics --out out
  生成“out/编号-plan.json”“out/编号-results.csv”“out/编号-results.xlsx”
  和“out/编号-calendar.ics”，编号即方案的 id。
`,
  },
  lsp: {
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

/** What stands below the list of commands. */
export function rootHelp(speaker: Speaker): string {
  return speaker.say(examples) + speaker.say(exitCodes);
}

/** What stands below the options of a command; empty for most. */
export function examplesOf(command: string, speaker: Speaker): string {
  const words = ofCommand[command];
  if (words === undefined) return "";
  return speaker.say(words) + (command === "check" ? speaker.say(exitCodes) : "");
}
