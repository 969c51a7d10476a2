/** What a plan puts into a calendar: targets, milestones, ends of phases, deliverables and actions that fall due, and its reviews. */
import type { IndicatorRow, JudgedTarget } from "../indicators/results.ts";
import { statusWords } from "../language/words.ts";
import { isoDay } from "../plan/days.ts";
import type { Given, Statements } from "../plan/given.ts";
import type { Mechanism, Owner } from "../plan/plan.ts";
import { rhythmWords } from "../plan/rhythm.ts";
import type { Day, When } from "../plan/time.ts";
import { nameText, ownerText, type ViewContext } from "../report/view/context.ts";
import { targetText } from "../report/view/target-text.ts";
import { type EntryKind, noteWords, summaryWords } from "./calendar-words.ts";
import { recurrenceOf } from "./recurrence.ts";

/** One entry: a whole day, or days that recur. */
export interface CalendarEntry {
  readonly kind: EntryKind;
  /** What stays the same when names and dates of the entry change. */
  readonly key: string;
  readonly day: Day;
  /** Value of RRULE; null for a single day. */
  readonly rule: string | null;
  readonly summary: string;
  readonly notes: readonly string[];
}

/** All entries by day, then kind and key. Without a date there is no entry; what is told of another place never falls due. */
export function calendarEntries(context: ViewContext): readonly CalendarEntry[] {
  const { plan, compilation } = context;
  const entries = [
    ...compilation.results.rows
      .filter(({ entity }) => entity === null)
      .flatMap((row) => targetsOf(row, context)),
    ...plan.milestones.flatMap((one) => dated("milestone", one, one.by, context)),
    ...plan.phases.flatMap((one) => dated("phase", one, one.period, context)),
    ...plan.deliverables.flatMap((one) => dated("deliverable", one, one.due, context)),
    ...plan.actions.flatMap((one) => dated("action", one, one.period, context)),
    ...plan.mechanisms.flatMap((one) => recurring(one, context)),
  ];
  return entries.sort((a, b) => a.day - b.day || compareTexts(a.kind, b.kind) || compareTexts(a.key, b.key));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The targets of one indicator; the n-th of a kind stays the n-th when its date moves. */
function targetsOf(row: IndicatorRow, context: ViewContext): readonly CalendarEntry[] {
  const { indicator } = row;
  const { speaker, asOf } = context;
  const counts = new Map<string, number>();
  return row.targets.flatMap((judged): CalendarEntry[] => {
    const { kind } = judged.target;
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    if (judged.dueOn === null || judged.assumed) return [];
    const title = nameText(indicator.name, indicator.id.value, speaker);
    return [
      {
        kind: "target",
        key: `${indicator.id.value}/${kind}/${n}`,
        day: judged.dueOn,
        rule: null,
        summary: summaryOf("target", `${title} ${targetText(judged, row, context)}`, context),
        notes: [
          statusNote(judged, context, asOf),
          ...notesOf(indicator.owner, judged.target.section ?? indicator.section, context),
        ],
      },
    ];
  });
}

function statusNote({ status }: JudgedTarget, { speaker }: ViewContext, asOf: Day): string {
  const { en, zhHans } = statusWords[status];
  return speaker.say({
    en: `Status on ${isoDay(asOf)}: ${en}`,
    zhHans: `状态（截至${isoDay(asOf)}）：${zhHans}`,
  });
}

/** An item with a date of its own. */
interface Dated {
  readonly id: Given<string>;
  readonly name: Parameters<typeof nameText>[0];
  readonly owner?: Statements<Owner>;
  readonly section: Given<string> | null;
}

function dated(
  kind: EntryKind,
  item: Dated,
  times: Statements<When>,
  context: ViewContext,
): readonly CalendarEntry[] {
  const days = times.flatMap(({ is }) =>
    is.origin === "assumed" || is.value.state !== "dated" || is.value.period?.end == null
      ? []
      : [is.value.period.end],
  );
  const [day] = days;
  if (day === undefined) return [];
  const several = days.some((other) => other !== day) ? [context.speaker.say(noteWords.severalDates)] : [];
  return [
    {
      kind,
      key: item.id.value,
      day,
      rule: null,
      summary: summaryOf(kind, nameText(item.name, item.id.value, context.speaker), context),
      notes: [...several, ...notesOf(item.owner ?? [], item.section, context)],
    },
  ];
}

/** Reviews and assessments come again and again by their rhythm, within the plan's period and their own. */
function recurring(mechanism: Mechanism, context: ViewContext): readonly CalendarEntry[] {
  const { type, cadence, origin, id, name } = mechanism;
  const kind = type.value === "review" || type.value === "scorecard" ? type.value : null;
  const rhythm = cadence[0]?.is.value;
  if (kind === null || rhythm === undefined || origin === "cited") return [];
  const { from, until } = spanOf(mechanism, context);
  const found = recurrenceOf(rhythm, from, until);
  if (found === null) return [];
  const { speaker } = context;
  return [
    {
      kind,
      key: id.value,
      day: found.first,
      rule: found.rule,
      summary: summaryOf(kind, nameText(name, id.value, speaker), context),
      notes: [
        `${speaker.say(noteWords.rhythm)}${speaker.say(rhythmWords(rhythm))}`,
        speaker.say(noteWords.lastDay),
        ...notesOf(mechanism.owner, mechanism.section, context),
      ],
    },
  ];
}

/** When a mechanism works; a plan without a start has its reviews from the as-of date on. */
function spanOf(
  { from, during }: Mechanism,
  { plan, asOf }: ViewContext,
): { readonly from: Day; readonly until: Day | null } {
  const starts = [plan.period?.start?.value, from?.value.period?.start, during?.value.period?.start];
  const ends = [plan.period?.end?.value, during?.value.period?.end];
  const known = (days: readonly (Day | null | undefined)[]): Day[] => days.filter((day) => day != null);
  const [start, end] = [known(starts), known(ends)];
  return {
    from: start.length === 0 ? asOf : Math.max(...start),
    until: end.length === 0 ? null : Math.min(...end),
  };
}

function summaryOf(kind: EntryKind, what: string, { speaker }: ViewContext): string {
  return `${speaker.say(summaryWords[kind])}${speaker.chinese ? "" : " "}${what}`;
}

function notesOf(
  owner: Statements<Owner>,
  section: Given<string> | null,
  context: ViewContext,
): readonly string[] {
  const { speaker, plan } = context;
  const who = ownerText(owner, context);
  const title = plan.title?.value ?? plan.id?.value ?? null;
  return [
    ...(who === null ? [] : [`${speaker.say(noteWords.owner)}${who}`]),
    ...(section === null ? [] : [`${speaker.say(noteWords.section)}${section.value}`]),
    ...(title === null ? [] : [`${speaker.say(noteWords.plan)}${title}`]),
  ];
}
