/** Builder of the page that leads to the reports of several plans: one row a plan, worst first. */
import type { Compilation } from "../../compile.ts";
import type { Localized, Severity } from "../../diagnostics/diagnostic.ts";
import type { Status } from "../../indicators/results.ts";
import type { Speaker } from "../../language/speaker.ts";
import type { Day } from "../../plan/time.ts";
import { printDay } from "../dates.ts";
import { readyCompilation } from "../report-input.ts";
import { demoWords, type StatusLabel, statusLabels } from "../status-labels.ts";
import { statusMark } from "./context.ts";
import { colophonCss, type DocumentFrame, pageCss } from "./frame.ts";
import type { StatusCount, StatusMark } from "./printed-parts.ts";
import { spoken } from "./spoken.ts";
import {
  byWorst,
  compareStandings,
  compareStatuses,
  type Standing,
  standingOf,
  worstFirst,
} from "./worst-first.ts";

/** What the index keeps of a plan whose reports were written: as little as its row needs, however many plans there are. */
export interface IndexedPlan {
  readonly title: string;
  /** Language tag of the plan, as written. */
  readonly language: string;
  readonly asOf: Day;
  readonly status: Status;
  readonly counts: ReadonlyMap<Status, number>;
  /** Where its worst indicator stands; null without any. */
  readonly worst: Standing | null;
  readonly errors: number;
  readonly warnings: number;
  readonly demo: boolean;
  /** File name of each report beside the index, what it is called, and its format: `PDF`. */
  readonly links: readonly { readonly file: string; readonly document: string; readonly format: string }[];
}

/** Reads off a compiled plan what the index needs. */
export function indexedPlan(compilation: Compilation, asOf: Day, links: IndexedPlan["links"]): IndexedPlan {
  const { plan, results, records, findings, file } = readyCompilation(compilation);
  const counts = new Map<Status, number>();
  const judged = results.rows.filter(
    ({ entity, indicator }) => entity === null && indicator.role?.value !== "context",
  );
  for (const { status } of judged) counts.set(status, (counts.get(status) ?? 0) + 1);
  const [worst] = [...judged].sort(byWorst);
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  return {
    title: plan.title?.value ?? plan.id?.value ?? file.name,
    language: plan.language?.value ?? "",
    asOf,
    status: results.plan.status,
    counts,
    worst: worst === undefined ? null : standingOf(worst),
    errors: count("error"),
    warnings: count("warning"),
    demo: records.demo,
    links,
  };
}

const indexLabels = {
  plans: { en: "Plans, worst first", zhHans: "方案一览（由差到好）" },
  plan: { en: "Plan", zhHans: "方案" },
  errors: { en: "Errors", zhHans: "错误" },
  warnings: { en: "Warnings", zhHans: "警告" },
  documents: { en: "Documents", zhHans: "文件" },
  orderNote: {
    en: "Worst first: by the status of the plan; then by how many of its indicators stand at the worst status, the next worst, and so on; then by how far its worst indicator is behind.",
    zhHans:
      "“由差到好”的排列次序：先按方案总体状态；状态相同的，依次比较最差、次差等各状态的指标数，多的在前；仍相同的，最差指标落后多的在前。",
  },
} as const satisfies Readonly<Record<string, Localized>>;

export interface IndexView extends Omit<DocumentFrame, "labels"> {
  readonly labels: Readonly<Record<StatusLabel | keyof typeof indexLabels, string>>;
  readonly summary: string;
  readonly plans: readonly IndexRow[];
}

interface IndexRow {
  readonly title: string;
  readonly asOf: string;
  readonly status: StatusMark;
  /** Indicators by status; they add up to the number of indicators. */
  readonly counts: readonly StatusCount[];
  readonly errors: string;
  readonly warnings: string;
  readonly demo: string | null;
  readonly documents: readonly IndexDocument[];
}

interface IndexDocument {
  readonly name: string;
  /** Its formats. The address is percent-encoded: no sign of HTML or Markdown is left in it. */
  readonly links: readonly {
    readonly address: string;
    readonly addressMarkdown: string;
    readonly text: string;
  }[];
}

const indexTitle: Localized = { en: "Reports", zhHans: "方案报告目录" };

/** The view of the index; the same plans give the same view. Plans that could not be read are not among them. */
export function buildIndexView(plans: readonly IndexedPlan[], speaker: Speaker, version: string): IndexView {
  const labels = { ...spoken(statusLabels, speaker), ...spoken(indexLabels, speaker) };
  const title = speaker.say(indexTitle);
  const sorted = [...plans].sort(comparePlans);
  const colophon = `${labels.madeWith}${labels.colon}planwright ${version}`;
  return {
    language: speaker.language,
    labels,
    title,
    reportTitle: speaker.say({ en: `${plans.length} plans`, zhHans: `共${plans.length}个方案` }),
    documentTitle: title,
    pageCssHtml: pageCss(title, "", speaker) + colophonCss(colophon),
    facts: plans.length === 0 ? [] : [{ label: labels.asOf, text: daysText(plans, speaker) }],
    demo: null,
    demoCaption: null,
    colophon,
    summary: summaryOf(sorted, speaker),
    plans: sorted.map((plan) => indexRow(plan, speaker)),
  };
}

/**
 * By the status of the plan, then by how many indicators stand at the worst status, the next worst, and so on; where all
 * are as many, by how far the worst indicator of each is behind. Plans that tie stay in the order in which they were given.
 */
function comparePlans(a: IndexedPlan, b: IndexedPlan): number {
  if (a.status !== b.status) return compareStatuses(a.status, b.status);
  for (const status of worstFirst) {
    const more = (b.counts.get(status) ?? 0) - (a.counts.get(status) ?? 0);
    if (more !== 0) return more;
  }
  return a.worst === null || b.worst === null ? 0 : compareStandings(a.worst, b.worst);
}

/** The day of all plans, or from which day to which: each row names its own. */
function daysText(plans: readonly IndexedPlan[], speaker: Speaker): string {
  const days = plans.map(({ asOf }) => asOf);
  const first = printDay(Math.min(...days), speaker);
  const last = printDay(Math.max(...days), speaker);
  return first === last
    ? first
    : speaker.say({
        en: `${first} to ${last}, see each plan`,
        zhHans: `${first}至${last}，以各方案所列为准`,
      });
}

/** How many plans stand at each status. */
function summaryOf(plans: readonly IndexedPlan[], speaker: Speaker): string {
  const parts = worstFirst.flatMap((status) => {
    const count = plans.filter((plan) => plan.status === status).length;
    const { word } = statusMark(status, speaker);
    return count === 0 ? [] : [speaker.say({ en: `${count} ${word}`, zhHans: `${word}${count}个` })];
  });
  return speaker.say({
    en: `Of ${plans.length} plans, each by its weakest indicator: ${parts.join(", ")}.`,
    zhHans: `按各方案最差指标计，${plans.length}个方案中：${parts.join("、")}。`,
  });
}

function indexRow(plan: IndexedPlan, speaker: Speaker): IndexRow {
  return {
    title: plan.title,
    asOf: printDay(plan.asOf, speaker),
    status: statusMark(plan.status, speaker),
    counts: worstFirst.flatMap((status) => {
      const count = plan.counts.get(status) ?? 0;
      return count === 0 ? [] : [{ ...statusMark(status, speaker), count }];
    }),
    errors: String(plan.errors),
    warnings: String(plan.warnings),
    demo: plan.demo ? speaker.say(demoWords.caption) : null,
    documents: documentsOf(plan),
  };
}

/** The formats of one document stand together. */
function documentsOf({ links }: IndexedPlan): readonly IndexDocument[] {
  const names = [...new Set(links.map(({ document }) => document))];
  return names.map((name) => ({
    name,
    links: links
      .filter(({ document }) => document === name)
      .map(({ file, format }) => {
        const address = encodeURIComponent(file).replace(/[!'()*]/g, hexadecimal);
        return { address, addressMarkdown: address, text: format };
      }),
  }));
}

function hexadecimal(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
