/** Keys of mechanism type `link` (结对联系): two sets, and how many of one each of the other has. */
import { both, type Parts } from "../../schema/part.ts";
import { called, entries, expression, quantity, text } from "../parts.ts";

/** The type as people call it. */
export const words = both("link", "结对联系");

const pairing: Parts = {
  kind: text(both("Kind", "方式")),
  "from-set": text(both("From", "联系方"), both("Who links", "主动联系的一方")),
  "to-set": text(both("To", "被联系方")),
  "per-from": quantity(
    both("For each that links", "每个联系方联系数"),
    both("How many each of the first set has: 1.., ≥2, 1..2", "联系方每个对应几个被联系方，如 1..、≥2、1..2"),
  ),
  "per-to": quantity(
    both("For each linked", "每个被联系方对应数"),
    both("How many each of the second set has", "被联系方每个对应几个联系方"),
  ),
  where: expression(both("Applies where", "适用条件")),
  duration: quantity(both("Duration", "时长")),
};

/** Keys that only this type has. */
export const keys: Parts = {
  ...pairing,
  links: entries(
    { ...called, ...pairing },
    both("Links", "分项联系"),
    both("Several links under one mechanism", "一项机制中的几种联系"),
  ),
};
