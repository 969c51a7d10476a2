/**
 * What a plan leaves out of most of its items is told to a reader once, with the places: fifty indicators without owner are
 * one thing to put right. Rules say with `together` how the many are told. Only for the text on a terminal: programs,
 * baselines and suppressions go by the finding of each item.
 */
import type { Diagnostic, Localized } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../define-rule.ts";

/** So many of one rule in one file still stand each for itself. */
const mostApart = 3;

const alike: Localized = { en: "the same here", zhHans: "同类情形" };

/**
 * Ordered findings with the many notes of one rule in one file as one, at the first of them. What the configuration makes
 * graver stays apart, and so does what says that there were too many of a kind.
 */
export function toldTogether(findings: readonly Diagnostic[], rules: readonly Rule[]): readonly Diagnostic[] {
  const notes = findings.filter(({ severity, args }) => severity === "info" && Object.keys(args).length > 0);
  if (notes.length <= mostApart) return findings;
  const ruleOf = new Map(rules.flatMap((rule) => (rule.together === undefined ? [] : [[rule.code, rule]])));
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of notes) {
    if (finding.span === null || !ruleOf.has(finding.code)) continue;
    const key = `${finding.code} ${finding.span.file.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const first = new Map<Diagnostic, Diagnostic>();
  const gone = new Set<Diagnostic>();
  for (const group of groups.values()) {
    const [leader, ...others] = group;
    const rule = leader === undefined ? undefined : ruleOf.get(leader.code);
    if (leader === undefined || rule === undefined || group.length <= mostApart) continue;
    first.set(leader, asOne(leader, group, rule));
    for (const other of others) gone.add(other);
  }
  if (first.size === 0) return findings;
  return findings.flatMap((finding) => (gone.has(finding) ? [] : [first.get(finding) ?? finding]));
}

function asOne(leader: Diagnostic, group: readonly Diagnostic[], { together }: Rule): Diagnostic {
  if (together === undefined) return leader;
  const note = together.note ?? (() => alike);
  const places = together.note === undefined ? group.slice(1) : group;
  return {
    ...leader,
    message: together.message(group.map(({ args }) => args)),
    related: places.flatMap(({ span, args }) => (span === null ? [] : [{ span, note: note(args) }])),
    suggestion: null,
  };
}
