/**
 * Objects of one literal share one hidden class, also where the literal begins with a spread.
 *
 * V8 of Node 20 gives each object of a literal that begins with a spread and adds to it a hidden class of its own: making
 * it takes twenty times as long, and all that reads it later loses its inline caches. A spread of nothing before avoids it.
 *
 * It is written into the text of the bundle, behind the minifier, which would take it out again. That the text was
 * understood is proved by esbuild's own reading: of code for engines without spreads every one is a call that can be counted.
 */
import { transformSync } from "esbuild";

/** Of minified code, which has no white space there. A brace and three dots of a text are told from these below. */
const beginning = /\{\.\.\.(?=[\w$([{"'`])/g;

/** The code with a spread of nothing before every spread that begins a literal. Throws where it cannot be sure of that. */
export function withSharedShapes(code) {
  let written = 0;
  const shaped = code.replace(beginning, () => {
    written++;
    return "{...null,...";
  });
  const { all, shared } = countSpreadLiterals(shaped);
  if (written === 0 || written !== shared || shared !== all)
    throw new Error(
      `tools/shared-shapes.mjs: ${written} spreads of nothing were written, ${shared} of them begin a literal, and ` +
        `${all} literals begin with a spread; all three should be one number above 0. If there are fewer literals ` +
        `than written, a text of the program holds "{..." before a letter: write that text otherwise.`,
    );
  return shaped;
}

/** How many literals of some code begin with a spread (`all`), and how many of them with a spread of nothing (`shared`). */
export function countSpreadLiterals(code) {
  const calls = transformSync(code, {
    supported: { "object-rest-spread": false },
    minifyWhitespace: true,
  }).code;
  return { all: count(calls, "__spreadValues({},"), shared: count(calls, "__spreadValues({},null)") };
}

function count(text, part) {
  return text.split(part).length - 1;
}
