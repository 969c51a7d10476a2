/**
 * Who a text says collects the data of an indicator must be who the indicator states.
 *
 * Looks at: sentences that name an indicator in full and say who collects, counts or reports its data (居民参与率由区民政局负责统计, the absence
 * rate is reported by the Inspectorate), where the indicator states another office under `collected`. Who answers for the indicator may
 * report what another collects.
 * Reports: the collector in the text; related: the stated one. A warning: one may collect what the other adds up.
 * Source: DESIGN.md section 4 (an owner stated twice).
 */
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { placeOf, sentencesTold, toldTexts } from "../texts/sentences.ts";
import { collectorsTold, tellsCollector } from "../told/collectors.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  readonly id: string;
  readonly said: string;
  readonly collector: string;
};

export const narrativeCollectorConflict = defineRule<Args>({
  code: "narrative/collector-conflict",
  severity: "warning",
  named: ["id", "collector", "of"],
  text: {
    en: {
      title: "Collector of data in the text against the indicator",
      message: (a) =>
        `${textInEnglish(a)} says that "${a.said}" collects the data of ${a.id}, but ${a.collector} is stated to: who does?`,
      why: "Where two are named, each waits for the other's figures.",
      fix: "Correct the text or who is stated to collect; where one collects and the other adds up, say so.",
    },
    zhHans: {
      title: "正文采集单位与指标所列不符",
      message: (a) =>
        `${textInChinese(a)}写“${a.id}”由“${a.said}”采集统计，而所列采集单位为“${a.collector}”，由谁采集须明确`,
      why: "采集单位写了两家，数据就可能无人报送。",
      fix: "更正正文或所列采集单位；一家采集、一家汇总的，分别写明。",
    },
  },
  check({ plan, report }) {
    for (const text of toldTexts(plan)) {
      if (!tellsCollector(text.text)) continue;
      for (const sentence of sentencesTold(text))
        for (const { indicator, said, at, stated } of collectorsTold(sentence.text, plan)) {
          const args = { ...placeOf(text), id: indicator.id.value, said, collector: stated.value.trim() };
          const related = [{ span: stated.span, note: { en: "collected by", zhHans: "采集单位" } }];
          report(partSpan(text.span, said, sentence.at + at), args, { on: text.item, related });
        }
    }
  },
});
