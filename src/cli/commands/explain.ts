/** `plan explain`: a rule with its example, or how the status of an indicator came about. */
import { allCodes } from "../../codes.ts";
import type { Compilation } from "../../compile.ts";
import { type CodeDefinition, type Localized, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { findingText } from "../../findings-output/text.ts";
import type { Speaker } from "../../language/speaker.ts";
import { kindWords, severityWords } from "../../language/words.ts";
import { usageFault } from "../../load/input-codes.ts";
import type { Item } from "../../plan/plan.ts";
import { explainIndicator } from "../../report/explain.ts";
import { codeFrame } from "../../text/frame.ts";
import { citePlace } from "../../text/source.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { openSession } from "../session.ts";
import { outputOptions } from "./output.ts";

/** Runs `plan explain RULE` or `plan explain PLAN#ID`. */
export async function runExplain(call: Call, context: CommandContext): Promise<number> {
  const what = call.paths[0] ?? "";
  const at = what.lastIndexOf("#");
  return at < 0
    ? explainRule(what, call, context)
    : explainItem(what.slice(0, at), what.slice(at + 1), call, context);
}

async function explainRule(name: string, call: Call, context: CommandContext): Promise<number> {
  const definition = allCodes.find((code) => code.code === name);
  if (definition === undefined) {
    const words = {
      en: `there is no rule ${name}; for an indicator write PLAN#ID`,
      zhHans: `没有名为“${name}”的规则；要说明指标，请写成“方案文件#编号”`,
    };
    const codes = allCodes.map((code) => code.code);
    return refuse(words, nearest(name, codes), call, context);
  }
  const { ruleExamples } = await import("../../../generated/rule-examples.js");
  context.host.out.write(ruleText(definition, ruleExamples[name] ?? null, context.speaker));
  return EXIT_CLEAN;
}

function ruleText(definition: CodeDefinition, example: string | null, speaker: Speaker): string {
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
  if (example !== null) {
    const indented = example.trimEnd().replace(/^/gm, "    ");
    parts.push(
      "",
      speaker.say({ en: "An example that it finds:", zhHans: "会被查出的例子：" }),
      "",
      indented,
    );
  }
  const silence = `# plan-ignore ${definition.code}: `;
  parts.push(
    "",
    speaker.say({
      en: `Accept one case: write "${silence}reason" at its line.`,
      zhHans: `个别情况可予接受：在该行写“${silence}理由”。`,
    }),
  );
  return `${parts.join("\n")}\n`;
}

async function explainItem(path: string, id: string, call: Call, context: CommandContext): Promise<number> {
  const { options } = call;
  const session = await openSession(context.host, {
    paths: [path],
    asOf: typeof options.asOf === "string" ? options.asOf : undefined,
    only: "all",
    levels: [],
    trace: true,
  });
  const output = await outputOptions(context, options);
  for (const finding of session.findings) context.host.err.write(findingText(finding, output));
  const job = session.jobs[0];
  if (session.findings.length > 0 || job === undefined) return EXIT_COULD_NOT_RUN;
  const { compilation, unreadable } = await session.compile(job);
  if (compilation.index === null) {
    for (const finding of compilation.findings) context.host.out.write(findingText(finding, output));
    return unreadable ? EXIT_COULD_NOT_RUN : EXIT_FINDINGS;
  }
  const item = findItem(compilation, id);
  if (item === undefined) {
    const ids = compilation.index.items.map((i) => i.id.value);
    const words = { en: `the plan has no item with the id ${id}`, zhHans: `方案中没有编号为“${id}”的内容` };
    return refuse(words, nearest(id, ids), call, context);
  }
  const entity = typeof options.entity === "string" ? options.entity : null;
  const body =
    item.kind === "indicator"
      ? explainIndicator({ compilation, id: item.id.value, entity, speaker: context.speaker })
      : itemText(item, context.speaker);
  const about = compilation.findings.filter(
    (f) => f.subject?.kind === item.kind && f.subject.id === item.id.value,
  );
  context.host.out.write(`${body}\n${about.map((f) => findingText(f, output)).join("\n")}`);
  return EXIT_CLEAN;
}

/** `ID` or `kind/ID`; an indicator before other kinds. */
function findItem({ index }: Compilation, id: string): Item | undefined {
  if (index === null) return undefined;
  const slash = id.indexOf("/");
  const ofKind =
    slash < 0
      ? undefined
      : index.items.find((i) => i.kind === id.slice(0, slash) && i.id.value === id.slice(slash + 1));
  return ofKind ?? index.find("indicator", id) ?? index.items.find((item) => item.id.value === id);
}

function itemText(item: Item, speaker: Speaker): string {
  const frame = codeFrame(item.span, 100);
  const word = speaker.say(kindWords[item.kind]);
  return `${word} ${item.id.value}  ${citePlace(item.span)}\n\n  ${frame.source}\n`;
}

async function refuse(
  words: Localized,
  suggestion: string | null,
  call: Call,
  context: CommandContext,
): Promise<number> {
  const finding = makeDiagnostic(usageFault, null, { en: words.en, zhHans: words.zhHans }, { suggestion });
  context.host.err.write(findingText(finding, await outputOptions(context, call.options)));
  return EXIT_COULD_NOT_RUN;
}
