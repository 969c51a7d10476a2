import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

test.each(["__proto__", "constructor", "toString"])(
  "an announced %s is called so in both languages",
  (name) => {
    const { findings } = compileText(
      `format: 1\nid: p\ntitle: 方案\nperiod: 2026\nsections:\n  - { id: "2", title: 目标, text: 正文, announces: { ${name}: 2 } }\nindicators: []\n`,
    );
    const told = findings.find(({ code }) => code === "count/not-countable");
    expect(told?.message.en).toContain(name);
    expect(told?.message.zhHans).toContain(`提出“${name}”共 2 项`);
  },
);
