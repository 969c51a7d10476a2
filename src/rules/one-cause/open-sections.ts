/**
 * One cause, one finding, where citations of a section lead nowhere, by a slip in the citation or in the section's own number:
 * that the section lists too few, or does not state what it shows, only follows. It stays as a further place.
 */
import type { Diagnostic, RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { isGraver, isMadeGraver, type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { Plan } from "../../plan/plan.ts";
import { isCitation } from "../citations.ts";

const unknownSection = "reference/unknown-section";
const numbering = "narrative/numbering";
const counts: ReadonlySet<string> = new Set(["count/announced", "count/in-text"]);
const notStated = "narrative/not-stated-here";
const empty = "narrative/empty-section";

/** What the rules found, without what only follows from open citations. */
export function withoutSectionFollowers(
  plan: Plan,
  ruled: readonly Diagnostic[],
  levels: Levels,
): readonly Diagnostic[] {
  const heard = withoutOff(ruled, levels);
  const open = heard.filter(({ code }) => code === unknownSection);
  const orphans = heard.filter(({ code, args }) => code === numbering && args.fault === "parent");
  if (open.length === 0 && orphans.length === 0) return ruled;
  const tellerOf = tellers(plan, open, orphans);
  const told = new Map<Diagnostic, Diagnostic[]>();
  const gone = new Set<Diagnostic>();
  for (const finding of heard) {
    const teller = tellerOf(finding);
    if (teller === null || teller === finding || isMadeGraver(finding, teller, levels)) continue;
    gone.add(finding);
    const followers = told.get(teller);
    if (followers === undefined) told.set(teller, [finding]);
    else followers.push(finding);
  }
  return ruled.flatMap((finding) => {
    if (gone.has(finding)) return [];
    const followers = told.get(finding);
    return [followers === undefined ? finding : withFollowers(finding, followers)];
  });
}

/** A number that leaves an announced count unmet is as grave as that. */
function withFollowers(teller: Diagnostic, followers: readonly Diagnostic[]): Diagnostic {
  const gravest = followers.reduce((most, one) => (isGraver(one, most) ? one : most), teller);
  const places = followers.flatMap(({ span, message }): RelatedPlace[] =>
    span === null ? [] : [{ span, note: message }],
  );
  return { ...teller, severity: gravest.severity, related: [...teller.related, ...places] };
}

/** What tells of a finding: a citation that leads nowhere, or a section whose heading is missing; null where nothing does. */
function tellers(
  plan: Plan,
  open: readonly Diagnostic[],
  orphans: readonly Diagnostic[],
): (finding: Diagnostic) => Diagnostic | null {
  const ofName = new Map(orphans.map((one) => [String(one.args.expected), one]));
  for (const one of [...open].reverse()) ofName.set(String(one.args.section), one);
  const cited = new Set(plan.references.flatMap((one) => (isCitation(one) ? [one.name.value] : [])));
  /** A section that nothing cites, before the parts of the one that is missing: it has the wrong number. */
  const misnumbered = new Map<string, Diagnostic>();
  for (const [i, { id }] of plan.sections.entries()) {
    const next = plan.sections[i + 1]?.id.value ?? "";
    const teller = ofName.get(next.slice(0, Math.max(0, next.lastIndexOf("."))));
    if (teller !== undefined && !cited.has(id.value) && !next.startsWith(`${id.value}.`))
      misnumbered.set(id.value, teller);
  }
  return (finding) => {
    const { code, args } = finding;
    const section = String(args.section);
    if (code === numbering && args.fault === "parent") return ofName.get(String(args.expected)) ?? null;
    if (counts.has(code)) return misnumbered.get(section) ?? citerOf(finding, open);
    if (code === empty) return misnumbered.get(section) ?? null;
    if (code !== notStated || finding.severity === "info" || cited.has(section)) return null;
    return misnumbered.get(section) ?? open[0] ?? null;
  };
}

/** So many items as lack in a count cite a section that is not there: the first of them. Parts may be counted or left out. */
function citerOf({ args }: Diagnostic, open: readonly Diagnostic[]): Diagnostic | null {
  const said = args.said ?? args.announced;
  if (typeof said !== "number") return null;
  const here = Number(args.listed);
  const withParts = here + Number(args.parts ?? 0);
  const missing = said - (said > withParts ? withParts : here);
  const listed = new Set(String(args.ids ?? "").split("|"));
  const citers = open.filter(
    ({ subject }) => subject !== null && subject.kind === args.kind && !listed.has(subject.id),
  );
  const items = new Set(citers.map(({ subject }) => subject?.id));
  return missing > 0 && missing <= items.size ? (citers[0] ?? null) : null;
}
