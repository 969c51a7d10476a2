/** The pipeline: text → findings and results. Order of stages, nothing else. */
import { type Diagnostic, orderDiagnostics } from "./diagnostics/diagnostic.ts";
import { gatherCauses } from "./diagnostics/gather.ts";
import { applyLevels, type Levels } from "./diagnostics/levels.ts";
import { noSections, type SectionOf } from "./diagnostics/section-of.ts";
import {
  applySuppressions,
  type Silenced,
  type SuppressionSettings,
  suppressionCodes,
} from "./diagnostics/suppress.ts";
import { evaluate } from "./indicators/engine.ts";
import type { IndicatorResults } from "./indicators/results.ts";
import { readAsMeant } from "./load/as-meant.ts";
import { bindPlan } from "./load/bind.ts";
import { bindCodes } from "./load/bind-codes.ts";
import { loadCodes } from "./load/codes.ts";
import { schemaMissingKey } from "./load/codes-schema.ts";
import { decodeText } from "./load/decode.ts";
import { type IdPathOf, idPaths, noIdPaths } from "./load/id-paths.ts";
import { type IncludedBytes, includedReader } from "./load/included.ts";
import { inputCodes } from "./load/input-codes.ts";
import { checkSchema } from "./load/schema.ts";
import { sectionPlaces } from "./load/section-places.ts";
import { workbookCodes } from "./load/workbook-codes.ts";
import { readYaml } from "./load/yaml.ts";
import type { PlanText, YamlDocument } from "./load/yaml-node.ts";
import { parseIsoDay } from "./plan/days.ts";
import type { Limits } from "./plan/limits.ts";
import type { DataFiles, Plan } from "./plan/plan.ts";
import { indexPlan, type PlanIndex } from "./plan/plan-index.ts";
import type { Day } from "./plan/time.ts";
import { recordCodes } from "./records/codes.ts";
import { readRecords } from "./records/read-records.ts";
import type { Records } from "./records/records.ts";
import type { Rule } from "./rules/define-rule.ts";
import { withoutEchoes, withoutSplitEchoes } from "./rules/one-cause/echoes.ts";
import { rulesOfOneItem } from "./rules/one-cause/of-one-item.ts";
import { toldTogether } from "./rules/one-cause/told-together.ts";
import { runRules } from "./rules/run.ts";
import type { SourceFile } from "./text/source.ts";

/** Which families report: all; all but `status/`; or only `status/` and what stops a file from being read. */
export type Only = "all" | "plan" | "status";

export interface CompileInput {
  /** Name of the plan as printed. */
  readonly name: string;
  /** Bytes as read; decoding is part of the pipeline. */
  readonly bytes: Uint8Array;
  readonly asOf: Day;
  /** Reads a text or data file named by the plan; path as written, relative to the plan, bounded by the plan's root. */
  readonly include: (path: string) => IncludedBytes;
  /** The data files of the plan, where others than those that it names itself belong to it. */
  readonly dataOf?: (plan: Plan) => DataFiles;
  readonly rules: readonly Rule[];
  /** Severity by rule name, from configuration and command line. */
  readonly levels: Levels;
  readonly only: Only;
  /** Keep the formula and inputs of every figure, for `explain`. */
  readonly trace?: boolean;
  /** How much is read; the usual limits when not said. */
  readonly limits?: Limits;
}

/** One compiled plan. `plan` is null when its YAML root could not be read. */
export interface Compilation {
  readonly file: SourceFile;
  readonly asOf: Day;
  readonly plan: Plan | null;
  readonly index: PlanIndex | null;
  readonly records: Records | null;
  readonly results: IndicatorResults | null;
  /** Ordered, without suppressed ones; each item's own, at its line. */
  readonly findings: readonly Diagnostic[];
  /** Those findings, or some of them, for a reader: what most items lack is one finding. */
  readonly together: (findings: readonly Diagnostic[]) => readonly Diagnostic[];
  /** Which section of the document states what stands at a place. */
  readonly sectionOf: SectionOf;
  /** Where a place stands in the tree of the plan, by ids: what a finding keeps when lines move. */
  readonly idPathOf: IdPathOf;
  readonly suppressed: number;
  readonly silenced: readonly Silenced[];
  /** How many rules ran on this plan. */
  readonly rules: number;
}

/** Compiles one plan. Throws only on our own bugs. */
export function compile(input: CompileInput): Compilation {
  const decoded = decodeText(input.name, input.bytes);
  if (decoded.value === null) return stopped({ name: input.name, text: "" }, decoded.findings, input);
  const file = decoded.value;
  const yaml = readYaml(file);
  const read = [...decoded.findings, ...yaml.findings];
  if (yaml.value.root === null) return compileHead(input, file, yaml.value, read);
  return compileDocument(input, file, yaml.value, read);
}

function compileDocument(
  input: CompileInput,
  file: SourceFile,
  document: YamlDocument,
  read: readonly Diagnostic[],
): Compilation {
  const include = includedReader(input.include, input.limits);
  const schema = checkSchema(document);
  const bound = bindPlan(readAsMeant(document, schema), file, include, input.limits);
  const plan = input.dataOf === undefined ? bound.value : { ...bound.value, data: input.dataOf(bound.value) };
  const index = indexPlan(plan);
  const records = readRecords(plan, include, input.limits);
  const results = evaluate({
    plan,
    index,
    records: records.value,
    asOf: input.asOf,
    trace: input.trace ?? false,
  });
  const rules = input.rules.filter((rule) => runs(rule, input.only));
  const ruled = runRules(rules, { plan, index, records: records.value }, results);
  const own = input.only === "status" ? [] : [...schema, ...bound.findings, ...records.findings];
  const told =
    input.only === "status"
      ? ruled
      : withoutEchoes(
          { plan, index },
          read,
          { read: own, ruled: asFarAsRead(ruled, [...read, ...own]) },
          input.levels,
        );
  const said = [...withoutSplitEchoes(read, told, input.levels), ...told];
  const levelled = applyLevels(said, input.levels);
  const untold = (): readonly Diagnostic[] => without([...read, ...own, ...ruled], said);
  const { findings, silenced } = applySuppressions(
    levelled,
    document.comments,
    suppressing(input, (rule) => hadItsSay(rule, input.only), untold),
  );
  return {
    file,
    asOf: input.asOf,
    plan,
    index,
    records: records.value,
    results,
    findings: gatherCauses(orderDiagnostics(applyLevels(findings, input.levels)), input.rules),
    together: (told) => toldTogether(told, input.rules),
    sectionOf: document.root === null ? noSections : sectionPlaces(document.root, file, plan.sections),
    idPathOf: document.root === null ? noIdPaths : idPaths(document.root, file),
    suppressed: silenced.length,
    silenced,
    rules: rules.length,
  };
}

/** What stands before a fault that leaves the rest open is no plan to be judged; told is what its items say wrong. */
function compileHead(
  input: CompileInput,
  file: SourceFile,
  text: PlanText,
  read: readonly Diagnostic[],
): Compilation {
  if (text.head === null || input.only === "status") return stopped(file, read, input);
  const document = { root: text.head, comments: text.comments };
  const schema = checkSchema(document).filter((finding) => !isMissingIn(text.head, finding));
  const bound = bindPlan(
    readAsMeant(document, schema),
    file,
    includedReader(input.include, input.limits),
    input.limits,
  );
  const plan = bound.value;
  const rules = input.rules.filter(({ code }) => rulesOfOneItem.has(code));
  const records = readRecords(plan, () => ({ value: null, findings: [] })).value;
  const index = indexPlan(plan);
  const ruled = runRules(rules, { plan, index, records }, null);
  const own = [...schema, ...bound.findings];
  const told = withoutEchoes({ plan, index }, read, { read: own, ruled }, input.levels);
  const levelled = applyLevels([...read, ...told], input.levels);
  const { findings, silenced } = applySuppressions(
    levelled,
    text.comments,
    suppressing(
      input,
      () => false,
      () => [],
    ),
  );
  const sectionOf = sectionPlaces(text.head, file, plan.sections);
  return {
    ...stopped(file, findings, input),
    sectionOf,
    idPathOf: idPaths(text.head, file),
    suppressed: silenced.length,
    silenced,
    rules: rules.length,
  };
}

/** What is found of a plan before its rules run. */
const readingCodes = [
  ...inputCodes,
  ...workbookCodes,
  ...loadCodes,
  ...bindCodes,
  ...recordCodes,
  ...suppressionCodes,
];

function suppressing(
  input: CompileInput,
  ran: SuppressionSettings["ran"],
  untold: SuppressionSettings["untold"],
): SuppressionSettings {
  const ruleNames = (): readonly string[] => [...input.rules, ...readingCodes].map(({ code }) => code);
  return { ran, dayOf: parseIsoDay, asOf: input.asOf, endsByDate: input.only !== "plan", ruleNames, untold };
}

function without(found: readonly Diagnostic[], told: readonly Diagnostic[]): readonly Diagnostic[] {
  const kept = new Set(told);
  return found.filter((finding) => !kept.has(finding));
}

/** What the whole plan lacks may stand behind the fault. */
function isMissingIn(head: PlanText["head"], { code, span }: Diagnostic): boolean {
  return code === schemaMissingKey.code && span?.start === head?.span.start;
}

/** Where something could not be read, the indicators may stand there: that they are missing is no fault of its own. */
function asFarAsRead(ruled: readonly Diagnostic[], read: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!read.some(({ severity }) => severity === "error")) return ruled;
  return ruled.filter(({ code }) => code !== "indicator/none");
}

function runs(rule: Rule, only: Only): boolean {
  if (only === "all") return true;
  return (rule.stage === "status") === (only === "status");
}

function hadItsSay(rule: string, only: Only): boolean {
  if (only === "all") return true;
  return rule.startsWith("status/") === (only === "status");
}

function stopped(
  file: SourceFile,
  findings: readonly Diagnostic[],
  { asOf, levels }: Pick<CompileInput, "asOf" | "levels">,
): Compilation {
  return {
    file,
    asOf,
    plan: null,
    index: null,
    records: null,
    results: null,
    findings: gatherCauses(orderDiagnostics(applyLevels(findings, levels)), []),
    together: (told) => told,
    sectionOf: noSections,
    idPathOf: noIdPaths,
    suppressed: 0,
    silenced: [],
    rules: 0,
  };
}

/** What stands for a plan whose bytes could not be read. */
export function uncompiled(name: string, asOf: Day, finding: Diagnostic): Compilation {
  return stopped({ name, text: "" }, [finding], { asOf, levels: new Map() });
}
