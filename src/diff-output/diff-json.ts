/** The comparison as JSON (`schemas/diff-output.schema.json`): fields may be added, never renamed. */
import { noSections } from "../diagnostics/section-of.ts";
import { type Change, isUnexplained } from "../diff/change.ts";
import { findingJson, rangeJson, terminalSafe } from "../findings-output/json.ts";
import { quotedTexts, type Speaker } from "../language/speaker.ts";
import { isoDay } from "../plan/days.ts";
import type { Span } from "../text/source.ts";
import { changeWords } from "./change-words.ts";
import { type DiffRun, inOrder, type PlanDiff, plansInOrder, totalsOf } from "./diff-run.ts";

/** The whole run as JSON text with a line end. */
export function diffJson(run: DiffRun, speaker: Speaker): string {
  const value = {
    schemaVersion: 1,
    tool: { name: "planwright", version: run.version },
    before: run.before,
    after: run.after,
    findings: run.findings.map((finding) => findingJson(finding, speaker, noSections)),
    plans: plansInOrder(run.plans).map((plan) => planJson(plan, speaker)),
    summary: totalsOf(run),
  };
  return `${terminalSafe(JSON.stringify(value, null, 2))}\n`;
}

function planJson(plan: PlanDiff, speaker: Speaker): unknown {
  const model = plan.after?.plan ?? plan.before?.plan ?? null;
  const moved = new Map(plan.statuses.map((one) => [one.id, { before: one.before, after: one.after }]));
  return {
    file: plan.name,
    formerFile: plan.formerName,
    id: model?.id?.value ?? null,
    title: model?.title?.value ?? null,
    state: plan.state,
    asOf: isoDay(plan.asOf),
    unusable: plan.unusable,
    findings: plan.findings.map((finding) => findingJson(finding, speaker, noSections)),
    changes: inOrder(plan.changes).map((change) => changeJson(change, moved, speaker)),
    statuses: plan.statuses.map(({ id, before, after }) => ({ indicator: id, before, after })),
  };
}

interface BothStatuses {
  readonly before: string | null;
  readonly after: string | null;
}

function changeJson(change: Change, statuses: ReadonlyMap<string, BothStatuses>, speaker: Speaker): unknown {
  const { kind, field, subject, effect, binding, when, from, to, before, after, path, revision, count } =
    change;
  const words = changeWords(change);
  return {
    kind,
    field,
    subject: { kind: subject.kind, id: subject.id, name: subject.name, formerId: subject.formerId },
    message: speaker.say(words, quotedTexts(words.zhHans)),
    note: change.note === null ? null : speaker.say(change.note),
    effect,
    binding,
    fails: isUnexplained(change),
    target: when,
    asked: change.asked,
    from,
    to,
    count,
    before: placeJson(before),
    after: placeJson(after),
    path,
    revision:
      revision === null
        ? null
        : {
            date: revision.date?.value.text ?? null,
            reason: revision.reason?.value ?? null,
            approvedBy: revision.approvedBy?.value ?? null,
            ...placeJson(revision.span),
          },
    status: subject.kind === "indicator" ? (statuses.get(subject.id) ?? null) : null,
  };
}

function placeJson(span: Span | null): { readonly file: string; readonly range: unknown } | null {
  return span === null ? null : { file: span.file.name, range: rangeJson(span) };
}
