/** Objects that are built thousands of times share their hidden class in the built program. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { countSpreadLiterals, withSharedShapes } from "../../tools/shared-shapes.mjs";

test("a spread of nothing is written before every spread that begins a literal, and nowhere else", () => {
  const code =
    "f=(a,...r)=>[{...a,b:1},{b:1,...a},{...a.b},{...g(a)},{...{c:1},b:2},g(...r),[...r],{...(a,r)}];";
  const shaped =
    "f=(a,...r)=>[{...null,...a,b:1},{b:1,...a},{...null,...a.b},{...null,...g(a)},{...null,...{c:1},b:2},g(...r),[...r],{...null,...(a,r)}];";
  expect(withSharedShapes(code)).toBe(shaped);
});

test("a text that looks like a literal ends the build", () => {
  expect(() => withSharedShapes('x={...a,b:1};y="{...a}"')).toThrow("2 spreads of nothing were written, 1");
  expect(() => withSharedShapes("x={...a,b:1};y=/{...a}/")).toThrow("2 spreads of nothing were written, 1");
});

test("a rest of an object that is taken apart ends the build", () => {
  expect(() => withSharedShapes("x={...a,b:1};({...y}=x)")).toThrow();
});

test("a literal that was passed over ends the build, as does code without any", () => {
  expect(() => withSharedShapes("x={...a,b:1};y={ ...a}")).toThrow("and 2 literals begin with a spread");
  expect(() => withSharedShapes("x={b:1,...a}")).toThrow("0 spreads of nothing were written");
});

test("in the built program no literal begins with a spread but of nothing", () => {
  const { all, shared } = countSpreadLiterals(readFileSync("dist/program.js", "latin1"));
  expect(shared).toBe(all);
  // Indicators, targets and rules alone are made at some hundred places.
  expect(all).toBeGreaterThan(100);
});

test("V8 gives the objects of such a literal one hidden class", () => {
  const made = withSharedShapes("(a,i)=>({...a,b:i})"); // as it stands, Node 20 gives each object one of its own
  const script = `const made = ${made}, objects = [];
    for (let i = 0; i < 100; i++) objects.push(made({ x: i }, i));
    console.log(objects.slice(50).every((each) => %HaveSameMap(each, objects[50])));`;
  const told = execFileSync(process.execPath, ["--allow-natives-syntax", "-e", script], { encoding: "utf8" });
  expect(told).toBe("true\n");
});
