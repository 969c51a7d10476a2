/**
 * What a placeholder asks for must be stated somewhere in the plan.
 *
 * Looks at: `{{verb id}}` in section texts whose verb and id are known. What records tell (`actual`, `status`) is left alone,
 * and so is a value that the plan writes but that cannot be read, which is told where it stands.
 * Reports: the placeholder, when the plan states no such value, or none that is called as the placeholder says.
 * Source: DESIGN.md section 6 (a document made from one source); FORMAT.md section 5 (`sections`, `text`).
 */
import { defineRule } from "../define-rule.ts";
import { statesKey } from "../indicator/states-key.ts";
import { askedWord, namedBy, resolvedPlaceholders } from "../placeholders.ts";

type Args = {
  readonly asked: string;
  readonly askedInChinese: string;
  readonly name: string;
  readonly which: string | null;
};

/** Keys under which the values of a verb are written. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  target: ["targets"],
  baseline: ["baseline"],
  value: ["is"],
  unit: ["unit"],
  weight: ["weight"],
  owner: ["owner"],
  date: ["by", "due", "date"],
  period: ["period"],
  name: ["name"],
  title: ["title"],
};

export const narrativeUnresolved = defineRule<Args>({
  code: "narrative/unresolved",
  severity: "error",
  text: {
    en: {
      title: "Placeholder for a value that the plan does not state",
      message: (a) =>
        a.which === null
          ? `the plan states no ${a.asked} of "${a.name}"; the text would have a gap here`
          : `no ${a.asked} of "${a.name}" is marked "${a.which}"; the text would have a gap here`,
      why: "What stands between {{ and }} is printed from the plan; a value that nobody states leaves a hole in the sentence.",
      fix: "State the value with its `section`, or take the placeholder out of the text.",
    },
    zhHans: {
      title: "占位符所取的数值方案未写明",
      message: (a) =>
        a.which === null
          ? `方案没有写明“${a.name}”的${a.askedInChinese}，正文此处将成空缺`
          : `“${a.name}”的${a.askedInChinese}中没有标明“${a.which}”的一项，正文此处将成空缺`,
      why: "{{ 与 }} 之间的内容取自方案数据，方案没有写明的，正文就会留下空缺。",
      fix: "补写该数值并注明 `section`，或从正文中删去占位符。",
    },
  },
  check({ plan, index, report }) {
    for (const { section, placeholder, id, state } of resolvedPlaceholders(plan, index)) {
      if (state !== "nothing") continue;
      const { span, verb, which } = placeholder;
      const item = index.items.find((one) => one.id.value === id) ?? index.find("figure", id);
      const isWritten = item !== undefined && (keysOf[verb] ?? []).some((key) => statesKey(item, key));
      if (which === null && isWritten) continue;
      const { en, zhHans } = askedWord(placeholder);
      const args = { asked: en, askedInChinese: zhHans, name: namedBy(index, id), which };
      report(span, args, { on: section });
    }
  },
});
