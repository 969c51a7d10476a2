/** Keys of mechanism type `entitlement` (资格待遇): who gets what on what condition. */
import { both, type Parts } from "../../schema/part.ts";
import { called, entries, expression, quantity, reference, text } from "../parts.ts";

/** The type as people call it. */
export const words = both("entitlement", "资格待遇");

const who = text(both("For whom", "适用对象"));
const condition = expression(
  both("If", "条件"),
  both("grade = 优秀 for 3 years", "如 grade = 优秀 for 3 years"),
);
const then = text(both("Then", "待遇或资格"));
const amount = quantity(both("Amount", "数额"));

/** Keys that only this type has. */
export const keys: Parts = {
  who,
  if: condition,
  then,
  amount,
  cases: entries(
    {
      ...called,
      who,
      if: condition,
      then,
      amount,
      // A case may be told in several sections without a value that could carry them.
      section: reference(
        ["section"],
        both("Section", "章节"),
        both("One section or several", "一个或几个章节"),
      ),
    },
    both("Cases", "分类情形"),
  ),
  parts: text(both("Parts", "构成")),
  levels: text(both("Levels", "层级")),
};
