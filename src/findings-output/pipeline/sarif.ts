/** SARIF 2.1.0 (OASIS Standard incorporating Errata 01), as code scanning of forges and editors read it. */

import type { CodeDefinition, Severity } from "../../diagnostics/diagnostic.ts";
import type { Language, Speaker } from "../../language/speaker.ts";
import { printableLine } from "../../text/printable.ts";
import { workbookOf } from "../../text/sheet-cell.ts";
import type { RangeJson } from "../json-shape.ts";
import type { ToldFinding, ToldPlan } from "../told-plan.ts";
import { type PipelineHead, type PipelineOutput, type Places, placeText } from "./pipeline-output.ts";

const schemaAddress =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** The base of all relative paths; readers set it to where the files lie. */
const rootName = "SRCROOT";

/** A part of the output as plain data. */
type Sarif = Readonly<Record<string, unknown>>;

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** SARIF takes languages of two letters with a country. */
const languageTags: Readonly<Record<Language, string>> = { en: "en", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" };

/** Makes SARIF output: one run, results in the order of plans, the rules that occur in the order of the rule table. */
export function sarifOutput(head: PipelineHead): PipelineOutput {
  const plans: ToldPlan[] = [];
  return {
    add: (plan) => plans.push(plan),
    end: () => {
      const rules = usedCodes(head, plans);
      const ruleIndex = new Map(rules.map(({ code }, i) => [code, i]));
      const results = plans.flatMap((plan) => planResults(plan, ruleIndex, head));
      const log = { $schema: schemaAddress, version: "2.1.0", runs: [runOf(head, rules, results)] };
      return `${JSON.stringify(log, null, 1)}\n`;
    },
  };
}

function runOf(head: PipelineHead, rules: readonly CodeDefinition[], results: readonly Sarif[]): Sarif {
  const { speaker, version } = head;
  const notes = [...head.faults, ...head.notices].map((finding) => notification(finding, head.places));
  return {
    tool: {
      driver: {
        name: "planwright",
        version,
        semanticVersion: version,
        rules: rules.map((code) => ruleOf(code, speaker)),
      },
    },
    language: languageTags[speaker.language],
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      [rootName]: {
        description: {
          text: speaker.say({ en: "The root of the repository of plans.", zhHans: "方案仓库的根目录。" }),
        },
      },
    },
    invocations: [
      {
        executionSuccessful: head.faults.length === 0,
        ...(notes.length === 0 ? {} : { toolConfigurationNotifications: notes }),
      },
    ],
    ...(head.asOf === null ? {} : { properties: { asOf: head.asOf } }),
    results,
  };
}

function usedCodes({ codes }: PipelineHead, plans: readonly ToldPlan[]): readonly CodeDefinition[] {
  const used = new Set(plans.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return codes.filter(({ code }) => used.has(code));
}

function ruleOf({ code, severity, text }: CodeDefinition, speaker: Speaker): Sarif {
  const say = (key: "title" | "why" | "fix"): string =>
    speaker.say({ en: text.en[key], zhHans: text.zhHans[key] });
  return {
    id: code,
    shortDescription: { text: say("title") },
    fullDescription: { text: say("why") },
    help: {
      text: `${say("why")}\n\n${say("fix")}`,
      markdown: `${say("why")}\n\n**${say("fix")}**\n\n\`plan explain ${code}\``,
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [code.slice(0, code.indexOf("/"))],
      "problem.severity": severity === "info" ? "recommendation" : severity,
    },
  };
}

function planResults(
  plan: ToldPlan,
  ruleIndex: ReadonlyMap<string, number>,
  { places, digest }: PipelineHead,
): readonly Sarif[] {
  const seen = new Map<string, number>();
  return plan.findings.map((finding) => {
    const file = finding.file ?? plan.file;
    const same = digest(JSON.stringify([finding.rule, file, pathOf(finding), finding.text]));
    const count = (seen.get(same) ?? 0) + 1;
    seen.set(same, count);
    return {
      ruleId: finding.rule,
      ruleIndex: ruleIndex.get(finding.rule) ?? -1,
      level: levels[finding.severity],
      message: { text: messageText(finding.message, finding, places) },
      locations: [{ ...physical(file, finding.range, places), ...logical(finding) }],
      ...relatedOf(finding, places),
      // The same finding keeps it when lines above it come or go, or its plan is told in another language.
      partialFingerprints: { "planwrightFinding/v1": `${same}:${count}` },
      suppressions: suppressionsOf(finding),
      properties: propertiesOf(finding),
    };
  });
}

function propertiesOf({ help, suggestion, section }: ToldFinding): Sarif {
  return {
    help,
    ...(suggestion === null ? {} : { suggestion }),
    ...(section === null ? {} : { section }),
  };
}

function pathOf({ at, subject }: ToldFinding): string {
  return at === "" && subject !== null ? `${subject.kind}[${subject.id}]` : at;
}

function suppressionsOf({ accepted }: ToldFinding): readonly Sarif[] {
  if (accepted === null) return [];
  return accepted.by === "comment"
    ? [{ kind: "inSource", status: "accepted", justification: printableLine(accepted.reason) }]
    : [{ kind: "external", status: "accepted" }];
}

const fileStart: RangeJson = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** A file, and the lines and columns in it; the first line where a finding speaks of the whole file, or of a workbook, which has none. */
function physical(file: string, range: RangeJson | null, places: Places): Sarif {
  const workbook = workbookOf(file);
  const { start, end } = (workbook === null ? range : null) ?? fileStart;
  return {
    physicalLocation: {
      artifactLocation: { uri: addressOf(places.fromRoot(workbook ?? file)), uriBaseId: rootName },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  };
}

function logical({ at, subject }: ToldFinding): Sarif {
  if (at === "" && subject === null) return {};
  return {
    logicalLocations: [
      {
        ...(subject === null ? {} : { name: subject.id, kind: subject.kind }),
        ...(at === "" ? {} : { fullyQualifiedName: at }),
      },
    ],
  };
}

function relatedOf({ related }: ToldFinding, places: Places): Sarif {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map((one, id) => ({
      id,
      ...physical(one.file, one.range, places),
      message: { text: messageText(one.message, one, places) },
    })),
  };
}

function notification(finding: ToldFinding, places: Places): Sarif {
  const { rule, severity, message, file, range } = finding;
  return {
    descriptor: { id: rule },
    level: levels[severity],
    message: { text: messageText(message, finding, places) },
    ...(file === null ? {} : { locations: [physical(file, range, places)] }),
  };
}

/** Plan text in a message must not become a link (`[text](target)`), and no reader should obey what it holds. The place in a workbook stands before it. */
function messageText(
  text: string,
  place: Pick<ToldFinding, "file" | "range" | "cell">,
  places: Places,
): string {
  const isCell = place.file !== null && workbookOf(place.file) !== null;
  return printableLine(isCell ? `${placeText(place, places)}: ${text}` : text).replace(
    /\[(?=[^[\]]*\]\()/g,
    "\\[",
  );
}

/** A relative path as an address: each part percent-encoded. */
function addressOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
