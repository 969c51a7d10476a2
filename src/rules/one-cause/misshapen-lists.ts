/**
 * One cause, one finding, where a list of the plan is written in another shape (`indicators:` as a map): that nothing is counted
 * there, that nothing measures the objectives and that ids lead nowhere only follows from it.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isMadeGraver, type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { Told } from "./open-names.ts";

interface Lost {
  /** What items of the list are called in findings. */
  readonly kind: string;
  /** Findings on the lack of any. */
  readonly followers: readonly string[];
}

/** Lists of the plan by their key. */
const lists: ReadonlyMap<unknown, Lost> = new Map<unknown, Lost>([
  [
    "indicators",
    {
      kind: "indicator",
      followers: [
        "data/unknown-indicator",
        "indicator/none",
        "narrative/unknown-placeholder",
        "objective/empty-dimension",
        "objective/no-indicator",
        "objective/unmeasured-figure",
        "pilot/target-mismatch",
        "provenance/uncited-source",
      ],
    },
  ],
  [
    "objectives",
    { kind: "objective", followers: ["objective/problem-without-objective", "objective/unlinked"] },
  ],
  ["actions", { kind: "action", followers: ["objective/no-action", "data/unknown-item"] }],
  ["milestones", { kind: "milestone", followers: ["data/unknown-item", "time/unchecked-phase"] }],
  ["deliverables", { kind: "deliverable", followers: ["data/unknown-item"] }],
  ["phases", { kind: "phase", followers: ["data/unknown-item", "time/unresolved", "time/missing-date"] }],
  ["actors", { kind: "actor", followers: [] }],
  ["sources", { kind: "source", followers: [] }],
  ["sections", { kind: "section", followers: ["reference/unknown-section"] }],
  ["dimensions", { kind: "dimension", followers: [] }],
  ["mechanisms", { kind: "mechanism", followers: [] }],
  ["entities", { kind: "entity", followers: ["data/unknown-entity"] }],
]);

/** What was read and found, without what only follows from lists in the wrong shape where these are told. */
export function withoutListFollowers({ read, ruled }: Told, levels: Levels): Told {
  const causes = withoutOff(read, levels).filter(
    ({ code, args, subject }) => code === "schema/type" && subject === null && lists.has(args.key),
  );
  if (causes.length === 0) return { read, ruled };
  const isLeft = (finding: Diagnostic): boolean =>
    !causes.some((cause) => {
      const lost = lists.get(cause.args.key);
      return lost !== undefined && follows(finding, lost, cause) && !isMadeGraver(finding, cause, levels);
    });
  return { read: read.filter(isLeft), ruled: ruled.filter(isLeft) };
}

/** What is not told is told of the lost list: an id that stands nowhere in it is missing from elsewhere as well. */
function follows({ code, args, subject }: Diagnostic, { kind, followers }: Lost, cause: Diagnostic): boolean {
  if (code === "narrative/unknown-placeholder" && args.fault !== "nothing-named") return false;
  // A deliverable may have its date from a milestone of the phase.
  if (code === "time/missing-date" && subject?.kind !== "deliverable") return false;
  if (namesOne(code) && !mayHold(cause, String(args.name))) return false;
  if (followers.includes(code)) return true;
  if (code === "count/announced") return args.kind === kind;
  const isOpen = code === "reference/unknown" && args.meant === null && args.wrongKind === null;
  return isOpen && String(args.kinds).split("|").includes(kind);
}

function namesOne(code: string): boolean {
  return code === "reference/unknown" || code.startsWith("data/unknown-");
}

/** Letters of a lost list that are looked at: a longer one may hold every name. */
const longestList = 50_000;
const nextKey = /\n(?=[^\s#\-\]}])/u;
const lostLists = new WeakMap<Diagnostic, string | null>();

/** The name may stand in the list; in a map it is looked for up to the next key of the plan. */
function mayHold(cause: Diagnostic, name: string): boolean {
  let list = lostLists.get(cause);
  if (list === undefined) {
    list = textOfMap(cause);
    lostLists.set(cause, list);
  }
  return list === null || list.includes(name.toLowerCase());
}

function textOfMap({ span, args }: Diagnostic): string | null {
  if (span === null || args.found !== "map") return null;
  const [list = ""] = span.file.text.slice(span.start, span.start + longestList).split(nextKey, 1);
  return list.length === longestList ? null : list.toLowerCase();
}
