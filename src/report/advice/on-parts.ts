/** Advice on sections, times, counts, mechanisms, objectives and risks. */
import type { Localized } from "../../diagnostics/diagnostic.ts";

/** By code, for readers of the printed plan. */
export const adviceOnParts: Readonly<Record<string, Localized>> = {
  "reference/unknown-section": {
    en: "Correct the number of the section, or add the section.",
    zhHans: "更正章节编号，或补列该章节。",
  },
  "time/unreadable": {
    en: "Give a year, half-year, quarter, month or day; where the document gives none, say so.",
    zhHans: "写明年、半年、季度、月份或日期；原文未写明的，予以注明。",
  },
  "time/unresolved": {
    en: "Give a date, or say what the time counts from: the plan's period or the phase.",
    zhHans: "改写为日期，或注明起算依据（方案的实施期限或相应阶段）。",
  },
  "time/unstated-start": {
    en: "Have the start stated (the day of issue, a month).",
    zhHans: "由制定单位明确起始日期（如印发之日）。",
  },
  "time/missing-date": {
    en: "State by when it is to be done, or from when to when.",
    zhHans: "写明完成时限或起止时间。",
  },
  "time/undated-step": {
    en: "State its date; where the document gives none, say so.",
    zhHans: "补写时限；原文确未写明的，予以注明。",
  },
  "schema/too-many-items": { en: "Split the plan into several.", zhHans: "将方案拆分为多份。" },
  "count/announced": {
    en: "Correct the count, add what is missing, or move into the section what belongs there.",
    zhHans: "更正数量，补列缺项，或将应归入的事项移入该章节。",
  },
  "count/not-countable": {
    en: "Nothing to do, unless they can be listed one by one.",
    zhHans: "无需处理；如能逐项列出，可改为列项。",
  },
  "count/part-weight": {
    en: "Correct one of the weights; if one is no part of the other, say so.",
    zhHans: "更正其中一处权重；并无从属关系的，予以说明。",
  },
  "count/in-text": {
    en: "Correct the count, or what is listed; where the list is open, say so.",
    zhHans: "更正数量或补列缺项；未列全的写明“等”。",
  },
  "count/named-beside": {
    en: "Correct the count or the names; where more are meant, say so.",
    zhHans: "更正数量或所列名称；未列全的写明“等”。",
  },
  "narrative/empty-section": {
    en: "Write the section, or take the heading out.",
    zhHans: "补写该章节正文，或删去标题。",
  },
  "narrative/unresolved": {
    en: "State the value, or take it out of the text.",
    zhHans: "补写该数值，或从正文中删去。",
  },
  "narrative/not-stated-here": {
    en: "Where the document says it here too, have it recorded for this section; else take it out of the text.",
    zhHans: "原文在此处也写明的，补充登记；没有写明的，从正文中删去。",
  },
  "narrative/figure-conflict": { en: "Correct one of the two figures.", zhHans: "更正其中一处。" },
  "narrative/unstated-figure": {
    en: "State it where it belongs: as a target, as evidence, among the resources or in a mechanism.",
    zhHans: "在目标值、例证、资源或工作机制中写明。",
  },
  "mechanism/announced": {
    en: "Correct the count, add what is missing, or say that the list is open.",
    zhHans: "更正数量，补列缺项；未列全的写明“等”。",
  },
  "mechanism/cadence-conflict": {
    en: "Keep one rhythm; if they are two things, name them apart.",
    zhHans: "统一频次；确为两项机制的，名称应加以区分。",
  },
  "mechanism/expression-unreadable": {
    en: "State the condition by a figure and a comparison, or in words alone.",
    zhHans: "写明可以比较的条件（如“低于85%”），或改为文字表述。",
  },
  "mechanism/count-in-text": {
    en: "Correct the count, or what is listed; where the list is open, say so.",
    zhHans: "更正数量或补列缺项；未列全的写明“等”。",
  },
  "responsibility/unowned": { en: "Name who answers for it.", zhHans: "写明责任主体。" },
  "scorecard/weight-sum": {
    en: "Correct the weights; where a part comes on top, or all is only a share of another scheme, say so.",
    zhHans: "更正权重；另行加分的，或只占他方考核一部分的，予以注明。",
  },
  "scorecard/other-weight": {
    en: "Use one weight in both places; if they are two schemes, name them apart.",
    zhHans: "统一两处权重；确属不同体系的，名称应体现区别。",
  },
  "scorecard/faster-than-data": {
    en: "Rank no more often than the slowest data come in, or collect the data as often; where other data are ranked, name them.",
    zhHans: "按数据更新频次考核，或按考核频次采集数据；数据另有来源的，予以注明。",
  },
  "review/at-least": {
    en: "Correct the number or the rhythm; where each holds for other times or things, say so.",
    zhHans: "更正次数或频次；适用时段、对象不同的，分别注明。",
  },
  "review/two-rhythms": {
    en: "Say what each looks at, or keep one rhythm.",
    zhHans: "写明各自的内容，或统一频次。",
  },
  "list/required-field": {
    en: "State in the item what is asked for, or no longer ask for it.",
    zhHans: "在事项中补全该要素，或不再作为必备要素。",
  },
  "norm/composition-share": {
    en: "Correct the shares; where they are not parts of one whole, or there are others, say so.",
    zhHans: "更正占比；不属同一整体的，或未列全的，予以注明。",
  },
  "norm/missing-fact": {
    en: "Add the figure; where the norm does not apply, say to whom it does.",
    zhHans: "补填该项数据；标准不适用于该单位的，写明适用范围。",
  },
  "norm/resource-short": {
    en: "Correct the amount, the rule or the facts; if the amount rests on something else, say on what.",
    zhHans: "更正数量、标准或基础数据；数量另有依据的，予以说明。",
  },
  "norm/two-norms": {
    en: "Keep one norm, or say to what each applies.",
    zhHans: "统一为一套标准；适用对象不同的，分别注明。",
  },
  "norm/resource-mismatch": {
    en: "Correct the amount or the norm; if the amount rests on something else, say on what.",
    zhHans: "更正数量或标准；数量另有依据的，予以说明。",
  },
  "fund/share-sum": {
    en: "Correct the shares; where the bases differ, or not all are listed, say so.",
    zhHans: "更正占比；基数不同的，或未列全的，予以注明。",
  },
  "fund/amount-sum": {
    en: "Correct the amounts; where not all are listed, say so.",
    zhHans: "更正金额；未列全的，予以注明。",
  },
  "points/exchange": {
    en: "State both sides of the exchange, such as “1 point for 0.1 yuan”.",
    zhHans: "写明兑换双方的数量，如“1分兑换0.1元”。",
  },
  "training/module-share": {
    en: "Correct the shares, or say that the list is open.",
    zhHans: "更正占比；未列全的写明“等”。",
  },
  "training/hours-sum": {
    en: "Correct the hours, or say that the list is open.",
    zhHans: "更正学时；未列全的写明“等”。",
  },
  "pilot/target-mismatch": {
    en: "Let the stages or the target give way; if the share is taken of the pilots alone, say so.",
    zhHans: "调整推广步骤或目标值；只在试点范围内统计的，予以注明。",
  },
  "objective/unlinked": {
    en: "Say which objective it serves; leave it where the document says nothing.",
    zhHans: "写明对应的目标任务；原文确未写明的不必补。",
  },
  "objective/no-indicator": {
    en: "Add an indicator that measures it, or say which one does.",
    zhHans: "增设衡量该目标任务的指标，或指明已有指标。",
  },
  "objective/no-headline": {
    en: "Give it a figure in that section, say which indicator measures it, or move the goal.",
    zhHans: "在该章节补充量化指标，指明衡量它的主要指标，或调整该目标任务所在章节。",
  },
  "objective/no-action": {
    en: "Say which action serves it, or add one.",
    zhHans: "指明对应的重点任务，或补充重点任务。",
  },
  "objective/problem-without-objective": {
    en: "Name the objectives that take it up.",
    zhHans: "列出针对该问题的目标任务。",
  },
  "objective/result-without-goal": {
    en: "Add it to the goals, serve an objective that stands there, or say that it is expected only and binds nobody.",
    zhHans: "将其补入目标，或对应到目标章节所列的目标任务；仅为预计的，注明不作为考核目标。",
  },
  "objective/empty-dimension": {
    en: "Name the objectives or indicators that belong to it, or remove it.",
    zhHans: "列出所属的目标任务或指标，或删去该维度。",
  },
  "risk/no-answer": {
    en: "Name the actions or mechanisms that answer it, or state the measure.",
    zhHans: "列出应对该风险的重点任务或工作机制，或写明应对措施。",
  },
  "risk/no-owner": { en: "Name who watches it.", zhHans: "写明负责防控该风险的责任主体。" },
  "reference/unused": {
    en: "Name it where it acts or is used, or take it out; a section needs a target, a task or a mechanism of its own.",
    zhHans: "在其发挥作用之处写明，或予以删去；章节应有目标、任务或机制与之对应。",
  },
  "statement/resource-unit": {
    en: "Correct the unit, or say what kind of resource it is.",
    zhHans: "更正计量单位或资源类别。",
  },
  "statement/budget-above-means": {
    en: "Correct the budget, or list all the money that there is.",
    zhHans: "更正预算金额，或列全经费来源。",
  },
  "fund/above-means": {
    en: "Correct one of the amounts, or list all the money that there is.",
    zhHans: "更正其中一处金额，或列全经费来源。",
  },
  "points/negative-earn": {
    en: "Correct the sign, or say what is done wrong (not showing up, a late return).",
    zhHans: "更正正负号；属于扣分事项的，写明不当行为（如“无故缺席”）。",
  },
  "reference/unknown": {
    en: "Correct the reference, or add what it refers to.",
    zhHans: "更正引用，或补充所引用的事项。",
  },
  "reference/duplicate-id": {
    en: "Keep the two apart, and correct what refers to them.",
    zhHans: "将两项区分开，并同步更正对它们的引用。",
  },
  "time/unknown-rhythm": {
    en: "State the rhythm: daily, weekly, monthly, quarterly, half-yearly, yearly, or how often in a year.",
    zhHans: "写明频次：每日、每周、每月、每季度、每半年、每年，或每年几次。",
  },
  "narrative/unknown-placeholder": {
    en: "Correct the mark in the text that is to draw a figure.",
    zhHans: "更正正文中取数的标记。",
  },
  "narrative/ambiguous": {
    en: "Say by date or scope which of the figures is meant.",
    zhHans: "以时间或口径指明所取的数值。",
  },
  "mechanism/duplicate-entry": {
    en: "Remove one of the two, or name them apart; two statements of one value belong together.",
    zhHans: "删去一项，或以名称加以区分；同一数值的两处表述应归并为一项。",
  },
  "mechanism/expression-meaning": {
    en: "Bring both sides to one kind of unit; differences of percents are in points.",
    zhHans: "将两边统一为同类单位；百分比之差以百分点计。",
  },
  "mechanism/actor-id": {
    en: "Name a body that the plan lists, or name it in words.",
    zhHans: "改为方案所列的责任主体，或直接写单位名称。",
  },
  "workflow/feeds-unit": {
    en: "Correct which indicator is fed, or its unit.",
    zhHans: "更正计入的指标或指标的计量单位。",
  },
  "alarm/unmeasured": {
    en: "Name an indicator of the plan, or say who reports the figure.",
    zhHans: "改用方案中已有的指标，或明确该数据由谁报送。",
  },
  "alarm/misdirected": {
    en: "Where the comparison is the wrong way round, reverse it; where the alarm escalates to the same hands, name another actor.",
    zhHans: "比较方向写反的，予以更正；升级后仍由同一责任主体处理的，改由其他责任主体负责。",
  },
};
