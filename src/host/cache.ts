/**
 * `--cache DIR`: answers that were found before. An entry is a file named for a key (all that was asked for, with the
 * version and build of the program) and holds the trace of what was read on the way. It counts only while all of that
 * still reads the same, so nothing has to be thrown away by hand. Files are written whole or not at all; two runs may
 * share a folder. An entry that cannot be read is as good as none.
 */
import type { Host } from "./host.ts";
import { stillHolds, type Trace, type TracedHost } from "./traced-host.ts";

/** Changes when entries get another shape. */
const shape = 1;

/** Largest entry that is read. */
const maxEntryBytes = 64 * 1024 * 1024;

interface Entry<T> {
  readonly trace: Trace;
  readonly answer: T;
}

/** Where an entry lies: a folder and the name that its key gives. `asked` must be plain data. */
export function entryPath(host: Host, folder: string, asked: readonly unknown[]): string {
  const key = host.digest(JSON.stringify([shape, host.version, host.build, ...asked]));
  return `${folder.replace(/(.)\/+$/, "$1")}/${key}.json`;
}

/** Marks a folder as a cache for programs that copy folders (https://bford.info/cachedir/). */
const tagName = "CACHEDIR.TAG";
const tagText = `Signature: 8a477f597d28d172789f06886806bc55
# Answers of planwright that can be found again; the folder may be deleted at any time.
`;

/** Makes the folder of a cache, if it is not there. */
export async function openCache(host: Host, folder: string): Promise<void> {
  if (!isOpen(host, folder)) await host.write(tagPath(folder), tagText);
}

/** False when the folder of a cache could not be made. */
export function isOpen(host: Host, folder: string): boolean {
  return host.kindOf(tagPath(folder)) === "file";
}

function tagPath(folder: string): string {
  return `${folder.replace(/(.)\/+$/, "$1")}/${tagName}`;
}

/** The answer kept at a place; null when there is none, or what it was made from has changed. */
export async function recall<T>(host: Host, path: string): Promise<T | null> {
  const read = host.read(path, { maxBytes: maxEntryBytes });
  if (!read.ok) return null;
  const entry = parsed<T>(read.bytes);
  return entry !== null && (await stillHolds(entry.trace, host)) ? entry.answer : null;
}

/** Keeps an answer with what its host was asked for it; what cannot be written is found again next time. */
export async function keep<T>(host: Host, path: string, traced: TracedHost, answer: T): Promise<void> {
  const trace = traced.trace();
  if (trace === null) return;
  const entry: Entry<T> = { trace, answer };
  await host.write(path, JSON.stringify(entry));
}

function parsed<T>(bytes: Uint8Array): Entry<T> | null {
  try {
    // Its name is the digest of what was asked, so the shape is that of this version.
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Entry<T>;
  } catch {
    return null;
  }
}
