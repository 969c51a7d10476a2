/** Words for the section in which something is said, to be added to a name or a note. Not a rule. */
import type { Localized, RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { Given } from "../plan/given.ts";
import type { Span } from "../text/source.ts";

/** ` (section 3.1)`; empty where no section is cited. */
export function sectionInEnglish(section: string | null): string {
  return section === null ? "" : ` (section ${section})`;
}

/** `（章节“3.1”）`; empty where no section is cited. */
export function sectionInChinese(section: string | null): string {
  return section === null ? "" : `（章节“${section}”）`;
}

/** A related place whose note names the section as well. */
export function placeWithSection(span: Span, note: Localized, section: Given<string> | null): RelatedPlace {
  const id = section?.value ?? null;
  return {
    span,
    note: { en: note.en + sectionInEnglish(id), zhHans: note.zhHans + sectionInChinese(id) },
  };
}

/** Where a text stands: a section, or the words of an item (the purpose of a mechanism). */
export interface TextPlace {
  /** Null for the words of an item. */
  readonly section: string | null;
  /** Id of the item whose text it is. */
  readonly of: string;
}

/** `section 3.1`, or `the text of training`. */
export function textInEnglish({ section, of }: TextPlace): string {
  return section === null ? `the text of ${of}` : `section ${section}`;
}

/** `章节“3.1”`, or `“岗位培训”的说明`. */
export function textInChinese({ section, of }: TextPlace): string {
  return section === null ? `“${of}”的说明` : `章节“${section}”`;
}
