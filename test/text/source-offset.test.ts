import { expect, test } from "vitest";
import { parse } from "yaml";
import { sourceOffset } from "../../src/text/source-offset.ts";

const sources: readonly (readonly [string, string])[] = [
  ["plain", "分别为30%、40%和30%"],
  ["in single quotes", "'it''s 30%, 40% and 30%'"],
  ["in double quotes", '"a\\nb 30%, \\"40%\\" and 30%"'],
  ["a literal block", "|\n    分别为30%、\n\n      40%和\n    30%\n"],
  ["a literal block with a header of its own", "|+\n  30%\n  40%\n\n  30%\n"],
  ["a folded block", ">-\n    30% and\n    40%\n\n    and 30%\n\n\n    30%\n"],
  ["a plain text over several lines", "30%  \n    and 40%\n\n    and 30%"],
  ["quotes over several lines", '"30%\n    and 40%\n\n\n    and 30%"'],
  ["lines that end as on Windows", "|\r\n    30%\r\n    40%\r\n    30%\r\n"],
];

test.each(sources)("%s: every sign of the value is found where it stands in the source", (_, source) => {
  const value: string = parse(`key: ${source}`).key;
  const signs = [...value.matchAll(/\S/g)];
  expect(signs.map(({ index }) => source[sourceOffset(source, index)]?.replace("\\", "")).join("")).toBe(
    signs.map(({ 0: sign }) => (sign === '"' && source.startsWith('"') ? "" : sign)).join(""),
  );
  const last = value.lastIndexOf("30%");
  expect(source.indexOf("30%", sourceOffset(source, last))).toBe(source.lastIndexOf("30%"));
});
