/** `plan lsp`: serves an editor over standard input and output. */
import { allCodes } from "../../codes.ts";
import type { Host, ReadResult } from "../../host/host.ts";
import type { Workshop } from "../../language-server/open-plans.ts";
import type { SchemaPart } from "../../language-server/schema-place.ts";
import { makeEditorService } from "../../language-server/service.ts";
import { parseIsoDay } from "../../plan/days.ts";
import { joinPath, parentFolder, printedPath } from "../../text/paths.ts";
import type { Call } from "../args.ts";
import { configurationFinder } from "../config.ts";
import { makeFixes } from "../make-fixes.ts";
import type { CommandContext } from "../run.ts";
import { compileJob, type Job } from "../session.ts";

/** Runs `plan lsp` until the editor ends it. */
export async function runLsp(_call: Call, { host, speaker, askedLanguage }: CommandContext): Promise<number> {
  const service = makeEditorService({
    workshop: workshopOf(host),
    asked: askedLanguage,
    environment: speaker,
    schema: readSchema,
  });
  return host.serveEditor(service);
}

async function readSchema(chinese: boolean): Promise<SchemaPart> {
  const schema = chinese
    ? (await import("../../../schemas/plan.zh-Hans.schema.json")).default
    : (await import("../../../schemas/plan.schema.json")).default;
  return schema as SchemaPart; // its own generator writes no other keyword
}

/** Compiles as `plan check` does, with the texts of open documents in place of the files. */
export function workshopOf(host: Host): Workshop {
  const deskFor = (path: string, textOf: (path: string) => string | null) => {
    const read = new Set<string>();
    const desk = withOpenTexts(host, textOf, read);
    const folder = parentFolder(path);
    const configuration = configurationFinder(desk, () => allCodes.map(({ code }) => code))(folder);
    const asOf = configuration.asOf ?? parseIsoDay(host.today()) ?? 0;
    const job: Job = { source: { name: printedPath(host.cwd, path), path, folder }, configuration, asOf };
    return { desk, read, job };
  };
  return {
    absolute: (name) => joinPath(host.cwd, name),
    compile: async (path, textOf) => {
      const { desk, read, job } = deskFor(path, textOf);
      const { compilation } = await compileJob(desk, asked, job);
      return { compilation, configuration: job.configuration.findings, read };
    },
    cured: async (path, textOf) => {
      const { desk, job } = deskFor(path, textOf);
      const { file } = (await compileJob(desk, asked, job)).compilation;
      const { text } = await makeFixes(desk, asked, job, file);
      return text === file.text ? null : text;
    },
  };
}

const asked = { only: "all", levels: [], trace: false } as const;

function withOpenTexts(host: Host, textOf: (path: string) => string | null, read: Set<string>): Host {
  return {
    ...host,
    kindOf: (path) => (textOf(path) === null ? host.kindOf(path) : "file"),
    read: (path, limits): ReadResult => {
      read.add(path);
      const text = textOf(path);
      if (text === null) return host.read(path, limits);
      const bytes = new TextEncoder().encode(text);
      return bytes.length > limits.maxBytes ? { ok: false, failure: "too-large" } : { ok: true, bytes };
    },
  };
}
