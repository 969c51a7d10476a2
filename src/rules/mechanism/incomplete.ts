/**
 * A mechanism should say what it is, who runs it and how often.
 *
 * Looks at: mechanisms that the plan itself sets up (`origin: plan`): the parts that its type needs
 * (`src/mechanisms/<type>/needed.ts`); an owner, unless it is a bare provision or a key of its type says who; a rhythm
 * where the name speaks of one (每月, 季度, weekly …), and how often where all that is said is 定期.
 * Reports: one note per mechanism with all that is missing, at its id.
 * Source: FORMAT.md section 7 (every parameter is optional; absence is `mechanism/incomplete`).
 */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { mechanismTypes } from "../../mechanisms/mechanism-types.ts";
import { rhythmsAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { statesKey } from "../indicator/states-key.ts";
import { nameOf } from "../name-of.ts";
import { statesAnywhere } from "../states-anywhere.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** Parts, with `between` between them. */
  readonly missing: string;
  readonly missingInChinese: string;
};

const owner: Localized = { en: "owner", zhHans: "责任主体" };
const rhythm: Localized = { en: "rhythm", zhHans: "频次" };
const exactRhythm: Localized = {
  en: "exact rhythm (regularly: how often?)",
  zhHans: "具体频次（只写“定期”）",
};

/** Words in a name that promise a rhythm. */
const rhythmWords =
  /每[日天周月季年]|每半年|每季度|[周月季]度?(?:调度|通报|例会|报告|评估|考核|督查|会商|研判)|\b(?:daily|weekly|monthly|quarterly|yearly|annual)\b/i;

export const mechanismIncomplete = defineRule<Args>({
  code: "mechanism/incomplete",
  severity: "info",
  text: {
    en: {
      title: "Incomplete mechanism",
      message: (a) => `${a.id} does not state: ${inEnglish(a)}`,
      why: "A mechanism that does not say what happens, who runs it and how often cannot be followed up.",
      fix: "Add what the document says of it.",
    },
    zhHans: {
      title: "工作机制要素不全",
      message: (a) => `工作机制“${a.name}”缺少${inChinese(a)}`,
      why: "不写明内容、责任主体和频次的机制，无法督促落实。",
      fix: "按方案文本补充相应要素。",
    },
  },
  together: {
    message: (many) => ({
      en: `${many.length} mechanisms do not state all that they need: ${counted(
        many.map(({ missing }) => missing),
        (words, times) => `${words} (${times})`,
        "; ",
        " …",
      )}`,
      zhHans: `${many.length} 项工作机制要素不全：${counted(
        many.map(({ missingInChinese }) => missingInChinese),
        (words, times) => `缺${words}的 ${times} 项`,
        "，",
        "等",
      )}`,
    }),
    note: (a) => ({
      en: `without ${inEnglish(a)}`,
      zhHans: `缺少${inChinese(a)}`,
    }),
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin !== "plan") continue;
      const missing = missingParts(mechanism, plan);
      if (missing.length === 0) continue;
      const args = {
        id: mechanism.id.value,
        name: nameOf(mechanism),
        missing: missing.map(({ en }) => en).join(between),
        missingInChinese: missing.map(({ zhHans }) => zhHans).join(between),
      };
      report(mechanism.id.span, args, { on: mechanism });
    }
  },
});

function missingParts(mechanism: Mechanism, plan: Plan): readonly Localized[] {
  const ofType = mechanismTypes.get(mechanism.type.value)?.needed ?? [];
  const missing = ofType.filter((part) => !part.isStated(mechanism, plan)).map(({ words }) => words);
  if (needsOwner(mechanism)) missing.push(owner);
  const hasRhythm = mechanism.cadence.length > 0 || statesKey(mechanism, "cadence");
  if (!hasRhythm && !missing.some(({ en }) => en === rhythm.en) && promisesRhythm(mechanism)) {
    missing.push(rhythm);
  }
  if (isVague([...mechanism.cadence, ...rhythmsAt(mechanism.parameters, "meets")])) missing.push(exactRhythm);
  return missing;
}

/** Keys of types that say who carries the mechanism out. */
const carryingOut = ["owner", "lead", "by", "office"];

/** A bare provision is a rule, not work that somebody has to do. */
function needsOwner(mechanism: Mechanism): boolean {
  if (mechanism.type.value === "provision" || mechanism.owner.length > 0) return false;
  return !carryingOut.some((key) => statesAnywhere(mechanism, key));
}

function isVague(rhythms: Mechanism["cadence"]): boolean {
  return rhythms.length > 0 && rhythms.every(({ is }) => is.value === "regular");
}

function promisesRhythm({ name }: Mechanism): boolean {
  return name !== null && [...name.byLanguage.values(), name.text].some((text) => rhythmWords.test(text));
}

/** What a mechanism may lack is several words, with commas of their own. */
const between = "|";

function inEnglish({ missing }: Args): string {
  return missing.replaceAll(between, "; ");
}

function inChinese({ missingInChinese }: Args): string {
  return missingInChinese.replaceAll(between, "、");
}

/** Beyond this number what is seldom missing is told at its places only. */
const mostCounted = 6;

/** What is missing with how often it is, the most frequent first. */
function counted(
  missing: readonly string[],
  say: (words: string, times: number) => string,
  comma: string,
  more: string,
): string {
  const times = new Map<string, number>();
  for (const words of missing.flatMap((all) => all.split(between)))
    times.set(words, (times.get(words) ?? 0) + 1);
  const all = [...times].sort((a, b) => b[1] - a[1]);
  const some = all.slice(0, mostCounted).map(([words, count]) => say(words, count));
  return `${some.join(comma)}${all.length > some.length ? more : ""}`;
}
