/** `plan import` as a real process: the files of the built program that only it loads, and files on disk. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, expect, test } from "vitest";
import { paragraph, row, table, wordFile } from "../kit/word-file.ts";

const program = resolve("dist/plan.js");
const folder = mkdtempSync(join(tmpdir(), "plan-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plan(...args: readonly string[]) {
  const env = { ...process.env, LC_ALL: "zh_CN.UTF-8" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { exit: status, out: stdout, err: stderr };
}

const rows = [
  ["指标名称", "计量单位", "2024年基期值", "2027年目标值", "责任单位"],
  ["覆盖率", "%", "45", "≥85", "民政局"],
];

test("a workbook and a Word document give the same draft, places aside; a second run overwrites nothing", async () => {
  writeFileSync(
    join(folder, "a.xlsx"),
    await writeXlsx({ sheets: [{ name: "S", rows: [["助餐指标"], ...rows] }] }),
  );
  writeFileSync(
    join(folder, "b.docx"),
    wordFile(paragraph("助餐指标") + table(...rows.map((cells) => row(...cells)))),
  );
  expect(plan("import", "a.xlsx", "--as", "plan")).toMatchObject({
    exit: 0,
    out: "已生成“a.plan.yaml”：指标 1 项，待核 1 处；请核对后运行：plan check a.plan.yaml\n",
  });
  expect(plan("import", "b.docx", "--as", "plan").exit).toBe(0);
  const draft = (name: string): string =>
    readFileSync(join(folder, name), "utf8").replace(
      /[ab]\.(?:xlsx|docx)#\S+?(?=["”])|^id: .*$|(?<=source: table#[A-Z])\d/gm,
      "",
    );
  expect(draft("a.plan.yaml")).toBe(draft("b.plan.yaml"));
  expect(plan("check", "a.plan.yaml", "--only", "plan").exit).toBe(0);
  const again = plan("import", "a.xlsx", "--as", "plan");
  expect(again.exit).toBe(2);
  expect(again.err).toContain("“a.plan.yaml”已存在，未写入");
});

test("progress of a plan that was drafted is told where no task fits, and no file is left", () => {
  writeFileSync(join(folder, "t.csv"), "任务,日期,状态\n修路,2026-06,已完成\n");
  const { exit, err } = plan("import", "t.csv", "--as", "progress", "--plan", "a.plan.yaml");
  expect(exit).toBe(1);
  expect(err).toContain("方案中没有名为“修路”的");
  expect(existsSync(join(folder, "data"))).toBe(false);
});
