/** Values that a caller hands over: what they are, and the error for one that cannot be meant. */

// Present in every supported runtime; `globalThis` has no type for it here.
const { TextEncoder } = globalThis as unknown as {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
};

/** An argument that cannot be meant; to the caller a `TypeError`. */
export class WrongArgument extends TypeError {}

/** Refuses an argument of a function of the library. */
export function refuse(caller: string, words: string): never {
  throw new WrongArgument(`${caller}: ${words}`);
}

/** Bytes of what may hold a file, text or bytes; null for anything else. */
export function bytesOf(content: unknown): Uint8Array | null {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return isBytes(content) ? content : null;
}

/** True also for bytes of another realm (a frame, a `vm` context), which are no instance of our `Uint8Array`. */
function isBytes(content: unknown): content is Uint8Array {
  return Object.prototype.toString.call(content) === "[object Uint8Array]";
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value !== "object") return typeof value === "function" ? "a function" : `a ${typeof value}`;
  if (Array.isArray(value)) return "an array";
  return "then" in value ? "a promise" : "an object";
}
