/** The fields of every kind of item that a change can be told of, and the sections that are cited for them. */
import type {
  Entity,
  Evidence,
  Fact,
  Gate,
  Indicator,
  Item,
  Mechanism,
  Mitigation,
  Plan,
  Trajectory,
} from "../plan/plan.ts";
import { spanText } from "../text/source.ts";
import { type Parts, type PartWriter, partWriter, plainKey, putFact, putParameters } from "./parts.ts";

/** Any item of a plan with its own fields. */
export type PlanItem =
  | Plan["sections"][number]
  | Plan["sources"][number]
  | Plan["actors"][number]
  | Plan["entities"][number]
  | Plan["problems"][number]
  | Plan["dimensions"][number]
  | Plan["objectives"][number]
  | Plan["indicators"][number]
  | Plan["phases"][number]
  | Plan["milestones"][number]
  | Plan["deliverables"][number]
  | Plan["actions"][number]
  | Plan["risks"][number]
  | Plan["evidence"][number]
  | Plan["resources"][number]
  | Plan["mechanisms"][number];

/** All that an item states but its id, its targets and its text. */
export function partsOf(item: PlanItem, facts: readonly Fact[]): Parts {
  const writer = partWriter();
  writeOwn(item, writer);
  for (const fact of facts) putFact(writer.parts, fact);
  if (item.kind === "mechanism") putParameters(writer, item.parameters);
  if ("section" in item) writer.cited("", [item.section]);
  for (const { name, statements } of facts)
    writer.cited(
      `${name}/`,
      statements.map(({ section }) => section),
    );
  return writer.parts;
}

/** What an item is called in the plan's own words; null for none. */
export function titleOf(item: PlanItem): string | null {
  switch (item.kind) {
    case "section":
    case "source":
      return item.title?.text ?? null;
    case "problem":
    case "objective":
      return item.statement?.text ?? null;
    default:
      return item.name?.text ?? null;
  }
}

function writeOwn(item: PlanItem, w: PartWriter): void {
  switch (item.kind) {
    case "section":
      w.name("title", item.title);
      w.text("role", item.role);
      w.counts("announces", item.announces);
      return;
    case "source":
      w.name("title", item.title);
      w.time("date", item.date);
      w.text("scope", item.scope);
      return;
    case "problem":
      w.name("statement", item.statement);
      w.ids("objectives", item.objectives);
      return;
    case "dimension":
      w.name("name", item.name);
      w.assess(item.assess);
      return;
    case "objective":
      w.name("statement", item.statement);
      w.ids("dimension", [item.dimension]);
      return;
    default:
      w.name("name", item.name);
      writeNamed(item, w);
      return;
  }
}

function writeNamed(
  item: Exclude<PlanItem, { kind: "section" | "source" | "problem" | "dimension" | "objective" }>,
  w: PartWriter,
): void {
  switch (item.kind) {
    case "actor":
      w.text("level", item.level);
      return;
    case "entity":
      writeEntity(item, w);
      return;
    case "indicator":
      writeIndicator(item, w);
      return;
    case "phase":
      writeGates(item.gates, w);
      return;
    case "milestone":
      w.ids("phase", [item.phase]);
      w.ids("deliverable", [item.deliverable]);
      w.ids("needs", item.needs);
      return;
    case "deliverable":
      w.text("kind", item.kindOf);
      return;
    case "action":
      w.ids("objective", [item.objective]);
      w.ids("parent", [item.parent]);
      w.ids("needs", item.needs);
      return;
    case "risk":
      w.text("likelihood", item.likelihood);
      w.text("impact", item.impact);
      writeMitigations(item.mitigations, w);
      return;
    case "evidence":
      writeEvidence(item, w);
      return;
    case "resource":
      w.text("kind", item.kindOf);
      w.ids("norm", [item.norm]);
      return;
    case "mechanism":
      writeMechanism(item, w);
      return;
  }
}

function writeEntity(item: Entity, w: PartWriter): void {
  w.text("level", item.level);
  w.ids("parent", [item.parent]);
  for (const [name, value] of item.facts) w.text(`facts/${name}`, value);
}

function writeIndicator(item: Indicator, w: PartWriter): void {
  w.ids("objective", [item.objective]);
  w.ids("serves", item.serves);
  w.ids("dimension", [item.dimension]);
  w.text("role", item.role);
  w.text("attribute", item.attribute);
  if (item.unit !== null)
    w.parts.set("unit", {
      key: item.unit.value.key,
      shown: item.unit.text,
      span: item.unit.span,
      measure: null,
      ids: [],
    });
  w.text("direction", item.direction);
  w.text("value", item.value);
  w.text("definition", item.definition);
  for (const key of ["per", "of", "where", "window"] as const)
    w.text(`counted/${key}`, item.counted?.[key] ?? null);
  for (const key of ["by", "every", "method", "sample"] as const)
    w.text(`collected/${key}`, item.collected?.[key] ?? null);
  w.text("report-within", item.reportWithinDays);
  w.ids("source", [item.source]);
  w.ids("same-as", [item.sameAs]);
  w.ids("part-of", [item.partOf]);
  w.ids("data-from", item.dataFrom);
  w.text("aggregation", item.aggregation);
  if (item.bounds?.stated === true) w.quantity("bounds", item.bounds);
  w.text("performance", item.performance);
  w.text("formula", item.formula);
  w.assess(item.assess);
  if (item.trajectory !== null) writeTrajectory(item.trajectory, w);
}

function writeTrajectory({ kind, points }: Trajectory, w: PartWriter): void {
  w.text("trajectory", kind);
  for (const { at, is } of points) w.quantity(`trajectory/${at.value.text.trim()}`, is);
}

function writeGates(gates: readonly Gate[], w: PartWriter): void {
  for (const [i, { indicator, reach, text, span }] of gates.entries()) {
    const words = plainKey(text?.value ?? spanText(span));
    if (indicator !== null && reach !== null) w.quantity(`gates/${indicator.value}`, reach);
    else w.text(`gates/${i + 1}`, { value: words, span, origin: "given" });
  }
}

function writeMitigations(mitigations: readonly Mitigation[], w: PartWriter): void {
  const [first] = mitigations;
  if (first === undefined) return;
  const said = mitigations.map(({ item, text }) => item?.value ?? text?.value ?? "");
  const ids = mitigations.flatMap(({ item }) => item?.value ?? []);
  const span = first.span;
  w.parts.set("mitigations", {
    key: said.map(plainKey).join("\n"),
    shown: said.join(", "),
    span,
    measure: null,
    ids,
  });
}

function writeEvidence(item: Evidence, w: PartWriter): void {
  w.text("kind", item.kindOf);
  w.ids("of", [item.of]);
  w.text("place", item.place);
  w.text("scope", item.scope);
  w.quantity("is", item.is);
  w.quantity("from", item.from);
  w.quantity("to", item.to);
  w.time("at", item.at);
  w.ids("cause", [item.cause]);
  w.ids("source", [item.source]);
  w.text("text", item.text);
}

function writeMechanism(item: Mechanism, w: PartWriter): void {
  w.text("type", item.type);
  w.text("purpose", item.purpose);
  w.time("from", item.from);
  w.time("during", item.during);
  w.ids("needs", item.needs);
  w.ids("governs", item.governs);
  w.counts("announced", item.announced);
}

/** What the head of a plan states. */
export function headParts(plan: Plan): Parts {
  const w = partWriter();
  w.text("title", plan.title);
  w.text("language", plan.language);
  w.text("status", plan.status);
  w.text("parent", plan.parent);
  w.assess(plan.assess);
  w.text("issuer/name", plan.issuer?.name ?? null);
  w.text("issuer/number", plan.issuer?.number ?? null);
  w.time("issuer/date", plan.issuer?.date ?? null);
  w.text("issuer/secrecy", plan.issuer?.secrecy ?? null);
  if (plan.period !== null) {
    const { span, text, start, end } = plan.period;
    const period = { start: start?.value ?? null, end: end?.value ?? null };
    const when = {
      text,
      state: "dated",
      period,
      expression: null,
      inherited: null,
      alternative: null,
      phase: null,
    } as const;
    w.time("period", { value: when, span, origin: "given" });
  }
  return w.parts;
}

/** The items of a plan by list, in the order of the format. */
export function listsOf(plan: Plan): readonly (readonly [list: string, items: readonly PlanItem[]])[] {
  return [
    ["indicators", plan.indicators],
    ["objectives", plan.objectives],
    ["actions", plan.actions],
    ["milestones", plan.milestones],
    ["deliverables", plan.deliverables],
    ["phases", plan.phases],
    ["mechanisms", plan.mechanisms],
    ["risks", plan.risks],
    ["resources", plan.resources],
    ["dimensions", plan.dimensions],
    ["problems", plan.problems],
    ["actors", plan.actors],
    ["entities", plan.entities],
    ["sources", plan.sources],
    ["evidence", plan.evidence],
    ["sections", plan.sections],
  ];
}

/** Facts of an item; none where it states none. */
export function factsOf(facts: ReadonlyMap<Item, readonly Fact[]>, item: Item): readonly Fact[] {
  return facts.get(item) ?? [];
}
