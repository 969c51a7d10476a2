/** What a document places: a picture with its caption and its figures as a table. One shape for all charts. */

/** The figures of a picture as a table of texts. Every row has as many cells as the head; the first is the row's head. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of a picture that shows some of the rows only: which ones. Paper has the picture beside the table and repeats none of them. */
  readonly isDrawn?: readonly boolean[];
}

export interface ChartFigure {
  /** Unique in the document. */
  readonly id: string;
  /** One SVG element, or one for wide pages and one for phones, of which the style shows the one that fits. */
  readonly svgHtml: string;
  readonly caption: string;
  /** What the picture leaves out, in words; null when it shows all. */
  readonly note: string | null;
  /** Said above the table where it can be folded away. */
  readonly tableLabel: string;
  /** Null when the picture has no figures of its own. */
  readonly table: ChartTable | null;
}
