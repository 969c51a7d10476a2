/** What the columns of the table of indicators hold: which say something at all, and figures as fine as those above them. */
import { evenDecimals } from "../numbers.ts";
import type { ViewContext } from "./context.ts";
import type { StatusView } from "./status-view.ts";

export type FilledColumns = "hasBaselines" | "hasMovements" | "hasShares" | "hasExpected";

/** Which columns say something of at least one indicator. */
export function filledColumns(
  groups: StatusView["groups"],
  { labels }: ViewContext,
): Pick<StatusView, FilledColumns> {
  const all = groups.flatMap(({ indicators }) => indicators);
  const isSaid = (text: string): boolean => text !== labels.none;
  return {
    hasBaselines: all.some(({ baseline }) => isSaid(baseline.text)),
    hasMovements: all.some(({ movement }) => movement.length > 0),
    hasShares: all.some(({ attained, elapsed }) => isSaid(attained) || isSaid(elapsed)),
    hasExpected: all.some(({ expected, gap }) => isSaid(expected) || gap !== null),
  };
}

/** The shares attained and elapsed stand one below the other: with as many decimals each. */
export function withEvenShares(groups: StatusView["groups"]): StatusView["groups"] {
  const all = groups.flatMap(({ indicators }) => indicators);
  const [attained, elapsed] = [
    evenDecimals(all.map((one) => one.attained)),
    evenDecimals(all.map((one) => one.elapsed)),
  ];
  const even = new Map(
    all.map((one, i) => [one, { attained: attained[i] ?? "", elapsed: elapsed[i] ?? "" }]),
  );
  return groups.map((group) => ({
    ...group,
    indicators: group.indicators.map((one) => ({ ...one, ...even.get(one) })),
  }));
}
