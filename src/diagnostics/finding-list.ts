/** A list of findings that stays within bounds whatever is read: a file of a million bad rows is no list of a million findings. */
import type { Diagnostic, RelatedPlace } from "./diagnostic.ts";

/** Most findings of one code and severity that one list keeps. */
export const mostOfOneCode = 1000;

/** Most places beside one finding. */
export const mostRelated = 30;

/**
 * A list that takes `mostOfOneCode` findings of each code and severity. The next one says, at its own place, that the
 * others are not listed; these are dropped. It has the code of those that it stands for, so that levels and suppressions hold for it too.
 */
export class FindingList extends Array<Diagnostic> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  readonly #counts = new Map<string, number>();

  override push(...findings: Diagnostic[]): number {
    for (const finding of findings) {
      const key = `${finding.severity} ${finding.code}`;
      const count = (this.#counts.get(key) ?? 0) + 1;
      this.#counts.set(key, count);
      if (count <= mostOfOneCode) super.push(withinBounds(finding));
      else if (count === mostOfOneCode + 1) super.push(othersOf(finding));
    }
    return this.length;
  }
}

/** The finding with no more than `mostRelated` places, and one that tells of the others. */
export function withinBounds(finding: Diagnostic): Diagnostic {
  const { related } = finding;
  const next = related[mostRelated];
  if (next === undefined) return finding;
  const more = related.length - mostRelated;
  const note = { en: `and ${more} more such places, from here on`, zhHans: `自此起另有 ${more} 处` };
  const last: RelatedPlace = { span: next.span, note };
  return { ...finding, related: [...related.slice(0, mostRelated), last] };
}

function othersOf(finding: Diagnostic): Diagnostic {
  const { fix: _, ...rest } = finding;
  return {
    ...rest,
    args: {},
    message: {
      en: `more than ${mostOfOneCode} findings of this kind; the others are not listed`,
      zhHans: `此类问题超过 ${mostOfOneCode} 个，其余未列出`,
    },
    help: { en: "Correct the first ones and check again.", zhHans: "先改正前面的问题，再重新检查。" },
    related: [],
    suggestion: null,
  };
}
