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
import type { Mechanism } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { statesKey } from "../indicator/states-key.ts";
import { nameOf } from "../name-of.ts";
import { statesAnywhere } from "../states-anywhere.ts";

type Args = {
  readonly id: string;
  readonly name: string;
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
      message: (a) => `${a.id} does not state: ${a.missing}`,
      why: "A mechanism that does not say what happens, who runs it and how often cannot be followed up.",
      fix: "Add what the document says of it.",
    },
    zhHans: {
      title: "工作机制要素不全",
      message: (a) => `工作机制“${a.name}”缺少${a.missingInChinese}`,
      why: "不写明内容、责任主体和频次的机制，无法督促落实。",
      fix: "按方案文本补充相应要素。",
    },
  },
  together: {
    message: (many) => ({
      en: `${many.length} mechanisms do not state all that they need: ${counted(
        many.flatMap(({ missing }) => missing.split(", ")),
      )
        .map(([words, times]) => `${words} (${times})`)
        .join(", ")}`,
      zhHans: `${many.length} 项工作机制要素不全：${counted(
        many.flatMap(({ missingInChinese }) => missingInChinese.split("、")),
      )
        .map(([words, times]) => `${words}缺 ${times} 项`)
        .join("、")}`,
    }),
    note: ({ missing, missingInChinese }) => ({
      en: `without ${missing}`,
      zhHans: `缺少${missingInChinese}`,
    }),
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin !== "plan") continue;
      const missing = missingParts(mechanism);
      if (missing.length === 0) continue;
      const args = {
        id: mechanism.id.value,
        name: nameOf(mechanism),
        missing: missing.map(({ en }) => en).join(", "),
        missingInChinese: missing.map(({ zhHans }) => zhHans).join("、"),
      };
      report(mechanism.id.span, args, { on: mechanism });
    }
  },
});

function missingParts(mechanism: Mechanism): readonly Localized[] {
  const ofType = mechanismTypes.get(mechanism.type.value)?.needed ?? [];
  const missing = ofType.filter((part) => !part.isStated(mechanism)).map(({ words }) => words);
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

/** Each of the words with how often it stands there, the most frequent first. */
function counted(words: readonly string[]): readonly (readonly [string, number])[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1]);
}
