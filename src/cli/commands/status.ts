/** `plan status`: where the indicators of plans stand, without the findings of the text. */
import type { Compilation } from "../../compile.ts";
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { OutputOptions } from "../../findings-output/check-run.ts";
import { findingText } from "../../findings-output/finding-text.ts";
import { historyOfCompilation } from "../../findings-output/history.ts";
import { historyTable } from "../../findings-output/history-table.ts";
import { statusTable } from "../../findings-output/status-table.ts";
import { demoNotice } from "../../findings-output/text.ts";
import { type RollUp, statuses } from "../../indicators/results.ts";
import { keptTexts, type Speaker } from "../../language/speaker.ts";
import { severityWords, statusCount, statusMarks, statusWords } from "../../language/words.ts";
import { isoDay } from "../../plan/days.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import { printableLine } from "../../text/printable.ts";
import type { Call } from "../args.ts";
import { entityId, entityNames, searchEntity } from "../entity.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { openSession } from "../session.ts";
import { runCheck } from "./check.ts";
import { errorTeller, outputOptions } from "./output.ts";

/** Runs `plan status`. The figures say how things stand; only what could not be read changes the exit code. */
export async function runStatus(call: Call, context: CommandContext): Promise<number> {
  const { options } = call;
  if (options.format === "json") {
    return runCheck({ ...call, options: { ...options, only: "status", failOn: "never" } }, context);
  }
  const session = await openSession(context.host, {
    paths: call.paths,
    asOf: typeof options.asOf === "string" ? options.asOf : undefined,
    only: "status",
    levels: [],
    trace: false,
  });
  const output = await outputOptions(context, options);
  const entity = searchEntity(options.entity);
  const tell = await errorTeller(context, options);
  for (const finding of session.findings) tell(finding);
  let exit = session.findings.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN;
  for (const job of session.jobs) {
    const compiled = await session.compile(job);
    const { compilation } = compiled;
    exit = worseExit(exit, compilation.plan === null ? worseExit(compiled.exit, EXIT_FINDINGS) : EXIT_CLEAN);
    entity.look(entityNames(compilation));
    const asked = options.history === true ? historyText : statusText;
    context.host.out.write(asked(compilation, output));
  }
  const unknown = entity.fault();
  if (unknown === null) return exit;
  tell(unknown);
  return worseExit(exit, EXIT_COULD_NOT_RUN);
}

function statusText(compilation: Compilation, output: OutputOptions): string {
  const { plan, results } = compilation;
  if (plan === null || results === null) return unreadText(compilation, output);
  const table =
    results.rows.length === 0 ? `${output.speaker.say(noIndicators)}\n` : statusTable(results, plan, output);
  return `${headingText(compilation, output)}\n${table}\n${rollUps(compilation, output)}${attention(compilation, output)}\n`;
}

/** `--history`: how the status of every indicator went, in place of the figures. */
function historyText(compilation: Compilation, output: OutputOptions): string {
  const { plan, results } = compilation;
  if (plan === null || results === null) return unreadText(compilation, output);
  const histories = historyOfCompilation(compilation, entityId(compilation, output.entity));
  const table =
    histories.length === 0 ? `${output.speaker.say(noIndicators)}\n` : historyTable(histories, plan, output);
  return `${headingText(compilation, output)}\n${table}\n`;
}

function unreadText({ file, findings, sectionOf }: Compilation, output: OutputOptions): string {
  const name = output.paint.bold(printableLine(file.name));
  return `${name}\n${findings.map((f) => findingText([f], { ...output, sectionOf })).join("")}\n`;
}

function headingText({ plan, records, file, asOf }: Compilation, output: OutputOptions): string {
  const { speaker, paint } = output;
  const title = printableLine(plan?.title?.value ?? plan?.id?.value ?? file.name);
  const date = speaker.say({ en: `as of ${isoDay(asOf)}`, zhHans: `截至 ${isoDay(asOf)}` });
  const heading = `${paint.bold(speaker.chinese ? `《${title}》` : title)}  ${date}  ${paint.dim(printableLine(file.name))}\n`;
  const demo = records?.demo === true ? `${paint.yellow(speaker.say(demoNotice))}\n` : "";
  return heading + demo;
}

const noIndicators: Localized = { en: "The plan has no indicators.", zhHans: "本方案未设指标。" };

function rollUps({ plan, results }: Compilation, output: OutputOptions): string {
  if (plan === null || results === null) return "";
  const { speaker } = output;
  const names = new Map(plan.dimensions.map((d) => [d.id.value, d.name?.text ?? d.id.value]));
  const lines = results.dimensions.map((d) => rollUpLine(names.get(d.id ?? "") ?? d.id ?? "", d, output));
  const whole = rollUpLine(speaker.say({ en: "whole plan", zhHans: "方案总体" }), results.plan, output);
  return [...lines, whole].join("");
}

function rollUpLine(name: string, rollUp: RollUp, { speaker }: OutputOptions): string {
  const counts = statuses.flatMap((status) => {
    const count = rollUp.statuses[status];
    return count === undefined ? [] : [speaker.say(statusCount(status, count))];
  });
  const score = scoreText(rollUp, speaker);
  const joined = counts.join(speaker.chinese ? "、" : ", ");
  const word = `${statusMarks[rollUp.status]} ${speaker.say(statusWords[rollUp.status])}`;
  return `  ${word}  ${printableLine(name)}${speaker.chinese ? "：" : ": "}${joined}${score}\n`;
}

function scoreText({ score, scoreReason }: RollUp, speaker: Speaker): string {
  if (scoreReason === "different-scales")
    return speaker.say({ en: ", no score: the scales differ", zhHans: "，各指标分制不同，不计总分" });
  if (score === null) return "";
  const short = formatDecimal(score.round(4));
  return speaker.say({ en: `, score ${short}`, zhHans: `，得分 ${short}` });
}

/** What needs attention, one line each. */
function attention({ findings }: Compilation, { speaker, paint }: OutputOptions): string {
  const grave = findings.filter((finding) => finding.severity !== "info");
  if (grave.length === 0) return "";
  const lines = grave.map((finding) => {
    const colour = finding.severity === "error" ? paint.red : paint.yellow;
    const words = printableLine(speaker.say(finding.message, keptTexts(finding)));
    return `  ${colour(speaker.say(severityWords[finding.severity]))}  ${words}\n`;
  });
  return `\n${lines.join("")}`;
}
