/** What the views of several reports are made of: labelled texts, marks of a status, dated values. Plain data, as the views. */

export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** A status by name (for the style), shape and word. */
export interface StatusMark {
  readonly key: string;
  readonly mark: string;
  readonly word: string;
}

export interface StatusCount extends StatusMark {
  readonly count: number;
}

/** A stretch of text: either plain or code, the other is null. */
export interface TextPart {
  readonly text: string | null;
  readonly code: string | null;
}

/** A value with its date and a mark such as "provisional". */
export interface DatedText {
  readonly text: string;
  readonly date: string | null;
  readonly mark: string | null;
}

/** Who filled in, who checked, when; null leaves a line to sign. */
export interface Signatures {
  readonly filledBy: string | null;
  readonly checkedBy: string | null;
  readonly date: string | null;
}
