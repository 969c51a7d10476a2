/** Cuts a failing input down: whole runs of lines first, then single ones, as long as it goes on failing. */
import type { FuzzInput } from "./mutate.ts";

/** Attempts after which the result is taken as it is. */
const mostAttempts = 600;

/** The smallest input found that still fails. Bytes are cut at line ends, so damaged ones stay as they are. */
export async function shrink(
  input: FuzzInput,
  fails: (input: FuzzInput) => Promise<boolean>,
): Promise<FuzzInput> {
  let best = input;
  let attempts = 0;
  for (const name of Object.keys(input.files)) {
    const { [name]: _, ...files } = best.files;
    if (await fails({ ...best, files })) best = { ...best, files };
  }
  const linesOf = (one: FuzzInput): string[] => Buffer.from(one.bytes).toString("latin1").split("\n");
  for (let size = Math.ceil(linesOf(best).length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < linesOf(best).length && attempts < mostAttempts; ) {
      attempts++;
      const lines = linesOf(best);
      lines.splice(at, size);
      const smaller = { ...best, bytes: Buffer.from(lines.join("\n"), "latin1") };
      if (await fails(smaller)) best = smaller;
      else at += size;
    }
  }
  return best;
}
