/** `plan config`: which settings hold for a file, and where each comes from. */
import { allCodes } from "../../codes.ts";
import { makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { Speaker } from "../../language/speaker.ts";
import { bindData } from "../../load/bind/head.ts";
import { text } from "../../load/bind/read-map.ts";
import { decodeText } from "../../load/decode.ts";
import { missingPath } from "../../load/input-codes.ts";
import { readYaml } from "../../load/yaml.ts";
import { isoDay } from "../../plan/days.ts";
import type { Plan } from "../../plan/plan.ts";
import { recordKinds } from "../../records/index.ts";
import { joinPath, parentFolder, printedPath } from "../../text/paths.ts";
import { printableLine } from "../../text/printable.ts";
import { citePlace } from "../../text/sheet-cell.ts";
import { displayWidth, padTo } from "../../text/width.ts";
import type { Call } from "../args.ts";
import { configurationFinder, configurationName } from "../config.ts";
import { type Configuration, defaultSettings } from "../configuration.ts";
import { configuredFiles } from "../configured-data.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { maxFileBytes } from "../session.ts";
import { errorTeller, refuse } from "./output.ts";

/** A setting as it holds. `from`: `file:line`; null where planwright's own default holds. */
interface Setting {
  readonly name: string;
  /** Null for none, and for no limit. */
  readonly value: string | null;
  readonly from: string | null;
}

/** Runs `plan config [path]`. */
export async function runConfig(call: Call, context: CommandContext): Promise<number> {
  const { host } = context;
  const given = call.paths[0] ?? ".";
  const path = joinPath(host.cwd, given.replaceAll("\\", "/"));
  const kind = host.kindOf(path);
  if (kind === "missing")
    return refuse(context, call.options, makeDiagnostic(missingPath, null, { path: given }));
  const configurationOf = configurationFinder(host, () => allCodes.map(({ code }) => code));
  const configuration = configurationOf(kind === "folder" ? path : parentFolder(path));
  const plan = kind === "file" ? planHead(host, path, configuration.root) : null;
  const here = configurationOf(host.cwd);
  const settings = settingsOf(configuration, { here, plan }, context);
  if (call.options.format === "json") host.out.write(jsonText(configuration, settings, context));
  else host.out.write(plainText(configuration, settings, context) + passedOver(configuration, here, context));
  const tell = await errorTeller(context, call.options);
  for (const finding of configuration.findings) tell(finding);
  return configuration.findings.length > 0 ? EXIT_COULD_NOT_RUN : EXIT_CLEAN;
}

/** What a plan says itself that a setting says for others; null for what is no plan that can be read. */
function planHead(host: Host, path: string, root: string): PlanHead | null {
  const read = host.read(path, { maxBytes: maxFileBytes, root });
  const file = read.ok ? decodeText(printedPath(host.cwd, path), read.bytes).value : null;
  const tree = file === null ? null : readYaml(file).value.root;
  return tree === null ? null : { folder: parentFolder(path), id: text(tree, "id"), data: bindData(tree) };
}

interface PlanHead extends Pick<Plan, "id" | "data"> {
  readonly folder: string;
}

/** The data files that hold: those that the plan names, else those of the settings. */
function dataSettings(
  { data, root, places }: Configuration,
  plan: PlanHead | null,
  { host }: CommandContext,
): readonly Setting[] {
  return recordKinds.map(({ name }) => {
    const own = plan?.data[name] ?? [];
    const configured = plan === null ? data[name] : configuredFiles(data[name], root, plan.id?.value ?? null);
    const folder = own.length > 0 ? (plan?.folder ?? root) : root;
    const paths = (own.length > 0 ? own : configured).map(({ path }) => {
      const absolute = joinPath(folder, path.value.replaceAll("\\", "/"));
      return printedPath(host.cwd, absolute);
    });
    const from = own[0] === undefined ? (places.get(`data.${name}`) ?? null) : citePlace(own[0].span);
    return { name: `data.${name}`, value: paths.length === 0 ? null : paths.join(", "), from };
  });
}

/** Every setting: that of the file where it sets one, else what holds without. `here` is the configuration of the working folder. */
function settingsOf(
  configuration: Configuration,
  { here, plan }: { readonly here: Configuration; readonly plan: PlanHead | null },
  context: CommandContext,
): readonly Setting[] {
  const { asOf, levels, templates, places } = configuration;
  const { host, speaker } = context;
  const from = (name: string): string | null => places.get(name) ?? null;
  const usual: Readonly<Record<string, string>> = {
    "fail-on": "error",
    format: "text",
    lang: speaker.language,
  };
  return [
    { name: "as-of", value: asOf === null ? host.today() : isoDay(asOf), from: from("as-of") },
    {
      name: "templates",
      value: templates === null ? null : printedPath(host.cwd, templates),
      from: from("templates"),
    },
    ...dataSettings(configuration, plan, context),
    // Of a call, not of a plan: they come from the working folder.
    ...Object.entries(defaultSettings).map(([key, { option }]) => {
      const name = `defaults.${key}`;
      return {
        name,
        value: here.defaults[option] ?? usual[key] ?? null,
        from: here.places.get(name) ?? null,
      };
    }),
    ...[...levels].map(([rule, level]) => ({
      name: `rules.${rule}`,
      value: level,
      from: from(`rules.${rule}`),
    })),
  ];
}

function plainText(
  { root, file }: Configuration,
  settings: readonly Setting[],
  { host, speaker }: CommandContext,
): string {
  const colon = speaker.chinese ? "：" : ": ";
  const none = speaker.say({
    en: `no ${configurationName} above it`,
    zhHans: `上级文件夹中没有 ${configurationName}`,
  });
  const head = [
    `${speaker.say({ en: "configuration", zhHans: "配置文件" })}${colon}${file === null ? none : printableLine(printedPath(host.cwd, file))}`,
    `${speaker.say({ en: "root", zhHans: "根目录" })}${colon}${printableLine(printedPath(host.cwd, root))}`,
  ];
  const usual = speaker.say({ en: "default", zhHans: "默认值" });
  const shown = settings.map(({ name, value, from }) => ({
    name: printableLine(name),
    value: value === null ? nothingIn(name, speaker) : printableLine(value),
    from: from === null ? usual : printableLine(from),
  }));
  const width = (key: "name" | "value"): number =>
    Math.max(...shown.map((setting) => displayWidth(setting[key])));
  const [names, values] = [width("name"), width("value")];
  const rows = shown.map(
    ({ name, value, from }) => `  ${padTo(name, names)}  ${padTo(value, values)}  ${from}`,
  );
  return `${[...head, ...rows].join("\n")}\n`;
}

/** What a file further down says for calls, which heed the file of the folder that they are made in; empty for nothing. */
function passedOver(
  { file, root, places }: Configuration,
  here: Configuration,
  { host, speaker }: CommandContext,
): string {
  const found = file === here.file ? undefined : [...places].find(([name]) => name.startsWith("defaults."));
  if (found === undefined) return "";
  const [, place] = found;
  const folder = printedPath(host.cwd, root);
  const words = {
    en: `${place}: its defaults hold for calls made from within ${folder}, not for this one`,
    zhHans: `“${place}”中的 defaults 只对在“${folder}”内执行的命令有效，对本次命令无效`,
  };
  return `${printableLine(speaker.say(words, [place, folder]))}\n`;
}

function nothingIn(name: string, speaker: Speaker): string {
  return name === "defaults.max-warnings"
    ? speaker.say({ en: "no limit", zhHans: "不限" })
    : speaker.say({ en: "none", zhHans: "无" });
}

function jsonText(
  { root, file }: Configuration,
  settings: readonly Setting[],
  { host }: CommandContext,
): string {
  const shown = {
    configuration: file === null ? null : printedPath(host.cwd, file),
    root: printedPath(host.cwd, root),
    settings,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
