/** The plan format, version 1, as one part: the source of `schemas/` and of our own check. */
import { loadMechanismKeys } from "../mechanisms/mechanism-types.ts";
import { dimensions, evidence, indicators, objectives, problems } from "./goals.ts";
import {
  both,
  choice,
  flag,
  list,
  map,
  open,
  optionalMap,
  ownId,
  type Part,
  shared,
  value,
  valueOrList,
  valueOrMap,
} from "./part.ts";
import { citing, saying } from "./shared.ts";
import { actions, deliverables, milestones, phases, resources, risks } from "./work.ts";

const id = ownId(both("Id", "编号"));
const name = shared("name", both("Name", "名称"));
const dataFile = valueOrMap(
  {
    file: value(both("File", "文件"), both("Path relative to the plan", "相对于方案文件的路径")),
    demo: flag(
      both("Made-up data", "演示数据"),
      both("Reports say that the data are made up", "报告中注明数据为演示用"),
    ),
  },
  both("Data file", "数据文件"),
);
function dataFiles(...words: Parameters<typeof value>): Part {
  return {
    ...valueOrMap(dataFile.properties ?? {}, ...words),
    type: ["string", "object", "array", "null"],
    items: dataFile,
  };
}

const sections = list(
  map(
    {
      id,
      title: shared("name", both("Heading", "标题")),
      role: value(
        both("Role", "作用"),
        both("background, goals, schedule and the like", "如 background 背景、goals 目标、schedule 步骤"),
      ),
      announces: open(
        shared("statement", both("Count", "数量")),
        both("Announced counts", "所述数量"),
        both("Counts that the section announces: { indicators: 2 }", "本节所述数量，如 { indicators: 2 }"),
      ),
      text: valueOrMap(
        { file: value(both("File", "文件"), both("Path relative to the plan", "相对于方案文件的路径")) },
        both("Text", "正文"),
        both(
          "Own text with placeholders such as {{target coverage-rate}} ({{target coverage-rate 2026}} for one of several), or the file that holds it",
          "正文，可含 {{target coverage-rate}} 之类占位符，有多个数值时写作 {{target coverage-rate 2026}}；或写明正文文件",
        ),
      ),
      note: value(both("Note", "备注")),
    },
    ["id"],
    both("Section", "章节"),
  ),
  both("Sections", "章节"),
  both("Outline of the document", "方案文本的目录"),
);

const sources = list(
  map(
    {
      id,
      title: shared("name", both("Title", "名称")),
      date: shared("time", both("Date", "日期")),
      scope: choice(
        ["this-plan", "wider", "other-place"],
        both("Scope", "范围"),
        both(
          "this plan, a wider area or another place",
          "this-plan 本方案范围、wider 更大范围、other-place 其他地区",
        ),
      ),
      note: value(both("Note", "备注")),
    },
    ["id"],
    both("Source", "来源"),
  ),
  both("Sources", "来源"),
);

const actors = list(
  map({ id, name, level: value(both("Level", "层级")), ...citing }, ["id"], both("Actor", "责任主体")),
  both("Actors", "责任主体"),
  both("Who answers for something", "对事项负责的单位"),
);

const entities: Part = {
  title: both("Entities", "实施单位"),
  description: both(
    "Who carries the plan out and reports: a file or a list",
    "承担实施和报送的单位：写文件或列表",
  ),
  type: ["object", "array", "string", "null"],
  properties: dataFile.properties ?? {},
  items: map(
    {
      id,
      name,
      level: value(both("Level", "层级")),
      parent: value(both("Parent", "上级单位"), both("Id of an entity", "实施单位的编号")),
      facts: open(
        "anything",
        both("Facts", "基本情况"),
        both("Figures of the entity: population, area …", "人口、面积等基本数据"),
      ),
    },
    ["id"],
    both("Entity", "实施单位"),
  ),
};

const figures = list(
  map(
    {
      id,
      name,
      is: value(both("Value", "值")),
      values: shared(
        "statement",
        both("Values", "各处表述"),
        both("Several statements of the figure", "同一数据的多处表述"),
      ),
      ...saying,
    },
    ["id"],
    both("Figure", "数据"),
  ),
  both("Figures", "数据"),
  both(
    "Standing figures that no key of the type states, each under its own id; section texts name them as {{value ID}}",
    "该类型没有专门的键可写的数据，各有编号；正文中用 {{value 编号}} 引用",
  ),
);

const mechanismKeys = await loadMechanismKeys();

const mechanisms = list(
  {
    ...map(
      {
        id,
        type: { title: both("Type", "类型"), type: ["string"], enum: [...mechanismKeys.keys()] },
        name,
        purpose: value(both("Purpose", "目的")),
        owner: shared("ownerStatement", both("Owner", "责任主体")),
        "also-in": valueOrList(
          both("Also in", "又见"),
          both(
            "Further sections that mention it without stating a value that has a key of its own",
            "另有提及的章节；有数值的，章节写在数值处",
          ),
        ),
        origin: choice(
          ["plan", "cited", "implied"],
          both("Origin", "出处性质"),
          both(
            "plan; cited: cited from another place, never falls due; implied",
            "plan 本方案规定、cited 引述他处做法、implied 隐含",
          ),
        ),
        from: shared("time", both("From", "起始时间")),
        cadence: shared(
          "statement",
          both("Rhythm", "频次"),
          both(
            "monthly, quarterly, yearly, every 2 years, 2 per year; regular or continuous where no number is stated",
            "monthly 每月、quarterly 每季、yearly 每年，或“每两年”“每年两次”；未写明次数的写“定期”“常态化”",
          ),
        ),
        needs: shared("ids", both("Needs", "前置条件")),
        governs: valueOrList(
          both("Governs", "作用对象"),
          both("Ids of the indicators and other items on which it works", "所作用的指标等事项的编号"),
        ),
        announced: shared("count", both("Announced count", "所述数量")),
        open: flag(
          both("Open list", "未列全"),
          both("The document ends the list with “and others”", "原文以“等”字结尾"),
        ),
        figures,
        ...saying,
        during: shared("time", both("During", "适用时段")),
      },
      ["id", "type"],
      both("Mechanism", "工作机制"),
      both("The keys beside these depend on the type", "其余可用的键随类型而定"),
    ),
    cases: {
      key: "type",
      parts: Object.fromEntries([...mechanismKeys].map(([type, { keys }]) => [type, keys])),
    },
  },
  both("Mechanisms", "工作机制"),
);

const revisions = list(
  map(
    {
      date: shared("time", both("Date", "日期")),
      what: value(
        both("What", "调整内容"),
        both(
          "Path to the value: indicators/ID/targets/2027-12",
          "被调整值的路径，如 indicators/编号/targets/2027-12",
        ),
      ),
      from: value(both("From", "调整前")),
      to: value(both("To", "调整后")),
      reason: value(both("Reason", "调整原因")),
      "approved-by": value(both("Approved by", "批准单位")),
      ...citing,
    },
    [],
    both("Revision", "调整记录"),
  ),
  both("Revisions", "调整记录"),
);

const period = valueOrMap(
  {
    start: shared("time", both("Start", "开始")),
    end: shared("time", both("End", "结束")),
    stated: flag(
      both("Stated", "原文写明"),
      both("false when the document does not state the period", "原文未写明实施期限的写 false"),
    ),
    months: value(both("Months", "月份"), both("For example M0..M36", "如 M0..M36")),
    ...citing,
  },
  both("Period", "实施期限"),
  both("2026-01..2027-12, or a map with start and end", "如 2026-01..2027-12，或写明 start、end"),
);

const issuer = optionalMap(
  {
    name: value(both("Name", "发文机关")),
    number: value(both("Document number", "发文字号")),
    date: shared("time", both("Date", "成文日期")),
    to: valueOrList(both("To", "主送机关")),
    secrecy: value(both("Secrecy", "密级")),
    signed: value(both("Signed", "落款")),
    contact: value(both("Contact", "联系人")),
  },
  both("Issuer", "发文信息"),
);

/** The whole plan. */
export const planPart: Part = map(
  {
    format: {
      title: both("Format version", "格式版本"),
      description: both("Always 1", "固定为 1"),
      type: ["string", "number"],
      enum: ["1", 1],
    },
    id: ownId(both("Id of the plan", "方案编号")),
    title: value(both("Title", "方案名称")),
    language: choice(
      ["zh-Hans", "zh-Hant", "en", "zh", "zh-CN", "zh-TW", "zh-HK", "en-GB", "en-US"],
      both("Language", "语言"),
      both("Language of the plan: zh-Hans, zh-Hant, en", "方案语言：zh-Hans、zh-Hant、en"),
    ),
    period,
    issuer,
    status: choice(
      ["draft", "consultation", "submitted", "trial", "approved", "closed"],
      both("Status", "状态"),
      both(
        "draft, consultation, submitted, trial, approved or closed",
        "draft 草案、consultation 征求意见稿、submitted 送审稿、trial 试行、approved 已批准、closed 已结束",
      ),
    ),
    assess: shared(
      "assessment",
      both("Assessment method", "评定方法"),
      both("Default for all indicators", "各指标的默认方法"),
    ),
    parent: value(
      both("Plan above", "上级方案"),
      both("Path of the plan above this one", "上级方案文件的路径"),
    ),
    sections,
    sources,
    actors,
    entities,
    problems,
    dimensions,
    objectives,
    indicators,
    phases,
    milestones,
    deliverables,
    actions,
    risks,
    evidence,
    resources,
    mechanisms,
    data: optionalMap(
      {
        observations: dataFiles(both("Observations", "实际值")),
        progress: dataFiles(both("Progress", "进展")),
        spending: dataFiles(both("Spending", "支出")),
      },
      both("Data files", "数据文件"),
    ),
    revisions,
  },
  ["format", "id"],
  both("Plan", "方案"),
  both("A plan of planwright, format version 1", "planwright 方案，格式版本 1"),
);
