/** Words of the methods that compare with the time, with fixed limits, by marks, or by a person's word. Parameters as written. */
import type { Localized } from "../../diagnostics/diagnostic.ts";

type Parameters = ReadonlyMap<string, string>;
type Words = (parameters: Parameters) => Localized;

export const scaleMethodWords: Readonly<Record<string, Words>> = {
  "schedule-points": (parameters) =>
    parameters.get("preset") === "pepfar" ? pepfar(parameters) : trafficLight(parameters),
  "schedule-relative": (parameters) => {
    const behind = parameters.get("behind") ?? "30%";
    return {
      en: `ratio = attained ÷ elapsed; 1 or more is green, up to ${behind} less yellow, else red.`,
      zhHans: `评定比率＝目标进度÷时序进度；不低于1为绿灯，低${behind}以内为黄灯，低${behind}以上为红灯。`,
    };
  },
  "to-date-band": (parameters) => {
    const band = parameters.get("band") ?? "15%";
    return {
      en: `ratio = actual ÷ target over completed periods; within ${band} of 1 is on track, more ahead, less off track; the other way round where lower is better.`,
      zhHans: `评定比率＝已结束各期实际值÷目标值；与1相差不超过${band}为“正常”，更高为“超前”，更低为“严重滞后”；越低越好的指标相反。`,
    };
  },
  achievement: (parameters) => {
    const [green, yellow] = [parameters.get("green") ?? "90%", parameters.get("yellow") ?? "75%"];
    const due = parameters.get("against") === "due";
    return {
      en: `ratio = (value − baseline) ÷ (${due ? "due " : ""}target − baseline); ${green} or more is green, ${yellow} or more yellow, less red.`,
      zhHans: `评定比率＝（实际值－基期值）÷（${due ? "已到期" : ""}目标值－基期值）；不低于${green}为绿灯，不低于${yellow}为黄灯，低于${yellow}为红灯。`,
    };
  },
  "absolute-bands": (parameters) => {
    const [red, green] = [parameters.get("red") ?? "", parameters.get("green") ?? ""];
    return {
      en: `${green} or better is green, worse than ${red} red, else yellow.`,
      zhHans: `达到或者优于${green}为绿灯，劣于${red}为红灯，其余为黄灯。`,
    };
  },
  zones: (parameters) => {
    const [commit, stretch] = [parameters.get("commit") ?? "", parameters.get("stretch") ?? ""];
    return {
      en: `ratio = (value − baseline) ÷ (${stretch} − baseline); ${commit} reached is at risk, the target on track, ${stretch} ahead, nothing of it off track.`,
      zhHans: `评定比率＝（实际值－基期值）÷（${stretch}－基期值）；达到${commit}为“滞后预警”，达到目标值为“正常”，达到${stretch}为“超前”，均未达到为“严重滞后”。`,
    };
  },
  "self-score": (parameters) => {
    const marks = parameters.get("marks") ?? "10";
    const way = parameters.has("bands") ? "bands" : parameters.has("steps") ? "steps" : "share";
    const en = {
      share: "by the share of the target reached",
      steps: "less marks for each begun step short of the target",
      bands: "by the distance from the target",
    };
    const zhHans = {
      share: "按完成率计分",
      steps: "低于目标值的逐档扣分",
      bands: "按与目标值的偏差分档给分",
    };
    return {
      en: `full marks ${marks}, ${en[way]}.`,
      zhHans: `分值${marks}分，${zhHans[way]}。`,
    };
  },
  "mid-term": (parameters) => {
    const [fast, slow] = [parameters.get("fast") ?? "1.05", parameters.get("slow") ?? "0.8"];
    return {
      en: `attained ÷ elapsed; ${fast} or more is ahead, ${slow} or more on track, less off track; the target met is achieved.`,
      zhHans: `目标进度÷时序进度，不低于${fast}为“快于预期”，不低于${slow}为“基本符合预期”，低于${slow}为“滞后”；已达到目标值为“提前实现”。`,
    };
  },
  judgement: (parameters) => {
    const of = (name: string): string => parameters.get(name) ?? "–";
    const ends = parameters.get("expires");
    return {
      en: `${of("person")}, ${of("date")}: ${of("reason")}${ends === undefined ? "" : ` (until ${ends})`}.`,
      zhHans: `“${of("person")}”于“${of("date")}”作出，理由：“${of("reason")}”${ends === undefined ? "" : `，有效期至“${ends}”`}。`,
    };
  },
};

function trafficLight(parameters: Parameters): Localized {
  const zero = parameters.get("basis") === "zero";
  return {
    en: `${zero ? "share of the target" : "attained"} against elapsed; less than 10 points behind is green, up to 30 yellow, more red.`,
    zhHans: `${zero ? "完成率" : "目标进度"}与时序进度比较，低不足10个百分点为绿灯，低10至30个百分点为黄灯，低30个百分点以上为红灯。`,
  };
}

function pepfar(parameters: Parameters): Localized {
  const snapshot = parameters.get("snapshot") === "true";
  return {
    en: `value ÷ target against ${snapshot ? "1" : "quarter ÷ 4"}; within 10 points is on track, more ahead, up to 25 less at risk, else off track (preset pepfar).`,
    zhHans: `实际值÷目标值与${snapshot ? "1" : "所在季度数÷4"}比较，相差10个百分点以内为“正常”，更高为“超前”，低25个百分点以内为“滞后预警”，更低为“严重滞后”（按pepfar预设）。`,
  };
}
