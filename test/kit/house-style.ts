/** What the words of the program keep to, as far as a program can check it; used for messages, schema, help and reports. */

/** Chinese words without what they quote: plan text and code. Innermost quotes go first. */
export function unquoted(text: string): string {
  let rest = text.replace(/`[^`]*`/g, "`x`").replace(/\{\{?[^{}]*\}\}?/g, "{x}");
  for (;;) {
    const next = rest.replace(/“[^“”]*”/g, "《》");
    if (next === rest) return rest;
    rest = next;
  }
}

/** A half-width sign beside a Chinese character. */
export const halfWidthSign =
  /[\p{Script=Han}》][,;:!?()"']|[,;!?()"'](?=[\p{Script=Han}《])|[\p{Script=Han}》]\.(?!\.)/u;

/** Words for concepts that have another word in the vocabulary (DESIGN.md section 2), in each language. */
export const otherChinese =
  /标识|屏蔽|宣称|宣布|上报|KPI|里程碑|风控|主键|字段|枚举|占位(?!符)|(?<!关键)节点(?!时间|落在)|基准值|基线|目标数值(?!没有)|负责单位|责任部门/;
export const otherEnglish =
  /\b(?:identifiers?|KPIs?|metrics?|stakeholders?|anew|yield of)\b|\bbehind (?:the|a|it|@)\b/i;
