/**
 * Positioned YAML → plan model. Lenient: the schema stage has reported every wrong shape, so what has the right shape is
 * read here and the rest is left out without a second finding. Reported here: literals that cannot be read, unusual
 * spellings, files that are missing.
 */
import type { Outcome } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import { type Limits, usualLimits } from "../plan/limits.ts";
import type { Plan } from "../plan/plan.ts";
import type { SourceFile } from "../text/source.ts";
import { bindResources, bindRisks } from "./bind/answers.ts";
import { readAssessment } from "./bind/assessment.ts";
import type { Binder, Include } from "./bind/binder.ts";
import { collectFacts } from "./bind/facts.ts";
import { bindDimensions, bindEvidence, bindObjectives, bindProblems } from "./bind/goals.ts";
import { bindData, bindIssuer, bindPeriod, bindRevisions } from "./bind/head.ts";
import { includeFile } from "./bind/include.ts";
import { bindIndicators } from "./bind/indicators.ts";
import { bindMechanisms } from "./bind/mechanisms.ts";
import { nameOf } from "./bind/names.ts";
import { bindSections, bindSources } from "./bind/outline.ts";
import { bindActors, bindEntities } from "./bind/people.ts";
import { given, nodeAt, text } from "./bind/read-map.ts";
import { bindActions, bindDeliverables, bindMilestones, bindPhases } from "./bind/schedule.ts";
import type { YamlDocument, YamlMap } from "./yaml-node.ts";

export type { Include } from "./bind/binder.ts";

/**
 * Binds a document. Period and phases come first, because every other time may count from them. A document without root
 * gives an empty plan. `include` reads a file beside the plan, bounded by the plan's root.
 */
export function bindPlan(
  document: YamlDocument,
  file: SourceFile,
  include: Include,
  limits = usualLimits,
): Outcome<Plan> {
  const root: YamlMap = document.root ?? {
    kind: "map",
    entries: [],
    flow: false,
    span: { file, start: 0, end: 0 },
  };
  const binder = makeBinder(root, file, include, limits);
  const period = bindPeriod(binder, root);
  const { phases, milestones } = bindPhases(binder, root);
  const head = bindHead(binder, root);
  const items = {
    sections: bindSections(binder, root),
    sources: bindSources(binder, root),
    actors: bindActors(binder, root),
    entities: bindEntities(binder, root),
    problems: bindProblems(binder, root),
    dimensions: bindDimensions(binder, root),
    objectives: bindObjectives(binder, root),
    indicators: bindIndicators(binder, root),
    phases,
    milestones: bindMilestones(binder, root, milestones),
    deliverables: bindDeliverables(binder, root),
    actions: bindActions(binder, root),
    risks: bindRisks(binder, root),
    evidence: bindEvidence(binder, root),
    resources: bindResources(binder, root),
    mechanisms: bindMechanisms(binder, root),
  };
  const plan: Plan = {
    file,
    span: root.span,
    ...head,
    period,
    ...items,
    facts: collectFacts(items),
    references: binder.references,
    unusable: binder.unusable,
    unusableKinds: binder.unusableKinds,
  };
  return { value: plan, findings: binder.findings };
}

function makeBinder(root: YamlMap, file: SourceFile, include: Include, limits: Limits): Binder {
  return {
    file,
    include,
    limits,
    language: text(root, "language")?.value ?? null,
    calendar: { start: null, end: null, phases: new Map() },
    findings: new FindingList(),
    references: [],
    unusable: 0,
    unusableKinds: [],
  };
}

/** The plan above is only named; that it is there is checked. */
function bindParent(binder: Binder, root: YamlMap) {
  const parent = text(root, "parent");
  if (parent !== null) includeFile(binder, parent);
  return parent;
}

function bindHead(binder: Binder, root: YamlMap) {
  const title = nameOf(nodeAt(root, "title"), binder.language);
  return {
    id: text(root, "id"),
    title: title === null ? null : given(title.text, title.span),
    language: text(root, "language"),
    issuer: bindIssuer(binder, root),
    status: text(root, "status"),
    assess: readAssessment(root),
    parent: bindParent(binder, root),
    data: bindData(root),
    revisions: bindRevisions(binder, root),
  };
}
