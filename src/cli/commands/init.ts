/** `plan init`: the files of a new plan, or the sheets in which the figures of a plan are filled in. */
import { type Compilation, compile } from "../../compile.ts";
import { makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { type Language, languageOfTag, makeSpeaker, type Speaker } from "../../language/speaker.ts";
import { unwritable } from "../../load/input-codes.ts";
import { parseIsoDay } from "../../plan/days.ts";
import { rules } from "../../rules/index.ts";
import type { StarterFile } from "../../starter/index.ts";
import { joinPath, parentFolder, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import type { Call } from "../args.ts";
import { configurationName } from "../config.ts";
import { EXIT_CLEAN } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { gatherAnswers } from "../starter-questions.ts";
import { type CallFault, usageFinding } from "../usage.ts";
import { sayWritten } from "../written-files.ts";
import { errorTeller, refuse } from "./output.ts";
import { schemaText } from "./schema.ts";

/** Runs `plan init [folder]`. */
export async function runInit(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  if (call.options.records === true) return (await import("./init-records.ts")).runInitRecords(call, context);
  const folder = joinPath(host.cwd, (call.paths[0] ?? ".").replaceAll("\\", "/"));
  const plan = await planSpeaker(call, context);
  const kit = await import("../../starter/index.ts");
  const asking = call.options.yes !== true && host.input.isTerminal() && host.out.isTerminal;
  const answered = gatherAnswers(call, context, { kit, plan, asking });
  if (answered.kind === "fault") return refuse(context, call.options, usageFinding(answered.fault));
  if (answered.kind === "ended") return refuse(context, call.options, usageFinding(endedEarly));
  const { answers } = answered;
  const files = kit.starterFiles({
    answers,
    speaker: plan,
    version: host.version,
    schema: await schemaText("plan", plan),
    whole: settingsAbove(host, folder) === null,
  });
  const found = compiledNew(files, host).findings;
  const faults = found.filter(({ severity, code }) => severity === "error" && !code.startsWith("status/"));
  if (faults.length > 0) {
    const tell = await errorTeller(context, call.options);
    for (const finding of faults) tell(finding);
    return refuse(context, call.options, usageFinding(contradiction));
  }
  const written = await writeFiles(files, folder, call, context);
  if (written !== EXIT_CLEAN) return written;
  host.out.write(
    speaker.say(
      nextSteps(call.paths[0], files, host, folder),
      files.map((f) => f.path),
    ),
  );
  const owed = found.find(({ code }) => code.startsWith("status/"));
  if (owed !== undefined) host.out.write(`${speaker.say(figuresOwed(owed.code, host, folder, files))}\n`);
  return EXIT_CLEAN;
}

/** The language of the new plan: as asked for, else that of the messages. */
async function planSpeaker({ options }: Call, { speaker }: CommandContext): Promise<Speaker> {
  const asked: Language | null =
    typeof options.planLang === "string" ? languageOfTag(options.planLang) : null;
  return asked === null ? speaker : makeSpeaker(asked);
}

/** The settings of a repository that the folder lies in; null when it is to be one of its own. */
function settingsAbove(host: Host, folder: string): string | null {
  for (let at = folder; parentFolder(at) !== at; ) {
    at = parentFolder(at);
    const path = joinPath(at, configurationName);
    if (host.kindOf(path) === "file") return path;
  }
  return null;
}

/** The new plan, checked before it is written: answers may contradict each other. */
function compiledNew(files: readonly StarterFile[], host: Host): Compilation {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const [plan] = files;
  return compile({
    name: plan?.path ?? "",
    bytes: bytes(plan?.text ?? ""),
    asOf: parseIsoDay(host.today()) ?? 0,
    include: (path) => {
      const found = files.find((file) => file.path === path);
      return found === undefined
        ? { ok: false, failure: "missing" }
        : { ok: true, name: path, bytes: bytes(found.text) };
    },
    rules,
    levels: new Map(),
    only: "all",
  });
}

async function writeFiles(
  files: readonly StarterFile[],
  folder: string,
  call: Call,
  context: CommandContext,
): Promise<number> {
  const { host, speaker } = context;
  const printed = (path: string): string => printableLine(printedPath(host.cwd, path));
  const placed = files.map(({ path, text }) => ({ path: joinPath(folder, path), content: text }));
  const there = placed.filter(({ path }) => host.kindOf(path) !== "missing");
  const missing = placed.filter((file) => !there.includes(file));
  if (there.length > 0 && (call.options.keep !== true || missing.length === 0)) {
    const names = there.map(({ path }) => printed(path));
    const fault = call.options.keep === true ? nothingMissing(names) : existing(names);
    return refuse(context, call.options, usageFinding(fault));
  }
  const result = await host.writeNew(missing);
  if (!result.ok) {
    const finding =
      result.code === "EEXIST"
        ? usageFinding(existing([printed(result.path)]))
        : makeDiagnostic(unwritable, null, { path: printed(result.path), cause: result.code });
    return refuse(context, call.options, finding);
  }
  for (const { path } of missing) sayWritten(path, context);
  for (const { path } of there) {
    const name = printed(path);
    host.out.write(`${speaker.say({ en: `kept ${name}`, zhHans: `保留“${name}”` }, [name])}\n`);
  }
  return EXIT_CLEAN;
}

const endedEarly: CallFault = {
  en: "the input ended before the last question; nothing was written (--yes uses the default answers)",
  zhHans: "问题尚未答完，输入已结束，未写入任何文件（用 --yes 可采用默认内容）",
};

const contradiction: CallFault = {
  en: "the answers do not make a plan without errors; nothing was written",
  zhHans: "按所填内容生成的方案存在错误，未写入任何文件",
};

/** With `--keep`, when there is nothing to write beside what is kept. */
function nothingMissing(names: readonly string[]): CallFault {
  return {
    en: `nothing left to write: ${names.join(", ")} are all there`,
    zhHans: `没有需要写入的文件：“${names.join("”“")}”均已存在`,
    given: names.join("、"),
  };
}

function existing(names: readonly string[]): CallFault {
  return {
    en: `already there: ${names.join(", ")}; nothing was written (--keep keeps them and writes the others)`,
    zhHans: `以下文件已存在：“${names.join("”“")}”；未写入任何文件（用 --keep 可保留这些文件，只写入其余的）`,
    given: names.join("、"),
  };
}

function nextSteps(
  given: string | undefined,
  files: readonly StarterFile[],
  host: Host,
  folder: string,
): { readonly en: string; readonly zhHans: string } {
  const plan = printableLine(printedPath(host.cwd, joinPath(folder, files[0]?.path ?? "")));
  const check = given === undefined || given === "." ? "plan check" : `plan check ${quoted(given)}`;
  const outer = repositoryAbove(host, folder);
  const whole = files.some(({ path }) => path === configurationName);
  const move =
    outer !== null && whole
      ? {
          en: `GitHub, GitLab and pre-commit read their files only at the top of the repository:\n  move .github, .gitlab-ci.yml and .pre-commit-config.yaml there.\n`,
          zhHans: `GitHub、GitLab 和 pre-commit 只读取代码库顶层的文件：\n  请将 .github、.gitlab-ci.yml 和 .pre-commit-config.yaml 移到那里。\n`,
        }
      : { en: "", zhHans: "" };
  return {
    en: `\nNext:\n  1. Replace the examples in ${plan}.\n  2. ${check}\n  3. plan report ${quoted(plan)} --to html\n${move.en}`,
    zhHans: `\n下一步：\n  1. 替换“${plan}”中的示例内容。\n  2. ${check}\n  3. plan report ${quoted(plan)} --to html\n${move.zhHans}`,
  };
}

/** A period that has begun owes figures from the first day on: what `plan check` will say of it, and what to do. */
function figuresOwed(
  rule: string,
  host: Host,
  folder: string,
  files: readonly StarterFile[],
): { readonly en: string; readonly zhHans: string } {
  const plan = quoted(printableLine(printedPath(host.cwd, joinPath(folder, files[0]?.path ?? ""))));
  return {
    en: `\nThe period has begun, and its figures are not reported yet: until they are, plan check warns (${rule}).\nplan init --records ${plan} writes the sheet of what is due.`,
    zhHans: `\n实施期已经开始，实际值尚未报送：补报之前，plan check 会给出警告（${rule}）。\nplan init --records ${plan} 可生成应报数据的填报表。`,
  };
}

/** The folder of a repository that lies above a folder; null when there is none, or when it is the folder itself. */
function repositoryAbove(host: Host, folder: string): string | null {
  if (host.kindOf(joinPath(folder, ".git")) !== "missing") return null;
  for (let at = folder; parentFolder(at) !== at; ) {
    at = parentFolder(at);
    if (host.kindOf(joinPath(at, ".git")) !== "missing") return at;
  }
  return null;
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `"${printableLine(path)}"`;
}
