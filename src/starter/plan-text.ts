/** The text of a new plan: short, whole, and with comments that teach the format where it is met first. */
import type { Speaker } from "../language/speaker.ts";
import { parseDecimal } from "../plan/decimal.ts";
import { type Answers, baselineMonth, type StarterIndicator } from "./answers.ts";
import { yamlText } from "./yaml-text.ts";

/** An indicator with the ids that it and its owner have in the plan. */
export interface NamedIndicator extends StarterIndicator {
  readonly id: string;
  readonly ownerId: string;
}

/** Where the schema is written, beside the plan. */
export const schemaFile = "schemas/plan.schema.json";
export const observationFile = "data/observations.csv";

/** Indicators with ids, and the owners once each. */
export interface Named {
  readonly indicators: readonly NamedIndicator[];
  readonly owners: ReadonlyMap<string, string>;
}

/** Ids are plain and numbered: they stay when names are polished, and can be typed on any keyboard. */
export function nameAll({ indicators }: Answers): Named {
  const owners = new Map<string, string>();
  const named = indicators.map((indicator, i) => {
    const ownerId = owners.get(indicator.owner) ?? `owner-${owners.size + 1}`;
    owners.set(indicator.owner, ownerId);
    return { ...indicator, id: `indicator-${i + 1}`, ownerId };
  });
  return { indicators: named, owners };
}

/** The whole plan file. `answers` texts stand in it as given; all other words are in the speaker's language. */
export function planText(answers: Answers, named: Named, speaker: Speaker): string {
  const say = (en: string, zhHans: string): string => speaker.say({ en, zhHans });
  const [first] = named.indicators;
  const ownerId = first?.ownerId ?? "owner-1";
  const { start, end } = answers.period;
  const hasFigures = named.indicators.some(({ baseline }) => baseline !== null);
  const goals = named.indicators.map(({ id }) => goalText(id, speaker)).join("");
  const middle = monthNumber(start, end);
  return `# yaml-language-server: $schema=${schemaFile}
${say("# A plan: who wants what by when. Check it with: plan check", "# 方案：谁在何时之前要达到什么目标。检查命令：plan check")}
${say("# Names, figures and dates below are yours or examples; replace what is only an example.", "# 以下名称、数字和日期为所填内容或示例；示例内容请逐一替换。")}
format: 1
id: ${yamlText(answers.id)}
title: ${yamlText(answers.title)}
language: ${speaker.language}
period: ${start}..${end} ${say("# first and last month", "# 起止月份")}
issuer: { name: ${yamlText(answers.issuer)} }
status: draft ${say("# draft | consultation | submitted | trial | approved | closed", "# draft 草案 | consultation 征求意见 | submitted 送审 | trial 试行 | approved 已批准 | closed 已结束")}
assess: linear-pace ${say("# how indicators are judged: plan explain linear-pace", "# 指标评定方法，说明见：plan explain linear-pace")}

${say('# The document\'s outline. Facts cite the section that states them (section: "2").', '# 文本目录。各项内容用 section: "2" 注明出自哪一章节。')}
${say("# {{target ID}} prints the target, so that a figure stands in one place only.", "# {{target 编号}} 印出该指标的目标值，数字只需写一处。")}
sections:
  - { id: "1", title: ${say("Background", "背景")}, role: background, text: ${yamlText(say("Why this plan is needed.", "说明为何制定本方案。"))} }
  - { id: "2", title: ${say("Goals", "目标")}, role: goals, text: ${JSON.stringify(goals.trim())} }
  - { id: "3", title: ${say("Steps", "步骤")}, role: schedule, text: ${yamlText(say("Preparation first, then the whole work.", "先行准备，再全面推进。"))} }

${say("# Where figures come from.", "# 数据出处。")}
sources:
  - { id: records, title: ${say("Own records", "本单位台账")}, date: ${baselineMonth(answers)}, scope: this-plan }

${say("# Who answers for something.", "# 责任主体：对事项负责的单位或岗位。")}
actors:
${[...named.owners].map(([name, id]) => `  - { id: ${id}, name: ${yamlText(name)} }`).join("\n")}

${say("# What is wrong, and what is wanted instead.", "# 要解决的问题和要实现的目标任务。")}
problems:
  - { id: problem-1, statement: ${say("What is wrong today", "当前存在的问题")}, objectives: [objective-1], section: "1" }
objectives:
  - { id: objective-1, statement: ${say("What will be better", "要实现的改善")}, section: "2" }

${say("# What is measured. Figures may carry their unit: 45%, 3 people, 24h.", "# 衡量指标。数字可带计量单位，如 45%、3人、24小时。")}
indicators:
${named.indicators.map((indicator, i) => indicatorText(indicator, answers, i === 0, say)).join("\n")}

${say("# When what is done. M1 is the first month of the period.", "# 实施步骤。M1 为实施期的第一个月。")}
phases:
  - { id: preparation, name: ${say("Preparation", "准备阶段")}, period: M1..M${middle.first}, section: "3" }
  - { id: roll-out, name: ${say("Roll-out", "推进阶段")}, period: M${middle.first + 1}..M${middle.last}, section: "3" }
milestones:
  - { id: start, name: ${say("Work begins", "启动实施")}, phase: preparation, by: M1, owner: ${ownerId}, section: "3" }
actions:
  - { id: action-1, name: ${say("First measure", "第一项举措")}, objective: objective-1, owner: ${ownerId}, period: M1..M${middle.last}, section: "3" }

${say("# What may go wrong, and what answers it.", "# 可能出现的风险及应对。")}
risks:
  - { id: risk-1, name: ${say("What may go wrong", "可能出现的风险")}, owner: ${ownerId}, mitigations: [action-1], section: "3" }

${dataText(hasFigures, say)}
`;
}

type Say = (en: string, zhHans: string) => string;

function goalText(id: string, speaker: Speaker): string {
  return speaker.say({
    en: `{{name ${id}}}: {{target ${id}}} by the end. `,
    zhHans: `到期末，{{name ${id}}}达到{{target ${id}}}。`,
  });
}

/** Months of the whole period, and of its first part: a quarter of it, at least one. */
function monthNumber(start: string, end: string): { readonly first: number; readonly last: number } {
  const count = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  const last = count(end) - count(start) + 1;
  return { first: Math.max(1, Math.floor(last / 4)), last };
}

function indicatorText(indicator: NamedIndicator, answers: Answers, first: boolean, say: Say): string {
  const { id, name, unit, baseline, target, frequency, ownerId } = indicator;
  const { period } = answers;
  const direction = directionOf(baseline, target);
  const percent = unit === "%" ? "%" : "";
  const note = (text: string): string => (first ? ` # ${text}` : "");
  const goal =
    baseline === null || direction === "maintain"
      ? `hold: ${target}${percent}, from: ${period.start}`
      : `reach: ${target}${percent}, by: ${period.end}`;
  const at = baselineMonth(answers);
  const lines = [
    `  - id: ${id}`,
    `    name: ${yamlText(name)}`,
    "    objective: objective-1",
    `    role: outcome${note(say("outcome | output | process | input | context", "outcome 结果 | output 产出 | process 过程 | input 投入 | context 参考"))}`,
    `    unit: ${yamlText(unit)}`,
    `    direction: ${direction}${note(say("increase | decrease | maintain", "increase 越高越好 | decrease 越低越好 | maintain 保持"))}`,
    baseline === null
      ? `    ${say("# baseline: { is: FIGURE, at: YEAR-MONTH, source: records }   # once it is known; then reach: instead of hold:", "# baseline: { is: 数值, at: 年-月, source: records }   # 摸清后填写，并将 hold: 改为 reach:")}`
      : `    baseline: { is: ${baseline}${percent}, at: ${at}, source: records, section: "1" }${note(say("where it stands now", "基期值：现状"))}`,
    `    targets:${note(say("one line a step; the last is the end", "目标值：每个阶段目标一行，末行为最终目标"))}`,
    `      - { ${goal}, section: "2" }`,
    `    frequency: ${frequency}${note(say("how often a figure is reported", "报送频次"))}`,
    `    owner: ${ownerId}`,
    "    source: records",
    '    section: "2"',
  ];
  return lines.join("\n");
}

function directionOf(baseline: string | null, target: string): "increase" | "decrease" | "maintain" {
  const from = baseline === null ? null : parseDecimal(baseline);
  const to = parseDecimal(target);
  if (from === null || to === null) return "increase";
  return to.gt(from) ? "increase" : to.lt(from) ? "decrease" : "maintain";
}

/** A sheet without rows would be a finding: it is named once it holds one. */
function dataText(hasFigures: boolean, say: Say): string {
  const line = `data: { observations: ${observationFile} }`;
  return hasFigures
    ? `${say("# The figures as they are reported, one row each; the first repeat the baselines.", "# 实际值，每行一个；首批为基期值。")}\n${line}`
    : `${say("# Take away the # once the sheet holds figures.", "# 表中有数据后，删去下一行的 #。")}\n# ${line}`;
}
