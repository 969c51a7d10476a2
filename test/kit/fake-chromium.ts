/** Programs that stand in for Chromium: they answer its DevTools pipe, or fail in one of the ways in which it fails. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the program does; `well` prints a PDF that holds the page's HTML and its own arguments. */
export type Behaviour =
  | "well"
  /** Ends at once, with a complaint. */
  | "no start"
  /** Starts only without its sandbox. */
  | "no sandbox"
  /** Never answers. */
  | "hangs at start"
  | "hangs at a page"
  /** Ends while it prints. */
  | "dies at a page"
  | "dies at its first page"
  | "refuses"
  | "half a PDF"
  | "no PDF"
  | "nonsense"
  | "no Chinese font"
  | "old";

const source = (behaviour: Behaviour, countFile: string): string => `
const { appendFileSync, createReadStream, readFileSync, writeSync } = require("node:fs");
const behaviour = ${JSON.stringify(behaviour)};
appendFileSync(${JSON.stringify(countFile)}, process.pid + " " + process.argv.find((a) => a.startsWith("--user-data-dir=")).slice(16) + "\\n");
const starts = readFileSync(${JSON.stringify(countFile)}, "utf8").trim().split("\\n").length;
const args = process.argv.slice(2).join(" ");
const die = (words) => { writeSync(2, words + "\\n"); process.exit(1); };
if (behaviour === "no start") die("[1:2:ERROR:dbus.cc(1)] noise\\nerror while loading shared libraries: libnss3.so");
if (behaviour === "no sandbox" && !args.includes("--no-sandbox")) die("[7:7:FATAL:zygote.cc(1)] No usable sandbox! Update your kernel");
const answer = (message) => {
  const text = Buffer.from(JSON.stringify(message) + "\\0");
  for (let at = 0; at < text.length; ) at += writeSync(4, text, at, Math.min(1000, text.length - at));
};
let page = "";
const answers = {
  "Browser.getVersion": () => ({ product: behaviour === "old" ? "Chrome/120.0.1" : "Chrome/156.0.1" }),
  "Browser.close": () => process.exit(0),
  "Target.getTargets": () => ({ targetInfos: [{ type: "browser_ui", targetId: "0" }, { type: "page", targetId: "1" }] }),
  "Page.getFrameTree": () => ({ frameTree: { frame: { id: "1" } } }),
  "Page.setDocumentContent": ({ html }) => { page = html; return {}; },
  "Runtime.evaluate": ({ expression }) => ({ result: { value: expression === "document.readyState" ? "complete" : behaviour === "no Chinese font" ? 1 : 3 } }),
  "Page.printToPDF": () => {
    const whole = "%PDF-1.4\\n1 0 obj\\n<</Creator (x)\\n/CreationDate (D:20261122055714+08'00')\\n/ModDate (D:20261122055714+08'00')>>\\n" + page + "\\n" + args + "\\n%%EOF\\n";
    const data = behaviour === "half a PDF" ? whole.slice(0, -10) : behaviour === "no PDF" ? "" : whole;
    return { data: Buffer.from(data).toString("base64") };
  },
};
let heard = "";
createReadStream(null, { fd: 3 }).setEncoding("utf8").on("data", (chunk) => {
  heard += chunk;
  for (let end = heard.indexOf("\\0"); end >= 0; end = heard.indexOf("\\0")) {
    const { id, method, params } = JSON.parse(heard.slice(0, end));
    heard = heard.slice(end + 1);
    const prints = method === "Page.printToPDF";
    if (behaviour === "hangs at start" || (behaviour === "hangs at a page" && prints)) continue;
    if (behaviour === "dies at a page" && prints) die("[1:1:FATAL:memory.cc(3)] Out of memory");
    if (behaviour === "dies at its first page" && prints && starts === 1) process.kill(process.pid, "SIGKILL");
    if (behaviour === "nonsense") writeSync(4, "hello\\0");
    else if (behaviour === "refuses" && prints) answer({ id, error: { message: "Printing is not available" } });
    else answer({ id, result: (answers[method] ?? (() => ({})))(params) });
  }
}).on("end", () => process.exit(0));
setInterval(() => undefined, 1000);
`;

export interface FakeChromium {
  readonly program: string;
  /** A line for each start: process id, space, folder for temporary files. Missing before the first. */
  readonly startsFile: string;
}

/** Writes such a program into a folder. */
export function fakeChromium(folder: string, behaviour: Behaviour): FakeChromium {
  const name = behaviour.replaceAll(" ", "-");
  const script = join(folder, `${name}.cjs`);
  const program = join(folder, name);
  const startsFile = join(folder, `${name}.starts`);
  writeFileSync(script, source(behaviour, startsFile));
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  chmodSync(program, 0o755);
  return { program, startsFile };
}

/** False for a process that has ended, also where nobody has asked for its end yet (a zombie). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(process.platform === "linux" ? readFileSync(`/proc/${pid}/stat`, "utf8") : "");
  } catch {
    return false;
  }
}
