/**
 * `judgement`: a named person's word about where the indicator stands, with its date and reason (as the delivery
 * confidence of the UK's major projects). It is no computation: no ratio and no score. The status is the word given; what
 * the figures say stays beside it (`computedStatus`), by the nearest other method that the plan states.
 *
 * Words: those of the one scale (`achieved` … `missed`, in English or Chinese), or a light: green → on-track, amber (yellow) → at-risk,
 * red → off-track, `amber/green` → on-track, `amber/red` → off-track.
 * Used only with word, person, date and reason, from its date until the end of `expires`; else it is a finding and the
 * computed status stands. A row of one entity is never judged by it: the word is about the whole.
 * Source: ENGINE.md sections 5 and 6; METHODS.md section 6 (GMPP), section 8 rule 18.
 */
import type { Day } from "../../plan/time.ts";
import { own } from "../../text/own.ts";
import { type Status, statuses } from "../statuses.ts";
import { type Method, type ParameterReader, refused } from "./method.ts";

export const judgement: Method = {
  name: "judgement",
  needs: [],
  parameters: ["status", "is", "word", "person", "date", "reason", "expires"],
  check: readJudgement,
  assess: () => refused("not-judged"),
};

/** What a judgement must say to be used. */
const needed = ["status", "person", "date", "reason"] as const;

/** Keys under which the word may stand: `is` as with every stated value, `word` for one that is no status. */
const wordKeys = ["status", "is", "word"] as const;

export interface ReadJudgement {
  /** The word as given, and the status that it stands for; null where there is no such word. */
  readonly given: { readonly word: string; readonly status: Status } | null;
  readonly date: Day | null;
  readonly expires: Day | null;
  readonly missing: readonly string[];
  /** Something of it cannot be read. */
  readonly faulty: boolean;
}

/** Reads a judgement; what is missing or unreadable is a fault of the reader too. */
export function readJudgement(parameters: ParameterReader): ReadJudgement {
  parameters.only(judgement.parameters);
  const wordKey = wordKeys.find((name) => parameters.has(name)) ?? "status";
  const missing = needed.filter((name) => !parameters.has(name === "status" ? wordKey : name));
  for (const name of missing) parameters.fault(name, "missing");
  const word = parameters.text(wordKey);
  const status = word === null ? null : judgedStatus(word);
  const given = word === null || status === null ? null : { word, status };
  if (word !== null && given === null) parameters.fault(wordKey, "outside-scale");
  parameters.text("person");
  parameters.text("reason");
  const date = parameters.day("date");
  const expires = parameters.day("expires");
  const faulty = parameters.faults.some(({ kind }) => kind !== "missing");
  return { given, date, expires, missing, faulty };
}

const scale: readonly Status[] = statuses.slice(0, statuses.indexOf("missed") + 1);

/** Other words for the statuses of the scale. */
const otherWords: Readonly<Record<string, Status>> = {
  green: "on-track",
  "amber/green": "on-track",
  amber: "at-risk",
  yellow: "at-risk",
  "amber/red": "off-track",
  red: "off-track",
  已达标: "achieved",
  超前: "ahead",
  正常: "on-track",
  滞后预警: "at-risk",
  严重滞后: "off-track",
  倒退: "worsening",
  未达标: "missed",
  绿: "on-track",
  黄: "at-risk",
  红: "off-track",
};

/** The status that a word stands for; null for a word outside the scale. */
export function judgedStatus(word: string): Status | null {
  return scale.find((status) => status === word) ?? own(otherWords, word) ?? null;
}
