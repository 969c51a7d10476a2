/** Standard input, output and error of this process, read and written synchronously. */
import { fstatSync, readSync, statSync, writeSync } from "node:fs";
import { OutputFailure, type ReadResult, type TextStream } from "./host.ts";
import { failureOf } from "./read-files.ts";

/** All of standard input, waiting while a pipe is empty; no more than allowed. */
export function readStdin(maxBytes: number): ReadResult {
  const parts: Buffer[] = [];
  let size = 0;
  const buffer = Buffer.alloc(65_536);
  for (;;) {
    let count: number;
    try {
      count = readSync(0, buffer, 0, buffer.length, null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EAGAIN") {
        pause(10);
        continue;
      }
      if (code === "EOF") break;
      return { ok: false, failure: failureOf(error) };
    }
    if (count === 0) break;
    size += count;
    if (size > maxBytes) return { ok: false, failure: "too-large" };
    parts.push(Buffer.from(buffer.subarray(0, count)));
  }
  return { ok: true, bytes: Buffer.concat(parts) };
}

/** One line as it is typed; what stands behind it stays for the next. A terminal gives no more than the line itself. */
export function readLine(): string | null {
  const bytes: number[] = [];
  const one = Buffer.alloc(1);
  for (;;) {
    let count: number;
    try {
      count = readSync(0, one, 0, 1, null);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return null;
      pause(10);
      continue;
    }
    if (count === 0) return bytes.length === 0 ? null : Buffer.from(bytes).toString("utf8");
    if (one[0] === 10) return Buffer.from(bytes).toString("utf8").replace(/\r$/, "");
    bytes.push(one[0] ?? 0);
  }
}

/**
 * Writes synchronously, so that nothing is lost when the process ends; waits while a pipe is full. When its reader has
 * gone (`| head`), the rest is dropped and the run goes on: its exit code must still tell what was found. Node's own stream is asked for the terminal's width only: making it costs a few milliseconds.
 */
export function streamOf(handle: number, stream: () => NodeJS.WriteStream): TextStream {
  const terminal = isDevice(handle) && stream().isTTY ? stream() : null;
  const write = writerOf(handle);
  return {
    isTerminal: terminal !== null,
    columns: terminal?.columns ?? null,
    write: (text) => write(Buffer.from(text, "utf8")),
  };
}

/** Writes all of some bytes, as `streamOf` says. */
export function writerOf(handle: number): (bytes: Uint8Array) => void {
  let gone = false;
  return (bytes) => {
    let rest = bytes;
    while (rest.length > 0 && !gone) {
      try {
        rest = rest.subarray(writeSync(handle, rest));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "EIO";
        if (code === "EAGAIN") pause(5);
        else if (code === "EPIPE" || handle !== 1) gone = true;
        else throw new OutputFailure(code);
      }
    }
  };
}

/** False for files, pipes and the null device, which are no terminals; cheap to find out. */
function isDevice(handle: number): boolean {
  try {
    const stat = fstatSync(handle);
    return stat.isCharacterDevice() && stat.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

/** Waits without doing anything; nothing else of this process goes on meanwhile. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
