/**
 * The definition, the base and the unit of an indicator speak of one kind of quantity.
 *
 * Looks at: a share (unit in percent) whose definition counts things and divides by nothing; an amount (people, things,
 * money) whose definition is a division or a share; a base (`counted: of`) that has no word in common with the
 * denominator of the definition.
 * Reports: the definition, or the base; related: the unit, or the definition. A note: words may differ and mean one thing.
 * Source: DESIGN.md section 4 (one quantity measured by two definitions or denominators; what only may be a conflict).
 */
import type { Indicator } from "../../plan/plan.ts";
import { isCount, sameDimension } from "../../plan/units.ts";
import { characterPairs } from "../../text/character-pairs.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  /** The unit or the base that it is held against. */
  readonly against: string;
  readonly how: "count" | "share" | "base";
};

const hows = {
  count: {
    en: (a: Args) =>
      `the definition "${a.definition}" counts things, but the unit is ${a.against}: a share of what?`,
    zhHans: (a: Args) => `定义“${a.definition}”是数量，计量单位却为“${a.against}”，以什么为基数须说明`,
  },
  share: {
    en: (a: Args) => `the definition "${a.definition}" is a share, but the unit is ${a.against}`,
    zhHans: (a: Args) => `定义“${a.definition}”是占比，计量单位却为“${a.against}”`,
  },
  base: {
    en: (a: Args) =>
      `the definition "${a.definition}" divides by something other than the base "${a.against}"`,
    zhHans: (a: Args) => `定义“${a.definition}”的分母与计算基数“${a.against}”不一致`,
  },
};

export const indicatorDefinitionUnit = defineRule<Args>({
  code: "indicator/definition-unit",
  severity: "info",
  text: {
    en: {
      title: "Definition does not fit unit or base",
      message: (a) => `${a.id}: ${hows[a.how].en(a)}`,
      why: "Two readings of one indicator give two values, and both can be defended.",
      fix: "Write numerator and denominator in the definition, and make unit and base agree with them.",
    },
    zhHans: {
      title: "定义与计量单位或基数不符",
      message: (a) => `指标“${a.name}”的${hows[a.how].zhHans(a)}`,
      why: "同一指标有两种算法，就有两个数值，且都说得通。",
      fix: "在定义中写明分子、分母，计量单位和基数与之一致。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      const { definition, unit, counted } = indicator;
      if (definition === null || definition.value.length > longestDefinition) continue;
      const args = { id: indicator.id.value, name: nameOf(indicator), definition: definition.value };
      const how = unit === null ? null : unfit(indicator);
      if (how !== null && unit !== null) {
        const related = [{ span: unit.span, note: { en: "unit", zhHans: "计量单位" } }];
        report(definition.span, { ...args, against: unit.text, how }, { on: indicator, related });
        continue;
      }
      const base = counted?.of ?? null;
      const denominator = denominatorOf(definition.value);
      if (base === null || denominator === null || haveCommonWord(base.value, denominator)) continue;
      const related = [{ span: definition.span, note: { en: "definition", zhHans: "定义" } }];
      report(base.span, { ...args, against: base.value, how: "base" }, { on: indicator, related });
    }
  },
});

const longestDefinition = 300;
const divides =
  /[/÷]|占|比例|比重|比率|[率比]$|除以|百分|\b(?:shares?|percent(?:age)?|proportion|ratio|rate|of all|out of|per|divided|among)\b/i;
const counts = /^(?:the )?(?:number|count|total|sum) of\b|(?:数量|(?<![指系分参倍基])数)$/i;

/** A mean, or a number for each hundred beds, is an amount that is divided. */
const perThing = /平均|人均|户均|每|×|\*|\b(?:mean|average|per|for each)\b/i;

function unfit({ name, definition, unit, baseline }: Indicator): "count" | "share" | null {
  // Figures in another unit are told as such.
  const figure = baseline[0]?.is.value.quantity.unit ?? null;
  if (figure !== null && !sameDimension(figure, unit?.value ?? null)) return null;
  const text = definition?.value.trim() ?? "";
  const dimension = unit?.value.dimension ?? "";
  if (dimension === "percent") return counts.test(text) && !divides.test(text) ? "count" : null;
  const isAmount = isCount(dimension) && !dimension.includes("/");
  return isAmount && /[^/÷]\s[/÷]\s[^/÷]/.test(text) && !perThing.test(`${name?.text ?? ""} ${text}`)
    ? "share"
    : null;
}

function denominatorOf(definition: string): string | null {
  const sides = definition.normalize("NFKC").split(/\s[/÷]\s|÷|(?<=[\u3400-\u9fff])\/(?=[\u3400-\u9fff])/);
  return sides.length === 2 ? (sides[1] ?? null) : null;
}

const fillers = /全部|所有|全体|总数|总量|总|数量?|[的人个家户件项]/g;
const englishFillers = new Set([
  "all",
  "the",
  "of",
  "who",
  "that",
  "number",
  "total",
  "in",
  "a",
  "and",
  "every",
  "each",
]);

/** True when the two have a word in common, or too few words to tell. Chinese: two characters in a row. */
function haveCommonWord(a: string, b: string): boolean {
  if (chinese.test(a) !== chinese.test(b)) return true;
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  return wordsA.size === 0 || wordsB.size === 0 || [...wordsA].some((word) => wordsB.has(word));
}

function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize("NFKC").toLowerCase();
  if (!chinese.test(plain)) {
    const words = plain.match(/[a-z\u00c0-\u1fff]{2,}/g) ?? [];
    return new Set(words.filter((word) => !englishFillers.has(word)).map((word) => word.replace(/s$/, "")));
  }
  return characterPairs(plain.replace(fillers, " "));
}
