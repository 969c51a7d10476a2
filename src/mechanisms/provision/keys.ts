/** Keys of mechanism type `provision` (其他规定): a rule of the plan that no other type takes. */
import { both, type Parts } from "../../schema/part.ts";
import { text } from "../parts.ts";

/** The type as people call it. */
export const words = both("provision", "其他规定");

/** Keys that only this type has. */
export const keys: Parts = {
  statement: text(
    both("Provision", "规定内容"),
    both("What the plan provides, in words", "方案所作规定的文字表述"),
  ),
};
