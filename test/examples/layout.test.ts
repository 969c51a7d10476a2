/** The examples are written as `plan fmt` writes: what people copy is in the one layout. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const plans = readdirSync("examples", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("plan.yaml"))
  .map((path) => `examples/${path.replaceAll("\\", "/")}`);

test("there are examples", () => expect(plans.length).toBeGreaterThan(15));

test.each(plans)("%s is in the layout of fmt", async (path) => {
  const host = fakeHost({ files: { [`/repo/${path}`]: readFileSync(path) } });
  expect(await run(["fmt", path, "--check", "--lang", "en"], host)).toBe(0);
  expect(host.stderr()).toBe("1 file: 0 would change, 1 in order\n");
});
