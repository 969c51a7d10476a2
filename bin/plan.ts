#!/usr/bin/env node
import { run } from "../src/cli/run.ts";
import { makeNodeHost } from "../src/host/node-host.ts";

process.exitCode = await run(process.argv.slice(2), makeNodeHost());
