import { expect, test } from "vitest";
import { speakerOf } from "../../src/language/speaker.ts";
import { renderReport } from "../../src/report/render.ts";
import { buildIndexView, indexedPlan } from "../../src/report/view/index-page.ts";
import { asOf, compilation, given, indicator, plan, row } from "./hand-made.ts";

const english = speakerOf("en");

function entry(title: string, status: "on-track" | "missed" | "no-data", file: string) {
  const of = indicator("a");
  const made = compilation({
    plan: plan({ title: given(title), indicators: [of] }),
    rows: [row(of, status)],
    status,
  });
  return indexedPlan(made, asOf, [{ file, document: "Brief", format: "HTML" }]);
}

test("plans stand worst first, those without data before those on course", () => {
  const view = buildIndexView(
    [entry("B", "on-track", "b.html"), entry("C", "no-data", "c.html"), entry("A", "missed", "a.html")],
    english,
    "0.0.0",
  );
  expect(view.plans.map(({ title }) => title)).toEqual(["A", "C", "B"]);
  expect(view.summary).toBe("Of 3 plans, each by its weakest indicator: 1 missed, 1 no data, 1 on track.");
});

test("a file name with signs of addresses is still one address, and a title stays text", () => {
  const html = renderReport(
    buildIndexView([entry("<b>x</b>", "on-track", "a#b?c 方.html")], english, "0.0.0"),
    "index",
    "html",
  );
  expect(html).toContain('href="a%23b%3Fc%20%E6%96%B9.html"');
  expect(html).toContain("&lt;b&gt;x&lt;/b&gt;");
});

test("the formats of one document stand together, behind its name", () => {
  const of = indicator("a");
  const made = compilation({
    plan: plan({ title: given("A") }),
    rows: [row(of, "missed")],
    status: "missed",
  });
  const links = [
    { file: "a-status.html", document: "Where the plan stands", format: "HTML" },
    { file: "a-status.pdf", document: "Where the plan stands", format: "PDF" },
    { file: "a-brief.pdf", document: "Brief", format: "PDF" },
  ];
  const view = buildIndexView([indexedPlan(made, asOf, links)], english, "0.0.0");
  expect(view.plans[0]?.documents.map(({ name, links: of }) => [name, of.map(({ text }) => text)])).toEqual([
    ["Where the plan stands", ["HTML", "PDF"]],
    ["Brief", ["PDF"]],
  ]);
  expect(renderReport(view, "index", "md")).toContain(
    "| Where the plan stands: [HTML](a-status.html), [PDF](a-status.pdf)<br>Brief: [PDF](a-brief.pdf) |",
  );
});
