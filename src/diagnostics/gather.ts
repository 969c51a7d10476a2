/**
 * One cause, one finding: what a single slip makes wrong in many places (a keyboard left in full width, an id that was
 * renamed where it is declared) is told at the first of them, with the others as further places.
 */
import type { Diagnostic, Localized } from "./diagnostic.ts";

/** Which arguments name the cause, by code; none: one cause for a file. */
const causes: ReadonlyMap<string, readonly string[]> = new Map([
  ["yaml/full-width", []],
  ["yaml/tab", []],
  ["reference/unknown", ["name"]],
  ["reference/unknown-section", ["section"]],
  // A baseline under the wrong number meets every target.
  ["target/already-met", ["id", "baseline"]],
]);

const alike: Localized = { en: "the same here", zhHans: "此处相同" };

/**
 * Ordered findings with those of one cause gathered at the first; the message tells how many places follow. A place that
 * is suppressed is to be gone before, so that it hides no other.
 */
export function gatherCauses(ordered: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of ordered) {
    const key = causeOf(finding);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  if (groups.size === 0) return ordered;
  return ordered.flatMap((finding) => {
    const key = causeOf(finding);
    const group = key === null ? undefined : groups.get(key);
    if (group === undefined || group.length === 1) return [finding];
    return group[0] === finding ? [gathered(finding, group.slice(1))] : [];
  });
}

function causeOf({ code, severity, span, args }: Diagnostic): string | null {
  const naming = causes.get(code);
  if (naming === undefined || span === null) return null;
  const named = naming.length === 0 ? [span.file.name] : naming.map((key) => String(args[key]));
  return [code, severity, ...named].join("\n");
}

function gathered(first: Diagnostic, others: readonly Diagnostic[]): Diagnostic {
  const count = others.length;
  const message = {
    en: `${first.message.en}; ${count} more such ${count === 1 ? "place" : "places"}`,
    zhHans: `${first.message.zhHans}；另有 ${count} 处相同`,
  };
  const places = others.flatMap(({ span, related }) =>
    span === null ? [] : [{ span, note: alike }, ...related],
  );
  return { ...first, message, related: [...first.related, ...places] };
}
