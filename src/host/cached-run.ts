/**
 * A whole run from the cache. The start file asks here before it loads the program, so that an unchanged plan costs
 * little more than starting Node; hence nothing of the program may be imported.
 */

import { entryPath, keep, openCache, recall } from "./cache.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { Host, TextStream } from "./host.ts";
import { traceHost } from "./traced-host.ts";

interface RunAnswer {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

/** Most text of a run that is kept. */
const maxTextUnits = 16 * 1024 * 1024;

/** Prints what the same call printed before, when nothing that it read has changed; null when it has to run. */
export async function recallRun(argv: readonly string[], host: Host): Promise<number | null> {
  const folder = cacheFolder(argv);
  if (folder === null) return null;
  const answer = await recall<RunAnswer>(host, entryPath(host, folder, askedOf(argv, host)));
  if (answer === null) return null;
  host.out.write(answer.out);
  host.err.write(answer.err);
  return answer.exit;
}

/** Runs a call and keeps what it printed. `run` gets a host that notes what it is asked. */
export async function keepRun(
  argv: readonly string[],
  host: Host,
  run: (host: Host) => Promise<number>,
): Promise<number> {
  const folder = cacheFolder(argv);
  if (folder === null) return run(host);
  await openCache(host, folder);
  const traced = traceHost(host, folder);
  const out = listening(host.out);
  const err = listening(host.err);
  const exit = await run({ ...traced.host, out: out.stream, err: err.stream });
  const [outText, errText] = [out.heard(), err.heard()];
  // What went wrong at a place outside (a full disk, an unreadable file) may be better next time.
  if (exit > 1 || outText === null || errText === null) return exit;
  await keep(host, entryPath(host, folder, askedOf(argv, host)), traced, {
    out: outText,
    err: errText,
    exit,
  });
  return exit;
}

function askedOf(argv: readonly string[], { cwd, out, err }: Host): readonly unknown[] {
  return ["run", argv, cwd, out.isTerminal, out.columns, err.isTerminal, err.columns];
}

/** A stream that also keeps what is written; `heard` is null when that was too much. */
function listening(stream: TextStream): { readonly stream: TextStream; readonly heard: () => string | null } {
  let heard: string[] | null = [];
  let units = 0;
  return {
    stream: {
      isTerminal: stream.isTerminal,
      columns: stream.columns,
      write: (text) => {
        units += text.length;
        if (units > maxTextUnits) heard = null;
        heard?.push(text);
        stream.write(text);
      },
    },
    heard: () => heard?.join("") ?? null,
  };
}
