/** What `planwright.yaml` may hold, as data, and how it is read. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Level } from "../diagnostics/levels.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { checkFormats } from "../findings-output/formats.ts";
import { languages } from "../language/speaker.ts";
import type { YamlEntry } from "../load/yaml-node.ts";
import { parseIsoDay } from "../plan/days.ts";
import type { Day } from "../plan/time.ts";
import { type ConfiguredData, noConfiguredData, readConfiguredData } from "./configured-data.ts";
import { dayMeant } from "./day-meant.ts";
import { type Draft, entriesOf, fault, placeBelow, setPlace, textOf, unknownKey } from "./setting-draft.ts";
import { typed } from "./usage.ts";

/** Options that a repository sets for whoever gives none. */
export interface Defaults {
  readonly failOn: string | null;
  readonly maxWarnings: string | null;
  readonly format: string | null;
  readonly lang: string | null;
}

/** Settings of a repository of plans. */
export interface Configuration {
  /** Folder that nothing may leave. */
  readonly root: string;
  /** Absolute path of the file; null without one. */
  readonly file: string | null;
  readonly asOf: Day | null;
  readonly levels: ReadonlyMap<string, Level>;
  /** Absolute folder of report templates; null for none. */
  readonly templates: string | null;
  /** Data files of the plans that name none of a kind themselves. */
  readonly data: ConfiguredData;
  readonly defaults: Defaults;
  /** `file:line` of every setting by its name (`as-of`, `rules.target/conflict`, `defaults.format`). */
  readonly places: ReadonlyMap<string, string>;
  /** Faults of the configuration itself; with any, the run ends with exit code 2. */
  readonly findings: readonly Diagnostic[];
}

export const levelNames: readonly Level[] = ["error", "warning", "info", "off"];

const noDefaults: Defaults = { failOn: null, maxWarnings: null, format: null, lang: null };

/** A configuration that sets nothing. */
export function emptyConfiguration(root: string, file: string | null): Configuration {
  return {
    root,
    file,
    asOf: null,
    levels: new Map(),
    templates: null,
    data: noConfiguredData,
    defaults: noDefaults,
    places: new Map(),
    findings: [],
  };
}

/** Keys of the file. `x-…` is free. */
export const settingNames = ["as-of", "rules", "templates", "data", "defaults"] as const;

/** Keys under `defaults`, with the option that each stands for and what it may be; null for a count. */
export const defaultSettings: Readonly<
  Record<string, { readonly option: keyof Defaults; readonly values: readonly string[] | null }>
> = {
  "fail-on": { option: "failOn", values: ["error", "warning", "info", "never"] },
  "max-warnings": { option: "maxWarnings", values: null },
  format: { option: "format", values: checkFormats },
  lang: { option: "lang", values: languages },
};

/** Reads the keys of a configuration; every fault is told at its place. */
export function readSettings(
  root: string,
  file: string,
  entries: readonly YamlEntry[],
  before: readonly Diagnostic[],
  { knownCodes, isFolder }: SettingsSurroundings,
): Configuration {
  const draft: SettingsDraft = {
    root,
    knownCodes,
    isFolder,
    levels: new Map(),
    places: new Map(),
    findings: before.filter((f) => f.severity === "error"),
    asOf: null,
    templates: null,
    data: noConfiguredData,
    defaults: noDefaults,
  };
  for (const entry of entries) {
    const name = entry.key.text;
    if (name.startsWith("x-")) continue;
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (read === undefined) unknownKey(draft, entry.key, settingNames);
    else read(draft, entry);
  }
  const { asOf, levels, templates, data, defaults, places } = draft;
  const findings = draft.findings.filter((one) => before.includes(one) || !isCutShort(one, before));
  return { root, file, asOf, levels, templates, data, defaults, places, findings };
}

/** What stands where the text itself is at fault is not what was meant. */
function isCutShort({ span }: Diagnostic, before: readonly Diagnostic[]): boolean {
  return before.some(
    (fault) =>
      fault.severity === "error" &&
      span !== null &&
      fault.span !== null &&
      fault.span.start < Math.max(span.end, span.start + 1) &&
      span.start < Math.max(fault.span.end, fault.span.start + 1),
  );
}

/** What settings name that they do not hold themselves. */
export interface SettingsSurroundings {
  /** The names of the rules that may be set. */
  readonly knownCodes: () => readonly string[];
  /** True for the absolute path of a folder. */
  readonly isFolder: (path: string) => boolean;
}

/** A configuration while it is read. */
interface SettingsDraft extends Draft, SettingsSurroundings {
  readonly levels: Map<string, Level>;
  asOf: Day | null;
  templates: string | null;
  data: ConfiguredData;
  defaults: Defaults;
}

const readers: Readonly<Record<string, (draft: SettingsDraft, entry: YamlEntry) => void>> = {
  "as-of": (draft, { value }) => {
    const text = textOf(value);
    draft.asOf = parseIsoDay(text);
    if (draft.asOf !== null) {
      setPlace(draft, "as-of", value);
      return;
    }
    const en = `as-of is no date: ${typed(text)}; write a day such as 2026-06-30`;
    fault(
      draft,
      value.span,
      en,
      `as-of 不是日期：“${text}”，应写成 2026-06-30 这样的日期`,
      text,
      dayMeant(text),
    );
  },
  rules: (draft, { value }) => {
    const words = ["rules holds lines of the form RULE: LEVEL", "rules 之下每行应为“规则名: 级别”"] as const;
    for (const entry of entriesOf(draft, value, ...words)) readLevel(draft, entry);
  },
  templates: (draft, { value }) => {
    const text = textOf(value);
    const folder = placeBelow(draft.root, text);
    if (folder !== null && draft.isFolder(folder)) {
      draft.templates = folder;
      setPlace(draft, "templates", value);
      return;
    }
    if (folder !== null) {
      const none = `templates: there is no folder ${typed(text)} beside this file`;
      fault(draft, value.span, none, `templates：本文件旁没有名为“${text}”的文件夹`, text);
      return;
    }
    const en = `templates must be a folder below that of this file, not ${typed(text)}`;
    fault(draft, value.span, en, `templates 应为本文件所在文件夹之内的文件夹，不能是“${text}”`, text);
  },
  data: (draft, { value }) => {
    draft.data = readConfiguredData(draft, value);
  },
  defaults: (draft, { value }) => {
    const words = [
      "defaults holds lines of the form OPTION: VALUE",
      "defaults 之下每行应为“选项: 取值”",
    ] as const;
    for (const entry of entriesOf(draft, value, ...words)) readDefault(draft, entry);
  },
};

function readLevel(draft: SettingsDraft, { key, value }: YamlEntry): void {
  const codes = draft.knownCodes();
  if (!codes.includes(key.text)) {
    const near = nearest(key.text, codes);
    fault(
      draft,
      key.span,
      `there is no rule ${typed(key.text)}`,
      `没有名为“${key.text}”的规则`,
      key.text,
      near,
    );
    return;
  }
  const text = textOf(value);
  const level = levelNames.find((l) => l === text);
  if (level !== undefined) {
    draft.levels.set(key.text, level);
    setPlace(draft, `rules.${key.text}`, value);
    return;
  }
  const en = `unknown level ${typed(text)}: error, warning, info or off`;
  const zhHans = `未知级别“${text}”，应为 error、warning、info 或 off`;
  fault(draft, value.span, en, zhHans, text, nearest(text, levelNames));
}

function readDefault(draft: SettingsDraft, { key, value }: YamlEntry): void {
  if (key.text.startsWith("x-")) return;
  const setting = Object.hasOwn(defaultSettings, key.text) ? defaultSettings[key.text] : undefined;
  if (setting === undefined) {
    unknownKey(draft, key, Object.keys(defaultSettings));
    return;
  }
  const text = textOf(value);
  const { option, values } = setting;
  if (values === null ? /^\d{1,9}$/.test(text) : values.includes(text)) {
    draft.defaults = { ...draft.defaults, [option]: text };
    setPlace(draft, `defaults.${key.text}`, value);
    return;
  }
  const en = values === null ? "a whole number" : `one of ${values.join(", ")}`;
  const zhHans = values === null ? "整数" : `${values.join("、")} 之一`;
  fault(
    draft,
    value.span,
    `${key.text} cannot be ${typed(text)}: it is ${en}`,
    `${key.text} 不能取“${text}”，应为${values === null ? "" : " "}${zhHans}`,
    text,
    values === null ? null : nearest(text, values),
  );
}
