/** Every change as one sentence, in both languages; plan text stands in quotes where the language needs it. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { Change, ChangeKind, ChangeSubject } from "../diff/change.ts";
import { kindWords } from "../language/words.ts";
import { chineseValue, fieldWords } from "./field-words.ts";

/** Longest text of a plan that a sentence repeats. */
const longestShown = 120;

/** The sentence of a change, its subject included. */
export function changeWords(change: Change): Localized {
  const cut = { ...change, from: shortened(change.from), to: shortened(change.to) };
  if (change.field === null) return itemWords(cut);
  if (change.field === "sections" && change.kind === "texts") return textWords(cut);
  const subject = subjectWords(change.subject);
  const said = change.field === "target" ? targetWords(cut) : fieldChangeWords(cut, change.field);
  return { en: `${subject.en}: ${said.en}`, zhHans: `${subject.zhHans}：${said.zhHans}` };
}

function shortened(text: string | null): string | null {
  if (text === null || text.length <= longestShown) return text;
  return `${text.slice(0, longestShown).replace(/[\ud800-\udbff]$/, "")}…`;
}

function subjectWords({ kind, id, name }: ChangeSubject): Localized {
  if (kind === "plan") return { en: "the plan", zhHans: "方案" };
  return { en: `${kindWords[kind].en} ${id}`, zhHans: `${kindWords[kind].zhHans}“${shortened(name) ?? id}”` };
}

function itemWords({ kind, subject, from, to }: Change): Localized {
  const words = subjectWords(subject);
  const named = subject.name === null ? "" : ` "${shortened(subject.name)}"`;
  if (kind === "renamed") {
    return {
      en: `${words.en}: has another id, ${from} is now ${to}`,
      zhHans: `${words.zhHans}：编号由“${from}”改为“${to}”`,
    };
  }
  if (kind === "dropped") return { en: `${words.en}${named} is dropped`, zhHans: `取消${words.zhHans}` };
  return { en: `${words.en}${named} is added`, zhHans: `新增${words.zhHans}` };
}

function textWords({ count, to }: Change): Localized {
  return {
    en: `the plan: the texts of ${count} ${count === 1 ? "section" : "sections"} changed (${to})`,
    zhHans: `方案：${count} 个章节的文字有改动（“${to}”）`,
  };
}

interface Moved {
  readonly en: string;
  readonly zhHans: string;
}

const targetVerbs: Readonly<Partial<Record<ChangeKind, Moved>>> = {
  weakened: { en: "weakened", zhHans: "放宽" },
  strengthened: { en: "strengthened", zhHans: "提高要求" },
  later: { en: "put off", zhHans: "推迟" },
  earlier: { en: "brought forward", zhHans: "提前" },
  changed: { en: "changed", zhHans: "调整" },
};

function targetWords({ kind, when, asked, from, to }: Change): Localized {
  const of =
    asked === null
      ? {
          en: when === null ? "the target" : `the target for ${when}`,
          zhHans: when === null ? "目标值" : `目标值（“${when}”）`,
        }
      : { en: `the target ${asked}`, zhHans: `目标值“${asked}”` };
  if (kind === "dropped") return { en: `${of.en}, ${from}, is dropped`, zhHans: `取消${of.zhHans}“${from}”` };
  if (kind === "added") return { en: `${of.en}, ${to}, is added`, zhHans: `新增${of.zhHans}“${to}”` };
  const verb = targetVerbs[kind] ?? { en: "changed", zhHans: "调整" };
  return {
    en: `${of.en} is ${verb.en}, from ${from ?? "no date"} to ${to ?? "no date"}`,
    zhHans: `${of.zhHans}${verb.zhHans}，由${quoted(from)}调整为${quoted(to)}`,
  };
}

function quoted(text: string | null): string {
  return text === null ? "未注明" : `“${text}”`;
}

const fieldVerbs: Readonly<Partial<Record<ChangeKind, Moved>>> = {
  raised: { en: "raised", zhHans: "提高" },
  lowered: { en: "lowered", zhHans: "降低" },
  later: { en: "moved to a later date", zhHans: "推迟" },
  earlier: { en: "moved to an earlier date", zhHans: "提前" },
  weakened: { en: "weakened", zhHans: "放宽" },
  strengthened: { en: "strengthened", zhHans: "提高要求" },
};

function fieldChangeWords({ kind, from, to, names, subject }: Change, field: string): Localized {
  const words = fieldWords(field, subject.kind);
  const [was, is] = [chineseSide(field, names.from ?? from), chineseSide(field, names.to ?? to)];
  const [first, last] = [englishSide(from, names.from), englishSide(to, names.to)];
  if (from === null) return { en: `${words.en} is now stated: ${last}`, zhHans: `新增${words.zhHans}${is}` };
  if (to === null)
    return {
      en: `${words.en} is no longer stated: ${first}`,
      zhHans: `不再列明${words.zhHans}（原为${was}）`,
    };
  const verb = verbOf(kind, field);
  return {
    en: `${words.en} is ${verb.en}, from ${first} to ${last}`,
    zhHans: `${words.zhHans}${verb.zhHans}，由${was}调整为${is}`,
  };
}

/** Ids with what they are called. */
function englishSide(ids: string | null, names: string | null): string | null {
  return names === null || names === ids ? ids : `${ids} (${shortened(names)?.replaceAll("、", ", ")})`;
}

function chineseSide(field: string, text: string | null): string {
  return text === null ? "未注明" : chineseValue(field, shortened(text) ?? "");
}

/** A baseline is restated, whichever way its figure goes. */
function verbOf(kind: ChangeKind, field: string): Moved {
  if (field === "baseline") return { en: "restated", zhHans: "重新核定" };
  return fieldVerbs[kind] ?? { en: "changed", zhHans: "有变化" };
}
