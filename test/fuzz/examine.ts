/** What holds for the whole pipeline whatever it is given; throws where it does not. */
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import type { Compilation } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { plainPaint } from "../../src/findings-output/check-run.ts";
import { jsonOutput } from "../../src/findings-output/json.ts";
import { textOutput } from "../../src/findings-output/text.ts";
import { languages, makeSpeaker, type Speaker } from "../../src/language/speaker.ts";
import { explainIndicator } from "../../src/report/explain.ts";
import { explainMechanism } from "../../src/report/explain-mechanism.ts";
import { renderReport } from "../../src/report/render.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { printable } from "../../src/text/printable.ts";
import type { Span } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";
import type { FuzzInput } from "./mutate.ts";

const schema = JSON.parse(readFileSync("schemas/check-output.schema.json", "utf8"));
const validatePlan = new Ajv({ strict: false }).compile({
  $ref: "#/definitions/plan",
  definitions: schema.definitions,
});

/** What a terminal, a browser or a log viewer obeys, but for tab and line end: what `printable` changes. */
function obeyedSign(text: string): number {
  return printable(text) === text ? -1 : [...text].findIndex((sign) => printable(sign) !== sign);
}

/** How often the costlier parts are done: every n-th input. */
const every = { output: 2, repetition: 16, schema: 8, explain: 16, report: 32 } as const;

/** Compiles one input and examines all that is made of it. `turn` tells which of the costlier parts are done. */
export async function examine(input: FuzzInput, turn: number): Promise<void> {
  const compilation = compileText(input.bytes, { files: input.files, trace: turn % every.explain === 0 });
  for (const finding of compilation.findings) examineFinding(finding);
  if (turn % every.output !== 0) return;
  const speaker = await makeSpeaker(languages[(turn >> 1) % languages.length] ?? "en");
  const json = [...jsonOutput(speaker).plan(compilation)].join("");
  const parsed: unknown = JSON.parse(json);
  if (turn % every.schema === 0 && !validatePlan(parsed)) {
    throw new Error(`JSON beside its schema: ${JSON.stringify(validatePlan.errors?.slice(0, 2))}`);
  }
  examinePrinted("JSON", json);
  examinePrinted("text", asText(compilation, speaker));
  if (turn % every.repetition === 0) {
    const again = compileText(input.bytes, { files: input.files, trace: turn % every.explain === 0 });
    if ([...jsonOutput(speaker).plan(again)].join("") !== json)
      throw new Error("the same input gave another output");
  }
  if (turn % every.explain === 0) await explainAll(compilation, speaker);
  if (turn % every.report === 0) report(compilation, speaker);
}

function examineFinding({ code, span, related, message, help, suggestion }: Diagnostic): void {
  for (const place of [span, ...related.map((one) => one.span)]) {
    if (place !== null && !isInside(place)) {
      throw new Error(`${code}: a span outside ${place.file.name}: ${place.start}..${place.end}`);
    }
  }
  for (const words of [message, help, ...related.map(({ note }) => note)]) {
    if (words.en.trim() === "" || words.zhHans.trim() === "") throw new Error(`${code}: words are missing`);
    if (
      /\bundefined\b|\bNaN\b|\[object /.test(words.en + words.zhHans) &&
      !/undefined|NaN|\[object/.test(textOf(span))
    ) {
      throw new Error(`${code}: a value without words: ${words.en}`);
    }
  }
  if (suggestion === "undefined") throw new Error(`${code}: a suggestion without words`);
}

function textOf(span: Span | null): string {
  return span?.file.text ?? "";
}

function isInside({ file, start, end }: Span): boolean {
  return Number.isInteger(start) && start >= 0 && start <= end && end <= file.text.length;
}

function asText(compilation: Compilation, speaker: Speaker): string {
  const output = textOutput({
    speaker,
    paint: plainPaint,
    quiet: false,
    maxFindings: null,
    entity: "all",
    columns: 80,
    tableColumns: 80,
  });
  return [...output.plan(compilation)].join("");
}

async function explainAll(compilation: Compilation, speaker: Speaker): Promise<void> {
  const { plan } = compilation;
  if (plan === null || compilation.results === null) return;
  for (const { id } of plan.indicators.slice(0, 3)) {
    examinePrinted("explain", explainIndicator({ compilation, id: id.value, entity: null, speaker }));
  }
  for (const mechanism of plan.mechanisms.slice(0, 3)) {
    examinePrinted("explain", await explainMechanism({ compilation, mechanism, speaker }));
  }
}

function report(compilation: Compilation, speaker: Speaker): void {
  if (compilation.plan === null || compilation.results === null) return;
  const view = buildStatusView({
    compilation,
    speaker,
    asOf: compilation.asOf,
    version: "0",
    ruleOf: () => null,
  });
  for (const format of ["html", "md"] as const) {
    const text = renderReport(view, "status", format);
    examinePrinted(`report ${format}`, text);
    if (format === "html" && /<script|<iframe|<img|\shref="(?!#)|\son[a-z]+=/i.test(text))
      throw new Error("HTML: markup of the plan");
  }
}

function examinePrinted(what: string, text: string): void {
  const at = obeyedSign(text);
  if (at < 0) return;
  const around = JSON.stringify([...text].slice(Math.max(0, at - 30), at + 30).join(""));
  throw new Error(`${what}: a sign is printed that is obeyed: ${around}`);
}
