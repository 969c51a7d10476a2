/** What a text tells of a whole that the plan is a part of. Shared by rules of texts; not a rule. */
import type { Plan } from "../../plan/plan.ts";

const wider = /全[国省市县区]/gu;
/** From here on the text speaks of its own place again. */
const ownAgain = /[我本][省市县区镇街]/u;
const levels = ["国", "省", "市", "县", "区", "镇"];

/** 全市 in the plan of a district: its figure is none of the plan's. */
export function isOfWiderPlace(head: string, { title, issuer }: Plan): boolean {
  const last = head.includes("全") ? [...head.matchAll(wider)].at(-1) : undefined;
  if (last === undefined || ownAgain.test(head.slice(last.index))) return false;
  const [said] = last;
  const own = `${issuer?.name?.value ?? ""}|${title?.value ?? ""}`;
  const [place = ""] =
    /(?:[^社园小地校灌城景辖|]区|城区(?=委|人民政府|政府)|[^|]县|[^|]市(?!场|民)|[^|]镇|街道)/u.exec(own) ??
    [];
  const level = place.endsWith("街道") ? "镇" : (place.at(-1) ?? "");
  const [a, b] = [levels.indexOf(said.at(-1) ?? ""), levels.indexOf(level)];
  // A county and a district are of one level.
  return b >= 0 && (a < 3 ? a < Math.min(b, 3) : b > 4);
}

/** More places are not looked for. */
const mostPlaces = 200;

/** The clause that the words end in names one of the plan's places. */
export function isOfEntity(head: string, { entities }: Plan): boolean {
  const from = Math.max(...["，", "；", ",", ";"].map((sign) => head.lastIndexOf(sign)));
  const clause = head.slice(from + 1);
  return entities.slice(0, mostPlaces).some(({ name }) => {
    const words = name?.text.trim() ?? "";
    return words.length > 1 && clause.includes(words);
  });
}
