/** Templates of the user's own: what they are held to, and what is said of one that is wrong. */
import { expect, test } from "vitest";
import { renderOwnTemplate, type TemplateResult } from "../../src/report/own-template.ts";

const view = {
  title: "<b>Plan</b>",
  note: null,
  list: ["a", "b"],
  bodyHtml: "<i>done</i>",
  group: { name: "North", chart: null, rows: [{ name: "x", flag: false }] },
};

function render(text: string, partials: Readonly<Record<string, string>> = {}): TemplateResult {
  return renderOwnTemplate({
    template: { name: "own", path: "own.html.hbs", text },
    partials: Object.entries(partials).map(([name, content]) => ({ name, path: name, text: content })),
    view,
    format: "html",
  });
}

function textOf(result: TemplateResult): string {
  return "text" in result ? result.text : `${JSON.stringify(result.fault)}`;
}

/** `line:column kind detail`. */
function faultOf(result: TemplateResult): string {
  if ("text" in result) return `no fault: ${result.text}`;
  const { line, column, kind, detail } = result.fault;
  return `${line}:${column} ${kind} ${detail}`;
}

test("a field that does not exist is told wherever it is asked for, not only where it is printed", () => {
  expect(faultOf(render("\n{{#each lst}}x{{/each}}"))).toBe("2:9 missing-field lst");
  expect(faultOf(render("{{#if nte}}x{{/if}}"))).toBe("1:7 missing-field nte");
  expect(faultOf(render("{{#if note}}x{{else if titel}}y{{/if}}"))).toBe("1:24 missing-field titel");
  expect(faultOf(render("{{#with group}}\n{{#each ../lst}}x{{/each}}{{/with}}"))).toBe(
    "2:9 missing-field lst",
  );
  expect(faultOf(render("{{#each group.rws}}x{{/each}}"))).toBe("1:9 missing-field rws");
  expect(faultOf(render("{{#each list}}{{#if @root.gruop.name}}x{{/if}}{{/each}}"))).toBe(
    "1:21 missing-field gruop",
  );
  expect(faultOf(render("a {{count lst}}"))).toBe("1:11 missing-field lst");
  expect(faultOf(render('{{#if (eq titel "a")}}x{{/if}}'))).toMatch(/^1:\d+ missing-field titel$/);
  expect(faultOf(render("{{> p.html of=grp}}", { "p.html": "x" }))).toBe("1:15 missing-field grp");
  expect(faultOf(render("{{#each group.rows as |row|}}{{#if row.flg}}x{{/if}}{{/each}}"))).toBe(
    "1:36 missing-field flg",
  );
});

test("fields that are null, false or empty are no faults, nor is what stands below a null", () => {
  expect(textOf(render("{{#if note}}x{{else}}none{{/if}}"))).toBe("none");
  expect(textOf(render("{{#if group.chart.caption}}x{{else}}none{{/if}}"))).toBe("none");
  expect(textOf(render("{{#each group.rows}}{{#if flag}}x{{else}}{{@index}}{{/if}}{{/each}}"))).toBe("0");
  expect(textOf(render("{{#with list.[5]}}x{{else}}no sixth{{/with}}"))).toBe("no sixth");
  expect(textOf(render("{{#each list}}{{#unless @first}}, {{/unless}}{{this}}{{/each}}"))).toBe("a, b");
  expect(textOf(render("{{#each group.rows as |row|}}{{row.name}}{{#if row.flag}}!{{/if}}{{/each}}"))).toBe(
    "x",
  );
  expect(textOf(render('{{count list}} {{join list "; "}} {{lookup list 1}}'))).toBe("2 a; b b");
});

test("a text stays text in three braces as well; only finished markup is printed as it is", () => {
  expect(textOf(render("{{{title}}}{{& title}}"))).toBe("&lt;b&gt;Plan&lt;/b&gt;&lt;b&gt;Plan&lt;/b&gt;");
  expect(textOf(render('{{{bodyHtml}}}{{{lookup this "bodyHtml"}}}{{bodyHtml}}'))).toBe(
    "<i>done</i><i>done</i>&lt;i&gt;done&lt;/i&gt;",
  );
});

test("a block that is not closed is told where it is opened, and a wrong end by both names", () => {
  expect(faultOf(render("<p>\n  {{#each list}}\n{{#if note}}{{{bodyHtml}}}{{/if}}\n"))).toBe(
    "2:3 unclosed {{#each list}}",
  );
  expect(faultOf(render("{{!-- {{#if --}}\n{{^note}}"))).toBe("2:1 unclosed {{^note}}");
  expect(faultOf(render("{{#if note}}\n{{/each}}"))).toMatch(/^1:\d+ mismatch if each$/);
  expect(faultOf(render("a\n{{title"))).toMatch(/^2:1 unclosed \{\{title/);
  expect(faultOf(render("a\n{{> /etc/passwd}}"))).toMatch(/^2:\d+ syntax $/);
});
