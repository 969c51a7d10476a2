/** Schema of mechanisms: the keys that all types share, and those of each type (FORMAT.md section 7). */
import { loadMechanismKeys } from "../mechanisms/mechanism-types.ts";
import { both, choice, flag, list, map, shared, value, valueOrList } from "./part.ts";
import { id, name, owner, saying } from "./shared.ts";

const figures = list(
  map(
    {
      id,
      name,
      is: value(both("Value", "值")),
      values: shared(
        "statement",
        both("Values", "各处表述"),
        both("Several statements of the figure", "同一数据的多处表述"),
      ),
      ...saying,
    },
    ["id"],
    both("Figure", "数据"),
  ),
  both("Figures", "数据"),
  both(
    "Standing figures that no key of the type states, each under its own id; section texts name them as {{value ID}}",
    "该类型没有专门的键可写的数据，各有编号；正文中用 {{value 编号}} 引用",
  ),
);

const mechanismKeys = await loadMechanismKeys();

export const mechanisms = list(
  {
    ...map(
      {
        id,
        type: { title: both("Type", "类型"), type: ["string"], enum: [...mechanismKeys.keys()] },
        name,
        purpose: value(both("Purpose", "目的")),
        owner,
        "also-in": valueOrList(
          both("Also in", "又见"),
          both(
            "Further sections that mention it without stating a value that has a key of its own",
            "另有提及的章节；有数值的，章节写在数值处",
          ),
        ),
        origin: choice(
          ["plan", "cited", "implied"],
          both("Origin", "出处性质"),
          both(
            "plan; cited: cited from another place, never falls due; implied",
            "plan 本方案规定、cited 引述他处做法、implied 隐含",
          ),
        ),
        from: shared("time", both("From", "起始时间")),
        cadence: shared(
          "statement",
          both("Rhythm", "频次"),
          both(
            "monthly, quarterly, yearly, every 2 years, 2 per year; regular or continuous where no number is stated",
            "monthly 每月、quarterly 每季、yearly 每年，或“每两年”“每年两次”；未写明次数的写“定期”“常态化”",
          ),
        ),
        needs: shared("ids", both("Needs", "前置条件")),
        governs: valueOrList(
          both("Governs", "作用对象"),
          both("Ids of the indicators and other items on which it works", "所作用的指标等事项的编号"),
        ),
        announced: shared("count", both("Announced count", "所述数量")),
        open: flag(
          both("Open list", "未列全"),
          both("The document ends the list with “and others”", "原文以“等”字结尾"),
        ),
        figures,
        ...saying,
        during: shared("time", both("During", "适用时段")),
      },
      ["id", "type"],
      both("Mechanism", "工作机制"),
      both("The keys beside these depend on the type", "其余可用的键随类型而定"),
    ),
    cases: {
      key: "type",
      parts: Object.fromEntries([...mechanismKeys].map(([type, { keys }]) => [type, keys])),
    },
  },
  both("Mechanisms", "工作机制"),
);
