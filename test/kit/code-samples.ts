/** Arguments of every code as they occur: those of all findings in the fixtures, and by hand those of codes outside plans. */
import { allCodes } from "../../src/codes.ts";
import type { CodeDefinition, Localized, MessageArgs } from "../../src/diagnostics/diagnostic.ts";
import { compileFixture, readFixtures } from "./fixtures.ts";

export interface CodeSample {
  readonly definition: CodeDefinition;
  readonly args: MessageArgs;
  readonly notes: readonly Localized[];
}

/** What is found outside of any plan: paths, calls, configuration, writing, our own faults. */
const outside: Readonly<Record<string, readonly MessageArgs[]>> = {
  "input/missing-path": [{ path: "缺失/方案.plan.yaml" }, { path: "" }],
  "input/nothing-matched": [
    { path: "资料", kind: "folder" },
    { path: "某.plan.yaml", kind: "folder" },
    { path: "*.无", kind: "glob" },
  ],
  "input/unreadable": ["denied", "folder-denied", "outside-root", "not-a-file", "failed"].map((cause) => ({
    path: "方案.plan.yaml",
    cause,
  })),
  "input/unknown-kind": [{ path: "说明.docx" }, { path: "planwright.yaml" }],
  "input/revision": [
    "no-git",
    "no-repository",
    "no-commit",
    "unknown",
    "no-common",
    "no-path",
    "too-large",
    "too-slow",
    "failed",
  ].flatMap((cause) => [
    { cause, name: "上一版", detail: "" },
    { cause, name: "上一版", detail: "bad object 上一版" },
  ]),
  "usage/invalid-call": [
    { en: "unknown command chek", zhHans: "未知命令“chek”", given: "chek" },
    {
      en: "--entity: no plan has an entity 后台",
      zhHans: "--entity：方案中没有实施单位“后台”",
      given: "后台",
    },
  ],
  "configuration/baseline": [
    { cause: "version", path: "清单.json", detail: "7" },
    { cause: "entry", path: "清单.json", detail: "rule" },
    { cause: "form", path: "清单.json", detail: "" },
  ],
  "configuration/baseline-gone": [
    { rule: "target/conflict", at: "indicators[覆盖率].targets", gone: 2, plan: "方案.plan.yaml" },
    { rule: "target/conflict", at: "", gone: 1, plan: "方案.plan.yaml" },
  ],
  "input/no-changes": ["no-git", "no-repository", "no-reference", "no-common", "failed"].map((cause) => ({
    cause,
    detail: "主线",
  })),
  "input/no-commits": [{}],
  "usage/too-many-warnings": [
    { warnings: 12, most: 10 },
    { warnings: 1, most: 0 },
  ],
  "configuration/no-data-file": [{ path: "数据/方案一.csv", setting: "planwright.yaml:3" }],
  "configuration/invalid": [{ en: "unknown setting 语言", zhHans: "未知设置项“语言”", given: "语言" }],
  "output/unwritable": [
    { path: null, cause: "ENOSPC" },
    ...["EACCES", "EROFS", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "EIO"].map((cause) => ({
      path: "报告.html",
      cause,
    })),
  ],
  "output/template": [
    { kind: "missing-field", detail: "nme" },
    { kind: "missing-partial", detail: "head.html" },
    { kind: "unknown-helper", detail: "readFile" },
    { kind: "endless", detail: "" },
  ],
  "output/source-kept": [
    { path: "城北.plan.yaml", cause: "changed" },
    { path: "城北.plan.yaml", cause: "read-only" },
    { path: "城北.plan.yaml", cause: "linked" },
    { path: "城北.plan.yaml", cause: "encoding" },
    { path: "城北.plan.yaml", cause: "ENOSPC" },
    { path: "城北.plan.yaml", cause: "EIO" },
  ],
  "output/cache-unwritable": [{ path: "缓存" }],
  "output/no-chromium": [{ named: null }, { named: "缺失/浏览器" }],
  "output/not-printed": [
    ["no-start", ""],
    ["no-start", "error while loading shared libraries: libnss3.so"],
    ["died", "Out of memory"],
    ["refused", "Printing is not available"],
    ["too-slow", "60"],
    ["incomplete", ""],
    ["no-folder", "ENOSPC"],
    ["other", ""],
  ].map(([cause = "", detail = ""]) => ({ path: "报告.pdf", program: "/usr/bin/chromium", cause, detail })),
  "output/no-chinese-font": [{}],
  "output/old-chromium": [{ version: 120, needed: 131 }],
  "input/workbook-unread": [
    ...["damaged", "password", "empty", "too-large"].map((kind) => ({ kind, places: "", count: 0 })),
    ...["rows", "too-many-rows"].flatMap((kind) =>
      [20_000, 200_000].map((count) => ({ kind, places: "", count })),
    ),
    { kind: "formula-without-value", places: "B2, B3", count: 7 },
  ],
  "input/workbook-note": ["formula", "merged", "hidden-sheet", "other-sheet", "macros"].map((kind) => ({
    kind,
    places: "底表",
    count: 1,
  })),
  "input/not-imported": [
    { kind: "no-headings", text: "" },
    { kind: "no-figures", text: "" },
    { kind: "unknown-indicator", text: "合格率" },
    { kind: "no-period", text: "去年" },
    { kind: "no-progress-headings", text: "" },
    { kind: "unknown-item", text: "建厨房" },
    { kind: "nameless", text: "52%" },
    { kind: "no-day", text: "" },
  ],
  "input/import-doubt": [
    { kind: "column", text: "排名" },
    { kind: "own-unit", text: "3万人" },
    { kind: "serial", text: "46203 → 2026-06-30" },
    { kind: "total-row", text: "合计" },
    { kind: "note-row", text: "注：以统计部门公布为准" },
    { kind: "title-day", text: "截至2026年6月30日" },
    { kind: "state-as", text: "正常推进 → 推进中" },
    { kind: "share-as", text: "60" },
    { kind: "no-state", text: "基本完成" },
    { kind: "no-share", text: "过半" },
  ],
  "input/word-unread": ["damaged", "workbook", "password", "old", "too-large", "no-table", "cut"].map(
    (kind) => ({ kind }),
  ),
  "input/word-note": [
    ...["macros", "prose"].map((kind) => ({ kind, count: 1, places: "" })),
    ...["changes", "hidden"].flatMap((kind) => [1, 2].map((count) => ({ kind, count, places: "" }))),
    ...["nested", "other"].flatMap((kind) => [2, 5].map((count) => ({ kind, count, places: "2, 3" }))),
  ],
  "input/draft-doubt": [
    { kind: "unread", text: "显著提升", more: "2027年" },
    { kind: "change", text: "增长10%", more: "" },
    { kind: "spare-date", text: "2027年底", more: "完成时限" },
    { kind: "serial", text: "46387", more: "2026-12-31" },
    { kind: "bare-year", text: "2025年", more: "" },
    { kind: "first-year", text: "2020年", more: "2025年" },
    { kind: "before-period", text: "2024年", more: "2026—2028年指标表" },
    { kind: "actual", text: "2024年完成值", more: "" },
    { kind: "reported", text: "2025年完成值", more: "" },
    { kind: "heading-time", text: "目标值（3年内）", more: "3年内" },
    { kind: "first-leads", text: "区民政局、区财政局", more: "区民政局" },
    { kind: "unit-is-owner", text: "单位", more: "区民政局" },
    { kind: "fraction", text: "0.85", more: "%" },
    { kind: "figure-or-day", text: "46387", more: "2026-12-31" },
    ...["", "85"].map((text) => ({ kind: "tracked", text, more: "" })),
    { kind: "table-unit", text: "单位：万元", more: "万元" },
    { kind: "further-row", text: "", more: "覆盖率" },
    { kind: "empty-group", text: "一级指标", more: "产出指标" },
    { kind: "shared-figure", text: "20", more: "权重" },
    { kind: "file-title", text: "指标表", more: "" },
    { kind: "title-period", text: "2026—2028年指标表", more: "2026..2028" },
    { kind: "total-row", text: "合计", more: "" },
    { kind: "note-row", text: "注：以统计部门公布为准", more: "" },
    { kind: "nameless", text: "20%", more: "" },
    { kind: "column", text: "排名", more: "" },
  ].map((sample) => ({ cell: "C7", ...sample })),
  "input/indicator-rows": [{ most: 20_000 }],
  "input/no-indicator-table": [{ kind: "no-table" }, { kind: "no-indicators" }],
  "internal/fault": [{ version: "0.1.0", cause: "TypeError: x" }],
};

/** All samples, without repetition; every code has one at least. */
export function codeSamples(): readonly CodeSample[] {
  const definitions = new Map(allCodes.map((definition) => [definition.code, definition]));
  const samples = new Map<string, CodeSample>();
  const add = (code: string, args: MessageArgs, notes: readonly Localized[]): void => {
    const definition = definitions.get(code);
    if (definition !== undefined)
      samples.set(JSON.stringify([code, args, notes]), { definition, args, notes });
  };
  for (const fixture of readFixtures().filter(({ kind }) => kind === "err")) {
    for (const { code, args, related } of compileFixture(fixture).findings) {
      add(
        code,
        args,
        related.map(({ note }) => note),
      );
    }
  }
  for (const [code, list] of Object.entries(outside)) for (const args of list) add(code, args, []);
  return [...samples.values()];
}
