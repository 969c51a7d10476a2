/**
 * Compiles the report templates to `generated/templates.js`, so that the program never loads the Handlebars compiler.
 * Markdown templates are compiled without escaping: their texts come escaped from the renderer.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";

const folder = "templates";
const partialFolder = "partials";

const files = filesBelow(folder).filter((path) => path.endsWith(".hbs"));
const templates: string[] = [];
const partials: string[] = [];
for (const path of files) {
  const [name = "", format = ""] = (path.split("/").at(-1) ?? "").replace(/\.hbs$/, "").split(".");
  const source = readFileSync(join(folder, path), "utf8");
  const code = Handlebars.precompile(source, {
    strict: true,
    knownHelpersOnly: true,
    noEscape: format === "md",
    preventIndent: true,
  });
  if (path.includes(`${partialFolder}/`))
    partials.push(`  ${JSON.stringify(`${name}.${format}`)}: ${code},\n`);
  else templates.push(`  ${JSON.stringify(`${name}/${format}`)}: ${code},\n`);
}
mkdirSync("generated", { recursive: true });
writeFileSync(
  "generated/templates.js",
  `// Generated from templates/ by tools/generate-templates.ts.\nexport const templates = {\n${templates.join("")}};\nexport const partials = {\n${partials.join("")}};\n`,
);
writeFileSync(
  "generated/templates.d.ts",
  "// Generated from templates/ by tools/generate-templates.ts.\nexport const templates: Readonly<Record<string, object>>;\nexport const partials: Readonly<Record<string, object>>;\n",
);

/** Paths below a folder, relative to it, in one order on every machine. */
function filesBelow(root: string, below = ""): string[] {
  return readdirSync(join(root, below))
    .sort()
    .flatMap((name) => {
      const path = below === "" ? name : `${below}/${name}`;
      return statSync(join(root, path)).isDirectory() ? filesBelow(root, path) : [path];
    });
}
