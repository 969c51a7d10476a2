/** `plan import TABLE --as plan`: an indicator table, XLSX, CSV or Word, into the draft of a plan. */
import { type Diagnostic, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { DraftTable } from "../../draft/index.ts";
import { type Language, languageOfTag, makeSpeaker } from "../../language/speaker.ts";
import { unwritable } from "../../load/input-codes.ts";
import { wordNote } from "../../load/word-codes.ts";
import { toSimplified } from "../../plan/chinese-number.ts";
import { baseName, joinPath, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import type { Call } from "../args.ts";
import { draftTables, isWordDocument, tablesNote } from "../draft-tables.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { importedBytes } from "../table-file.ts";
import { usageFinding } from "../usage.ts";
import { errorTeller, refuse } from "./output.ts";

/** Runs `plan import TABLE --as plan`. Exit code 1 when no draft could be made, or a part of the file could not be read. */
export async function runImportPlan(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  if (call.options.plan !== undefined) return refuse(context, call.options, usageFinding(planNamed));
  const path = joinPath(host.cwd, (call.paths[0] ?? "").replaceAll("\\", "/"));
  const bytes = importedBytes(host, path);
  if (!(bytes instanceof Uint8Array)) return refuse(context, call.options, bytes);
  const kit = await import("../../draft/index.ts");
  const tell = await errorTeller(context, call.options);
  const name = printedPath(host.cwd, path);
  const { value: tables, findings } = await draftTables(name, bytes, {
    isHeading: kit.isIndicatorHeading,
    mostRows: kit.mostRows,
    speaker,
  });
  const fileBase = baseName(path).replace(/\.[^.]+$/, "");
  const made = tables === null ? null : kit.makeDraft(tables, fileBase);
  const others = made === null || made.draft === null ? [] : leftOut(made.others, name);
  const told = [...findings, ...others, ...(made?.findings ?? [])];
  for (const finding of told) tell(finding);
  if (made === null || made.draft === null) return EXIT_FINDINGS;
  const language = languageAsked(call) ?? languageOf(tables ?? []);
  const own = await makeSpeaker(language);
  const id = idOf(fileBase);
  const text = await laidOut(kit.draftText({ draft: made.draft, id, speaker: own }));
  const out = typeof call.options.out === "string" ? call.options.out : `${fileBase}.plan.yaml`;
  const written = await writeDraft(text, joinPath(host.cwd, out), call, context);
  if (written !== EXIT_CLEAN) return written;
  const counts = { indicators: made.draft.indicators.length, doubts: made.doubts };
  host.out.write(
    `${summary(printableLine(printedPath(host.cwd, joinPath(host.cwd, out))), counts, context)}\n`,
  );
  return told.some(({ severity }) => severity === "error") ? EXIT_FINDINGS : EXIT_CLEAN;
}

const planNamed = {
  en: "--plan names the plan whose figures are taken over; with --as plan a new one is written (--out names its file)",
  zhHans: "--plan 用于指明导入数据所属的方案；--as plan 则新建方案，用 --out 指定文件",
};

/** What of a Word document is not in the draft: other tables, and paragraphs. */
function leftOut(others: readonly number[], name: string): readonly Diagnostic[] {
  if (!isWordDocument(name)) return [];
  const file = { name, text: "" };
  const args = { kind: "prose", count: 0, places: "" } as const;
  return [...tablesNote("other", others, file), makeDiagnostic(wordNote, { file, start: 0, end: 0 }, args)];
}

function languageAsked({ options }: Call): Language | null {
  return typeof options.planLang === "string" ? languageOfTag(options.planLang) : null;
}

/** The language in which the table is written. */
function languageOf(tables: readonly DraftTable[]): Language {
  const text = tables.map(({ file }) => file.text.slice(0, 20_000)).join("");
  if (!/\p{Script=Han}/u.test(text)) return "en";
  return toSimplified(text) === text ? "zh-Hans" : "zh-Hant";
}

/** The name of the file as id of the plan; `draft` where nothing of it can be one. */
function idOf(fileBase: string): string {
  const id = fileBase
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return [...id].slice(0, 40).join("").replace(/-+$/, "") || "draft";
}

async function laidOut(text: string): Promise<string> {
  const { layOut } = await import("../../format/layout.ts");
  return layOut(text) ?? text;
}

async function writeDraft(
  text: string,
  target: string,
  call: Call,
  context: CommandContext,
): Promise<number> {
  const { host } = context;
  const name = printableLine(printedPath(host.cwd, target));
  const result = await host.writeNew([{ path: target, content: text }]);
  if (result.ok) return EXIT_CLEAN;
  const exists = usageFinding({
    en: `${name} exists; nothing was written (--out names another file)`,
    zhHans: `“${name}”已存在，未写入（用 --out 另指文件）`,
    given: name,
  });
  const failed = makeDiagnostic(unwritable, null, { path: name, cause: result.code });
  await refuse(context, call.options, result.code === "EEXIST" ? exists : failed);
  return EXIT_COULD_NOT_RUN;
}

function summary(
  name: string,
  { indicators, doubts }: { readonly indicators: number; readonly doubts: number },
  { speaker }: CommandContext,
): string {
  const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  return speaker.say(
    {
      en: `wrote ${name}: ${count(indicators, "indicator", "indicators")}, ${count(doubts, "place", "places")} to be looked at; then: plan check ${name}`,
      zhHans: `已生成“${name}”：指标 ${indicators} 项，待核 ${doubts} 处；请核对后运行：plan check ${name}`,
    },
    [name],
  );
}
