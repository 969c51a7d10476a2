/** The formats for other programs of a pipeline. A file of its own in the built program: most runs need none of them. */
import type { PipelineFormat } from "../formats.ts";
import { githubOutput } from "./github.ts";
import { junitOutput } from "./junit.ts";
import { markdownOutput } from "./markdown.ts";
import type { PipelineHead, PipelineOutput } from "./pipeline-output.ts";
import { sarifOutput } from "./sarif.ts";

const makers: Readonly<Record<PipelineFormat, (head: PipelineHead) => PipelineOutput>> = {
  sarif: sarifOutput,
  junit: junitOutput,
  github: githubOutput,
  markdown: markdownOutput,
};

/** The output of a format. */
export function pipelineOutput(format: PipelineFormat, head: PipelineHead): PipelineOutput {
  return makers[format](head);
}
