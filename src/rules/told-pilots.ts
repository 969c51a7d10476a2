/** In how many places a sentence says that a pilot runs: 在20个社区开展资源池试点, 选择20%的乡镇试点. Shared by a rule; not a rule. */
import { entriesAt, quantitiesAt, wordsAt } from "../plan/parameters.ts";
import type { Mechanism } from "../plan/plan.ts";
import { figuresIn, isSoft } from "./text-figures.ts";
import type { OtherTerm } from "./told-other-terms.ts";

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

function placeOf(stage: Parameters<typeof wordsAt>[0]): string {
  return wordsAt(stage, "of")[0]?.value.trim() ?? "";
}
