/**
 * A text comes to its end.
 *
 * Looks at: the last sign or word of section texts and definitions: 、 ， ： or an open bracket; a joining word without anything behind it
 * (以及, and, the), a lone particle (并, 将) or a verb behind a comma without its object, a bound
 * without its figure. A colon is an end where sections stand below, or items cite the section: they are what it leads to.
 * Reports: the last words. A warning.
 * Source: DESIGN.md section 4 (sections without content), issue of texts that stop in the middle.
 */
import type { Item, Plan } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { sectionsOfItems } from "../citations.ts";
import { defineRule } from "../define-rule.ts";

type Args = {
  /** Null for the definition of an indicator. */
  readonly section: string | null;
  readonly of: string;
  readonly words: string;
};

export const narrativeBrokenOff = defineRule<Args>({
  code: "narrative/broken-off",
  severity: "warning",
  named: ["of"],
  text: {
    en: {
      title: "Text that breaks off",
      message: (a) =>
        `the ${a.section === null ? `definition of ${a.of}` : `text of section ${a.section}`} breaks off after "${a.words}"`,
      why: "What was to follow is lost, and nobody can tell how much.",
      fix: "Complete the text, or end the sentence.",
    },
    zhHans: {
      title: "正文中断",
      message: (a) =>
        `${a.section === null ? `“${a.of}”的定义` : `章节“${a.section}”正文`}在“${a.words}”之后中断`,
      why: "后文缺失，缺多少内容无从知晓。",
      fix: "补全正文，或以句号结束。",
    },
  },
  check({ plan, report }) {
    let cited: ReadonlySet<string> | null = null;
    const tell = (item: Item, section: string | null, text: string, span: Span): void => {
      const end = text.trimEnd();
      const tail = end.slice(-longestTail);
      if (!isOpen(tail)) return;
      if (section !== null && /[：:]$/.test(end)) {
        cited ??= leadingOn(plan);
        if (cited.has(section)) return;
      }
      const words = lastWords(tail);
      const shown = words.replace(/\{\{[^{}]*\}\}/gu, "…");
      report(endSpan(span, words), { section, of: item.id.value, words: shown }, { on: item });
    };
    for (const section of plan.sections)
      if (section.text !== null) tell(section, section.id.value, section.text.text, section.text.span);
    for (const indicator of plan.indicators) {
      const { definition } = indicator;
      if (definition !== null) tell(indicator, null, definition.value, definition.span);
    }
  },
});

const longestTail = 60;
const openSigns = "、，：；,:;（(“《—";
const openWords = [
  "以及",
  "并且",
  "或者",
  "同时",
  "其中",
  "包括",
  "例如",
  "通过",
  "按照",
  "根据",
  "进一步",
  "建立健全",
  "不断完善",
  "切实加强",
];
/** A verb that wants an object behind a comma (跨镇联动，推动), a forecast or a bound without its figure. */
const openClause =
  /[，；、](?:推动|推进|实现|促进|带动|加快|提升|打造|构建|形成|建立|完善|加强|强化|开展|落实|做好|确保|力争|围绕|聚焦|针对|对于|为了|由于)$|预计(?:将|可|能)?(?:减少|降低|下降|缩短|提升|提高|增加|增长|节约)?$|[，；](?:并|且|而|以|将|在|对|把|使|由|从|与|为)$|(?:提升|提高|增加|增长|降低|下降|减少|缩短|压缩)[至到]$|[降增]至$|不低于$|不少于$|不超过$|不高于$/u;
const openEnglish: ReadonlySet<string> = new Set(
  "and or the a an of to in with for by from that which including".split(" "),
);

/** By its last sign or word; a word alone is a short entry, not a sentence. */
function isOpen(tail: string): boolean {
  if (openSigns.includes(tail.slice(-1))) return tail !== "";
  if (tail.length > 10 && openWords.some((word) => tail.endsWith(word))) return true;
  if (tail.length > 10 && openClause.test(tail)) return true;
  const blank = tail.lastIndexOf(" ");
  return blank > 0 && openEnglish.has(tail.slice(blank + 1)) && /[a-z,;]/.test(tail.charAt(blank - 1));
}

/** Sections below which others stand, or which items cite. */
function leadingOn(plan: Plan): ReadonlySet<string> {
  const leading = new Set<string>();
  for (const { parent } of plan.sections) if (parent !== null) leading.add(parent);
  for (const sections of sectionsOfItems(plan).values()) for (const one of sections) leading.add(one);
  return leading;
}

function lastWords(whole: string): string {
  // Three words, or the last clause: what stands further before is not asked.
  const tail = whole.slice(-200);
  const [words = tail] = /[a-z]/i.test(tail.slice(-8))
    ? (/(?:\S+\s+){0,3}\S+$/u.exec(tail) ?? [])
    : (/[^，。；]{0,20}[，。；、：,:;（(“《—]*$/u.exec(tail) ?? []);
  // A placeholder that is cut in its middle says nothing.
  return words
    .replace(/^[^{}]*\}\}/u, "")
    .replace(/^[，。；、]+(?=.)/u, "")
    .trim();
}

/** The place of the words at the end of the source, where they stand there as printed; else the whole. */
function endSpan(span: Span, words: string): Span {
  const at = span.file.text.slice(span.start, span.end).lastIndexOf(words);
  return at < 0 ? span : { file: span.file, start: span.start + at, end: span.start + at + words.length };
}
