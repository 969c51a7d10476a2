/** What `planwright.yaml` says for options that a call leaves out. It is that of the working folder: a call has one format, whatever it reads. */
import { languages, makeSpeaker } from "../language/speaker.ts";
import { printedPath } from "../text/paths.ts";
import type { Call } from "./args.ts";
import { configurationFinder } from "./config.ts";
import type { Configuration } from "./configuration.ts";
import type { CommandName } from "./forms/index.ts";
import type { CommandContext } from "./run.ts";

/** Commands that read plans, and so heed settings. */
const heeding: ReadonlySet<CommandName> = new Set(["check", "status", "explain", "report", "config"]);

/** The call and its context with the defaults of the working folder. A configuration with faults sets none: the command tells them. */
export async function withDefaults(
  call: Call,
  context: CommandContext,
): Promise<CommandContext & { readonly call: Call }> {
  if (!heeding.has(call.command)) return { ...context, call };
  // Rule levels are not asked here, so no rule need be known.
  const configuration = configurationFinder(context.host, () => [])(context.host.cwd);
  if (configuration.file === null) return { ...context, call };
  const wanted = languages.find((one) => one === configuration.defaults.lang);
  const speaker =
    wanted === undefined || context.askedLanguage !== null ? context.speaker : await makeSpeaker(wanted);
  return {
    ...context,
    speaker,
    call: { ...call, options: { ...call.options, ...defaultsOf(call, configuration, context) } },
  };
}

function defaultsOf(
  { command, options }: Call,
  { defaults, templates, places }: Configuration,
  { host }: CommandContext,
): Call["options"] {
  if (command === "report" && options.templates !== undefined) return {};
  const given: Record<string, string | null> =
    command === "check"
      ? { failOn: defaults.failOn, maxWarnings: defaults.maxWarnings, format: defaults.format }
      : command === "report"
        ? {
            templates: templates === null ? null : printedPath(host.cwd, templates),
            // No option of a call: where the setting stands, for what is told of it.
            templatesFrom: places.get("templates") ?? null,
          }
        : {};
  const missing = Object.entries(given).filter(
    ([name, value]) => value !== null && options[name] === undefined,
  );
  return Object.fromEntries(missing) as Call["options"]; // none of them is null
}
