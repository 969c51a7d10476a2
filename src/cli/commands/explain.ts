/** `plan explain`: a rule or a method with its example, or how the status of an indicator came about. */
import { allCodes } from "../../codes.ts";
import type { Compilation } from "../../compile.ts";
import type { CodeDefinition, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { findingText } from "../../findings-output/finding-text.ts";
import type { Speaker } from "../../language/speaker.ts";
import { kindWords, severityWords } from "../../language/words.ts";
import type { Item, Mechanism } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { explainIndicator } from "../../report/explain.ts";
import { explainEarnedValue } from "../../report/explain-earned-value.ts";
import { explainMechanism } from "../../report/explain-mechanism.ts";
import { explainSection } from "../../report/explain-section.ts";
import { printableLine } from "../../text/printable.ts";
import { citePlace } from "../../text/sheet-cell.ts";
import { lineText, positionAt } from "../../text/source.ts";
import { cutTo } from "../../text/width.ts";
import type { Call } from "../args.ts";
import { entityId, entityNames, searchEntity } from "../entity.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS, worseExit } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { openSession } from "../session.ts";
import { type CallFault, typed, usageFinding } from "../usage.ts";
import { errorTeller, outputOptions, refuse } from "./output.ts";

/** Runs `plan explain RULE`, `plan explain METHOD` or `plan explain PLAN#ID`. */
export async function runExplain(call: Call, context: CommandContext): Promise<number> {
  const what = call.paths[0] ?? "";
  const at = what.lastIndexOf("#");
  return at < 0
    ? explainRule(what, call, context)
    : explainItem(what.slice(0, at), what.slice(at + 1), call, context);
}

async function explainRule(name: string, call: Call, context: CommandContext): Promise<number> {
  const definition = allCodes.find((code) => code.code === name);
  if (definition === undefined) return explainMethod(name, call, context);
  const { ruleExamples } = await import("../../../generated/rule-examples.js");
  context.host.out.write(ruleText(definition, ruleExamples[name] ?? null, context.speaker));
  return EXIT_CLEAN;
}

/** A method is named without a slash, which every rule has. */
async function explainMethod(name: string, call: Call, context: CommandContext): Promise<number> {
  const { methodNames, methodText } = await import("../../report/method-guide/methods-page.ts");
  const text = methodText(name, context.speaker);
  if (text === null) return refuse(context, call.options, usageFinding(unknownRule(name, methodNames())));
  context.host.out.write(text);
  return EXIT_CLEAN;
}

function unknownRule(name: string, methods: readonly string[]): CallFault {
  const codes = allCodes.map((code) => code.code);
  if (codes.some((code) => code.startsWith(`${name}/`))) {
    return {
      en: `${name} is a family of rules; \`plan rules ${name}\` lists them`,
      zhHans: `“${name}”是规则类别，其中的规则见 \`plan rules ${name}\``,
      given: name,
    };
  }
  return {
    en: `there is no rule or method ${typed(name)}; for an indicator write PLAN#ID`,
    zhHans: `没有名为“${name}”的规则或者评定方法；要说明指标，请写成“方案文件#编号”`,
    given: name,
    suggestion: nearest(name, [...codes, ...methods]),
  };
}

/** A plan in which a rule finds something, and one in which it does not; null where none can be shown. */
interface Examples {
  readonly found: string | null;
  readonly passed: string | null;
}

/** The examples of a rule, and those for readers of Chinese where they are others. */
interface RuleExample extends Examples {
  readonly zhHans: Examples | null;
}

function ruleText(definition: CodeDefinition, example: RuleExample | null, speaker: Speaker): string {
  const { en, zhHans } = definition.text;
  const heading = speaker.say({
    en: `${definition.code} (${severityWords[definition.severity].en})`,
    zhHans: `${definition.code}（${severityWords[definition.severity].zhHans}）`,
  });
  const parts = [
    heading,
    speaker.say({ en: en.title, zhHans: zhHans.title }),
    "",
    speaker.say({ en: `Why: ${en.why}`, zhHans: `为何检查：${zhHans.why}` }),
    speaker.say({ en: `What to do: ${en.fix}`, zhHans: `如何处理：${zhHans.fix}` }),
  ];
  const shown = (speaker.chinese ? example?.zhHans : null) ?? example;
  const found = speaker.say({ en: "An example that this rule finds:", zhHans: "会被查出的示例：" });
  const passed = speaker.say({ en: "An example that passes:", zhHans: "不会被查出的示例：" });
  for (const [words, text] of [
    [found, shown?.found ?? null],
    [passed, shown?.passed ?? null],
  ] as const) {
    if (text !== null) parts.push("", words, "", text.replace(/^/gm, "    "));
  }
  if (!belongsToNoPlan.test(definition.code)) {
    const silence = `# plan-ignore ${definition.code}: `;
    parts.push(
      "",
      speaker.say({
        en: `Accept one case: write "${silence}reason" at its line.`,
        zhHans: `个别情况可予接受：在该行写“${silence}理由”。`,
      }),
    );
  }
  return `${parts.join("\n")}\n`;
}

/** Findings without a line in a plan, at which a comment could accept them. */
const belongsToNoPlan = /^(?:input|usage|configuration|output|internal|suppression)\//;

async function explainItem(path: string, id: string, call: Call, context: CommandContext): Promise<number> {
  const { options } = call;
  const session = await openSession(context.host, {
    paths: path === "" ? [] : [path],
    asOf: typeof options.asOf === "string" ? options.asOf : undefined,
    only: "all",
    levels: [],
    trace: true,
  });
  const tell = await errorTeller(context, options);
  for (const finding of session.findings) tell(finding);
  const [job, second] = session.jobs;
  if (session.findings.length > 0 || job === undefined) return EXIT_COULD_NOT_RUN;
  if (second !== undefined)
    return refuse(context, options, usageFinding(severalPlans(path, session.jobs.length)));
  const { compilation, exit } = await session.compile(job);
  if (compilation.index === null) {
    for (const finding of compilation.findings) tell(finding);
    return worseExit(exit, EXIT_FINDINGS);
  }
  const items = findItems(compilation.index, id);
  const [item] = items;
  if (item === undefined) return refuse(context, options, usageFinding(unknownItem(compilation.index, id)));
  const entity = searchEntity(options.entity);
  entity.look(entityNames(compilation));
  const unknown = entity.fault();
  if (unknown !== null) return refuse(context, options, unknown);
  await printItem(items, call, context, compilation);
  return EXIT_CLEAN;
}

/** What is known of the first of several items with one id, the others named, and the findings about it. */
async function printItem(
  [item, ...others]: readonly Item[],
  { options }: Call,
  context: CommandContext,
  compilation: Compilation,
): Promise<void> {
  if (item === undefined) return;
  const { speaker, host } = context;
  const entity = entityId(compilation, options.entity);
  const mechanism =
    item.kind === "figure"
      ? compilation.index?.holderOf(item.id.value)
      : compilation.plan?.mechanisms.find((one: Mechanism) => one === item);
  const body =
    item.kind === "indicator"
      ? explainIndicator({ compilation, id: item.id.value, entity, speaker })
      : mechanism === undefined
        ? await otherText(item, compilation, speaker)
        : await explainMechanism({
            compilation,
            mechanism,
            marked: item.kind === "figure" ? item.id.value : null,
            speaker,
          });
  const earned = explainEarnedValue(compilation, mechanism ?? item, speaker);
  const also = others.map((other) => alsoText(other, speaker)).join("");
  const subject = mechanism ?? item;
  const about = compilation.findings.filter(
    (f) =>
      (f.subject?.kind === subject.kind && f.subject.id === subject.id.value) || namesPlaceOf(subject, f),
  );
  const output = await outputOptions(context, options);
  host.out.write(
    `${body}${earned}${also}\n${about.map((f) => findingText([f], { ...output, sectionOf: compilation.sectionOf })).join("\n")}`,
  );
}

/** True for a finding that several items share, and that names this one as a further place. */
function namesPlaceOf({ id }: Item, { related }: Diagnostic): boolean {
  return related.some(({ span }) => span.start === id.span.start && span.file.name === id.span.file.name);
}

function severalPlans(path: string, count: number): CallFault {
  return {
    en: `${path === "" ? "the current folder" : typed(path)} holds ${count} plans; name one of them before the #`,
    zhHans: `“${path === "" ? "当前文件夹" : path}”中有 ${count} 个方案，请在 # 前写明其中一个`,
    given: path,
  };
}

function unknownItem(index: PlanIndex, id: string): CallFault {
  const ids = index.items.flatMap((item) => [item.id.value, `${item.kind}/${item.id.value}`]);
  return {
    en: id === "" ? "the id after # is missing" : `the plan has no item with the id ${typed(id)}`,
    zhHans: id === "" ? "# 后缺少编号" : `方案中没有编号为“${id}”的内容`,
    given: id,
    suggestion: nearest(id, ids),
  };
}

/** The items that `ID` or `kind/ID` means; an indicator before other kinds. */
function findItems(index: PlanIndex, id: string): readonly Item[] {
  const slash = id.indexOf("/");
  const kind = id.slice(0, Math.max(slash, 0));
  const ofKind = index.items.filter(
    (i) => (i.kind === kind || kindWords[i.kind].zhHans === kind) && i.id.value === id.slice(slash + 1),
  );
  if (ofKind.length > 0) return ofKind.slice(0, 1);
  const same = index.items.filter((item) => item.id.value === id);
  const entry = same.length === 0 ? index.find("figure", id) : undefined;
  if (entry !== undefined) return [entry];
  return [...same.filter((i) => i.kind === "indicator"), ...same.filter((i) => i.kind !== "indicator")];
}

function alsoText(item: Item, speaker: Speaker): string {
  const place = printableLine(citePlace(item.span));
  const id = printableLine(`${item.kind}/${item.id.value}`);
  const word = speaker.say(kindWords[item.kind]);
  const head = speaker.say({ en: `The ${word} has the same id: `, zhHans: `另有同编号的${word}：` });
  return `\n${head}#${id}  ${place}\n`;
}

/** A section as its readers will see it; of other items the lines that state them. */
async function otherText(item: Item, compilation: Compilation, speaker: Speaker): Promise<string> {
  const section = compilation.plan?.sections.find((one) => one === item);
  return section === undefined ? itemText(item, speaker) : explainSection({ compilation, section, speaker });
}

/** Lines of an item that are shown. */
const mostLines = 20;

function itemText(item: Item, speaker: Speaker): string {
  const { file, start, end } = item.span;
  const first = positionAt(file, start).line;
  const last = positionAt(file, Math.max(start, end - 1)).line;
  const shown = Math.min(last, first + mostLines - 1);
  const width = String(shown).length;
  const lines: string[] = [];
  for (let line = first; line <= shown; line++) {
    lines.push(
      `${String(line).padStart(width)} | ${cutTo(printableLine(lineText(file, line)), 400)}`.trimEnd(),
    );
  }
  if (shown < last) lines.push(`${" ".repeat(width)} | …`);
  const heading = `${speaker.say(kindWords[item.kind])} ${item.id.value}  ${citePlace(item.span)}`;
  return `${printableLine(heading)}\n\n${lines.join("\n")}\n`;
}
