/** Parts of a ZIP file, unpacked one by one and never beyond a limit, whatever the file says of its sizes. */

/** The part of the platform's decompressor that is used; the core is compiled without the types of any platform. */
interface ByteStream {
  getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
}
interface Decompressor {
  readonly readable: ByteStream;
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
}
// Present in every supported runtime; `globalThis` has no type for it here.
const { DecompressionStream } = globalThis as unknown as {
  readonly DecompressionStream: new (format: "deflate-raw") => Decompressor;
};

/** A part by its place in the list at the end of the file. */
export interface Entry {
  readonly at: number;
  readonly packed: number;
  /** Bytes that it unpacks to, as the list says. */
  readonly unpacked: number;
  readonly method: number;
  readonly isEncrypted: boolean;
}

export type Parts = ReadonlyMap<string, Entry>;

/** Most parts of a file; a document has some dozens. */
const mostParts = 20_000;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const partMark = 0x04034b50;

/** The parts of a ZIP file by name; null when it is none, or its list is broken. */
export function listParts(bytes: Uint8Array): Parts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const last = Math.max(0, end - 65_535);
  while (end >= last && view.getUint32(end, true) !== endMark) end--;
  if (end < last || end < 0) return null;
  const parts = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  for (let i = 0; i < Math.min(count, mostParts); i++) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return null;
    const name = view.getUint16(at + 28, true);
    parts.set(asciiOf(bytes.subarray(at + 46, at + 46 + name)), {
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Names of parts that matter are plain; others are only counted. */
function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1000)).replaceAll("\\", "/");
}

export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly failure: "damaged" | "too-large" | "password" };

/** Unpacks one part; no more than `most` bytes are ever held. */
export async function unpack(bytes: Uint8Array, entry: Entry, most: number): Promise<Unpacked> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const failure = await eachChunk(bytes, entry, (chunk) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    return size <= most;
  });
  if (failure !== null) return { ok: false, failure };
  if (size > most) return { ok: false, failure: "too-large" };
  const whole = new Uint8Array(size);
  let to = 0;
  for (const chunk of chunks) {
    whole.set(chunk, to);
    to += chunk.length;
  }
  return { ok: true, bytes: whole };
}

/** Hands over one part piece by piece, until `take` gives false; null when nothing was wrong as far as it was read. */
export async function eachChunk(
  bytes: Uint8Array,
  { at, packed, method, isEncrypted }: Entry,
  take: (chunk: Uint8Array) => boolean,
): Promise<"damaged" | "password" | null> {
  if (isEncrypted) return "password";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== partMark) return "damaged";
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) return "damaged";
  const content = bytes.subarray(from, from + packed);
  if (method === 0) {
    take(content);
    return null;
  }
  return method === 8 ? inflate(content, take) : "damaged";
}

async function inflate(content: Uint8Array, take: (chunk: Uint8Array) => boolean): Promise<"damaged" | null> {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  // What is wrong with the content is told by the reader.
  void writer.write(content).catch(() => undefined);
  void writer.close().catch(() => undefined);
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) return null;
      if (take(value)) continue;
      await reader.cancel();
      return null;
    }
  } catch {
    return "damaged";
  }
}
