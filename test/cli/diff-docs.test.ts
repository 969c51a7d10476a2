/** The example on both pages about `plan diff`, run as it stands there. `UPDATE_GOLDEN=1` writes what the program prints. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const consoles = /```console\n\$ (plan diff .*)\n([\s\S]*?)```/g;

function filesOn(page: string): Readonly<Record<string, string>> {
  const blocks = [...page.matchAll(/```yaml\n# (\S+\.plan\.yaml)\n([\s\S]*?)```/g)];
  return Object.fromEntries(blocks.map(([, name = "", text = ""]) => [`/repo/${name}`, text]));
}

test.each(["docs/diff.md", "docs/diff.zh-Hans.md"])("%s shows what the program prints", async (path) => {
  const page = readFileSync(path, "utf8");
  const calls = [...page.matchAll(consoles)];
  expect(calls).toHaveLength(1);
  let rewritten = page;
  for (const [block, call = "", shown = ""] of calls) {
    const host = fakeHost({ files: filesOn(page) });
    expect(await run(call.split(" ").slice(1), host)).toBe(1);
    if (process.env.UPDATE_GOLDEN === undefined) expect(shown).toBe(host.stdout());
    rewritten = rewritten.replace(block, () => `\`\`\`console\n$ ${call}\n${host.stdout()}\`\`\``);
  }
  if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(path, rewritten);
});

test("a new revision for the date too makes the example pass", async () => {
  const page = readFileSync("docs/diff.md", "utf8");
  const files = filesOn(page);
  const more =
    "  - { what: indicators/coverage/targets/2027-03, from: 2026-12, to: 2027-03, reason: late start }\n";
  const host = fakeHost({
    files: { ...files, "/repo/new.plan.yaml": `${files["/repo/new.plan.yaml"]}${more}` },
  });
  expect(await run(["diff", "old.plan.yaml", "new.plan.yaml"], host)).toBe(0);
  expect(host.stdout()).toContain("0 changes weaken a binding target without a reason, 2 with a reason");
});
