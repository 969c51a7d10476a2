/** The parameters of `self-score`: full marks, how marks are taken off, and the limits of its grades. */
import Big from "big.js";
import type { Distance, ParameterReader } from "./parameters.ts";

const marksDefault = new Big(10);
const fullDefault = new Big("0.8");
const partialDefault = new Big("0.6");
const one = new Big(1);

export interface SelfScoreSettings {
  readonly marks: Big;
  readonly steps: { readonly every: Distance; readonly minus: Big } | null;
  /** From the narrowest to the widest; empty where marks are not given by bands. */
  readonly bands: readonly { readonly within: Distance; readonly marks: Big }[];
  /** From which share of the marks a grade begins; null where no grades are given. */
  readonly limits: { readonly full: Big; readonly partial: Big } | null;
  /** Shares of the marks by observed word. */
  readonly shareOfWord: ReadonlyMap<string, Big>;
}

/** Reads them; what cannot be used is a fault of the reader. */
export function selfScoreSettings(parameters: ParameterReader): SelfScoreSettings {
  const marks = parameters.number("marks", marksDefault);
  if (marks.lte(0)) parameters.fault("marks", "outside-scale");
  return {
    marks: marks.lte(0) ? marksDefault : marks,
    steps: stepsOf(parameters),
    bands: bandsOf(parameters, marks),
    ...gradesOf(parameters),
  };
}

function stepsOf(parameters: ParameterReader): SelfScoreSettings["steps"] {
  const steps = parameters.map("steps");
  if (steps === null) return null;
  steps.only(["every", "minus"]);
  const every = needed(steps, "every");
  if (!steps.has("minus")) steps.fault("minus", "missing");
  const minus = steps.optionalNumber("minus");
  if (every === null || minus === null) return null;
  if (every.value.lte(0)) steps.fault("every", "outside-scale");
  if (minus.lt(0)) steps.fault("minus", "outside-scale");
  return { every, minus };
}

function needed(parameters: ParameterReader, name: string): Distance | null {
  if (!parameters.has(name)) parameters.fault(name, "missing");
  return parameters.distance(name);
}

function bandsOf(parameters: ParameterReader, marks: Big): SelfScoreSettings["bands"] {
  const bands = (parameters.maps("bands") ?? []).flatMap((band) => {
    band.only(["within", "marks"]);
    const within = needed(band, "within");
    if (!band.has("marks")) band.fault("marks", "missing");
    const given = band.optionalNumber("marks");
    if (given !== null && (given.lt(0) || given.gt(marks))) band.fault("marks", "outside-scale");
    return within === null || given === null ? [] : [{ within, marks: given }];
  });
  const ordered = bands.every((band, i) => {
    const before = bands[i - 1];
    return (
      before === undefined || (band.within.value.gt(before.within.value) && band.marks.lte(before.marks))
    );
  });
  if (!ordered) parameters.fault("bands", "out-of-order");
  return bands;
}

type Grades = Pick<SelfScoreSettings, "limits" | "shareOfWord">;

function gradesOf(parameters: ParameterReader): Grades {
  const usual = { full: fullDefault, partial: partialDefault };
  const shape = parameters.shape("grades");
  const none = new Map<string, Big>();
  if (shape === null) return { limits: null, shareOfWord: none };
  if (shape === "scalar") return { limits: plainGrades(parameters) ? usual : null, shareOfWord: none };
  const grades = shape === "map" ? parameters.map("grades") : null;
  const isLimits = grades?.has("full") === true && grades.has("partial");
  if (grades !== null && !isLimits) return { limits: usual, shareOfWord: sharesOf(grades) };
  const [full = fullDefault, partial = partialDefault] = parameters.numbers(
    "grades",
    [fullDefault, partialDefault],
    ["full", "partial"],
  );
  if (full.gt(one) || partial.lt(0)) parameters.fault("grades", "outside-scale");
  return { limits: { full, partial }, shareOfWord: none };
}

function plainGrades(parameters: ParameterReader): boolean {
  const text = parameters.text("grades");
  if (text !== "true" && text !== "false") parameters.fault("grades", "unreadable");
  return text === "true";
}

function sharesOf(grades: ParameterReader): ReadonlyMap<string, Big> {
  const shares = new Map(
    grades.names.flatMap((name) => {
      const share = grades.optionalNumber(name);
      if (share !== null && (share.lt(0) || share.gt(one))) grades.fault(name, "outside-scale");
      return share === null ? [] : [[name, share] as const];
    }),
  );
  // A better grade never earns less than a worse one.
  let least = new Big(0);
  for (const name of grades.grades) {
    const share = shares.get(name) ?? least;
    if (share.lt(least)) grades.fault(name, "out-of-order");
    else least = share;
  }
  return shares;
}
