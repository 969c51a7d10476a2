/** Builder of the report `responsibilities`: every duty of the plan, as one list or as a sheet for each owner. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Speaker } from "../../language/speaker.ts";
import { kindWords } from "../../language/words.ts";
import type { Statements } from "../../plan/given.ts";
import type { Mechanism, Owner } from "../../plan/plan.ts";
import { printedSection } from "../outline.ts";
import type { ReportInput } from "../report-input.ts";
import { anchorOf } from "./anchors.ts";
import { makeContext, personText, type ViewContext } from "./context.ts";
import { type Duty, deadlinesOf, evidenceOf, isDueByAssumption, stateOf } from "./duty-texts.ts";
import { makeFrame } from "./frame.ts";
import { itemTitle } from "./item-text.ts";
import { ownerSides } from "./owner-sides.ts";
import { dutyKinds, type ResponsibilitiesLabels, responsibilitiesLabels } from "./responsibilities-labels.ts";
import type { DutyGroup, DutyRow, DutySheet, ResponsibilitiesView } from "./responsibilities-view.ts";
import { spoken } from "./spoken.ts";

const responsibilitiesTitle: Localized = { en: "Who owes what by when", zhHans: "责任清单" };

/** The view of one plan. The same input gives the same view. */
export function buildResponsibilitiesView(input: ReportInput): ResponsibilitiesView {
  const context = makeContext(input);
  const { speaker } = context;
  const labels = { ...context.labels, ...spoken(responsibilitiesLabels, speaker) };
  const duties = dutiesOf(context).map((duty) => withOwner(duty, context));
  const unowned = duties.filter(({ owner }) => owner.length === 0).length;
  return {
    ...makeFrame(input, context, responsibilitiesTitle),
    labels,
    summary: speaker.say(summaryOf(duties.length, unowned)),
    dueNote: duties.some((duty) => isDueByAssumption(duty, context)) ? labels.dueNote : null,
    sheets: anchoredOnce(
      input.byOwner === true ? ownerSheets(duties, labels, context) : [wholeSheet(duties, labels, context)],
    ),
  };
}

function summaryOf(all: number, unowned: number): Localized {
  const duties = `${all} ${all === 1 ? "duty" : "duties"}`;
  if (all === 0) return { en: "The plan lays no duty on anybody.", zhHans: "方案未列责任事项。" };
  if (unowned === 0)
    return {
      en: `${duties}; each names who answers for it.`,
      zhHans: `责任事项共${all}项，均已明确责任主体。`,
    };
  if (unowned === all)
    return {
      en: `${duties}; ${all === 1 ? "it does not name" : "none names"} who answers for it.`,
      zhHans: `责任事项共${all}项，均未明确责任主体。`,
    };
  return {
    en: `${duties}; ${unowned} of them ${unowned === 1 ? "names" : "name"} nobody.`,
    zhHans: `责任事项共${all}项，其中未明确责任主体${unowned}项。`,
  };
}

/** By kind in the order of the list, within a kind in the order of the plan. Reference series and cited mechanisms bind nobody. */
function dutiesOf({ plan }: ViewContext): readonly Duty[] {
  const all: readonly Duty[] = [
    ...plan.indicators.filter(({ role }) => role?.value !== "context"),
    ...plan.actions,
    ...plan.milestones,
    ...plan.deliverables,
    ...plan.mechanisms.filter(({ origin }) => origin === "plan"),
    ...plan.risks,
  ];
  return dutyKinds.flatMap((kind) => all.filter((duty) => duty.kind === kind));
}

/**
 * A deliverable that names nobody is owed by whoever answers for the milestone that brings it, a mechanism by who leads it
 * under the keys of its type.
 */
function withOwner(duty: Duty, { plan }: ViewContext): Duty {
  if (duty.owner.length > 0) return duty;
  if (duty.kind === "mechanism") return { ...duty, owner: leadersOf(duty) };
  if (duty.kind !== "deliverable") return duty;
  const brings = plan.milestones.filter(({ deliverable }) => deliverable?.value === duty.id.value);
  return { ...duty, owner: brings.flatMap(({ owner }) => owner) };
}

/** Who leads a body, statement by statement. */
function leadersOf({ parameters }: Mechanism): Statements<Owner> {
  const lead = parameters.get("lead");
  if (lead?.kind !== "text") return [];
  return lead.statements.map((statement) => {
    const [first = null, ...others] = statement.is.value;
    const owner = { lead: first, with: others, leader: null, person: null };
    return { ...statement, is: { ...statement.is, value: owner } };
  });
}

function wholeSheet(
  duties: readonly Duty[],
  labels: ResponsibilitiesLabels,
  context: ViewContext,
): DutySheet {
  const { speaker } = context;
  const owned = duties.filter(({ owner }) => owner.length > 0);
  const groups = dutyKinds.map((kind) => ({
    name: asHeading(speaker.say(kindWords[kind]), speaker),
    duties: owned.filter((duty) => duty.kind === kind),
  }));
  const unowned = { name: labels.unowned, duties: duties.filter(({ owner }) => owner.length === 0) };
  return { name: null, isHandedOut: false, groups: numbered(null, [...groups, unowned], labels, context) };
}

/** The word of a kind as it heads a list of them. */
function asHeading(word: string, { chinese }: Speaker): string {
  return chinese ? word : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}s`;
}

/** A sheet of each actor with a duty, in the order of the plan; who is named without being listed follows. */
function ownerSheets(
  duties: readonly Duty[],
  labels: ResponsibilitiesLabels,
  context: ViewContext,
): readonly DutySheet[] {
  const listed = context.plan.actors.map(({ id }) => id.value);
  const named = duties.flatMap(({ owner }) => owner.flatMap(({ is }) => partiesOf(is.value)));
  const sheets = [...new Set([...listed, ...named])].map((id) => {
    const leads = duties.filter(({ owner }) => owner.some(({ is }) => is.value.lead?.value === id));
    const supports = duties.filter(
      (duty) =>
        !leads.includes(duty) && duty.owner.some(({ is }) => is.value.with.some(({ value }) => value === id)),
    );
    const groups = [
      { name: labels.leads, duties: leads },
      { name: labels.supports, duties: supports },
    ];
    const name = personText(id, context);
    return { name, isHandedOut: true, groups: numbered(name, groups, labels, context) };
  });
  const unowned = duties.filter(({ owner }) => owner.every(({ is }) => partiesOf(is.value).length === 0));
  const rest = numbered(labels.unowned, [{ name: labels.unowned, duties: unowned }], labels, context);
  return [
    ...sheets,
    ...(rest.length === 0 ? [] : [{ name: labels.unowned, isHandedOut: false, groups: rest }]),
  ].filter(({ groups }) => groups.length > 0);
}

function partiesOf({ lead, with: others }: Owner): readonly string[] {
  return [...(lead === null ? [] : [lead]), ...others].map(({ value }) => value);
}

/** The same sheets, in which a duty is anchored where it stands first. */
function anchoredOnce(sheets: readonly DutySheet[]): readonly DutySheet[] {
  const known = new Set<string | null>();
  const isFirst = (anchor: string | null): boolean => !known.has(anchor) && known.add(anchor).size > 0;
  return sheets.map((sheet) => ({
    ...sheet,
    groups: sheet.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, anchor: isFirst(row.anchor) ? row.anchor : null })),
    })),
  }));
}

/** Rows numbered through the sheet of that name; groups without a duty are left out. */
function numbered(
  sheet: string | null,
  groups: readonly { readonly name: string; readonly duties: readonly Duty[] }[],
  labels: ResponsibilitiesLabels,
  context: ViewContext,
): readonly DutyGroup[] {
  let sequence = 0;
  return groups
    .filter(({ duties }) => duties.length > 0)
    .map(({ name, duties }) => {
      const rows = duties.map((duty) => {
        sequence += 1;
        return dutyRow(duty, sequence, labels, context);
      });
      return {
        name: name === sheet ? null : name,
        rows,
        hasKinds: new Set(rows.map(({ kind }) => kind)).size > 1,
        hasLeads: rows.some(({ lead }) => lead !== labels.none && lead !== sheet),
        hasSupports: rows.some(({ support }) => support !== labels.none && support !== sheet),
        hasEvidence: rows.some(({ evidence }) => evidence !== labels.none),
        hasStates: rows.some(({ state }) => state !== null),
      };
    });
}

function dutyRow(
  duty: Duty,
  sequence: number,
  labels: ResponsibilitiesLabels,
  context: ViewContext,
): DutyRow {
  const { speaker } = context;
  const { lead, support } = ownerSides(duty.owner, context);
  const dueLines = deadlinesOf(duty, labels, context);
  return {
    anchor: anchorOf(duty.kind, duty.id.value),
    sequence: String(sequence),
    kind: speaker.say(kindWords[duty.kind]),
    name: itemTitle(duty, context),
    lead,
    support,
    due: dueLines.join(speaker.chinese ? "；" : "; "),
    dueLines,
    evidence: evidenceOf(duty, context) ?? labels.none,
    state: stateOf(duty, context),
    section: duty.section === null ? null : printedSection(duty.section.value, speaker),
  };
}
