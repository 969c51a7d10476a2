/** Messages of a protocol client, whole or in pieces, with and without nonsense between them. */
import { expect, test } from "vitest";
import { messageFrames } from "../../src/host/message-frames.ts";

/** What comes through, and how many things were complained of. */
async function through(...pieces: readonly string[]): Promise<readonly [string, number]> {
  let complaints = 0;
  const frames = messageFrames(() => complaints++);
  let out = "";
  frames.on("data", (data) => {
    out += String(data);
  });
  for (const piece of pieces) frames.write(Buffer.from(piece));
  frames.end();
  await new Promise((done) => frames.once("close", done));
  return [out, complaints];
}

const message = "Content-Length: 2\r\n\r\n{}";

test("whole messages come through, however they are cut", async () => {
  const text = `${message}Content-Type: x\r\nContent-Length: 3\r\n\r\n"è"`.replace("3\r", "4\r"); // è is two bytes
  const whole = `${message}Content-Length: 4\r\n\r\n"è"`;
  expect(await through(text)).toEqual([whole, 0]);
  expect(await through(...[...text].map((sign) => sign))).toEqual([whole, 0]);
});

test.each(["garbage\r\n\r\n", "Content-Length: abc\r\n\r\n", "No-Header\r\n\r\n"])(
  "after %j the next message is heard",
  async (nonsense) => {
    expect(await through(nonsense, message)).toEqual([message, 1]);
    expect(await through(`${nonsense}{}${message}`)).toEqual([message, 1]);
  },
);

test("a message beyond the limit is passed over, not gathered", async () => {
  const size = 65 * 1024 * 1024;
  const mebibyte = "x".repeat(1024 * 1024);
  const pieces = Array.from({ length: 65 }, () => mebibyte);
  expect(await through(`Content-Length: ${size}\r\n\r\n`, ...pieces, message)).toEqual([message, 1]);
});

test("a header without an end is not gathered for ever", async () => {
  expect(
    await through(...Array.from({ length: 100 }, () => "y".repeat(10_000)), `\r\n\r\n${message}`),
  ).toEqual([message, 1]);
});
