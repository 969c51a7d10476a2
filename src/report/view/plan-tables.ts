/** The smaller annexes of the plan document: risks, resources, sources. */
import type { Evidence, Mitigation } from "../../plan/plan.ts";
import type { When } from "../../plan/time.ts";
import { own } from "../../text/own.ts";
import { joinedWords } from "../joined-words.ts";
import { printedSection } from "../outline.ts";
import { proseChange, withoutVerb } from "../prose-target.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, ownerText, type ViewContext } from "./context.ts";
import { itemTitle, titleOfId } from "./item-text.ts";
import { type PlanLabels, resourceWords, scopeWords } from "./plan-labels.ts";
import type { AnnexHead, ResourceAnnex, RiskAnnex, SourceAnnex } from "./plan-view.ts";
import { quantityWords } from "./quantity-words.ts";
import { revisedText } from "./revision-text.ts";
import { riskFigure } from "./risk-figure.ts";
import { fundFigure } from "./share-figures.ts";
import { whenWords } from "./when-text.ts";

/** Null when the plan names no risk. Likelihood and impact stand only where the plan states them. */
export function riskAnnex(context: ViewContext, labels: PlanLabels): Omit<RiskAnnex, keyof AnnexHead> | null {
  const { plan } = context;
  if (plan.risks.length === 0) return null;
  const all = plan.risks.flatMap(({ mitigations }) => mitigations);
  const allImplied = all.length > 1 && all.every(({ stated }) => stated === "implied");
  return {
    chart: riskFigure(context),
    hasAnswers: all.length > 0,
    allImplied,
    hasOwners: plan.risks.some(({ owner }) => owner.length > 0),
    hasRating: plan.risks.some(({ likelihood, impact }) => likelihood !== null || impact !== null),
    rows: plan.risks.map((risk) => ({
      anchor: anchorOf("risk", risk.id.value),
      name: itemTitle(risk, context),
      likelihood: risk.likelihood === null ? labels.none : String(risk.likelihood.value),
      impact: risk.impact === null ? labels.none : String(risk.impact.value),
      answers: risk.mitigations.map((answer) =>
        answerText(answer, context, allImplied ? null : labels.implied),
      ),
      owner: ownerText(risk.owner, context) ?? labels.none,
      section: sectionText(risk.section, context),
    })),
  };
}

/** An answer with `implied` behind it where the plan only implies it; null where the table says so of all. */
function answerText(
  { item, text, stated }: Mitigation,
  context: ViewContext,
  implied: string | null,
): string {
  const { labels } = context;
  const words = text?.value ?? (item === null ? labels.none : titleOfId(item.value, context));
  return stated === "implied" && implied !== null ? `${words}${labels.open}${implied}${labels.close}` : words;
}

/** Null when the plan names no resource. */
export function resourceAnnex(context: ViewContext): Omit<ResourceAnnex, keyof AnnexHead> | null {
  const { labels, plan, speaker } = context;
  if (plan.resources.length === 0) return null;
  return {
    chart: fundFigure(context),
    hasKinds: plan.resources.some(({ kindOf }) => kindOf !== null),
    hasAmounts: plan.resources.some(({ amount }) => amount.length > 0),
    hasNorms: plan.resources.some(({ norm }) => norm !== null),
    rows: plan.resources.map((resource) => {
      const kind = resource.kindOf === null ? undefined : own(resourceWords, resource.kindOf.value);
      const amounts = resource.amount.map(({ is }) => quantityWords(is.value, speaker));
      return {
        anchor: anchorOf("resource", resource.id.value),
        name: itemTitle(resource, context),
        kind: kind === undefined ? labels.none : speaker.say(kind),
        amount: amounts.length === 0 ? labels.none : [...new Set(amounts)].join(" / "),
        norm: resource.norm === null ? labels.none : titleOfId(resource.norm.value, context),
        section: sectionText(resource.section, context),
      };
    }),
  };
}

/** Sources, evidence and revisions; null when the plan has none of them. */
export function sourceAnnex(context: ViewContext): Omit<SourceAnnex, keyof AnnexHead> | null {
  const { labels, plan, speaker } = context;
  if (plan.sources.length + plan.evidence.length + plan.revisions.length === 0) return null;
  const evidence = plan.evidence.map((one) => ({
    anchor: anchorOf("evidence", one.id.value),
    ...evidenceTexts(one, context),
    date: whenText(one.at?.value ?? null, context),
    source: one.source === null ? labels.none : titleOfId(one.source.value, context),
    section: sectionText(one.section, context),
  }));
  return {
    hasSourceDates: plan.sources.some(({ date }) => date !== null),
    hasScopes: plan.sources.some(({ scope }) => scope !== null),
    hasEvidenceNotes: evidence.some(({ note }) => note !== labels.none),
    hasEvidenceDates: plan.evidence.some(({ at }) => at !== null),
    hasEvidenceSources: plan.evidence.some(({ source }) => source !== null),
    sources: plan.sources.map((source) => {
      const scope = source.scope === null ? undefined : own(scopeWords, source.scope.value);
      return {
        anchor: anchorOf("source", source.id.value),
        title: itemTitle(source, context),
        date: whenText(source.date?.value ?? null, context),
        scope: scope === undefined ? labels.none : speaker.say(scope),
      };
    }),
    evidence,
    revisions: plan.revisions.map(({ date, what, from, to, reason, approvedBy }) => ({
      date: whenText(date?.value ?? null, context),
      what: what === null ? labels.none : revisedText(what.value, context),
      before: from?.value ?? labels.none,
      after: to?.value ?? labels.none,
      why: reason?.value ?? labels.none,
      approvedBy: approvedBy === null ? labels.none : titleOfId(approvedBy.value, context),
    })),
  };
}

/** A background figure or case: place, what of, from and to; in parts and in one line. */
function evidenceTexts(
  { name, of, place, is, from, to, text }: Evidence,
  context: ViewContext,
): Pick<SourceAnnex["evidence"][number], "statement" | "subject" | "value" | "note"> {
  const { labels, speaker } = context;
  const subject =
    name === null ? (of === null ? "" : titleOfId(of.value, context)) : nameText(name, "", speaker);
  const levels = [is, from, to].map((level) => (level === null ? null : quantityWords(level.value, speaker)));
  const [level, before, after] = levels;
  const change =
    before !== null && after !== null
      ? speaker.say({ en: `from ${before} to ${after}`, zhHans: `由${before}变为${after}` }, [
          `${before}`,
          `${after}`,
        ])
      : [before, after].filter((one) => one !== null).join("");
  // -40% after 投诉率下降 would fall twice: a change has its verb in Chinese, and its name none.
  const isChange = speaker.chinese && is?.value.signed === true && !is.value.level;
  const measured = context.plan.indicators.find(({ id }) => id.value === of?.value);
  const about = { name: subject === "" ? (text?.value ?? "") : subject, unit: measured?.unit?.text ?? "" };
  const called = isChange ? withoutVerb(subject) : subject;
  const stated = isChange ? proseChange(is.value, about, speaker) : (level ?? "");
  // Somewhere: a quantity 40%; somewhere: a quantity, from 44 to 29.
  const where = speaker.chinese
    ? joinedWords([place?.value ?? "", called], speaker)
    : [place?.value ?? "", called].filter(isSaid).join(": ");
  const value = [stated, change].filter(isSaid).join(speaker.chinese ? "" : ", ");
  const note = text?.value ?? "";
  const line = speaker.chinese
    ? joinedWords([where, stated, change], speaker)
    : [joinedWords([where, stated], speaker), change].filter(isSaid).join(", ");
  return {
    statement: [line, note].filter(isSaid).join(speaker.chinese ? "：" : ": "),
    subject: where === "" ? note || labels.none : where,
    value: value === "" ? labels.none : value,
    note: where === "" || note === "" ? labels.none : note,
  };
}

function isSaid(words: string): boolean {
  return words !== "";
}

function sectionText(section: { readonly value: string } | null, { labels, speaker }: ViewContext): string {
  return section === null ? labels.none : printedSection(section.value, speaker);
}

function whenText(when: When | null, context: ViewContext): string {
  return when === null ? context.labels.none : whenWords(when, context);
}
