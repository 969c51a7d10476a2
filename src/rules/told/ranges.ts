/** Steps of which an English sentence tells both when they begin and when they end. Shared by a rule; not a rule. */
import type { Period } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import { type Callings, placesCalled } from "../texts/callings.ts";
import type { TextDate } from "../texts/dates.ts";
import { rangesIn, type TextRange } from "../texts/ranges.ts";

/** A step with its range, held against the periods that are stated of it. */
export interface StepInRange<T> {
  readonly item: T;
  /** The date of the text that none of the periods has; null where one has both. */
  wrong(periods: readonly Period[]): TextDate | null;
  /** Both cannot hold: the text names one of the two days and another for the other, or goes beyond the period. */
  isSure(periods: readonly Period[]): boolean;
}

const verbBefore =
  /^ (?:(?:is|are|will be|shall be|to be) (?:carried out|done|held|run|built|taught|rolled out|under way|[a-z]{3,14}ed)|(?:will )?(?:runs?|takes? place|lasts?|happens?|goes on|continues?|extends?)) (?:from|between)(?: the)?(?: (?:start|beginning|end) of)?(?: \d{1,2})? ?$/iu;
const stepHead = /(?:^\s*|[,;:] ?|\band )(?:the |our |all (?:the )?)?$/iu;
const rangeHead = /^(?:from|between)(?: the)?(?: (?:start|beginning|end) of)?(?: \d{1,2})? $/iu;
/** Who does it, and a verb: we build, the council will upgrade. */
const subject = /^,? (?:(?:the )?[a-z' -]{2,40} )?(?:will |shall )?(?:[a-z]+ )?(?:the |our |all )?$/iu;
const behind = /^(?:$|[.;])/u;

/** The one step of a sentence with one range. */
export function stepsInRange<T>(
  sentence: string,
  dates: readonly TextDate[],
  callings: Callings<T>,
): readonly StepInRange<T>[] {
  if (dates.length !== 2 || chinese.test(sentence)) return [];
  const [range] = rangesIn(sentence, dates);
  const [step, other] = placesCalled(sentence, callings);
  if (range === undefined || step === undefined || other !== undefined) return [];
  const isTold =
    step.end <= range.at
      ? verbBefore.test(sentence.slice(step.end, range.at)) && stepHead.test(sentence.slice(0, step.at))
      : rangeHead.test(sentence.slice(0, range.at).trimStart()) &&
        subject.test(sentence.slice(range.end, step.at)) &&
        behind.test(sentence.slice(step.end));
  if (!isTold) return [];
  return [
    {
      item: step.item,
      wrong: (periods) => wrongIn(range, periods),
      isSure: (periods) => !periods.some((one) => isInside(range, one)),
    },
  ];
}

function holds({ start, last }: TextDate, day: number | null): boolean {
  return day === null || (start <= day && day <= last);
}

function wrongIn({ from, to }: TextRange, periods: readonly Period[]): TextDate | null {
  if (periods.some(({ start, end }) => holds(from, start) && holds(to, end))) return null;
  return periods.some(({ start }) => holds(from, start)) ? to : from;
}

/** Within the period, at neither of its ends: it may be that of a part. */
function isInside({ from, to }: TextRange, { start, end }: Period): boolean {
  if (start === null || end === null) return true;
  return from.start > start && to.last < end;
}
