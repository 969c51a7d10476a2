/** What every part of the view builder needs: the compiled plan, the speaker, its labels, and lookups made once. */

import type { InterimStatus, Status } from "../../indicators/results.ts";
import type { Language, Speaker } from "../../language/speaker.ts";
import { statusMarks, statusWords } from "../../language/words.ts";
import type { Statements } from "../../plan/given.ts";
import { itemById } from "../../plan/item-by-id.ts";
import type { Assessment, Indicator, Name, Owner, Plan } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { Observation } from "../../records/records.ts";
import type { Span } from "../../text/source.ts";
import {
  type ReadyCompilation,
  type ReportInput,
  type RuleWords,
  readyCompilation,
} from "../report-input.ts";
import { type StatusLabel, statusLabels } from "../status-labels.ts";
import type { StatusMark } from "./printed-parts.ts";
import { spoken } from "./spoken.ts";

export interface ViewContext {
  readonly compilation: ReadyCompilation;
  readonly plan: Plan;
  readonly speaker: Speaker;
  readonly asOf: Day;
  readonly labels: Readonly<Record<StatusLabel, string>>;
  /** Title of a rule; its code where the caller gave no rules. */
  titleOf(code: string): string;
  /** The words of a rule; null where the caller gave none. */
  ruleOf(code: string): RuleWords | null;
  /** The observation that a value of a series was read from. */
  observationAt(span: Span): Observation | undefined;
}

/** Makes the context of one report. */
export function makeContext(input: Omit<ReportInput, "version">): ViewContext {
  const { speaker, asOf } = input;
  const compilation = readyCompilation(input.compilation);
  let byPlace: Map<string, Observation> | null = null;
  const placeOf = (span: Span): string => `${span.start} ${span.file.name}`;
  return {
    compilation,
    plan: compilation.plan,
    speaker,
    asOf,
    labels: spoken(statusLabels, speaker),
    titleOf: (code) => {
      const rule = input.ruleOf?.(code) ?? null;
      return rule === null ? code : speaker.say(rule.title);
    },
    ruleOf: (code) => input.ruleOf?.(code) ?? null,
    observationAt: (span) => {
      byPlace ??= new Map(compilation.records.observations.map((seen) => [placeOf(seen.span), seen]));
      return byPlace.get(placeOf(span));
    },
  };
}

/** Languages in which to look for a name, nearest first. */
const nearest: Readonly<Record<Language, readonly string[]>> = {
  en: ["en"],
  "zh-Hans": ["zh-Hans", "zh"],
  "zh-Hant": ["zh-Hant", "zh-Hans", "zh"],
};

/** A name in the language of the report where the plan gives it, else as the plan writes it, else the id. */
export function nameText(name: Name | null, id: string, speaker: Speaker): string {
  if (name === null) return id;
  const found = nearest[speaker.language]
    .map((tag) => name.byLanguage.get(tag))
    .find((text) => text !== undefined);
  return found ?? name.text;
}

/** Name of an actor or entity by its id; the id itself when the plan does not list it. */
export function personText(id: string, { compilation, speaker }: ViewContext): string {
  const item = compilation.index.findAny(["actor", "entity"], id);
  return item === undefined || !("name" in item) ? id : nameText(item.name as Name | null, id, speaker);
}

/** Owners as stated, several statements side by side; null when the plan names none. */
export function ownerText(owners: Statements<Owner>, context: ViewContext): string | null {
  const texts = owners
    .map((statement) => oneOwner(statement.is.value, context))
    .filter((text) => text !== "");
  return texts.length === 0 ? null : [...new Set(texts)].join(" / ");
}

function oneOwner({ lead, with: all, leader, person }: Owner, context: ViewContext): string {
  const { labels, speaker } = context;
  const others = all.filter(({ value }) => value !== lead?.value);
  const names = (ids: readonly { readonly value: string }[]): string =>
    ids.map((id) => personText(id.value, context)).join(labels.listComma);
  const first = lead === null ? "" : personText(lead.value, context);
  const support =
    others.length === 0 ? "" : speaker.chinese ? `（配合：${names(others)}）` : ` (with ${names(others)})`;
  const people = [leader, person].filter((one) => one !== null).map((one) => one.value);
  return [`${first}${support}`.trim(), ...people].filter((part) => part !== "").join(labels.listComma);
}

/** The nearest assessment that is stated: the indicator's, its dimension's, the plan's; null when none is. */
export function assessmentOf(indicator: Indicator, { plan }: ViewContext): Assessment | null {
  const dimension = itemById(plan.dimensions, indicator.dimension?.value);
  return (indicator.assess ?? dimension?.assess ?? plan.assess)?.value ?? null;
}

const metMark = "✓";

/** Name, shape and word of a status; of an interim target also "met". */
export function statusMark(status: Status | InterimStatus, speaker: Speaker): StatusMark {
  return {
    key: status,
    mark: status === "met" ? metMark : statusMarks[status],
    word: speaker.say(statusWords[status]),
  };
}
