/** Simplified → Traditional Chinese: what is converted must be right, what a plan says must stay. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { quotedTexts } from "../../src/language/speaker.ts";
import { toTraditional } from "../../src/language/traditional.ts";
import { examplePlans, examplesFolder } from "../examples/example-files.ts";
import { fakeHost } from "../kit/fake-host.ts";

/** Words where a character stands for several, or where a library of phrases goes wrong; Traditional as written in Taiwan. */
test.each([
  ["方案里写明文件名", "方案裡寫明檔名"],
  ["五公里以内", "五公里以內"],
  ["目标期限之后", "目標期限之後"],
  ["先后次序", "先後次序"],
  ["皇后", "皇后"],
  ["党员干部", "黨員幹部"],
  ["干净", "乾淨"],
  ["若干指标", "若干指標"],
  ["干预措施", "干預措施"],
  ["只列示、不评定", "只列示、不評定"],
  ["一只", "一隻"],
  ["页面", "頁面"],
  ["面粉", "麵粉"],
  ["两方面", "兩方面"],
  ["以章节为准", "以章節為準"],
  ["批准单位", "批准單位"],
  ["配置标准", "配置標準"],
  ["取值范围", "取值範圍"],
  ["关系", "關係"],
  ["系统", "系統"],
  ["确系笔误", "確係筆誤"],
  ["平台", "平臺"],
  ["数据表", "數據表"],
  ["手表", "手錶"],
  ["缺少表头", "缺少表頭"],
  ["工作机制", "工作機制"],
  ["编制", "編制"],
  ["制造", "製造"],
  ["制表符", "製表符"],
  ["台账记录", "臺帳記錄"],
  ["汇总方式", "彙總方式"],
  ["外汇", "外匯"],
  ["复核", "複核"],
  ["重复", "重複"],
  ["恢复", "恢復"],
  ["累计总量", "累計總量"],
  ["占比合计", "佔比合計"],
  ["征求意见稿", "徵求意見稿"],
  ["征收", "徵收"],
  ["注明章节", "註明章節"],
  ["备注", "備註"],
  ["关注事项", "關注事項"],
  ["缺报应留空", "缺報應留空"],
  ["获奖励额度", "獲獎勵額度"],
  ["收获", "收穫"],
  ["采集频次", "採集頻次"],
  ["采用", "採用"],
  ["着色", "著色"],
  ["计划", "計畫"],
  ["规划", "規劃"],
  ["布置", "佈置"],
  ["公布", "公佈"],
  ["升级", "升級"],
  ["了解", "瞭解"],
  ["一致", "一致"],
  ["细致", "細緻"],
  ["余额", "餘額"],
  ["其余", "其餘"],
  ["周期", "週期"],
  ["每周", "每週"],
  ["几项", "幾項"],
  ["价值", "價值"],
  ["尽快", "儘快"],
  ["尽力", "盡力"],
  ["松散", "鬆散"],
  ["借用的基期值", "借用的基期值"],
  ["得分区间", "得分區間"],
  ["适用对象", "適用對象"],
  ["目标值类型", "目標值類型"],
  ["各项目标自身", "各項目標自身"],
  ["5 个中的 4 个", "5 個中的 4 個"],
  ["循环引用", "循環引用"],
  ["访问权限", "存取權限"],
  ["参数过多", "參數過多"],
  ["信息平台", "資訊平臺"],
  ["网络", "網路"],
  ["默认为当前文件夹", "預設為當前資料夾"],
  ["第二个文档移到单独的文件", "第二個文件移到單獨的檔案"],
  ["程序内部错误", "程式內部錯誤"],
  ["办理程序", "辦理程序"],
  ["按程序修订", "按程序修訂"],
  ["命令行程序", "命令列程式"],
  ["不是可运行的程序", "不是可執行的程式"],
  ["试运行阶段", "試運行階段"],
  ["如系笔误", "如係筆誤"],
  ["折合每年", "折合每年"],
  ["拆分合并单元格", "拆分合併儲存格"],
  ["一并反馈", "一併回饋"],
  ["并列的目标", "並列的目標"],
  ["指标编制质量", "指標編製品質"],
  ["人员编制", "人員編制"],
  ["同一文件用两个名称", "同一文件用兩個名稱"],
  ["不能写入同一文件", "不能寫入同一檔案"],
  ["文件日期先后有误", "文件日期先後有誤"],
  ["不是文本文件", "不是文字檔"],
  ["导入现有表格", "匯入現有表格"],
  ["工作簿含有宏", "活頁簿含有巨集"],
  ["缺少“时间”列（`at`）", "缺少「時間」欄（`at`）"],
  ["此表没有“甲”这一列", "此表沒有「甲」這一欄"],
  ["所列数量与文中所述数量不符", "所列數量與文中所述數量不符"],
  ["列数与表头不符", "欄數與表頭不符"],
])("%s becomes %s", (simplified, traditional) => {
  expect(toTraditional(simplified, [])).toBe(traditional);
});

test("plan text between “ and ” or between backticks stays, also beside its like", () => {
  const said = "指标“后台里”与“后台”及 `后台里` 的后台";
  expect(toTraditional(said, ["后台", "后台里"])).toBe("指標「后台里」與「后台」及 `后台里` 的後臺");
});

test("words that begin with the quotation mark of kept text are found behind it", () => {
  expect(toTraditional("数据文件缺少“时间”列（`at`）", ["时间", "at"])).toBe(
    "數據檔案缺少「时间」欄（`at`）",
  );
});

test("quotes of ours become corner brackets, quotes inside a kept text stay", () => {
  expect(toTraditional("指标“某“后台”里”应为“甲”‘乙’", ["某“后台”里"])).toBe(
    "指標「某“后台”里」應為「甲」『乙』",
  );
});

test("a text that was converted already is kept when it is said again", () => {
  const once = toTraditional("章节“后台”", ["后台"]);
  expect(toTraditional(`承接${once}`, quotedTexts(once))).toBe("承接章節「后台」");
});

type Files = Readonly<Record<string, string>>;

/** All files of an example, as they lie in the working folder of a host in memory. */
function filesOf(folder: string): Files {
  const files = readdirSync(join(examplesFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((path) => [
      `/repo${path.slice(join(examplesFolder, folder).length).replaceAll("\\", "/")}`,
      readFileSync(path, "utf8"),
    ]),
  );
}

/** What a call in one language prints and writes. */
async function output(files: Files, args: readonly string[], language: string): Promise<string> {
  const host = fakeHost({ files });
  await run([...args, "--lang", language, "--color", "never"], host);
  return [host.stdout(), ...host.written.values()].join("\n");
}

const count = (text: string, part: string): number => text.split(part).length - 1;

const chinesePlans = examplePlans.filter(({ folder, name }) =>
  /^language: zh/m.test(readFileSync(join(examplesFolder, folder, `${name}.plan.yaml`), "utf8")),
);

test.each(chinesePlans)(
  "what $name says is printed in Traditional Chinese as it stands in the plan",
  async ({ folder, name }) => {
    const plan = `${name}.plan.yaml`;
    const files = filesOf(folder);
    const source = files[`/repo/${plan}`] ?? "";
    // Names and statements of some length: a short one may also be a word of planwright's own.
    const texts = [
      ...source.matchAll(/(?:name|statement|wording|text|place|title): ("?)([^"{}[\],\n#]{6,})\1/g),
    ]
      .map(([, , text = ""]) => text.trim())
      .filter((text) => toTraditional(text, []) !== text);
    expect(texts.length).toBeGreaterThan(3);
    const ids = [...source.matchAll(/\bid: "?([\p{L}\d.-]+)"?/gu)].map(([, id = ""]) => id);
    // Some items from all over the plan: indicators stand before mechanisms.
    const some = ids.filter((_, i) => i % Math.ceil(ids.length / 6) === 0);
    const calls = [
      ["check", plan],
      ["check", plan, "--format", "json"],
      ["status", plan, "--entity", "all"],
      ["report", plan, "--to", "md", "--out", "out"],
      ...some.map((id) => ["explain", `${plan}#${id}`]),
    ];
    const lost: string[] = [];
    for (const args of calls) {
      const [hans, hant] = [await output(files, args, "zh-Hans"), await output(files, args, "zh-Hant")];
      for (const text of new Set(texts)) {
        if (count(hans, text) !== count(hant, text)) lost.push(`${args.join(" ")}: ${text}`);
      }
    }
    expect(lost).toEqual([]);
  },
  120_000,
);
