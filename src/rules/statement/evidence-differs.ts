/**
 * What the plan tells twice as evidence it tells alike.
 *
 * Looks at: evidence of the plan and of its problems that speaks of one thing: of one indicator or figure, else under one
 * name or in one text (figures apart); of one place and scope, for one date. Levels are compared, and for a development
 * where it began and where it came to. Figures that the plan softens (约) may differ, and a background figure of the
 * baseline's day is held against that by `indicator/evidence-conflict`.
 * Reports: the later figure; related: the earlier. An error where both are about one indicator on one stated date, or told
 * in the same words; a warning where the words are only alike, no date and no words are stated, or the place has no name
 * (某县, a county: two of them may be meant); a note where they are about one indicator in different words (shares in
 * different words are mostly shares of different things: nothing).
 * Source: DESIGN.md section 4 (one quantity with two values for one date).
 */
import type { Severity } from "../../diagnostics/severity.ts";
import type { Given } from "../../plan/given.ts";
import type { Evidence, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { compareQuantities } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { wordsFor } from "../name-of.ts";
import { nameKey } from "../near-names.ts";
import { figuresInText } from "../texts/figures-in-text.ts";
import { lastDay } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly about: string;
  readonly value: string;
  readonly section: string | null;
  readonly other: string;
  readonly otherSection: string | null;
  readonly certain: boolean;
};

export const statementEvidenceDiffers = defineRule<Args>({
  code: "statement/evidence-differs",
  severity: "error",
  named: ["about"],
  text: {
    en: {
      title: "Two pieces of evidence disagree",
      message: (a) =>
        `${a.about}: ${a.value}${inSection(a.section)} here, ${a.other}${inSection(a.otherSection)} before${a.certain ? "" : ": are they one figure, of which date and counted how?"}`,
      why: "Whoever checks the plan's reasons finds two figures for one thing and trusts neither.",
      fix: "Correct one of the two, or say with `at`, `place` or `scope` what sets them apart.",
    },
    zhHans: {
      title: "两处例证数据不一致",
      message: (a) =>
        `“${a.about}”的例证数据${aboutSection(a.section)}为“${a.value}”，前面${aboutSection(a.otherSection)}为“${a.other}”${a.certain ? "" : "，是否同一数据、各为何时何种口径，须核实"}`,
      why: "同一事项两个数据，据以立论的依据就站不住。",
      fix: "更正其中一处；时间、地点或口径不同的，用 `at`、`place`、`scope` 注明。",
    },
  },
  check({ plan, index, report }) {
    const known = new Map<string, Told[]>();
    for (const evidence of [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence]) {
      const told = toldBy(evidence);
      if (told === null || isHeldAgainstBaseline(evidence, plan)) continue;
      const others = known.get(told.key);
      if (others === undefined) {
        known.set(told.key, [told]);
        continue;
      }
      const found = others.flatMap((other) => differenceOf(other, told) ?? [])[0];
      if (others.length < mostOfOne) others.push(told);
      if (found === undefined) continue;
      const { severity, own, other, before } = found;
      const args: Args = {
        id: evidence.id.value,
        about: evidence.of?.value ?? evidence.name?.text ?? evidence.text?.value ?? evidence.id.value,
        value: own.value.text,
        section: evidence.section?.value ?? null,
        other: other.value.text,
        otherSection: before.section?.value ?? null,
        certain: severity === "error",
      };
      const related = [{ span: other.span, note: { en: "the other figure", zhHans: "另一处数据" } }];
      const on = index.find("indicator", evidence.of?.value ?? "") ?? evidence;
      const about =
        evidence.of === null ? undefined : index.findAny(["indicator", "figure"], evidence.of.value);
      const words = about === undefined ? null : wordsFor(about);
      // What has no name is told by the words of the evidence.
      const isNameless = about === undefined || words === about.id.value;
      const inChinese =
        isNameless && evidence.text === null
          ? null
          : { about: isNameless ? (evidence.text?.value ?? null) : words };
      report(own.span, args, { on, related, severity, inChinese });
    }
  },
});

/** More pieces of evidence of one thing are not held against each other. */
const mostOfOne = 50;

interface Told {
  readonly evidence: Evidence;
  /** Thing, place and scope. */
  readonly key: string;
  readonly words: string | null;
  /** The words as they stand, figures apart. */
  readonly printed: string | null;
  /** The level told; where none is stated, the one figure in the text. */
  readonly is: Given<Quantity> | null;
}

function toldBy(evidence: Evidence): Told | null {
  const { of, place, scope, is, from, to, text, name } = evidence;
  const words = name?.text ?? text?.value ?? null;
  const key = words === null ? null : nameKey(words.replace(/\d[\d.,]*/g, ""));
  const thing = of === null ? key : `of ${of.value}`;
  if (thing === null) return null;
  const inText =
    is === null && from === null && to === null && text !== null ? figuresInText(text.value) : [];
  const [only] = inText;
  const level =
    is ?? (inText.length === 1 && only !== undefined && text !== null ? { ...text, value: only } : null);
  if (level === null && from === null && to === null) return null;
  const where = `${place?.value.trim() ?? ""}\u0000${scope?.value.trim() ?? ""}`;
  const printed = words === null ? null : words.replace(/\d[\d.,]*/g, "").replace(/\s+/g, "");
  return { evidence, key: `${thing}\u0000${where}`, words: key, printed, is: level };
}

interface Difference {
  readonly severity: Severity;
  readonly own: Given<Quantity>;
  readonly other: Given<Quantity>;
  readonly before: Evidence;
}

function differenceOf(before: Told, told: Told): Difference | null {
  const { evidence } = told;
  const [day, otherDay] = [lastDay(evidence.at), lastDay(before.evidence.at)];
  if (day !== otherDay) return null;
  if (evidence.kindOf?.value !== before.evidence.kindOf?.value && day === null) return null;
  const pairs: readonly (readonly [Given<Quantity> | null, Given<Quantity> | null])[] = [
    [told.is, before.is],
    [evidence.to, before.evidence.to],
    [evidence.from, before.evidence.from],
  ];
  for (const [own, other] of pairs) {
    if (own === null || other === null || !disagree(own.value, other.value)) continue;
    const severity = severityOf(before, told, own.value, day !== null);
    if (severity !== null) return { severity, own, other, before: before.evidence };
  }
  return null;
}

function severityOf(before: Told, told: Told, own: Quantity, isDated: boolean): Severity | null {
  const certain = isUnnamed(told.evidence.place) ? "warning" : "error";
  if (told.printed !== null && told.printed === before.printed) return certain;
  const isOfOne = told.evidence.of !== null;
  if (isOfOne && told.words !== null && before.words !== null && told.words !== before.words)
    return own.unit?.dimension === "percent" ? null : "info";
  return isOfOne && isDated ? certain : "warning";
}

/** 某县 and "a county" may be another county each time. */
function isUnnamed(place: Evidence["place"]): boolean {
  return place !== null && /某|^(?:an?|one|some|another)\s/i.test(place.value.trim());
}

/** Background of the plan's own area for the day of a baseline. */
function isHeldAgainstBaseline(
  { of, kindOf, place, scope, is, at }: Evidence,
  { indicators }: Plan,
): boolean {
  const day = lastDay(at);
  if (of === null || is === null || day === null || place !== null || scope !== null) return false;
  if (kindOf !== null && kindOf.value !== "background") return false;
  const indicator = indicators.find(({ id }) => id.value === of.value);
  return indicator?.baseline.some(({ is: base }) => lastDay(base.value.at) === day) === true;
}

function disagree(a: Quantity, b: Quantity): boolean {
  if (a.soft !== null || b.soft !== null || a.signed !== b.signed || a.upper !== null || b.upper !== null)
    return false;
  // Without units, or in units of their own, they may count different things.
  if (a.unit?.dimension !== b.unit?.dimension) return false;
  return compareQuantities(a, b) === "conflict";
}

function inSection(section: string | null): string {
  return section === null ? "" : ` (section ${section})`;
}

function aboutSection(section: string | null): string {
  return section === null ? "" : `（章节“${section}”）`;
}
