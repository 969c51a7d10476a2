/**
 * Builds `dist/`: one small start file and chunks that load only when they are used. Everything is bundled, so that
 * users install no dependency of a dependency.
 */
import { rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: { plan: "bin/plan.ts" },
  outdir: "dist",
  bundle: true,
  format: "esm",
  splitting: true,
  platform: "node",
  target: "node20.19",
  minify: true,
  keepNames: false,
  legalComments: "linked",
  chunkNames: "[name]-[hash]",
  logLevel: "warning",
  banner: {
    // Some bundled packages are CommonJS and ask for Node's own modules by `require`.
    js: 'import{createRequire as planwrightRequire}from"node:module";const require=planwrightRequire(import.meta.url);',
  },
});
