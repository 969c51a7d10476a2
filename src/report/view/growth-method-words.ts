/** Words of the methods that judge by growth, way or projection. Parameters as written; bands that cannot be read stand as usual. */
import type { Localized } from "../../diagnostics/diagnostic.ts";

type Parameters = ReadonlyMap<string, string>;

export const growthMethodWords: Readonly<Record<string, (parameters: Parameters) => Localized>> = {
  "cagr-ratio": (parameters) => {
    const preset = parameters.get("preset") ?? "open-sdg";
    const [high, medium, low] = edgesOf(parameters, ["0.95", "0.6", "0"]);
    return {
      en: `ratio = growth a year so far ÷ growth a year that leads to the target; ${high} or more is on track, ${medium} or more at risk, ${low} or more off track, less worsening (preset ${preset}).`,
      zhHans: `评定比率＝实际年均增速÷实现目标所需年均增速；不低于${high}为“正常”，不低于${medium}为“滞后预警”，不低于${low}为“严重滞后”，低于${low}为“倒退”（按${preset}预设）。`,
    };
  },
  "un-projection": (parameters) => {
    const [high, low] = edgesOf(parameters, ["0.95", "0.1"]);
    return {
      en: `ratio = (value that the growth so far leads to − baseline) ÷ (target − baseline); ${high} or more is on track, ${low} or more at risk, less off track, below 0 worsening.`,
      zhHans: `评定比率＝（按现有增速推算的预计值－基期值）÷（目标值－基期值）；不低于${high}为“正常”，不低于${low}为“滞后预警”，低于${low}为“严重滞后”，低于0为“倒退”。`,
    };
  },
  csi: () => ({
    en: "ratio = way made ÷ way to go, score = 10 × ratio; the status follows the pace: 1 or more is on track, 0.8 or more at risk, less off track.",
    zhHans:
      "评定比率＝已实现增量÷应实现总增量，得分为其10倍；状态按进度比评定，不低于1为“正常”，不低于0.8为“滞后预警”，低于0.8为“严重滞后”。",
  }),
  anticipated: (parameters) => {
    const [small, whole] = edgesOf(parameters, ["0.1", "1"]);
    return {
      en: `ratio = what the weighted trend leaves missing on the due date ÷ way to go; ${small} or less is on track, ${whole} or less at risk, more worsening.`,
      zhHans: `评定比率＝按加权趋势推算到期仍未实现的部分÷应实现总增量；不高于${small}为“正常”，不高于${whole}为“滞后预警”，高于${whole}为“倒退”。`,
    };
  },
};

/** The numbers of `bands`, written as a list, a map or with `/` between. */
function edgesOf(parameters: Parameters, usual: readonly string[]): readonly string[] {
  const written = parameters.get("bands")?.match(/-?\d{1,12}(?:\.\d{1,12})?%?/g) ?? [];
  return written.length === usual.length ? written : usual;
}
