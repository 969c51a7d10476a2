import { expect, test } from "vitest";
import { isoDay } from "../../src/plan/days.ts";
import { readProgress } from "./read.ts";

test("all columns are read, in English and in Chinese", () => {
  const english = readProgress(
    "kind,id,at,state,share,planned,done,problem,next,evidence,filled-by,checked-by\naction,kitchens,2026-06-30,in-progress,60%,p,d,q,n,e,f,c\n",
  );
  const chinese = readProgress(
    "类别,编号,时间,状态,比例,计划,进展,问题,下一步,佐证,填表人,审核人\n重点任务,建设中央厨房,2026-06-30,推进中,60,p,d,q,n,e,f,c\n",
  );
  for (const { records, places } of [english, chinese]) {
    expect(places).toEqual([]);
    const [entry] = records.progress;
    expect([entry?.kind?.value, entry?.id.value, entry?.state?.value, entry?.share?.value.toFixed()]).toEqual(
      ["action", "kitchens", "in-progress", "0.6"],
    );
    expect(entry && isoDay(entry.at.value.end)).toBe("2026-06-30");
    const texts = [
      entry?.planned,
      entry?.done,
      entry?.problem,
      entry?.next,
      entry?.evidence,
      entry?.filledBy,
      entry?.checkedBy,
    ];
    expect(texts.map((t) => t?.value)).toEqual(["p", "d", "q", "n", "e", "f", "c"]);
  }
});

test("every state of the format is known in both languages", () => {
  const states = [
    "未启动",
    "推进中",
    "已完成",
    "逾期",
    "暂缓",
    "not-started",
    "in-progress",
    "done",
    "overdue",
    "suspended",
  ];
  const { records, places } = readProgress(
    `id,at,state\n${states.map((s) => `kitchens,2026,${s}`).join("\n")}\n`,
  );
  expect(places).toEqual([]);
  expect(records.progress.slice(0, 5).map((e) => e.state?.value)).toEqual(
    records.progress.slice(5).map((e) => e.state?.value),
  );
});

test("an unknown state is told with the words that there are", () => {
  const { places, findings } = readProgress("id,at,state\nkitchens,2026,半拉子\n");
  expect(places).toEqual(['data/unreadable-state 2:15 "半拉子"']);
  expect(findings[0]?.message.zhHans).toContain("未启动、推进中、已完成、逾期、暂缓");
});

test("a bare share up to one is a share, beyond it counts percent, beyond a hundred it is a fault", () => {
  const share = (text: string) => readProgress(`id,at,share\nkitchens,2026,${text}\n`);
  expect(share("0.6").records.progress[0]?.share?.value.toFixed()).toBe("0.6");
  expect(share("100").records.progress[0]?.share?.value.toFixed()).toBe("1");
  expect(share("六成").places).toEqual(['data/unreadable-value 2:15 "六成"']);
  expect(share("120%").places).toEqual(['data/unreadable-value 2:15 "120%"']);
});

test("an unknown item is told once with the nearest", () => {
  const { places, findings, records } = readProgress("id,at\nkitchen,2026\nkitchen,2027\n");
  expect(places).toEqual(['data/unknown-item 2:1 "kitchen"']);
  expect([findings[0]?.suggestion, records.progress]).toEqual(["kitchens", []]);
});

test("progress in Traditional Chinese is read", () => {
  const { records, places } = readProgress(
    "類別,編號,時間,狀態,進展\n重點任務,kitchens,2026-06-30,推進中,過半\n",
  );
  expect(places).toEqual([]);
  expect(records.progress[0]?.state?.value).toBe("in-progress");
});
