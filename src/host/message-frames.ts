/**
 * Makes sure that what a protocol client sends stays in its frames: text between messages is dropped, so that one bad header does
 * not make the server deaf for all that follows, and a message beyond the limit is passed over instead of being gathered.
 */
import { Transform } from "node:stream";

/** Largest message that is taken; a document of the greatest size fits in, escaped. */
const largestMessage = 64 * 1024 * 1024;
/** Longest header; what grows beyond it without an end is no header. */
const longestHeader = 8192;

const headerEnd = Buffer.from("\r\n\r\n");
const lengthForm = /content-length:[ \t]*(\d{1,15})[ \t]*$/gim;

/** A stream between the client and the reader of messages. `complain` is told of what is dropped. */
export function messageFrames(complain: (fault: Error) => void): Transform {
  let header: Buffer = Buffer.alloc(0);
  let left = 0;
  let isPassed = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let rest = chunk;
      while (rest.length > 0) {
        if (left > 0) {
          const body = rest.subarray(0, left);
          if (!isPassed) this.push(body);
          left -= body.length;
          rest = rest.subarray(body.length);
          continue;
        }
        header = Buffer.concat([header, rest]);
        const end = header.indexOf(headerEnd);
        if (end < 0) {
          if (header.length > longestHeader) header = header.subarray(-longestHeader);
          break;
        }
        rest = header.subarray(end + headerEnd.length);
        const length = lengthOf(header.toString("latin1", 0, end));
        header = Buffer.alloc(0);
        if (length === null) {
          complain(new Error("a message without a length was dropped"));
          continue;
        }
        left = length;
        isPassed = length > largestMessage;
        if (isPassed) complain(new Error(`a message of ${length} bytes was passed over`));
        else this.push(`Content-Length: ${length}\r\n\r\n`);
      }
      done();
    },
  });
}

function lengthOf(header: string): number | null {
  const last = [...header.matchAll(lengthForm)].at(-1)?.[1];
  return last === undefined ? null : Number(last);
}
