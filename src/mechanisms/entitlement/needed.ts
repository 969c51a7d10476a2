/** What a entitlement must state. */
import { type NeededPart, needed } from "../needed.ts";

export const entitlementNeeded: readonly NeededPart[] = [
  needed("whom or on what condition", "适用对象或条件", "who", "if"),
  needed("benefit", "待遇或资格", "then", "amount", "parts"),
];
