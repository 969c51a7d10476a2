/** What this machine has of all that planwright may use. Loaded only by `plan doctor`. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import type { MachineFacts } from "./host.ts";
import { type PrinterOptions, tryPrinter } from "./printer.ts";

/** Looks at the machine; Chromium is started once and ended. Nothing is written beside its own temporary folder. */
export async function examineMachine(folder: string, options: PrinterOptions): Promise<MachineFacts> {
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    git: gitVersion(options.env),
    canWrite: canWrite(folder),
    printer: await tryPrinter(options),
  };
}

/** The version that git tells, `2.39.5`; null when there is none. */
function gitVersion(env: PrinterOptions["env"]): string | null {
  const program = onPath("git", env);
  if (program === null) return null;
  const { stdout } = spawnSync(program, ["--version"], {
    encoding: "utf8",
    timeout: 10_000,
    windowsHide: true,
  });
  return /\d+(?:\.\d+)+/.exec(stdout ?? "")?.[0] ?? null;
}

/** A relative entry of PATH is not looked at: a program that lies among plans is not run. */
function onPath(name: string, env: PrinterOptions["env"]): string | null {
  const windows = process.platform === "win32";
  const folders = (env.PATH ?? env.Path ?? "").split(windows ? ";" : ":");
  const absolute = folders.filter((folder) => /^(?:\/|[A-Za-z]:[\\/])/.test(folder));
  const paths = absolute.map((folder) => (windows ? `${folder}\\${name}.exe` : `${folder}/${name}`));
  return paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile()) ?? null;
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
