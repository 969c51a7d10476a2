import { expect, test } from "vitest";
import { commandNames } from "../../src/cli/forms/index.ts";
import { run } from "../../src/cli/run.ts";
import { displayWidth } from "../../src/text/width.ts";
import { fakeHost } from "../kit/fake-host.ts";

async function help(args: readonly string[], columns: number | null = null): Promise<string> {
  const host = fakeHost({ columns });
  expect(await run(args, host)).toBe(0);
  return host.stdout();
}

/** What may stand in Latin letters on a Chinese page: names, values, file names, calls. */
const allowed =
  /[\w./*]*\.(?:yaml|html|md|json|ics|csv|xlsx|docx)(?:\.hbs)?(?:#[\w-]+)?|\bplan\b|YAML|JSON|Schema|English|markdown|Chromium|Chrome|Edge|\b(?:check|status|explain|report|diff|rules|schema|target|time|all|text|json|error|warning|info|never|auto|always|html|md|pdf|off|out|id|conflict|mechanism|findings|check-output|zh-Hans|zh-Hant|en|only|format|lang|as-of|entity|to|help|mid-term|ID|brief|responsibilities|owner|diff-output|weakened|any|git|HEAD|main|revisions|date|what|indicators|targets|from|to|reason|approved-by|v1|sarif|junit|github|plans|known|config|configuration|fmt|watch|fix|Ctrl|export|lsp|csv|xlsx|ics|compiled-plan|docs|editor|init|meals|unit|period|completion|doctor|bash|zsh|fish|powershell|PowerShell|source|echo|compinit|plan|completions|records|import|progress|Word|data|observations|XLSX|CSV|bashrc|zshrc|PROFILE)\b|--?[A-Za-z][A-Za-z-]*/g;

test.each(["", ...commandNames])("the Chinese help of `plan %s` holds no English words", async (name) => {
  const page = await help([...(name === "" ? [] : [name]), "--help", "--lang", "zh-Hans"]);
  expect(page).toMatch(/^用法：plan/);
  expect(page.replace(allowed, "").match(/[A-Za-z]{2,}/g)).toBeNull();
});

test.each([80, 60])(
  "no line of option help is wider than %i columns, in either language",
  async (columns) => {
    for (const name of commandNames) {
      for (const language of ["en", "zh-Hans"]) {
        const page = await help([name, "--help", "--lang", language], columns);
        const lines = (page.split(/\n(?:Examples?|示例)/)[0] ?? "").split("\n");
        expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
      }
    }
  },
);

test("`plan help`, `plan help check` and `plan check --help` are the same pages", async () => {
  expect(await help(["help"])).toBe(await help(["--help"]));
  expect(await help(["help", "check"])).toBe(await help(["check", "--help"]));
  expect(await help(["help", "--lang", "zh-Hans"])).toBe(await help(["--help", "--lang", "zh-Hans"]));
});

test("help tells the defaults of options", async () => {
  const page = await help(["check", "--help"]);
  expect(page).toContain("default: text");
  expect(page).toContain("default: error");
});
