/** Chinese words of the schemas of our JSON outputs, by their English ones (`schemas/*-output`, `compiled-plan`). Read at build only. */
export const outputWords: Readonly<Record<string, string>> = {
  "Output of plan check --format json, version 1": "plan check --format json 的输出，第 1 版",
  "Fields may be added, never renamed. Decimals are strings without exponent; dates are ISO days; lines and columns are one-based, columns in UTF-16 units, range ends exclusive; paths are relative to the working folder with /.":
    "以后可能增加数据项，但不会改名。小数为不带指数的文本；日期为 ISO 日期；行号、列号从 1 起，列以 UTF-16 单位计，范围不含终点；路径以当前文件夹为准，用 / 分隔。",
  "The as-of date of all plans; null when their configurations pin different ones or none was read.":
    "各方案共同的数据截止日期；各方案的设置所定日期不一，或者没有读取任何方案的，为 null。",
  "Findings that belong to no plan: paths, options, configuration.":
    "不属于任何方案的问题项：路径、选项、设置。",
  "Findings left out because a baseline knows them; only with --baseline or --write-baseline.":
    "因列入已知问题清单而未列出的问题项；仅在使用 --baseline 或 --write-baseline 时有此项。",
  "Plans left out because nothing of them changed; only with --changed.":
    "因没有变动而未检查的方案；仅在使用 --changed 时有此项。",
  "Rows with entity null, by status; a status without rows is absent.":
    "entity 为 null 的各行按状态计数；没有的状态不列。",
  "As written in the plan.": "与方案中的写法一致。",
  "Upper end of a range.": "区间的上限。",
  "Last word reported for a state or a grade (done, grade); value is null then.":
    "完成状态、等级类指标（done、grade）最近一次报送的用语；此时 value 为 null。",
  "Upper end where the target is a range; target is its lower end.": "目标为区间时的上限；target 为下限。",
  "How well the indicator is made: criteria met (specific, measurable, achievable, relevant, time-bound), and what is missing; null in rows of entities and for a reference series.":
    "指标编制质量：符合的标准（具体、可衡量、可实现、相关、有时限）和缺少的内容；实施单位的行和参考指标为 null。",
  "Entities above others whose own value stands in place of what lies below them.":
    "以自报数代替下级汇总数的上级实施单位。",
  "Status of an indicator on every past reporting date, by what was known then.":
    "指标在历次报告日的状态，以当时已报送的数据评定。",
  "The times in which the target was met, oldest first; lostOn is null where the latest value still meets it.":
    "达到目标值的各段时间，由早到晚；最近一期仍达标的，lostOn 为 null。",
  "Values by group, beside the headline value, which is not made from them.":
    "分组数值，与总体数值并列，不据以汇总出总体数值。",
  "Why there is no score: nothing is weighted, a weighted member has none, methods score on different scales.":
    "没有得分的原因：均未设权重、有权重的成员没有得分，或者各评定方法分制不同。",
  "Amounts in the unit of the budget, shares of one; what has no value has its reason under reasons.":
    "金额以预算的计量单位计，比例以 1 为整体；没有数值的，原因列于 reasons。",
  "Day of the progress for which it is calculated.": "计算所依据的进展日期。",
  "Budget at completion (BAC)": "完工预算（BAC）",
  "Planned value (PV)": "计划值（PV）",
  "Earned value (EV)": "挣值（EV）",
  "Actual cost (AC)": "实际成本（AC）",
  "SV = EV − PV": "进度偏差，SV = EV − PV",
  "CV = EV − AC": "成本偏差，CV = EV − AC",
  "EV ÷ PV": "进度绩效指数，EV ÷ PV",
  "EV ÷ AC": "成本绩效指数，EV ÷ AC",
  "BAC ÷ CPI": "完工估算，BAC ÷ CPI",
  "(BAC − EV) ÷ (BAC − AC)": "完工尚需绩效指数，(BAC − EV) ÷ (BAC − AC)",
  "True when data of the plan are marked as made up.": "方案数据注明为虚构的，为 true。",
  "Actions of which something is planned as a share, or spent.": "列有计划完成比例或者已有支出的重点任务。",
  "Funds of which something is planned as a share, or spent.": "列有计划完成比例或者已有支出的经费安排。",
  "Output of plan diff --format json, version 1": "plan diff --format json 的输出，第 1 版",
  "Fields may be added, never renamed. Dates are ISO days; lines and columns are one-based, columns in UTF-16 units, range ends exclusive; paths are relative to the working folder with /, after the revision and a colon where a file stands in one.":
    "以后可能增加数据项，但不会改名。日期为 ISO 日期；行号、列号从 1 起，列以 UTF-16 单位计，范围不含终点；路径以当前文件夹为准，用 / 分隔，属于某一版本的，前面写版本和冒号。",
  "Findings that belong to no plan: the call, paths, revisions, settings.":
    "不属于任何方案的问题项：命令行、路径、版本、设置。",
  "Those with a weakened binding target without a reason first.": "无理由放宽约束性要求的方案排在最前。",
  "Changes that weaken something binding without a reason.": "无理由放宽约束性要求的变化。",
  "Changes that weaken something binding, for which a new revision gives the reason.":
    "放宽约束性要求、但有新的调整记录说明理由的变化。",
  "Path or revision as named; empty where the call could not be followed.":
    "所写的路径或版本；命令行有误的为空。",
  "Full id; null for files on the disk.": "完整的提交编号；磁盘上的文件为 null。",
  "As in the output of check.": "与 check 的输出相同。",
  "Where the file had another name; else null.": "文件曾用其他名称的，写原路径；否则为 null。",
  "Null where the plan is the same, or could not be read.": "方案没有变化或者无法读取的，为 null。",
  "Items and targets of either side that could not be read, and so were not compared.":
    "任一侧无法识别而未作比较的内容和目标值。",
  "What keeps a side from being read.": "使一侧无法读取的问题项。",
  "What matters most comes first.": "最重要的排在最前。",
  "Every indicator on the as-of date by both plans, both on the records of the later side; null where a plan does not have it, or its unit does not convert.":
    "各项指标按前后两个版本在数据截止日期的状态，均采用后一版本的数据；一侧没有该指标，或者计量单位不能换算的，为 null。",
  "Which part of the item: target, baseline, weight, lines/training/share …; null for the item itself.":
    "所涉部分，如 target、baseline、weight、lines/training/share；指该项本身的为 null。",
  "What it does to what the plan promises; unclear: the two cannot be compared.":
    "对方案要求的影响；unclear 表示前后无法比较。",
  "It is about an indicator that was binding.": "涉及约束性指标。",
  "Weakens something binding, and no new revision gives a reason.":
    "放宽约束性要求，且没有新的调整记录说明理由。",
  "Date of the target, as written.": "目标值的时限，与方案中的写法一致。",
  "What the target requires, where only its date changed.": "仅时限有变化时，目标值的要求。",
  "What a revision would name: indicators/coverage/targets/2027-12.":
    "调整记录应写的路径，如 indicators/coverage/targets/2027-12。",
  "New revision that gives the reason.": "说明理由的新调整记录。",
  "Status of the indicator by both plans; null for all else.": "指标按前后两个版本的状态；其他内容为 null。",
  "Output of plan export --to json, version 1": "plan export --to json 的输出，第 1 版",
  "A compiled plan: what it states, every value with its place and origin, and where it stands. Fields may be added, never renamed. Decimals are strings without exponent; dates are ISO days; lines and columns are one-based, columns in UTF-16 units, range ends exclusive.":
    "方案数据：方案内容（每个值及其位置、来历）和评定结果。以后可能增加数据项，但不会改名。小数为不带指数的文本；日期为 ISO 日期；行号、列号从 1 起，列以 UTF-16 单位计，范围不含终点。",
  "given: written in the plan; assumed, inherited or computed: settled by a rule of the format.":
    "given 为方案中写明的；assumed、inherited、computed 为按格式规则确定的。",
  "A value with its place and origin; the value is a text, a number, a flag, or a quantity, time or owner.":
    "值及其位置、来历；值可为文字、数字、真假，或者数量、时间、责任主体。",
  "One statement of a fact: its value, and what the plan says beside it.":
    "对一项事实的一处表述：其值及附带说明。",
};
