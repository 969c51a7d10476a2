/** Indicators with everything that hangs on them. */
import Big from "big.js";
import { makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { toSimplified } from "../../plan/chinese-number.ts";
import type { Given } from "../../plan/given.ts";
import { plainQuantity } from "../../plan/plain-quantity.ts";
import type {
  Baseline,
  Collected,
  Counted,
  Indicator,
  InlineObservation,
  Trajectory,
} from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { findUnit } from "../../plan/units.ts";
import { spanText } from "../../text/source.ts";
import { unreadableQuantity } from "../bind-codes.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { readAssessment } from "./assessment.ts";
import {
  type Binder,
  type ItemSource,
  itemSources,
  neededKinds,
  type ReadValue,
  type Scope,
} from "./binder.ts";
import { frequencyAt, readFrequencies } from "./frequency.ts";
import { citationOf, readMention, readMentions, readSection } from "./mentions.ts";
import { readName } from "./names.ts";
import { readOwners } from "./owner.ts";
import { daysAt, quantityAt, readQuantity } from "./quantities.ts";
import {
  flag,
  given,
  isNothing,
  itemsAt,
  itemsOf,
  listAt,
  mapAt,
  nodeAt,
  text,
  textOf,
  texts,
  word,
} from "./read-map.ts";
import { readStatements } from "./statements.ts";
import { bindTargets } from "./targets.ts";
import { placed, whenAt } from "./when.ts";

type IndicatorHead = ItemSource<"indicator">["head"];

/** Indicators, in plan order. */
export function bindIndicators(binder: Binder, root: YamlMap): readonly Indicator[] {
  return itemSources(binder, root, "indicators", "indicator").map(({ map, head }) =>
    readIndicator({ binder, item: head }, map, head),
  );
}

/** Words as the facts hold them: other words may mean the same. */
const readWord: ReadValue<readonly Given<string>[]> = (_, node) => {
  const words = textOf(node);
  return words === null ? null : given([words], node.span);
};

/** One literal, though it is long: put together by spreads it takes ten times as long. */
function readIndicator(scope: Scope, map: YamlMap, head: IndicatorHead): Indicator {
  const unit = readUnit(map);
  const value = word(map, "value", ["level", "flow", "running-total"]);
  const targets = bindTargets(scope, map);
  const startsAt = gradeAtStart(nodeAt(map, "baseline"), targets);
  const isGrade = startsAt !== null;
  const baseline = readStatements(scope, nodeAt(map, "baseline"), isGrade ? () => null : readBaseline);
  const definitions = readStatements(scope, nodeAt(map, "definition"), readWord);
  return {
    kind: head.kind,
    id: head.id,
    span: head.span,
    name: readName(scope.binder, map),
    alsoCalled: texts(map, "also-called"),
    objective: readMention(scope, map, "objective", ["objective"]),
    serves: readMentions(scope, map, "serves", ["objective"]),
    dimension: readMention(scope, map, "dimension", ["dimension"]),
    sameAs: readMention(scope, map, "same-as", ["indicator"]),
    partOf: readMention(scope, map, "part-of", ["indicator"]),
    section: readSection(scope, map),
    source: citationOf(text(map, "source")),
    headline: flag(map, "headline") === true,
    unit,
    role: word(map, "role", ["outcome", "output", "process", "input", "context"]),
    attribute: word(map, "attribute", ["binding", "anticipatory"]),
    direction: word(map, "direction", ["increase", "decrease", "maintain"]),
    value: value ?? { value: "level", span: map.span, origin: "assumed" },
    definition: definitions[0]?.is.value[0] ?? null,
    definitions,
    counted: readCounted(mapAt(map, "counted")),
    aggregation: text(map, "aggregation"),
    performance: text(map, "performance"),
    formula: text(map, "formula"),
    assess: readAssessment(map),
    baseline,
    startsAt,
    targets,
    unreadable: unreadablePart(map, isGrade ? null : baseline, targets),
    weight: readStatements(scope, nodeAt(map, "weight"), readQuantity),
    trajectory: readTrajectory(scope, mapAt(map, "trajectory")),
    bounds: readBounds(scope, map, unit),
    collected: readCollected(scope, mapAt(map, "collected")),
    frequency: readFrequencies(scope, map, "frequency"),
    reportWithinDays: daysAt(scope, map, "report-within"),
    owner: readOwners(scope, map),
    dataFrom: readMentions(scope, map, "data-from", neededKinds),
    observations: itemsAt(map, "observations").flatMap((node) =>
      node.kind === "map" ? readObservation(node) : [],
    ),
  };
}

/** The first baseline where all are grades that a target of the indicator names (一般 before 良好): a word, and no figure. */
function gradeAtStart(node: YamlNode | null, targets: Indicator["targets"]): Given<string> | null {
  if (targets.every(({ grade }) => grade === null)) return null;
  const grades = new Set(targets.flatMap(({ grade }) => grade?.levels ?? []));
  const words = itemsOf(node).map((one) => {
    const words = textOf(one.kind === "map" ? nodeAt(one, "is") : one);
    return words === null ? null : { ...words, value: words.value.split("@")[0]?.trim() ?? "" };
  });
  return words.every((one) => one !== null && grades.has(one.value)) ? (words[0] ?? null) : null;
}

/** What is written but says nothing that can be judged; told where it stands. */
function unreadablePart(
  map: YamlMap,
  baseline: Indicator["baseline"] | null,
  targets: Indicator["targets"],
): "baseline" | "target" | null {
  if (itemsAt(map, "targets").length > targets.length) return "target";
  const stated = nodeAt(map, "baseline");
  return baseline?.length === 0 && stated !== null && !isNothing(stated) ? "baseline" : null;
}

function readUnit(map: YamlMap): Indicator["unit"] {
  const written = text(map, "unit");
  if (written === null) return null;
  return { ...given<Unit>(findUnit(written.value), written.span), text: written.value };
}

/** `45% @ 2025-12`, or a map with `at` beside `is`. */
const readBaseline: ReadValue<Baseline> = (scope, node, map) => {
  const quantity = readQuantity(scope, node, map);
  if (quantity === null) return null;
  if (quantity.value.upper !== null) {
    const args = {
      text: quantity.value.text.trim().slice(0, 80),
      fault: "not-one-value" as const,
      hint: null,
    };
    scope.binder.findings.push(makeDiagnostic(unreadableQuantity, quantity.span, args));
    return null;
  }
  const apart = map === null ? null : whenAt(scope, map, "at");
  const { at } = quantity.value;
  const inside = at === null ? null : given(placed(scope, given(at.text, quantity.span), at), quantity.span);
  return given({ quantity: quantity.value, at: apart ?? inside }, quantity.span);
};

function readCounted(map: YamlMap | null): Counted | null {
  if (map === null) return null;
  return {
    span: map.span,
    per: text(map, "per"),
    of: text(map, "of"),
    where: text(map, "where"),
    window: text(map, "window"),
  };
}

function readCollected(scope: Scope, map: YamlMap | null): Collected | null {
  if (map === null) return null;
  return {
    span: map.span,
    by: text(map, "by"),
    every: frequencyAt(scope, map, "every"),
    method: text(map, "method"),
    sample: text(map, "sample"),
  };
}

const trajectoryKinds = ["linear", "step", "geometric", "equal-split", "custom", "end-only"] as const;

function readTrajectory(scope: Scope, map: YamlMap | null): Trajectory | null {
  const kind = map === null ? null : word(map, "kind", trajectoryKinds);
  if (map === null || kind === null) return null;
  const points = (listAt(map, "points")?.items ?? []).flatMap((node) => {
    if (node.kind !== "map") return [];
    readSection(scope, node);
    const at = whenAt(scope, node, "at");
    const is = quantityAt(scope, node, "is");
    return at === null || is === null ? [] : [{ at, is }];
  });
  return { span: map.span, kind, points };
}

/** Stated limits, else 0..100 for a percent; a percent that tells a change (增速, yearly rates that compound) or sets two amounts against each other (负债率) has none. */
function readBounds(scope: Scope, map: YamlMap, unit: Indicator["unit"]): Indicator["bounds"] {
  const stated = quantityAt(scope, map, "bounds");
  if (stated !== null) return { ...stated, stated: true };
  if (unit === null || unit.value.key !== "%" || tellsNoShare(map)) return null;
  return { value: percentLimits(unit.value), span: unit.span, origin: "assumed", stated: false };
}

const changeWords = /增速|增长率|增幅|降幅|升降|同比|环比|涨幅|增减|growth|rate of change|yearly change/i;

/** Two amounts set against each other of which neither is a part of the other: debt and wealth, patients and beds. */
const ofTwoAmounts =
  /负债率|债务率|杠杆率|利润率|毛利率|净利率|收益率|(?<!问卷|调查)回报率|毛入学率|负荷率|产能利用率|床位(?:使用|利用|占用)率|\b(?:debts?|margins?|leverage|occupancy|utili[sz]ation|return on|cost recovery|gross enrol(?:l?ment)?|load factors?|capacity used)\b/i;

/** Pay set against the average wage, output against last year's: what it is set against is no whole that holds it. */
const besideAnother =
  /之比|比值|相当于|(?:平均|最低|社平)(?:水平|工资|收入|生活保障)|\bratio (?:to|of .{1,40} to)\b|\brelative to\b|\b(?:average|minimum) (?:wage|pay|income|salary)\b/i;
const ofAWhole = /占比|比重|人数|人员|覆盖|达标|\b(?:share|proportion|covered|below|people|staff)\b/i;

/** A change or a ratio, not a share of anything: it may fall below 0 or rise above 100. */
function tellsNoShare(map: YamlMap): boolean {
  const name = text(map, "name");
  const words = name === null ? "" : toSimplified(name.value);
  if (changeWords.test(words) || ofTwoAmounts.test(words)) return true;
  if (besideAnother.test(words) && !ofAWhole.test(words)) return true;
  return itemsAt(map, "targets").some((node) => node.kind === "map" && nodeAt(node, "compound") !== null);
}

const nothing = new Big(0);
const hundred = new Big(100);

function percentLimits(unit: Unit): Quantity {
  return { ...plainQuantity(nothing, unit, "0..100"), upper: hundred };
}

function readObservation(map: YamlMap): InlineObservation {
  const cells = new Map<string, Given<string>>();
  for (const { key, value } of map.entries) {
    if (isNothing(value)) continue;
    const written = value.kind === "scalar" ? value.text : spanText(value.span);
    if (!cells.has(key.text)) cells.set(key.text, given(written, value.span));
  }
  return { span: map.span, cells };
}
