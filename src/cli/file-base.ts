/** Names of the files that are made of a plan. */
import type { Compilation } from "../compile.ts";

/** Characters of an id in a file name; file systems allow 255 bytes, of which a Chinese character takes three. */
const longestId = 60;

/** The plan's id as part of file names, made unique within the run; only letters, digits and . _ - are kept. */
export function fileBase({ plan, file }: Compilation, names: Set<string>): string {
  const name = (plan?.id?.value ?? file.name).replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "");
  const id = [...name].slice(0, longestId).join("") || "plan";
  let base = id;
  for (let n = 2; names.has(base.toLowerCase()); n++) base = `${id}-${n}`;
  names.add(base.toLowerCase());
  return base;
}
