/** What a new plan is to hold: from options, from a terminal, or usual values, in this order. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import type { Speaker } from "../language/speaker.ts";
import type { Answers, MonthRange, StarterFrequency, StarterIndicator } from "../starter/answers.ts";
import type * as Starter from "../starter/index.ts";
import type { Call } from "./args.ts";
import type { CommandContext } from "./run.ts";
import { type CallFault, typed } from "./usage.ts";

export type Kit = typeof Starter;

export type Answered =
  | { readonly kind: "answers"; readonly answers: Answers }
  | { readonly kind: "fault"; readonly fault: CallFault }
  /** The input ended before the last question. */
  | { readonly kind: "ended" };

/** One thing that is asked: `read` gives null for an answer that cannot be used, and `wanted` then says what can. */
interface Question<T> {
  readonly option: string;
  readonly label: Localized;
  /** What an empty answer means; null when it means nothing. */
  readonly usual: string | null;
  /** How the usual answer is shown; left out where it is shown as it stands. */
  readonly usualWords?: Localized;
  readonly wanted: Localized;
  readonly read: (text: string) => T | null;
}

class Ended extends Error {}
class WrongOption extends Error {
  readonly fault: CallFault;
  constructor(fault: CallFault) {
    super(fault.en);
    this.fault = fault;
  }
}

/** Answers in the language of `plan`, asked in that of the context; never waits where `asking` is false. */
export function gatherAnswers(
  call: Call,
  context: CommandContext,
  { kit, plan, asking }: { readonly kit: Kit; readonly plan: Speaker; readonly asking: boolean },
): Answered {
  const ask = asker(call, context, asking);
  try {
    return { kind: "answers", answers: askAll(ask, context, kit, { plan, asking }) };
  } catch (error) {
    if (error instanceof Ended) return { kind: "ended" };
    if (error instanceof WrongOption) return { kind: "fault", fault: error.fault };
    throw error;
  }
}

type Ask = <T>(question: Question<T>, more?: { readonly again?: boolean }) => T;

function asker({ options }: Call, { host, speaker }: CommandContext, asking: boolean): Ask {
  return (question, { again = false } = {}) => {
    const given = again ? undefined : options[camel(question.option)];
    if (typeof given === "string") {
      const value = question.read(oneLine(given));
      if (value !== null) return value;
      throw new WrongOption(wrongAnswer(question, given));
    }
    if (!asking) return readUsual(question);
    const shown = question.usualWords === undefined ? question.usual : speaker.say(question.usualWords);
    const usual = shown === null || shown === "" ? "" : ` [${shown}]`;
    const colon = speaker.chinese ? "：" : ": ";
    for (;;) {
      host.out.write(`${speaker.say(question.label)}${usual}${colon}`);
      const line = host.input.line();
      if (line === null) throw new Ended();
      const text = oneLine(line);
      const value = text === "" && question.usual !== null ? readUsual(question) : question.read(text);
      if (value !== null) return value;
      host.out.write(`  ${speaker.say(question.wanted)}\n`);
    }
  };
}

function readUsual<T>({ read, usual, option }: Question<T>): T {
  const value = read(usual ?? "");
  if (value === null) throw new Error(`the usual answer for --${option} cannot be read`);
  return value;
}

/** Options of the parser are named so: `plan-lang` is `planLang`. */
function camel(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

function wrongAnswer({ option, wanted }: Question<unknown>, given: string): CallFault {
  return {
    en: `--${option} cannot be ${typed(given)}: ${wanted.en}`,
    zhHans: `--${option} 不能取“${given}”：${wanted.zhHans}`,
    given,
  };
}

function askAll(
  ask: Ask,
  { host, speaker }: CommandContext,
  kit: Kit,
  { plan, asking }: { readonly plan: Speaker; readonly asking: boolean },
): Answers {
  if (asking) {
    host.out.write(
      `${speaker.say({
        en: "A few questions; Enter accepts the value in brackets. Nothing is written until all are answered.",
        zhHans: "请回答几个问题；直接按回车，即采用方括号内的内容。全部答完后才写入文件。",
      })}\n`,
    );
  }
  const say = (en: string, zhHans: string): string => plan.say({ en, zhHans });
  const title = ask(textQuestion("title", "Title of the plan", "方案名称", say("My plan", "工作方案")));
  const id = ask({
    option: "id",
    label: { en: "Id, also the file's name", zhHans: "编号（亦作文件名）" },
    usual: kit.idOf(title) ?? "plan",
    wanted: {
      en: "letters and digits, with . _ - in between, at most 60 characters",
      zhHans: "由文字和数字组成，中间可用 . _ -，不超过 60 个字符",
    },
    read: (text) => (kit.isId(text) ? text : null),
  });
  const issuer = ask(textQuestion("issuer", "Who issues it", "制发单位", say("Our office", "本单位")));
  const period = ask(periodQuestion(kit, kit.usualPeriod(host.today())));
  const indicators = [askIndicator(ask, kit, say, { again: false, issuer })];
  while (asking && indicators.length < 20) {
    const more = ask(
      {
        ...textQuestion(
          "indicator",
          "Another indicator (Enter: no more)",
          "还有其他指标吗（没有则按回车）",
          "",
        ),
        read: (text) => text,
      },
      { again: true },
    );
    if (more === "") break;
    indicators.push(askIndicator(ask, kit, say, { again: true, issuer, name: more }));
  }
  return { title, id, issuer, period, today: host.today(), indicators };
}

function textQuestion(option: string, en: string, zhHans: string, usual: string): Question<string> {
  const wanted = { en: "one line of at most 200 characters", zhHans: "一行文字，不超过 200 个字符" };
  return {
    option,
    label: { en, zhHans },
    usual,
    wanted,
    read: (text) => (text !== "" && text.length <= 200 ? text : null),
  };
}

function periodQuestion(kit: Kit, usual: MonthRange): Question<MonthRange> {
  return {
    option: "period",
    label: { en: "From which month to which", zhHans: "起止月份" },
    usual: `${usual.start}..${usual.end}`,
    wanted: {
      en: "two months or years such as 2026-01..2027-12, the earlier first",
      zhHans: "应为 2026-01..2027-12 这样的起止月份（或者年份），先起后止",
    },
    read: kit.readMonths,
  };
}

interface About {
  readonly again: boolean;
  readonly issuer: string;
  /** When it was told already. */
  readonly name?: string;
}

function askIndicator(
  ask: Ask,
  kit: Kit,
  say: (en: string, zhHans: string) => string,
  { again, issuer, name: known }: About,
): StarterIndicator {
  const name =
    known ?? ask(textQuestion("indicator", "What is measured", "指标名称", say("Coverage", "覆盖率")));
  const unit = ask(textQuestion("unit", "Its unit", "计量单位", "%"), { again });
  const figure = (option: string, en: string, zhHans: string, usual: string | null): Question<string> => ({
    option,
    label: { en, zhHans },
    usual,
    wanted: { en: `a number in ${unit}`, zhHans: `应为数字，计量单位为“${unit}”` },
    read: (text) => kit.readFigure(text, unit),
  });
  const example = unit === "%" && !again && known === undefined;
  const baseline = ask(
    {
      ...figure(
        "baseline",
        "Where it stands now (- when not known yet)",
        "现状（基期值，尚不清楚填 -）",
        example ? "45" : "-",
      ),
      read: (text) => (text === "-" || text === "" ? "-" : kit.readFigure(text, unit)),
    },
    { again },
  );
  const target = ask(
    figure("target", "Where it shall stand at the end", "到期末的目标值", example ? "85" : "100"),
    { again },
  );
  const owner = ask(textQuestion("owner", "Who answers for it", "责任主体", issuer), { again });
  const frequency = ask(frequencyQuestion(kit), { again });
  return { name, unit, baseline: baseline === "-" ? null : baseline, target, owner, frequency };
}

const frequencyWords: Readonly<Record<string, StarterFrequency>> = {
  每周: "weekly",
  每月: "monthly",
  每季度: "quarterly",
  每季: "quarterly",
  每半年: "half-yearly",
  每年: "yearly",
};

function frequencyQuestion({ frequencies }: Kit): Question<StarterFrequency> {
  return {
    option: "frequency",
    label: {
      en: "How often it is reported (weekly, monthly, quarterly, half-yearly, yearly)",
      zhHans: "报送频次（每周、每月、每季度、每半年、每年）",
    },
    usual: "quarterly",
    usualWords: { en: "quarterly", zhHans: "每季度" },
    wanted: { en: `one of ${frequencies.join(", ")}`, zhHans: "可填每周、每月、每季度、每半年、每年" },
    read: (text) => {
      const folded = text.toLowerCase();
      const word = frequencyWords[folded] ?? frequencyWords[folded.replace("週", "周")];
      return word ?? frequencies.find((f) => f === folded) ?? nearestFrequency(folded, frequencies);
    },
  };
}

/** A slip of one letter (`quaterly`) is what it is near to. */
function nearestFrequency(text: string, all: readonly StarterFrequency[]): StarterFrequency | null {
  const near = nearest(text, all);
  return all.find((f) => f === near) ?? null;
}
