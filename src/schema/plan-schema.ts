/** The plan format, version 1, as one part: the source of `schemas/` and of our own check. */
import { resources, risks } from "./answers.ts";
import { dimensions, evidence, objectives, problems } from "./goals.ts";
import { data, issuer, period, revisions } from "./head.ts";
import { indicators } from "./indicators.ts";
import { mechanisms } from "./mechanisms.ts";
import { sections, sources } from "./outline.ts";
import { both, choice, map, ownId, type Part, shared, value } from "./part.ts";
import { actors, entities } from "./people.ts";
import { actions, deliverables, milestones, phases } from "./schedule.ts";

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
    data,
    revisions,
  },
  ["format", "id"],
  both("Plan", "方案"),
  both("A plan of planwright, format version 1", "planwright 方案，格式版本 1"),
);
