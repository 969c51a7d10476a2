/** Risks that the plan rates, as a matrix of likelihood and impact. */
import type { Risk } from "../../plan/plan.ts";
import type { ChartFigure } from "../charts/chart-figure.ts";
import { drawRiskMatrix } from "../charts/risk-matrix.ts";
import { chartName, word } from "./chart-texts.ts";
import type { ViewContext } from "./context.ts";
import { sentence } from "./status-figures.ts";

interface RatedRisk {
  readonly name: string;
  readonly likelihood: number;
  readonly impact: number;
}

const id = "chart-risks";

/** The figure; null when no risk has both grades: none is ever invented. */
export function riskFigure(context: ViewContext): ChartFigure | null {
  const { speaker, plan } = context;
  const risks = plan.risks
    .flatMap((risk) => ratedRisk(risk, context) ?? [])
    .sort((a, b) => b.likelihood * b.impact - a.likelihood * a.impact);
  const caption = word("risksCaption", context);
  const head = (["riskHead", "likelihood", "impact"] as const).map((label) => word(label, context));
  const rows = risks.map((risk, i) => [
    `${i + 1}. ${risk.name}`,
    String(risk.likelihood),
    String(risk.impact),
  ]);
  const svg = drawRiskMatrix({
    id,
    title: caption,
    description: sentence(
      risks.map((risk) => [
        risk.name,
        `${word("likelihood", context)} ${risk.likelihood}`,
        `${word("impact", context)} ${risk.impact}`,
      ]),
      context,
    ),
    likelihood: word("likelihood", context),
    impact: word("impact", context),
    risks,
    more: (count) => speaker.say({ en: `${count} more in the table`, zhHans: `其余${count}项见“图中数据”` }),
  });
  if (svg === null) return null;
  return {
    id,
    svgHtml: svg,
    caption,
    note: unratedNote(plan.risks.length - risks.length, context),
    tableLabel: word("tableLabel", context),
    table: { head, rows },
  };
}

function ratedRisk({ name, id: own, likelihood, impact }: Risk, context: ViewContext): RatedRisk | null {
  if (likelihood === null || impact === null) return null;
  return {
    name: chartName(name, own.value, context),
    likelihood: likelihood.value,
    impact: impact.value,
  };
}

function unratedNote(count: number, { speaker }: ViewContext): string | null {
  if (count <= 0) return null;
  return speaker.say({
    en: `${count} ${count === 1 ? "risk is" : "risks are"} not rated in the plan and not shown.`,
    zhHans: `另有${count}项风险，方案未评定可能性和影响程度，未列入本图。`,
  });
}
