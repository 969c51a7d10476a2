/**
 * An announced count must equal what is listed.
 *
 * Looks at: counts that a section announces of indicators, dimensions, objectives, problems, phases, milestones,
 * deliverables, actions, risks, resources and mechanisms. They are held against the items that cite that section or one
 * below it, themselves or in a statement; dimensions, where none cites it, against the dimensions of the indicators that
 * do; where no item of the kind cites any section, against all of them. Parts of a counted item (`part-of`, `parent`) may be counted
 * or left out: authors do both; where the section speaks of quantified ones (可量化指标), those without a figure may be left out.
 * Reports: the announced count; related: the items counted (at most twenty).
 * Source: FORMAT.md section 5, "Announced counts".
 */
import type { Given } from "../../plan/given.ts";
import type { Indicator, Item, ItemKind, Plan } from "../../plan/plan.ts";
import { countableKinds, makeIsWithin, sectionsOfItems } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { hasNoFigure } from "../indicator/required-facts.ts";
import { wordsFor } from "../name-of.ts";
import { counted, kindsInChinese } from "../words.ts";

type Args = {
  readonly section: string;
  readonly of: string;
  readonly kind: string;
  readonly announced: number;
  readonly listed: number;
  /** Parts of these, which may be counted as well. */
  readonly parts: number;
  /** Ids of the items counted, joined by `|`; empty for none. */
  readonly ids: string;
  /** Their names, joined by `|`. */
  readonly names: string;
};

const mostRelated = 20;
/** Of more items these are named; the places of all follow. */
const mostNamed = 8;

export const countAnnounced = defineRule<Args>({
  code: "count/announced",
  severity: "error",
  text: {
    en: {
      title: "Announced count differs from what is listed",
      message: (a) =>
        `section ${a.section} announces ${counted(a.announced, a.of)}, but lists ${a.listed}${a.parts === 0 ? "" : ` (${a.listed + a.parts} with their parts)`}${namesInEnglish(a)}`,
      why: "A reader who counts finds one missing or one too many, and cannot tell which.",
      fix: "Correct the count, add what is missing, or set the `section` of the items that belong there.",
    },
    zhHans: {
      title: "所列数量与文中所述数量不符",
      message: (a) =>
        `章节“${a.section}”提出${kindsInChinese(a.kind)}共 ${a.announced} 项，实际列出 ${a.listed} 项${a.parts === 0 ? "" : `（连同分项 ${a.listed + a.parts} 项）`}${namesInChinese(a)}`,
      why: "数量与所列内容对不上，无法判断是漏列还是多列。",
      fix: "更正数量，补列缺项，或为应归入该章节的事项填写 `section`。",
    },
  },
  check({ plan, report }) {
    if (plan.sections.every((section) => section.announces.length === 0)) return;
    const cited = sectionsOfItems(plan);
    const isWithin = makeIsWithin(plan);
    for (const section of plan.sections) {
      for (const { of, count } of section.announces) {
        const kind = countableKinds.get(of.value);
        if (kind === undefined) continue;
        const isListed = (item: Item): boolean =>
          [...(cited.get(item) ?? [])].some((own) => isWithin(own, section.id.value));
        const { listed, nested } = listedItems(plan, kind, isListed, cited);
        // Items that could not be read may be the ones that lack.
        const lost = plan.unusableKinds.filter((one) => one === kind).length;
        const isSaid = (length: number): boolean => count.value >= length && count.value <= length + lost;
        if (isSaid(listed.length) || isSaid(listed.length + nested)) continue;
        // 十五项可量化指标: what is only to be done is not among them.
        if (kind === "indicator" && countsFigures(section) && isSaid(withFigures(listed))) continue;
        report(
          count.span,
          {
            section: section.id.value,
            of: of.value,
            kind,
            announced: count.value,
            listed: listed.length,
            parts: nested,
            ids: shownItems(listed)
              .map(({ id }) => id.value)
              .join("|"),
            names: shownItems(listed).map(wordsFor).join("|"),
          },
          {
            on: section,
            related: listed
              .slice(0, mostRelated)
              .map((item) => ({ span: item.id.span, note: { en: "counted", zhHans: "计入" } })),
          },
        );
      }
    }
  },
});

/** The section says that it counts those with a figure. */
function countsFigures({ text }: Plan["sections"][number]): boolean {
  return text !== null && figured.test(text.text.slice(0, mostRead));
}

const figured =
  /量化(?:的)?(?:目标|评价|考核)?指标|\b(?:quantified|quantitative|measurable) (?:indicators?|targets?)\b/i;
const mostRead = 20_000;

function withFigures(listed: readonly Item[]): number {
  return (listed as readonly Indicator[]).filter((one) => !hasNoFigure(one)).length; // kind asked for
}

function shownItems(listed: readonly Item[]): readonly Item[] {
  return listed.slice(0, mostRelated);
}

/** Which were counted: the reader looks for the one too many. */
function namesInEnglish({ ids, listed }: Args): string {
  const named = ids.split("|").slice(0, mostNamed);
  return ids === "" ? "" : `: ${named.join(", ")}${listed > named.length ? " …" : ""}`;
}

function namesInChinese({ names, listed }: Args): string {
  if (names === "") return "";
  const named = names.split("|").slice(0, mostNamed);
  return `：${named.map((name) => `“${name}”`).join("")}${listed > named.length ? "等" : ""}`;
}

/** The items that a section lists, and how many parts of these it lists besides. */
interface Listed {
  readonly listed: readonly Item[];
  readonly nested: number;
}

function listedItems(
  plan: Plan,
  kind: ItemKind,
  isListed: (item: Item) => boolean,
  cited: ReadonlyMap<Item, unknown>,
): Listed {
  const all = itemsOf(plan, kind);
  const cites = new Set(all.filter(isListed).map((item) => item.id.value));
  const here = all.filter((item) => cites.has(item.id.value));
  if (kind === "dimension" && here.length === 0) {
    const measured = new Set(plan.indicators.filter(isListed).map((indicator) => indicator.dimension?.value));
    const found = plan.dimensions.filter((dimension) => measured.has(dimension.id.value));
    if (found.length > 0) return { listed: found, nested: 0 };
  }
  if (here.length === 0 && !all.some((item) => cited.has(item))) return { listed: all, nested: 0 };
  const listed = here.filter((item) => !isNested(item, cites));
  return { listed, nested: here.length - listed.length };
}

/** Part of an item that is counted: a condition nested in an indicator (`part-of`), a step of an action (`parent`). */
function isNested(item: Item, counted: ReadonlySet<string>): boolean {
  const { partOf, parent }: Nested = item;
  const whole = partOf ?? parent ?? null;
  return whole !== null && counted.has(whole.value);
}

interface Nested extends Item {
  readonly partOf?: Given<string> | null;
  readonly parent?: Given<string> | null;
}

function itemsOf(plan: Plan, kind: ItemKind): readonly Item[] {
  const lists: Partial<Record<ItemKind, readonly Item[]>> = {
    indicator: plan.indicators,
    dimension: plan.dimensions,
    objective: plan.objectives,
    problem: plan.problems,
    phase: plan.phases,
    milestone: plan.milestones,
    deliverable: plan.deliverables,
    action: plan.actions,
    risk: plan.risks,
    resource: plan.resources,
    mechanism: plan.mechanisms,
  };
  return lists[kind] ?? [];
}
