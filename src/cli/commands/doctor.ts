/** `plan doctor`: what this machine has of all that planwright uses, and what to do about what is missing. */
import { engines } from "../../../package.json";
import { allCodes } from "../../codes.ts";
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { MachineFacts, TriedPrinter } from "../../host/host.ts";
import type { Speaker } from "../../language/speaker.ts";
import { joinPath, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import type { Call } from "../args.ts";
import { configurationFinder, configurationName } from "../config.ts";
import type { Configuration } from "../configuration.ts";
import { EXIT_CLEAN, EXIT_FINDINGS } from "../exit-code.ts";
import { marginBoxesSince } from "../pdf-maker.ts";
import type { CommandContext } from "../run.ts";

/** One thing that was looked at. `missing`: only part of what planwright does is not possible; `fault`: it cannot work. */
interface Check {
  readonly id: string;
  readonly name: Localized;
  readonly state: "ok" | "missing" | "fault";
  /** What was found. */
  readonly found: Localized;
  /** What to do; null when there is nothing. */
  readonly cure: Localized | null;
}

/** Versions of the plan format and of the JSON that commands print, by the names of their schemas. */
const schemaVersions = { plan: 1, "check-output": 1, "diff-output": 1, "compiled-plan": 1 } as const;

/** Runs `plan doctor`. Exit code 1 when planwright cannot work here. */
export async function runDoctor(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  const facts = await host.examineMachine(host.cwd);
  const configuration = configurationFinder(host, () => allCodes.map(({ code }) => code))(host.cwd);
  const checks: readonly Check[] = [
    versionCheck(host.version),
    nodeCheck(facts),
    configurationCheck(configuration, context),
    folderCheck(facts, host.cwd),
    gitCheck(facts),
    chromiumCheck(facts.printer),
    ...fontCheck(facts.printer),
  ];
  host.out.write(call.options.format === "json" ? json(checks, context) : text(checks, speaker));
  return checks.some(({ state }) => state === "fault") ? EXIT_FINDINGS : EXIT_CLEAN;
}

function same(value: string): Localized {
  return { en: value, zhHans: value };
}

function versionCheck(version: string): Check {
  const { plan, "check-output": check, "diff-output": diff, "compiled-plan": compiled } = schemaVersions;
  return {
    id: "planwright",
    name: same("planwright"),
    state: "ok",
    found: {
      en: `${version}; plan format ${plan}; JSON output of check ${check}, of diff ${diff}, of export ${compiled}`,
      zhHans: `${version}；方案格式第 ${plan} 版；JSON 输出：check 第 ${check} 版，diff 第 ${diff} 版，export 第 ${compiled} 版`,
    },
    cure: null,
  };
}

function nodeCheck({ node, platform }: MachineFacts): Check {
  const fits = isSupported(node);
  return {
    id: "node",
    name: same("Node.js"),
    state: fits ? "ok" : "fault",
    found: same(`${node} (${platform})`),
    cure: fits
      ? null
      : {
          en: `install Node.js 22.12 or later (supported: ${engines.node})`,
          zhHans: `请安装 Node.js 22.12 或更高版本（支持范围：${engines.node}）`,
        },
  };
}

/** The range of `engines` in package.json: 20 from 19 on, 22 from 12 on, all later ones. */
function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

function configurationCheck({ root, findings }: Configuration, { host }: CommandContext): Check {
  const path = joinPath(root, configurationName);
  const there = host.kindOf(path) === "file";
  const printed = printableLine(printedPath(host.cwd, path));
  const [first] = findings;
  if (first !== undefined)
    return {
      id: "configuration",
      name: { en: "settings", zhHans: "设置" },
      state: "fault",
      found: { en: `${printed}: ${first.message.en}`, zhHans: `“${printed}”：${first.message.zhHans}` },
      cure: { en: "plan check shows the line", zhHans: "plan check 会指出所在行" },
    };
  return {
    id: "configuration",
    name: { en: "settings", zhHans: "设置" },
    state: "ok",
    found: there
      ? { en: printed, zhHans: `“${printed}”` }
      : {
          en: `no ${configurationName}; the defaults apply`,
          zhHans: `没有 ${configurationName}，采用默认设置`,
        },
    cure: null,
  };
}

function folderCheck({ canWrite }: MachineFacts, cwd: string): Check {
  const folder = printableLine(cwd);
  return {
    id: "folder",
    name: { en: "folder", zhHans: "当前文件夹" },
    state: canWrite ? "ok" : "missing",
    found: canWrite
      ? { en: `${folder} is writable`, zhHans: `“${folder}”可以写入` }
      : { en: `${folder} is not writable`, zhHans: `“${folder}”不能写入` },
    cure: canWrite
      ? null
      : { en: "reports need --out with another folder", zhHans: "生成报告时用 --out 另选文件夹" },
  };
}

function gitCheck({ git }: MachineFacts): Check {
  return {
    id: "git",
    name: same("git"),
    state: git === null ? "missing" : "ok",
    found: git === null ? { en: "not found", zhHans: "未找到" } : same(git),
    cure:
      git === null
        ? {
            en: "needed only to compare a plan with earlier versions of itself",
            zhHans: "仅在与历史版本比较时需要",
          }
        : null,
  };
}

function chromiumCheck(printer: TriedPrinter): Check {
  const name = { en: "Chromium", zhHans: "Chromium" };
  if (printer.ok) {
    const old = printer.version > 0 && printer.version < marginBoxesSince;
    return {
      id: "chromium",
      name,
      state: old ? "missing" : "ok",
      found: same(`${printer.version || "?"} (${printableLine(printer.program)})`),
      cure: old
        ? {
            en: `page numbers need version ${marginBoxesSince} or later`,
            zhHans: `打印页码需 ${marginBoxesSince} 或更高版本`,
          }
        : null,
    };
  }
  const { program, cause, detail } = printer.failure;
  const where = program === null ? "" : printableLine(program);
  const words = printableLine(detail).slice(0, 200);
  return {
    id: "chromium",
    name,
    state: "missing",
    found:
      cause === "not-found"
        ? { en: "not found", zhHans: "未找到" }
        : cause === "not-a-program"
          ? { en: `${where} is not a program`, zhHans: `“${where}”不是可执行程序` }
          : {
              en: `${where} does not start${words === "" ? "" : `: ${words}`}`,
              zhHans: `“${where}”无法启动${words === "" ? "" : `：“${words}”`}`,
            },
    cure: {
      en: "for PDFs, install Chromium, Chrome or Edge, or name it in PLANWRIGHT_CHROMIUM; everything else works without",
      zhHans:
        "如需生成 PDF，请安装 Chromium、Chrome 或 Edge，或用 PLANWRIGHT_CHROMIUM 指明其位置；其他功能不受影响",
    },
  };
}

/** Asked of Chromium, for it prints; without it nothing is known. */
function fontCheck(printer: TriedPrinter): readonly Check[] {
  if (!printer.ok) return [];
  const { lacksChinese } = printer;
  return [
    {
      id: "chinese-font",
      name: { en: "Chinese font", zhHans: "中文字体" },
      state: lacksChinese ? "missing" : "ok",
      found: lacksChinese ? { en: "not found", zhHans: "未找到" } : { en: "found", zhHans: "已安装" },
      cure: lacksChinese
        ? {
            en: "Chinese in PDFs needs a font such as Noto Sans CJK",
            zhHans: "PDF 中的中文需要字体，如思源黑体（Noto Sans CJK）",
          }
        : null,
    },
  ];
}

const marks: Readonly<Record<Check["state"], string>> = { ok: "✓", missing: "◆", fault: "×" };
const words: Readonly<Record<Check["state"], Localized>> = {
  ok: { en: "ok", zhHans: "正常" },
  missing: { en: "missing", zhHans: "缺少" },
  fault: { en: "fault", zhHans: "有误" },
};

function text(checks: readonly Check[], speaker: Speaker): string {
  const colon = speaker.chinese ? "：" : ": ";
  return checks
    .map(({ name, state, found, cure }) => {
      const kept = [found.en, found.zhHans];
      const line = `${marks[state]} ${speaker.say(words[state])}  ${speaker.say(name)}${colon}${speaker.say(found, kept)}\n`;
      return cure === null ? line : `${line}    ${speaker.say(cure)}\n`;
    })
    .join("");
}

/** `schemaVersion` 1; texts in the language of the call. */
function json(checks: readonly Check[], { host, speaker }: CommandContext): string {
  const output = {
    schemaVersion: 1,
    tool: { name: "planwright", version: host.version },
    schemas: schemaVersions,
    checks: checks.map(({ id, state, found, cure }) => ({
      id,
      state,
      found: speaker.say(found),
      cure: cure === null ? null : speaker.say(cure),
    })),
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}
