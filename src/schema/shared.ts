/** Parts that occur in many places: statements, times, owners, names, counts (FORMAT.md sections 2–4). */
import { forces } from "../plan/given.ts";
import { methodParameters } from "./assessment.ts";
import { both, choice, list, ownId, type Part, type Parts, shared, value, valueOrMap } from "./part.ts";

const sectionKey = value(
  both("Section", "章节"),
  both(
    "Section of the document that says it, by its id or printed number",
    "原文的出处章节，写章节编号（id 或印发时的编号）",
  ),
);

/** The keys that most items have. */
export const id = ownId(both("Id", "编号"));
export const name = shared("name", both("Name", "名称"));
export const owner = shared("ownerStatement", both("Owner", "责任主体"));

/** What any item may say of its own place in the document. */
export const citing: Parts = {
  section: sectionKey,
  source: value(
    both("Source", "来源"),
    both(
      "Id of a source; after # perhaps the place in it (a cell, a page)",
      "来源的编号，# 后可注明其中的位置（单元格、页码等）",
    ),
  ),
  wording: value(
    both("Printed words", "原文表述"),
    both("The words as printed; reports print them again", "文字与原文一致，报告中照录"),
  ),
  note: value(both("Note", "备注")),
};

/** What may stand beside any stated value (FORMAT.md section 2). */
export const saying: Parts = {
  ...citing,
  during: value(both("Applies during", "适用时段"), both("A time or the id of a phase", "时间或阶段的编号")),
  follows: value(
    both("Steps up from section", "承接章节"),
    both(
      "Section whose value this one raises by intention; no conflict then",
      "有意在其数值基础上调整的章节，不视为矛盾",
    ),
  ),
  force: choice(
    forces,
    both("Force", "约束力"),
    both("How firmly the document states it", "原文表述的力度：确保、应当、力争、预计、建议"),
  ),
  "also-called": {
    title: both("Also called", "又称"),
    type: ["string", "number", "null", "array"],
    items: value(both("Other name", "别称")),
  },
  place: value(both("Place", "地区")),
  scope: value(both("Scope", "范围")),
};

const timeKeys: Parts = {
  before: value(
    both("Before", "早于"),
    both("The last day before this time counts", "取该时间之前的最后一天"),
  ),
  or: value(
    both("Or", "或"),
    both("Another reading of the same date; both are kept", "同一日期的另一种理解，两者都保留"),
  ),
  date: value(both("Date", "日期")),
  inherited: value(
    both("Inherited from", "沿用自"),
    both("Section from which the date is inherited", "日期沿用自哪一章节"),
  ),
};

const ownerKeys: Parts = {
  lead: value(both("Lead", "牵头单位"), both("Id of an actor", "责任主体的编号")),
  with: {
    title: both("With", "配合单位"),
    type: ["string", "number", "null", "array"],
    items: value(both("Actor", "责任主体")),
  },
  leader: value(both("Leader in charge", "分管领导")),
  person: value(both("Person responsible", "责任人")),
};

function statement(is: Part, extra: Parts, required: readonly string[]): Part {
  const title = both("Statement", "表述");
  const properties: Parts = { is, ...extra, ...saying };
  return {
    title,
    description: both(
      "A plain value, a map with `is`, or a list of such maps when the document says it more than once",
      "直接写值，或写成带 `is` 的键值组；原文有多处表述的，写成列表",
    ),
    type: ["string", "number", "null", "object", "array"],
    properties,
    required,
    items: { title, type: ["object"], properties, required },
  };
}

const stated = value(both("Value", "值"));
const statedOf = value(
  both("Of", "基数"),
  both("What a share or rate is taken of", "占比、比率所依据的总量"),
);
const words: Part = {
  title: both("Words", "文字"),
  type: ["string", "number", "null", "array"],
  items: value(both("Words", "文字")),
};
const statedTime: Part = valueOrMap(timeKeys, both("Time", "时间"));
const statedOwner: Part = valueOrMap(ownerKeys, both("Owner", "责任主体"));

/** Like a statement, but a list may hold the words themselves. */
function wordsStatement(): Part {
  const { items, ...whole } = statement(words, {}, ["is"]);
  return {
    ...whole,
    items: { title: both("Words", "文字"), ...items, type: ["string", "number", "null", "object"] },
  };
}

const methods = Object.keys(methodParameters);

/** Shared parts by the name under which `ref` names them. */
export const sharedParts = {
  time: valueOrMap(
    timeKeys,
    both("Time", "时间"),
    both(
      "2026, 2026-H1, 2026-Q2, 2026-06, 2026-06-30, M9, 2026年底, a phase id or `undated`",
      "如 2026、2026-H1、2026-Q2、2026-06、2026-06-30、M9、2026年底、阶段编号，未写日期的写 `undated`",
    ),
  ),
  statement: statement(stated, {}, ["is"]),
  /** A quantity of a mechanism. */
  amount: statement(stated, { of: statedOf }, ["is"]),
  /** Words, one or several: also as statements when the document words it differently in two places. */
  words: wordsStatement(),
  baseline: statement(stated, { at: { title: both("Date of the value", "基期时间"), ref: "time" } }, ["is"]),
  timeStatement: statement(statedTime, timeKeys, []),
  ownerStatement: statement(statedOwner, ownerKeys, []),
  name: {
    title: both("Name", "名称"),
    description: both("A text, or texts by language", "文字，或按语言分别书写"),
    type: ["string", "number", "null", "object"],
    properties: {
      "zh-Hans": value(both("Simplified Chinese", "简体中文")),
      "zh-Hant": value(both("Traditional Chinese", "繁体中文")),
      en: value(both("English", "英文")),
    },
    others: value(both("Other language", "其他语言")),
    otherNames: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
  },
  count: {
    title: both("Announced count", "所述数量"),
    description: both(
      "A number, or numbers by the thing counted; each may be a list of statements",
      "数字，或按计数对象分别写数字；原文有多处表述的，写成列表",
    ),
    type: ["string", "number", "null", "object", "array"],
    properties: { is: stated, ...saying },
    others: { title: both("Count", "数量"), ref: "statement" },
    items: {
      title: both("Statement", "表述"),
      type: ["object"],
      properties: { is: stated, ...saying },
      required: ["is"],
    },
  },
  ids: list(value(both("Id", "编号")), both("Ids", "编号列表")),
  assessment: {
    title: both("Assessment method", "评定方法"),
    description: both(
      "Name of a method, or a map with `method` and its parameters",
      "方法名称，或写明 `method` 及参数的键值组",
    ),
    type: ["string", "null", "object"],
    // A pattern and not a list of values, because the same place may also hold a map.
    pattern: `^(${methods.join("|")})$`,
    properties: {
      method: { title: both("Method", "方法"), type: ["string"], enum: methods },
    },
    required: ["method"],
    cases: { key: "method", parts: methodParameters },
  },
} satisfies Parts;
