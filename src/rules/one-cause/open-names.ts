/**
 * One cause, one finding, where names are open: an id that names two items, or a section under a wrong number. What refers
 * to the name that is thereby missing, and what is judged by an id that means two things, only follows from it.
 */
import type { Diagnostic, RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { isMadeGraver, type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { Item } from "../../plan/plan.ts";
import { type PlanIndex, sharedIdKinds } from "../../plan/plan-index.ts";
import { isWithin, type Span } from "../../text/source.ts";

/** What was read and what the rules found. */
export interface Told {
  readonly read: readonly Diagnostic[];
  readonly ruled: readonly Diagnostic[];
}

const duplicate = "reference/duplicate-id";
const unknown = "reference/unknown";
const unknownSection = "reference/unknown-section";
const numbering = "narrative/numbering";

/** Kinds of what data files name, by the code that tells that the plan has none of that name. */
const kindsOfData: ReadonlyMap<string, readonly string[]> = new Map([
  ["data/unknown-indicator", ["indicator"]],
  ["data/unknown-entity", ["entity"]],
  ["data/unknown-item", sharedIdKinds],
]);

/** Judgements that join items by their ids. */
const joinedById: ReadonlySet<string> = new Set([
  "count/announced",
  "count/missing-weight",
  "count/part-weight",
  "indicator/evidence-conflict",
  "indicator/evidence-doubt",
  "indicator/evidence-impossible",
  "indicator/evidence-unit",
  "indicator/part-of-larger",
  "indicator/parts-sum",
  "narrative/ambiguous",
  "narrative/not-stated-here",
  "objective/empty-dimension",
  "objective/no-action",
  "objective/no-indicator",
  "provenance/evidence-origin",
  "reference/cycle",
  "reference/unused",
  "statement/revision-mismatch",
  "statement/same-as-conflict",
  "time/gate-out-of-step",
  "time/outside-parent",
  "time/outside-phase",
  "time/used-before-exists",
]);

/** What a section under a wrong number seems to lack, as nothing cites that number. */
const ofNumbers: ReadonlySet<string> = new Set(["count/announced", "narrative/not-stated-here"]);

/** The findings without those that only follow from an open name; it tells their places. */
export function withoutFollowers(index: PlanIndex, told: Told, levels: Levels): Told {
  return withoutNumberFollowers(withoutIdFollowers(index, told, levels), levels);
}

function withoutIdFollowers(index: PlanIndex, { read, ruled }: Told, levels: Levels): Told {
  if (!ruled.some(({ code }) => code === duplicate)) return { read, ruled };
  const duplicates = withoutOff(ruled, levels).filter(({ code }) => code === duplicate);
  const places = placesOf(index, duplicates);
  const missing = missingNames(withoutOff([...read, ...ruled], levels));
  const gone = new Set<Diagnostic>();
  const grown = new Map<Diagnostic, Diagnostic>();
  for (const [space, ofSpace] of bySpace(duplicates)) {
    const [name, ...others] = missing.get(space) ?? [];
    const [first] = ofSpace;
    // With several the one cannot be told from the other.
    if (name === undefined || first === undefined || others.length > 0 || ofSpace.length > 1) continue;
    for (const mention of name.mentions) gone.add(mention);
    grown.set(first, withMissingName(first, name));
  }
  const left = (finding: Diagnostic): boolean => !gone.has(finding) && !hangsOn(places, duplicates, finding);
  return {
    read: read.filter((finding) => !gone.has(finding)),
    ruled: ruled.filter(left).map((finding) => grown.get(finding) ?? finding),
  };
}

interface MissingName {
  readonly name: string;
  readonly mentions: Diagnostic[];
}

/** Names that nothing has, by the space of ids in which they are looked for. */
function missingNames(findings: readonly Diagnostic[]): ReadonlyMap<string, readonly MissingName[]> {
  const bySpaces = new Map<string, Map<string, MissingName>>();
  for (const finding of findings) {
    const name = String(finding.args.name ?? finding.args.section);
    for (const space of spacesAsked(finding)) {
      const names = bySpaces.get(space) ?? new Map<string, MissingName>();
      bySpaces.set(space, names);
      const known = names.get(name);
      if (known === undefined) names.set(name, { name, mentions: [finding] });
      else known.mentions.push(finding);
    }
  }
  return new Map([...bySpaces].map(([space, names]) => [space, [...names.values()]]));
}

function spacesAsked({ code, args }: Diagnostic): ReadonlySet<string> {
  const kinds =
    code === unknownSection
      ? ["section"]
      : code === unknown && args.by !== "name" && args.by !== "several" && args.wrongKind === null
        ? String(args.kinds).split("|")
        : (kindsOfData.get(code) ?? []);
  return new Set(kinds.map(spaceOf));
}

function spaceOf(kind: string): string {
  return sharedIdKinds.some((shared) => shared === kind) ? "shared" : kind;
}

function bySpace(duplicates: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const spaces = new Map<string, Diagnostic[]>();
  for (const finding of duplicates) {
    const space = spaceOf(finding.subject?.kind ?? "");
    const known = spaces.get(space);
    if (known === undefined) spaces.set(space, [finding]);
    else known.push(finding);
  }
  return spaces;
}

function withMissingName(finding: Diagnostic, { name, mentions }: MissingName): Diagnostic {
  const note = { en: `"${name}" is named here`, zhHans: `此处引用“${name}”` };
  const related = mentions.flatMap(({ span }): RelatedPlace[] => (span === null ? [] : [{ span, note }]));
  const { en, zhHans } = finding.message;
  const message = {
    en: `${en}; nothing has the id "${name}" that is named elsewhere, so one of the two may be meant by it`,
    zhHans: `${zhHans}；而所引用的“${name}”没有对应项，两项之一的编号可能应为“${name}”`,
  };
  return { ...finding, message, related: [...finding.related, ...related] };
}

/** Where the items stand whose id is another's as well. */
function placesOf({ items }: PlanIndex, duplicates: readonly Diagnostic[]): readonly Span[] {
  const ids = new Set(
    duplicates.flatMap(({ span, related }) =>
      [span, ...related.map((one) => one.span)].flatMap((id) => (id === null ? [] : placeOf(id))),
    ),
  );
  return items.flatMap((item: Item) => (ids.has(placeOf(item.id.span)) ? [item.span] : []));
}

function placeOf({ file, start }: Span): string {
  return `${start} ${file.name}`;
}

/** Most places of duplicates that findings are held against: a plan with more of them is copied as a whole. */
const mostPlaces = 200;

function hangsOn(
  places: readonly Span[],
  duplicates: readonly Diagnostic[],
  { code, span, related, args, subject }: Diagnostic,
): boolean {
  if (code.startsWith("status/"))
    return duplicates
      .slice(0, mostPlaces)
      .some((one) => one.subject?.kind === subject?.kind && one.subject?.id === subject?.id);
  const isJoined = joinedById.has(code) || (code === "count/weight-sum" && args.dimension !== null);
  const isCompared = code.startsWith("target/") || code.startsWith("statement/");
  if (!isJoined && !isCompared) return false;
  const own = [span, ...related.slice(0, mostPlaces).map((one) => one.span)];
  const touched = places
    .slice(0, mostPlaces)
    .filter((place) => own.some((one) => one !== null && isWithin(one, place)));
  // Two items of one id are no two statements of one thing; what one of them says by itself is its own.
  return touched.length > (isJoined ? 0 : 1);
}

/** A number that is cited, and that by its row the section with another number should have. */
function withoutNumberFollowers({ read, ruled }: Told, levels: Levels): Told {
  const heard = withoutOff(ruled, levels);
  const wrong = heard.filter(({ code, args }) => code === numbering && args.fault === "row");
  if (wrong.length === 0) return { read, ruled };
  const gone = new Set<Diagnostic>();
  const grown = new Map<Diagnostic, Diagnostic>();
  for (const one of wrong) {
    const { found, expected } = one.args;
    const cited = heard.find(({ code, args }) => code === unknownSection && args.section === expected);
    if (cited === undefined || one.span === null || one.subject?.id !== found) continue;
    if (isMadeGraver(one, cited, levels)) continue;
    gone.add(one);
    for (const finding of ruled)
      if (ofNumbers.has(finding.code) && finding.subject?.id === found) gone.add(finding);
    const note = {
      en: `numbered ${found}, and ${expected} by its place`,
      zhHans: `此章节编号为“${found}”，按顺序应为“${expected}”`,
    };
    grown.set(cited, { ...cited, related: [...cited.related, { span: one.span, note }] });
  }
  return {
    read,
    ruled: ruled.filter((finding) => !gone.has(finding)).map((finding) => grown.get(finding) ?? finding),
  };
}
