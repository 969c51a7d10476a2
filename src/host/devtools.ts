/**
 * The DevTools protocol of Chromium over two pipes (`--remote-debugging-pipe`): messages of JSON, each ended by a zero
 * byte. No port is opened, and no file has to be shared with a Chromium that sees folders of its own (snap, flatpak).
 * Source: https://chromedevtools.github.io/devtools-protocol/ (stable domains Browser, Target, Page, Runtime).
 */
import type { Readable, Writable } from "node:stream";

export interface DevTools {
  /** Sends a command; rejected with Chromium's own words, or when the connection ends. */
  send(method: string, parameters?: object, session?: string): Promise<Readonly<Record<string, unknown>>>;
  /** Rejects every command that waits, and all further ones. */
  end(cause: Error): void;
}

interface Message {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly settle: (result: Readonly<Record<string, unknown>>) => void;
  readonly fail: (cause: Error) => void;
}

/** Speaks over the two ends that the parent holds of the child's pipes 3 and 4. */
export function connect(into: Writable, from: Readable): DevTools {
  const waiting = new Map<number, Waiting>();
  let ended: Error | null = null;
  let sent = 0;
  const end = (cause: Error): void => {
    ended ??= cause;
    for (const { fail } of waiting.values()) fail(cause);
    waiting.clear();
  };
  const hear = (text: string): void => {
    const message = readMessage(text);
    if (message === null) {
      end(new Error("its answer is no message of the DevTools protocol"));
      return;
    }
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (message.id === undefined || asked === undefined) return; // an event
    waiting.delete(message.id);
    if (message.error === undefined) asked.settle(message.result ?? {});
    else asked.fail(new Error(message.error.message));
  };
  hearMessages(from, hear);
  // That the other side has gone is told by the end of the process.
  into.on("error", () => undefined);
  from.on("error", () => undefined);
  return {
    end,
    send: (method, params = {}, sessionId) =>
      new Promise((settle, fail) => {
        if (ended !== null) return fail(ended);
        sent++;
        waiting.set(sent, { settle, fail });
        into.write(`${JSON.stringify({ id: sent, method, params, sessionId })}\0`);
      }),
  };
}

/** Cuts what is read at zero bytes; a message of many megabytes is joined only once. */
function hearMessages(from: Readable, hear: (text: string) => void): void {
  let parts: Buffer[] = [];
  from.on("data", (chunk: Buffer) => {
    let start = 0;
    for (let zero = chunk.indexOf(0); zero >= 0; zero = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...parts, chunk.subarray(start, zero)]).toString("utf8");
      parts = [];
      start = zero + 1;
      hear(text);
    }
    parts.push(chunk.subarray(start));
  });
}

function readMessage(text: string): Message | null {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return null;
  }
}
