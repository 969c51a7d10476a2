/** The machine's locale and time zone choose the language of messages and today's date, and nothing else. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { minimalPlan } from "../kit/plans.ts";

const program = resolve("dist/plan.js");
const base = mkdtempSync(join(tmpdir(), "plan-locale-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Letters that lower and upper case differently in Turkish, figures with all signs, a day at the turn of a year. */
const plan = minimalPlan
  .replace("id: small", "id: INITIAL-İı")
  .replace("frequency: quarterly", "frequency: QUARTERLY")
  .replace("baseline: 45%", "baseline: 45.5%")
  .replace("{ reach: ≥85%, by: 2027-12 }", '{ reach: "≥1,085.25%", by: 2027-12-31 }')
  .replace("title: Small plan", "title: TITLE IN CAPITALS");

const calls = [
  ["check", "p.plan.yaml"],
  ["check", "p.plan.yaml", "--format", "json"],
  ["status", "p.plan.yaml", "--lang", "zh-Hans"],
  ["explain", "p.plan.yaml#coverage"],
  ["report", "p.plan.yaml", "--to", "html,md", "--out", "out"],
  ["rules", "INDICATOR"],
];

interface Place {
  readonly LANG?: string;
  readonly LC_ALL?: string;
  readonly TZ?: string;
}

function call(args: readonly string[], place: Place): { readonly exit: number | null; readonly out: string } {
  const { PATH, NODE_OPTIONS } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: base,
    env: { PATH, NODE_OPTIONS, ...place },
    encoding: "utf8",
    timeout: 20_000,
  });
  return { exit: status, out: stdout + stderr };
}

/** All that the calls print and write in a place. */
function everything(place: Place): string {
  const printed = calls.map((args) => {
    const { exit, out } = call([...args, ...(args[0] === "rules" ? [] : ["--as-of", "2026-12-31"])], place);
    return `${args.join(" ")}: ${exit}\n${out}`;
  });
  const written = ["html", "md"].map((kind) =>
    readFileSync(join(base, "out", `INITIAL-İı-status.${kind}`), "utf8"),
  );
  return [...printed, ...written].join("\n");
}

let expected = "";
beforeAll(() => {
  writeFileSync(join(base, "p.plan.yaml"), plan);
  writeFileSync(join(base, "planwright.yaml"), "");
  expected = everything({ LANG: "C", TZ: "UTC" });
});

test("what is compared holds figures, dates and names", () => {
  expect(expected).toContain("1085.25");
  expect(expected).toContain("31 December 2026");
  expect(expected).toContain("TITLE IN CAPITALS");
});

test.each([
  { LANG: "de_DE.UTF-8", TZ: "Pacific/Kiritimati" },
  { LANG: "tr_TR.UTF-8", TZ: "Pacific/Pago_Pago" },
  { LANG: "ar_EG.UTF-8", TZ: "Africa/Cairo" },
  { LC_ALL: "C", LANG: "zh_CN.UTF-8" },
  { LANG: "fa_IR.UTF-8", TZ: "Asia/Tehran" },
  { LC_ALL: "POSIX" },
])("with %j the same bytes are printed and written", (place) => {
  expect(everything(place)).toBe(expected);
});

test.each([
  ["zh_CN.GB18030", "找不到文件或文件夹“none”"],
  ["zh_HK.UTF-8", "找不到檔案或資料夾「none」"],
  ["de_DE.UTF-8", 'there is no file or folder "none"'],
])("messages under LANG=%s", (language, words) => {
  expect(call(["check", "none"], { LANG: language }).out).toContain(words);
});

test.each([
  ["Pacific/Kiritimati", 14],
  ["Pacific/Pago_Pago", -11],
])("today is the day at the machine: in %s", (zone, hours) => {
  const day = (): string => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10);
  const before = day();
  const { out } = call(["check", "p.plan.yaml", "--format", "json"], { TZ: zone });
  // The call may run over midnight.
  expect([before, day()]).toContain((JSON.parse(out) as { asOf: string }).asOf);
});
