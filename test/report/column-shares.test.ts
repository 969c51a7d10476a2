import { expect, test } from "vitest";
import { textWidth } from "../../src/report/charts/svg.ts";
import { evened, lowered } from "../../src/report/column-exchanges.ts";
import { columnShares } from "../../src/report/column-shares.ts";
import { withFittedColumns } from "../../src/report/fit-columns.ts";

function column(head: string, ...cells: readonly string[]) {
  return { least: 0, head: [head], cells: cells.map((cell) => cell.split("\n")) };
}

function sum(shares: readonly number[]): number {
  return Math.round(shares.reduce((all, share) => all + share, 0) * 10) / 10;
}

/** Ems of a column in a table of that room. */
function ems(share: number | undefined, room: number): number {
  return ((share ?? 0) * room) / 100;
}

test("shares are 100 in all, and none for a table without columns", () => {
  expect(columnShares([], 50)).toEqual([]);
  expect(columnShares([column("序号", "1")], 50)).toEqual([100]);
  const three = columnShares([column("甲", "一"), column("乙", "二"), column("丙", "三")], 50);
  expect(sum(three)).toBe(100);
});

test("a short text is never broken, however long its neighbours are", () => {
  const long = "长".repeat(300);
  const shares = columnShares([column("序号", "1"), column("类别", "人员"), column("内容", long)], 50);
  // 序号 and 类别 are 2 ems in bold letters (2.2) beside 1 em of free space.
  expect(ems(shares[0], 50)).toBeGreaterThanOrEqual(3.15);
  expect(ems(shares[1], 50)).toBeGreaterThanOrEqual(3.15);
  expect(ems(shares[2], 50)).toBeGreaterThan(40);
});

test("room goes where it saves lines: to the longer of two columns", () => {
  const [short = 0, long = 0] = columnShares(
    [
      column("甲", ...Array(9).fill("六个字的名称")),
      column("乙", ...Array(9).fill("四十个字的说明".repeat(6))),
    ],
    40,
  );
  // The name of 6 ems has its one line; what is left beside it, 33 ems, holds the 42 of the other in two.
  expect(ems(short, 40)).toBeGreaterThanOrEqual(7);
  expect(ems(long, 40)).toBeGreaterThan(22.8);
});

test("a day is never broken beside a long text", () => {
  const dated = Array.from({ length: 6 }, (_, i) => column(`目标${i}`, "（2027年12月31日）"));
  const shares = columnShares([column("指标", "很长的指标名称".repeat(5)), ...dated], 76);
  expect(sum(shares)).toBe(100);
  // Brackets and signs 5 ems, eight digits of 0.58, and 1 em of free space.
  for (const share of shares.slice(1)) expect(ems(share, 76)).toBeGreaterThanOrEqual(1 + 5 + 8 * 0.58 - 0.1);
});

test("where nothing has room, no column is left without any", () => {
  const many = Array.from({ length: 12 }, (_, i) => column(`目标${i}`, "（2027年12月31日）"));
  const shares = columnShares([column("指标", "很长的指标名称".repeat(5)), ...many], 60);
  expect(sum(shares)).toBe(100);
  expect(Math.min(...shares)).toBeGreaterThan(3);
});

test("a column to be written in by hand has the ems that it asks for", () => {
  const blank = { least: 9, head: ["采纳"], cells: [[], []] };
  const shares = columnShares([column("意见", "字".repeat(400), "字".repeat(400)), blank], 60);
  expect(ems(shares[1], 60)).toBeGreaterThanOrEqual(9.9);
});

test("what is left over is not given to numbers and signs", () => {
  const shares = columnShares(
    [column("序号", "1"), column("事项", "三查摸底工作"), column("时限", "2024年1月至6月")],
    76,
  );
  expect(ems(shares[0], 76)).toBeLessThan(4);
});

test("width that saves few lines in one column goes to another where it saves more", () => {
  const names = Array.from({ length: 38 }, (_, i) => "名".repeat(12 + Math.floor(i / 2)));
  const due = [...Array(6).fill("2024年12月31日；报送频次：每季度一次"), ...Array(35).fill("长期")];
  const shares = columnShares(
    [column("事项", ...names, ...Array(3).fill("长".repeat(42))), column("完成时限", ...due)],
    50,
  );
  // Eight digits of 0.58 and 14 ems with 1 em of free space; only the two names of 30 ems pay for it.
  expect(ems(shares[1], 50)).toBeGreaterThanOrEqual(8 * 0.58 + 14 + 1);
});

test("a column in which hardly a row has words takes little room", () => {
  const names = Array(40).fill("全员岗前培训不少于八十小时并考核");
  const filled = (count: number) => [
    ...Array(count).fill("岗区队建设三年行动计划"),
    ...Array(40 - count).fill("—"),
  ];
  const due = Array(40).fill("2027年12月31日（未注明，按期末计）");
  const share = (count: number) =>
    ems(
      columnShares(
        [column("事项", ...names), column("时限", ...due), column("佐证材料", ...filled(count))],
        36,
      )[2],
      36,
    );
  // Three texts of forty ask for 5 ems and 1 em of free space at most, eight for 8 ems and 1.
  expect(share(3)).toBeLessThan(8);
  expect(share(8)).toBeGreaterThan(8.5);
});

test("sentences are not squeezed by short columns beside them", () => {
  const dates = ["基期值", "目标值"].map((head) => column(head, "（2027年12月31日）", "（2026年12月31日）"));
  const short = ["单位", "责任单位", "来源", "频次"].map((head) =>
    column(head, "六个字的名称", "六个字的名称"),
  );
  const shares = columnShares([column("指标", "很长的指标名称和解释".repeat(5)), ...dates, ...short], 60);
  expect(ems(shares[0], 60)).toBeGreaterThanOrEqual(9.9);
  // The remark goes to a line of its own, whole: ten signs and 1 em of free space.
  const [, due = 0] = columnShares(
    [column("事项", "长".repeat(90), "长".repeat(90)), column("时限", "2027年12月31日（未注明，按期末计）")],
    34,
  );
  expect(ems(due, 34)).toBeGreaterThanOrEqual(10.9);
});

test("a table that says what a tablet has room for gets shares for it too", () => {
  const table = (room: string): string =>
    `<table data-fit="${room}"><thead><tr><th>序号</th><th>事项</th></tr></thead><tbody><tr><td>1</td><td>${"长".repeat(200)}</td></tr></tbody></table>`;
  const shares = (html: string, name: string) =>
    [...html.matchAll(new RegExp(`--${name}:([\\d.]+)%`, "g"))].map(([, share]) => Number(share));
  const both = withFittedColumns(table("76 38"));
  expect(sum(shares(both, "wide"))).toBe(100);
  expect(sum(shares(both, "tablet"))).toBe(100);
  // The number keeps its ems: half the room is twice the share.
  expect(shares(both, "tablet")[0]).toBeCloseTo((shares(both, "wide")[0] ?? 0) * 2, 0);
  expect(withFittedColumns(table("76"))).toContain(`width:${shares(both, "wide")[0]}%`);
});

test("tables that ask for it get a group of columns, all others stay", () => {
  const table = (attribute: string): string =>
    `<table class="stack"${attribute}>\n<thead><tr><th scope="col">序号</th><th scope="col">事项</th></tr></thead>` +
    `<tbody><tr class="group"><th scope="rowgroup" colspan="2">${"组".repeat(90)}</th></tr>` +
    `<tr><td>1</td><th scope="row">做一件事 <span>类别</span></th></tr></tbody></table>`;
  expect(withFittedColumns(table(""))).toBe(table(""));
  const fitted = withFittedColumns(table(' data-fit="50"'));
  expect(fitted).toMatch(
    /^<table class="stack"><colgroup><col style="width:[\d.]+%"><col style="width:[\d.]+%"><\/colgroup>\n<thead>/,
  );
  expect(fitted).not.toContain("data-fit");
  // The row that goes across says nothing of the columns: the number has its 4 ems of 50 at most.
  expect(Number(/width:([\d.]+)%/.exec(fitted)?.[1])).toBeLessThan(8);
});

test("signs count as one letter, lines of a cell each for itself", () => {
  const table = (cell: string): string =>
    `<table data-fit="60"><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>${cell}</td><td>二二二二二二二二</td></tr></tbody></table>`;
  expect(withFittedColumns(table("&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;"))).toContain(
    /<colgroup>.*<\/colgroup>/.exec(withFittedColumns(table("++++++++")))?.[0] ?? "none",
  );
  const lines = /width:([\d.]+)%/.exec(
    withFittedColumns(table("<div>一一一一一一</div><div>一一一一一一</div>")),
  )?.[1];
  const line = /width:([\d.]+)%/.exec(withFittedColumns(table("一一一一一一")))?.[1];
  expect(lines).toBe(line);
});

test("rows beyond the first hundred and fifty are not measured", () => {
  const columns = (rows: number, rest: string) =>
    Array.from({ length: 4 }, (_, i) =>
      column(
        `列${i}`,
        ...Array.from({ length: rows }, (_row, n) =>
          n < 150 ? "字".repeat(((n * 7 + i * 13) % 60) + 1) : rest,
        ),
      ),
    );
  expect(columnShares(columns(5000, "很长的说明".repeat(20)), 76)).toEqual(
    columnShares(columns(150, ""), 76),
  );
});

test("in a table of many columns a day below a figure may be broken", () => {
  const table = (split: string): string =>
    `<table data-fit="20"${split}><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td><div>1</div><div class="small date">2026年12月31日</div></td><td>${"长".repeat(90)}</td></tr></tbody></table>`;
  const first = (html: string): number => Number(/width:([\d.]+)%/.exec(withFittedColumns(html))?.[1]);
  // Whole it takes 7.4 ems and 1.1 of free space, 42 % of 20; broken no more than any text, 6 and 1.1.
  expect(first(table(""))).toBeGreaterThan(42);
  expect(first(table(" data-split-days"))).toBeLessThan(42);
  expect(withFittedColumns(table(" data-split-days"))).toContain(
    '<div class="small date">2026年12月31日</div>',
  );
  expect(withFittedColumns(table(" data-split-days"))).not.toContain("data-");
});

test("a difference in percentage points keeps its figure and its word together, however little room there is", () => {
  const others = Array.from({ length: 8 }, (_, i) =>
    column(`列${i}`, "名称较长的单元格文字", "再来一行文字"),
  );
  const shares = columnShares([column("变动", "同比\n-12.95个百分点"), ...others], 63);
  // A sign, four figures and a point of half an em and four characters, beside 1 em of free space.
  expect(ems(shares[0], 63)).toBeGreaterThanOrEqual(7.5);
});

/** A column of cells of so many ems, or of so many lines whatever its width. */
function measured(least: number, lines: (width: number) => readonly number[]) {
  return {
    least,
    natural: 50,
    lines,
    costs: (width: number) => lines(width).reduce((all, n) => all + n * n, 0),
  };
}

test("a row is as high as its tallest cell: neighbours that have room below them give width to it", () => {
  const name = measured(5, (width) => [Math.ceil(24 / width), 1, 1, 1]);
  const level = measured(5, (width) => Array(4).fill(Math.ceil(10 / width)));
  const twoLines = measured(3, () => [1, 2, 2, 2]);
  const widths = [6, 10, 3];
  // By lines alone the exchange costs more than it saves: 16 to 9 for the name, 1 to 4 for each of four levels.
  expect(evened(widths, [name, level, twoLines])).toEqual(widths);
  // Rows of 4, 2, 2 and 2 lines become 3, 2, 2 and 2 by two ems of the levels, which then have two lines as well.
  expect(lowered(widths, [name, level, twoLines])).toEqual([8, 8, 3]);
  // Where the levels alone make the rows high, nothing is taken from them.
  expect(lowered(widths, [name, level])).toEqual(widths);
});

test("the sign behind a word stays with it: no line of a narrow column is a bracket", () => {
  const target = "-50% (that is ≤320 applications)";
  const long = "Applications that wait for an answer of the office for longer than ten days";
  const shares = columnShares(
    [column("Indicator", ...Array(4).fill(long.repeat(2))), column("Target", target)],
    24,
  );
  // The word with its bracket is not broken: 13 letters.
  expect(ems(shares[1], 24)).toBeGreaterThanOrEqual(textWidth("applications)", 1) + 1);
});

test("among short texts only, numbers of rows take no more than they need", () => {
  const shares = columnShares(
    [column("序号", "7"), column("责任事项", "经费不足"), column("时限", "长期")],
    63,
  );
  // 序号 is 2 ems in bold letters beside 1 em of free space.
  expect(ems(shares[0], 63)).toBeLessThan(4);
});
