/**
 * One cause, one finding: what a single slip makes wrong in many places (a keyboard left in full width, an id that was
 * renamed where it is declared, a period that ends too early) is told once, with the others as further places.
 */
import type { Diagnostic, Localized, MessageArgs } from "./diagnostic.ts";
import { withinBounds } from "./finding-list.ts";

/** Which arguments name the cause, by code; none: one cause for a file. */
const causes: ReadonlyMap<string, readonly string[]> = new Map([
  ["yaml/full-width", []],
  ["yaml/tab", []],
  ["reference/unknown-section", ["section"]],
  // A baseline under the wrong number meets every target.
  ["target/already-met", ["id", "baseline"]],
  ["statement/soft", ["text", "word"]],
  // A unit or a kind of value that is wrong is wrong for all values of the indicator.
  ["data/out-of-bounds", ["indicator"]],
  ["data/magnitude", ["indicator", "factor"]],
  ["data/running-total-falls", ["indicator"]],
]);

/** The plan's own use of a name that nothing has, at which its use in data and mechanisms is told as well. */
const unknownName = "reference/unknown";

/** The argument that holds the name, by the code that tells that nothing has it. */
const namesOf: ReadonlyMap<string, string> = new Map([
  [unknownName, "name"],
  ["data/unknown-indicator", "name"],
  ["data/unknown-item", "name"],
  ["data/unknown-entity", "name"],
  ["mechanism/actor-id", "text"],
  ["mechanism/expression-name", "text"],
]);

/** Those of one rule that rest on one place, their first further one, tell what is wrong there. */
const restingOnPlace: ReadonlySet<string> = new Set([
  // A value that is too strong makes all later ones weaker.
  "target/weakening",
  // A date that is too late, or too early, for all that is held against it.
  "target/before-baseline",
  "time/used-before-exists",
  "time/outside-parent",
  // A source of a wider area from which several baselines are taken.
  "indicator/borrowed-baseline",
  "workflow/limit-order",
  "provenance/source-time",
  "data/series-time",
]);

/** A rule of whose findings many on one place are told at that place. */
export interface Turning {
  readonly code: string;
  /** What so many say of the place; null where each stands for itself. */
  readonly turned?: (many: readonly MessageArgs[]) => Localized | null;
}

/**
 * A borrowed figure that is given as the plan's own as well asks of its own indicator where it was measured; figures of
 * several groups are beside the point of one indicator together.
 */
const borrowed = "indicator/borrowed-baseline";
const usedEarly = "time/used-before-exists";
const outside = "time/outside-period";
const monthOfPlan = /^M\d/;

const alike: Localized = { en: "the same here", zhHans: "此处相同" };

/**
 * Ordered findings with those of one cause gathered at the first, or at the place that they all rest on; the message tells
 * how many places follow. A place that is suppressed is to be gone before, so that it hides no other.
 */
export function gatherCauses(
  ordered: readonly Diagnostic[],
  rules: readonly Turning[],
): readonly Diagnostic[] {
  const turners = new Map(
    rules.flatMap(({ code, turned }) => (turned === undefined ? [] : [[code, turned]])),
  );
  const told = new Map<Diagnostic, Diagnostic>();
  const gone = new Set<Diagnostic>();
  const gather = (keyOf: (finding: Diagnostic) => string | null): void => {
    for (const group of groupsBy(ordered, (finding) => (gone.has(finding) ? null : keyOf(finding)))) {
      const leader = group.find(({ code }) => code === unknownName) ?? group[0];
      if (leader === undefined || group.length === 1) continue;
      const turned = keyOf === secondCauseOf ? undefined : turners.get(leader.code);
      const whole =
        turned === undefined
          ? gathered(leader, group, keyOf === secondCauseOf || leader.code === borrowed)
          : turnedOf(group, turned);
      if (whole === null) continue;
      for (const finding of group) gone.add(finding);
      told.set(leader, whole);
    }
  };
  gather((finding) => causeOf(finding, turners));
  gather(secondCauseOf);
  if (gone.size === 0) return ordered;
  return ordered.flatMap((finding) => told.get(finding) ?? (gone.has(finding) ? [] : [finding]));
}

function groupsBy(
  findings: readonly Diagnostic[],
  keyOf: (finding: Diagnostic) => string | null,
): Iterable<readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups.values();
}

/**
 * What is asked of those that stand alone by their first cause: a thing that uses several too early is itself too early; what
 * is counted in months goes wrong with the plan's start.
 */
function secondCauseOf({ code, severity, related, args }: Diagnostic): string | null {
  const use = code === usedEarly ? related.at(-1)?.span : undefined;
  if (use !== undefined) return [code, severity, use.file.name, use.start].join("\n");
  if (code !== outside || !monthOfPlan.test(String(args.text))) return null;
  return [code, severity, String(args.side)].join("\n");
}

function causeOf(
  { code, severity, span, related, args }: Diagnostic,
  turners: ReadonlyMap<string, unknown>,
): string | null {
  if (span === null) return null;
  const name = namesOf.get(code);
  if (name !== undefined) return [unknownName, severity, String(args[name])].join("\n");
  const [first] = related;
  if (code === borrowed) {
    if (args.repeated === true) return null;
    if (args.how === "scope") return [code, severity, "scope", String(args.id)].join("\n");
  }
  if (restingOnPlace.has(code) || turners.has(code))
    return first === undefined ? null : [code, severity, first.span.file.name, first.span.start].join("\n");
  const naming = causes.get(code);
  if (naming === undefined) return null;
  const named = naming.length === 0 ? [span.file.name] : naming.map((key) => String(args[key]));
  return [code, severity, ...named].join("\n");
}

/** The place that all rest on, and what they say of it together; null where they say nothing of it. */
function turnedOf(group: readonly Diagnostic[], turned: NonNullable<Turning["turned"]>): Diagnostic | null {
  const [first] = group;
  const place = first?.related[0];
  if (first === undefined || place === undefined) return null;
  const message = turned(group.map(({ args }) => args));
  if (message === null) return null;
  const related = group.flatMap(({ span }) => (span === null ? [] : [{ span, note: alike }]));
  return withinBounds({
    ...first,
    message,
    span: place.span,
    related,
    suggestion: null,
    subject: null,
    faults: faultsIn(group),
  });
}

/** `own`: each place tells in its own words what is wrong there, as they do not all say the same. */
function gathered(leader: Diagnostic, group: readonly Diagnostic[], own: boolean): Diagnostic | null {
  const others = group.filter((finding) => finding !== leader);
  // A name that only data and mechanisms use is told by each of them in its own words.
  if (namesOf.has(leader.code) && leader.code !== unknownName) return null;
  const count = others.length;
  const more = `${count} more such ${count === 1 ? "place" : "places"}`;
  const { en } = leader.message;
  const message = {
    en: en.endsWith("?") ? `${en} (${more})` : `${en}; ${more}`,
    zhHans: `${leader.message.zhHans}；另有 ${count} 处相同`,
  };
  const known = new Set([leader.span, ...leader.related.map(({ span }) => span)]);
  const further = others.flatMap(({ span, related, message: told }) =>
    span === null
      ? []
      : [{ span, note: own ? told : alike }, ...related.filter((one) => !known.has(one.span))],
  );
  return withinBounds({
    ...leader,
    message,
    related: [...leader.related, ...further],
    faults: faultsIn(group),
  });
}

function faultsIn(group: readonly Diagnostic[]): number {
  return group.reduce((sum, { faults = 1 }) => sum + faults, 0);
}
