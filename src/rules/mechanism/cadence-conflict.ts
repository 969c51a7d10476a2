/**
 * One review must not have two rhythms.
 *
 * Looks at: mechanisms of one type and one name, set up by the plan, each with a rhythm of its own; and reviews and rounds of
 * reviews under any name, where their `kind`, `of`, `aspects` and `by` are the same (rounds take over what they do not say).
 * Different kinds are never compared, nor are rounds without a kind of their own, and reviews that say neither of what nor
 * by whom only by name; and a rhythm that the name of a mechanism tells (周调度, Quarterly review) against what is stated of it. Different `from`, `during`, `scope` or `place` sets them apart. Two rhythms stated for one mechanism
 * are `statement/conflict`.
 * A figure that is a frequency by name (交叉检查频次 1次/月) is held against the rhythm of its mechanism: a note, where the name
 * of the mechanism does not hold its words.
 * Reports: the later rhythm; related: the earlier one.
 * Source: DESIGN.md section 4 (two rhythms for one review), FORMAT.md section 7 (only equal kinds are compared).
 */
import type { Statement, Statements } from "../../plan/given.ts";
import { entriesAt, idsAt, labelOf, type ParameterMap, rhythmsAt, wordsAt } from "../../plan/parameters.ts";
import { parseRhythm } from "../../plan/parse-rhythm.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { areApart } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { rhythmOfName } from "../rhythm-of-name.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** Name of the mechanism, which a round is a part of. */
  readonly mechanism: string;
  /** Name of the other, where it has one of its own. */
  readonly otherName: string | null;
  /** The words of the name that tell the other rhythm; null where it is stated. */
  readonly inName: string | null;
  readonly rhythm: Rhythm;
  readonly other: Rhythm;
};

export const mechanismCadenceConflict = defineRule<Args>({
  code: "mechanism/cadence-conflict",
  severity: "warning",
  text: {
    en: {
      title: "Two rhythms for one mechanism",
      message: (a) =>
        a.inName !== null
          ? `${a.id}: the name "${a.name}" says "${a.inName}", but the rhythm is ${rhythmWords(a.rhythm).en}`
          : `${a.id}: "${a.name}" is ${rhythmWords(a.rhythm).en} here and ${a.otherName === null ? `${rhythmWords(a.other).en} elsewhere` : `"${a.otherName}", of the same kind and matter, ${rhythmWords(a.other).en}`}`,
      why: "Whoever has to hold it cannot tell how often.",
      fix: "Keep one rhythm, or name the two apart: by name, and for reviews by `kind`, `of`, `aspects`, `by` or `scope`.",
    },
    zhHans: {
      title: "同一机制频次不一致",
      message: (a) =>
        a.inName !== null
          ? `“${a.name}”名称写作“${a.inName}”，而填写的频次为${rhythmInChinese(a.rhythm)}`
          : `${a.mechanism === a.name ? "" : `“${a.mechanism}”的`}“${a.name}”此处为${rhythmInChinese(a.rhythm)}，${a.otherName === null ? "他处" : `而方式、内容相同的“${a.otherName}”`}为${rhythmInChinese(a.other)}`,
      why: "频次不一致，组织单位无法确定按哪一种执行。",
      fix: "统一频次；确为两项机制的，名称应加以区分，督导评估并以 `kind`、`of`、`aspects`、`by` 或 `scope` 注明区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Held[]>();
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin !== "plan") continue;
      const named = otherThanNamed(mechanism);
      if (named !== null) report(...named);
      for (const figure of otherFigures(mechanism)) report(...figure);
      for (const held of [wholeOf(mechanism), ...roundsOf(mechanism)]) {
        const found = firstConflict(held, known);
        for (const key of held.keys)
          known.set(key, [...(known.get(key) ?? []).slice(0, mostOfOneKind), held]);
        if (found === null) continue;
        const { cadence, against, other } = found;
        report(
          cadence.is.span,
          {
            id: mechanism.id.value,
            name: held.name,
            mechanism: nameOf(mechanism),
            otherName: held.name === other.name ? null : other.name,
            inName: null,
            rhythm: cadence.is.value,
            other: against.is.value,
          },
          {
            on: mechanism,
            related: [{ span: against.is.span, note: { en: "the other rhythm", zhHans: "另一频次" } }],
          },
        );
      }
    }
  },
});

/** 周调度 that is held each month. */
function otherThanNamed(mechanism: Mechanism) {
  const told = mechanism.name === null ? null : rhythmOfName(mechanism.name.text);
  if (told === null || mechanism.name === null) return null;
  const stated = [...rhythmsAt(mechanism.parameters, "meets"), ...mechanism.cadence];
  const [first] = stated;
  if (first === undefined || !stated.every(({ is }) => disagree(is.value, told.rhythm))) return null;
  const name = nameOf(mechanism);
  const args: Args = {
    id: mechanism.id.value,
    name,
    mechanism: name,
    otherName: null,
    inName: told.words,
    rhythm: first.is.value,
    other: told.rhythm,
  };
  const related = [{ span: mechanism.name.span, note: { en: "the name", zhHans: "名称" } }];
  return [first.is.span, args, { on: mechanism, related }] as const;
}

const frequency = /(?:频次|频率|次数)$|\bfrequency$/u;
const timesInText = /^\s*[=＝]?\s*(\d{1,3})\s*次\s*[/／]\s*(年|半年|季度|月|周|日)\s*$/u;
/** 交叉检查频次 1次/月, of what is held each quarter. */
function otherFigures(mechanism: Mechanism) {
  const [stated] = mechanism.cadence;
  if (stated === undefined) return [];
  return mechanism.figures.flatMap((figure) => {
    const name = nameOf(figure);
    if (!frequency.test(name)) return [];
    return figure.values.flatMap((value) => {
      const [, count = "", span = ""] = timesInText.exec(value.is.value.text) ?? [];
      const rhythm = span === "" ? null : parseRhythm(`每${span}${count}次`);
      if (rhythm === null) return [];
      const same = mechanism.cadence.filter((one) => !areApart(one, value));
      if (same.length === 0 || !same.every(({ is }) => disagree(is.value, rhythm))) return [];
      const args: Args = {
        id: mechanism.id.value,
        name,
        mechanism: nameOf(mechanism),
        otherName: null,
        inName: null,
        rhythm,
        other: stated.is.value,
      };
      const related = [{ span: stated.is.span, note: { en: "the other rhythm", zhHans: "另一频次" } }];
      // It may count another thing that is done there.
      const isOne = nameOf(mechanism).includes(name.replace(frequency, "").trim());
      return [
        [value.is.span, args, { on: mechanism, related, severity: isOne ? "warning" : "info" }] as const,
      ];
    });
  });
}

/** More mechanisms of one kind are not held against each other. */
const mostOfOneKind = 50;

/** What is held in a rhythm, under the keys by which it is known again. */
interface Held {
  readonly name: string;
  readonly keys: readonly string[];
  /** The time for which it holds: one of another time may replace it. */
  readonly time: string;
  readonly cadence: Statements<Rhythm>;
}

function wholeOf(mechanism: Mechanism): Held {
  const { type, name, parameters, cadence } = mechanism;
  const key = type.value === "review" ? matterKey(parameters, null) : null;
  return {
    name: nameOf(mechanism),
    keys: [
      ...(name === null ? [] : [`${type.value}\n${keyOfName(name.text)}`]),
      ...(key === null ? [] : [key]),
    ],
    time: timeOf(mechanism),
    cadence,
  };
}

/** Rounds with a kind of their own; within one review these need not say of what and by whom. */
function roundsOf(mechanism: Mechanism): readonly Held[] {
  const { id, parameters } = mechanism;
  return entriesAt(parameters, "rounds").flatMap((round, i) => {
    const cadence = rhythmsAt(round, "cadence");
    if (round.get("kind") === undefined || cadence.length === 0) return [];
    const key = matterKey(round, parameters) ?? `${id.value}\n${wordsOf(round, "kind")}`;
    return [{ name: labelOf(round) ?? `${i + 1}`, keys: [key], time: timeOf(mechanism), cadence }];
  });
}

/** Kind, matter and holder; null where there is no kind, or nothing that tells one matter from another. */
function matterKey(own: ParameterMap, above: ParameterMap | null): string | null {
  const kind = wordsOf(own, "kind");
  const parts = ["of", "aspects", "by"].map((key) =>
    own.get(key) === undefined && above !== null ? wordsOf(above, key) : wordsOf(own, key),
  );
  return kind === "" || parts.every((part) => part === "") ? null : ["kind", kind, ...parts].join("\n");
}

function wordsOf(map: ParameterMap, key: string): string {
  const words = [...wordsAt(map, key), ...idsAt(map, key)].map(({ value }) => keyOfName(value));
  return [...new Set(words)].sort().join("、");
}

interface Found {
  readonly cadence: Statement<Rhythm>;
  readonly against: Statement<Rhythm>;
  readonly other: Held;
}

function firstConflict(held: Held, known: ReadonlyMap<string, readonly Held[]>): Found | null {
  for (const other of held.keys.flatMap((key) => known.get(key) ?? [])) {
    if (other.time !== held.time) continue;
    for (const cadence of held.cadence) {
      const same = other.cadence.filter((one) => !areApart(one, cadence));
      const [against] = same;
      if (against !== undefined && same.every((one) => disagree(one.is.value, cadence.is.value)))
        return { cadence, against, other };
    }
  }
  return null;
}

/** Twice a year agrees with half-yearly, and what sets no length (定期) with every rhythm. */
function disagree(rhythm: Rhythm, other: Rhythm): boolean {
  const [a, b] = [perYear(rhythm), perYear(other)];
  return a !== null && b !== null && a !== b;
}

function keyOfName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}

function timeOf({ from, during }: Mechanism): string {
  return [from, during].map((when) => when?.value.text.trim() ?? "").join("\n");
}
