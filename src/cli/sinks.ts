/** The outputs of a run while it goes on: text and JSON plan by plan, the others when all plans are known. */
import { allCodes } from "../codes.ts";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { CheckOutput, RunHead, RunTotals } from "../findings-output/check-run.ts";
import { isPipelineFormat, type PipelineFormat } from "../findings-output/formats.ts";
import type { PipelineOutput } from "../findings-output/pipeline/pipeline-output.ts";
import { unwritable } from "../load/input-codes.ts";
import { printedPath } from "../text/paths.ts";
import type { Call } from "./args.ts";
import { placesOf } from "./places.ts";
import type { Bench } from "./plan-checker.ts";
import type { PlanOutcome } from "./plan-outcome.ts";
import type { CommandContext } from "./run.ts";

/** A run as its outputs are told: faults make it fail, notices do not. */
export interface SinkHead extends RunHead {
  readonly faults: readonly Diagnostic[];
  readonly notices: readonly Diagnostic[];
}

/** One output on its way. */
export interface Sink {
  plan(outcome: PlanOutcome, position: number): void;
  /** Ends it; a finding when its file could not be written. */
  end(totals: RunTotals): Promise<Diagnostic | null>;
}

/** Opens the outputs of a run. */
export async function openSinks(
  { wanted, outputs }: Bench,
  head: SinkHead,
  call: Call,
  context: CommandContext,
): Promise<readonly Sink[]> {
  const sinks: Sink[] = [];
  let next = 0;
  for (const { format, file } of wanted) {
    const paper = file === null ? standardOutput(context) : fileOf(file, context);
    if (isPipelineFormat(format)) {
      sinks.push(pipelineSink(await pipelineOf(format, head, call, context), paper));
      continue;
    }
    const position = next++;
    const output = outputs[position];
    if (output !== undefined) sinks.push(streamedSink(output, position, head, paper));
  }
  return sinks;
}

/** Takes text, and is done at the end. */
interface Paper {
  write(text: string): void;
  close(): Promise<Diagnostic | null>;
}

function standardOutput({ host }: CommandContext): Paper {
  return { write: (text) => host.out.write(text), close: async () => null };
}

/** Keeps all text, so that the file is written whole or not at all. */
function fileOf(path: string, { host }: CommandContext): Paper {
  const texts: string[] = [];
  return {
    write: (text) => texts.push(text),
    close: async () => {
      const written = await host.write(path, texts.join(""));
      if (written.ok) return null;
      const name = printedPath(host.cwd, path);
      return makeDiagnostic(unwritable, null, { path: name, cause: written.code });
    },
  };
}

/** Fewest characters that are worth a call to the system. */
const leastWritten = 65_536;

function streamedSink(output: CheckOutput, position: number, head: RunHead, paper: Paper): Sink {
  paper.write(output.head(head));
  return {
    plan: ({ texts }, plans) => {
      let waiting = output.before(plans);
      for (const piece of texts[position] ?? []) {
        waiting += piece;
        if (waiting.length < leastWritten) continue;
        paper.write(waiting);
        waiting = "";
      }
      if (waiting !== "") paper.write(waiting);
    },
    end: (totals) => {
      paper.write(output.end(totals));
      return paper.close();
    },
  };
}

function pipelineSink(output: PipelineOutput, paper: Paper): Sink {
  return {
    plan: ({ told }) => {
      if (told !== null) output.add(told);
    },
    end: (totals) => {
      paper.write(output.end(totals));
      return paper.close();
    },
  };
}

/** A format for pipelines; loaded only when it is asked for. */
export async function pipelineOf(
  format: PipelineFormat,
  head: SinkHead,
  { options }: Pick<Call, "options">,
  { host, speaker }: CommandContext,
): Promise<PipelineOutput> {
  const [{ pipelineOutput }, { toldDay, toldFindings }] = await Promise.all([
    import("../findings-output/pipeline/pipeline-formats.ts"),
    import("../findings-output/told-plan.ts"),
  ]);
  return pipelineOutput(format, {
    version: head.version,
    asOf: toldDay(head.asOf),
    faults: toldFindings(head.faults, speaker),
    notices: toldFindings(head.notices, speaker),
    speaker,
    places: placesOf(host),
    codes: allCodes,
    digest: (text) => host.digest(text),
    failOn: typeof options.failOn === "string" ? options.failOn : "error",
  });
}
