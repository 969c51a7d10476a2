/** Which section of the document states what stands at a place: what findings name beside the line. */
import type { Span } from "../text/source.ts";

/** The section as the plan cites it; null where the plan names none. */
export type SectionOf = (span: Span) => string | null;

/** For findings that belong to no plan that could be read. */
export const noSections: SectionOf = () => null;
