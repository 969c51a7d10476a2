/** In how many places a sentence says that a pilot runs: 在20个社区开展资源池试点, 选择20%的乡镇试点. Shared by a rule; not a rule. */
import { entriesAt, quantitiesAt, timesAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { calendarOf, datesIn } from "../texts/dates.ts";
import { figuresIn, isSoft } from "../texts/figures.ts";
import { statedPeriod } from "../times-of.ts";
import type { OtherTerm } from "./other-terms.ts";

/** More than these are not the places of the pilot: 其余, 每个. */
const ofOthers = /其余|其他|剩余|每|累计|推广|推开|扩大|扩面|再|新增|全面/u;

/** The places of a pilot with one stage of a kind of place, told otherwise than stated. */
export function ofPlaces(sentence: string, item: Mechanism): readonly OtherTerm[] {
  const stages = entriesAt(item.parameters, "stages");
  const [only, other] = stages.filter((stage) => placeOf(stage).length > 1);
  if (only === undefined || other !== undefined || ofOthers.test(sentence)) return [];
  const place = placeOf(only);
  return [...quantitiesAt(only, "count"), ...quantitiesAt(only, "share")].flatMap(({ is }): OtherTerm[] => {
    const isShare = is.value.unit?.dimension === "percent";
    const said = figuresIn(sentence).find(
      ({ end, quantity: { unit } }) =>
        (unit?.dimension === "percent") === isShare &&
        sentence.slice(end).replace(/^以上/u, "").replace(/^的/u, "").startsWith(place),
    );
    if (said === undefined || isSoft(sentence, said) || said.quantity.value.eq(is.value.value)) return [];
    const { shown, at } = said;
    return [
      {
        item,
        kind: "stage",
        label: null,
        said: shown.trim(),
        at,
        stated: is.value.text.trim(),
        span: is.span,
      },
    ];
  });
}

const anyPilot = /(?:开展|进行|启动|组织|作为|列为|率先|先行|的[^，。；\d]{2,6})试点(?=[，。；]|$)/u;

/** 2024年6月底前选择30%的乡镇开展试点, of the only pilot of the plan, where no other date is told than that of its stage. */
export function ofOnlyPilot(sentence: string, item: Mechanism, plan: Plan): readonly OtherTerm[] {
  if (!anyPilot.test(sentence)) return [];
  const stages = entriesAt(item.parameters, "stages").filter((stage) => placeOf(stage).length > 1);
  const days = stages.flatMap((stage) =>
    timesAt(stage, "by").flatMap(({ is }) => statedPeriod(is)?.end ?? []),
  );
  const dates = datesIn(sentence, calendarOf(plan));
  if (!dates.every(({ start, last }) => days.some((day) => start <= day && day <= last))) return [];
  return ofPlaces(sentence, item).map((one) => ({ ...one, byKind: true }));
}

function placeOf(stage: Parameters<typeof wordsAt>[0]): string {
  return wordsAt(stage, "of")[0]?.value.trim() ?? "";
}
