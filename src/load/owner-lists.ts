/** Owners written as a list of ids (`owner: [a, b]`), where a list means statements: what they are to be written as, and the tree as meant. */
import type { YamlEntry, YamlList, YamlNode, YamlScalar } from "./yaml-node.ts";

const plainId = /^[^\s,[\]{}:#]{1,60}$/u;
/** More than these are no owners. */
const mostOwners = 50;

/** The ids of such a list, the first of which leads; null for any other value. */
function ownersIn(node: YamlNode): readonly [YamlScalar, ...YamlScalar[]] | null {
  if (node.kind !== "list" || node.items.length > mostOwners) return null;
  const ids = node.items.filter((item) => item.kind === "scalar");
  const [lead, ...others] = ids;
  const areIds = ids.length === node.items.length && ids.every(({ text }) => plainId.test(text));
  return lead === undefined || !areIds ? null : [lead, ...others];
}

/** What `owner: [a, b]` is to be written as; null for all else. */
export function ownersAsWritten(node: YamlNode): string | null {
  const owners = ownersIn(node);
  if (owners === null) return null;
  const [lead, ...others] = owners.map(({ text }) => text);
  return others.length === 0 ? `${lead}` : `{ lead: ${lead}, with: [${others.join(", ")}] }`;
}

/** The map that such a list stands for. */
export function ownersAsMeant(list: YamlList): YamlNode {
  const owners = ownersIn(list);
  if (owners === null) return list;
  const [lead, ...others] = owners;
  const entry = (text: string, value: YamlNode): YamlEntry => ({ key: { ...lead, text }, value });
  const helpers: YamlList = { ...list, items: others };
  const entries = [entry("lead", lead), ...(others.length === 0 ? [] : [entry("with", helpers)])];
  return { kind: "map", entries, flow: list.flow, span: list.span };
}
