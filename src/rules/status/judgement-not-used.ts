/**
 * A judgement counts on the day looked at.
 *
 * Looks at: `assess: { method: judgement, … }` of the indicators that it judges: it must give a word of the scale, the
 * person, the date and the reason, must not lie in the future, and must not have expired. One that gives no day of expiry
 * counts, and is told too.
 * Reports: the parameter, or the value of `assess` where something is missing.
 * Source: ENGINE.md sections 5 and 6.
 */
import { whyNotUsed } from "../../indicators/judgement.ts";
import { readJudgement } from "../../indicators/methods/judgement.ts";
import { parameterReader } from "../../indicators/methods/parameters.ts";
import type { Given } from "../../plan/given.ts";
import type { Assessment, Item } from "../../plan/plan.ts";
import { defineStatusRule } from "../define-rule.ts";

type Why = "incomplete" | "unreadable" | "not-yet" | "expired" | "endless";
type Args = { readonly why: Why; readonly names: string; readonly written: string };

export const statusJudgementNotUsed = defineStatusRule<Args>({
  code: "status/judgement-not-used",
  severity: "warning",
  text: {
    en: {
      title: "Judgement not used, or without end",
      message: inEnglish,
      why: "A judgement replaces what the figures say; it stands only with the name of a person, a date and a reason, and for a time.",
      fix: "Complete the judgement, renew it, or remove it and let the figures speak.",
    },
    zhHans: {
      title: "人工评定未采用或者未定期限",
      message: inChinese,
      why: "人工评定代替数据评定结果，须写明评定人、日期、理由，并且在有效期内方可采用。",
      fix: "补全或者重新作出人工评定；不再需要的予以删除，按数据评定。",
    },
  },
  check({ plan, results, report }) {
    const look = (assess: Given<Assessment> | null, on: Item | null): void => {
      if (assess?.value.method !== "judgement") return;
      const { parameters } = assess.value;
      const context = { unit: null, planStart: plan.period?.start?.value ?? null, direction: null };
      const reader = parameterReader(parameters, context);
      const read = readJudgement(reader);
      const why = whyNotUsed(read, results.asOf) ?? (read.expires === null ? "endless" : null);
      if (why === null) return;
      const unread = reader.faults.find(({ kind }) => kind !== "missing");
      const name = why === "expired" ? "expires" : why === "not-yet" ? "date" : (unread?.name ?? "");
      const written = parameters.get(name) ?? null;
      const names = why === "incomplete" ? read.missing.join(", ") : name;
      report(written?.span ?? assess.span, { why, names, written: written?.value ?? "" }, { on });
    };
    look(plan.assess, null);
    for (const dimension of plan.dimensions) look(dimension.assess, dimension);
    for (const indicator of plan.indicators) look(indicator.assess, indicator);
  },
});

function inEnglish({ why, names, written }: Args): string {
  switch (why) {
    case "incomplete":
      return `the judgement is not used: it does not state ${names}`;
    case "unreadable":
      return `the judgement is not used: its ${names}, ${written}, cannot be read`;
    case "not-yet":
      return `the judgement is not used: it is dated ${written}, after the as-of date`;
    case "expired":
      return `the judgement is not used: it expired on ${written}`;
    case "endless":
      return "the judgement states no day on which it expires";
  }
}

const keys: Readonly<Record<string, string>> = {
  status: "评定结果",
  person: "评定人",
  date: "评定日期",
  reason: "理由",
  expires: "有效期",
};

const keyInChinese = (key: string): string => `${keys[key] ?? "参数"}（\`${key}\`）`;

function inChinese({ why, names, written }: Args): string {
  switch (why) {
    case "incomplete":
      return `人工评定未采用：未写明${names.split(", ").map(keyInChinese).join("、")}`;
    case "unreadable":
      return `人工评定未采用：${keyInChinese(names)}写作“${written}”，无法识别`;
    case "not-yet":
      return `人工评定未采用：评定日期“${written}”晚于数据截止日期`;
    case "expired":
      return `人工评定未采用：已于“${written}”到期`;
    case "endless":
      return "人工评定未写明有效期";
  }
}
