// Run by npm after an install from the repository (`npm ci`, pre-commit, `npm install git+https://…`): builds the program where it is
// not built yet. npm leaves out the packages of the build when it installs a repository globally, as pre-commit does: they are
// installed here.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (!existsSync("dist/plan.js")) {
  if (!existsSync("node_modules/esbuild"))
    npm("ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund");
  npm("run", "build");
}

/** Runs npm here, whatever the npm that runs this was told of global installs. */
function npm(...args) {
  const { npm_execpath: path } = process.env;
  const [command, before] = path === undefined ? ["npm", []] : [process.execPath, [path]];
  const env = { ...process.env, npm_config_global: "false", npm_config_location: "project" };
  const { status } = spawnSync(command, [...before, ...args], { stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
}
