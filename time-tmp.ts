import { startChromium } from "/tmp/w-report/src/host/chromium.ts";
import { paperHtml } from "/tmp/w-report/src/report/paper.ts";
import { readFileSync, writeFileSync, readdirSync } from "node:fs";
function cpu(): string { const by: Record<string, number> = {};
 const group = new Set<string>(); 
 for (const p of readdirSync("/proc")) { if (!/^\d+$/.test(p)) continue; try { const st = readFileSync(`/proc/${p}/stat`,"utf8"); const f = st.slice(st.lastIndexOf(")")+2).split(" "); const pgrp=f[2]!; (procs[p] = { ppid:f[1]!, pgrp, t:(+f[11]! + +f[12]!)*10, cmd: readFileSync(`/proc/${p}/cmdline`,"utf8") }); } catch {} }
 const roots = Object.entries(procs).filter(([, v]) => v.ppid === String(process.pid)).map(([p]) => p);
 let out = ""; let sum=0;
 for (const [p, v] of Object.entries(procs)) if (roots.includes(v.pgrp)) { const type = /--type=([\w-]+)/.exec(v.cmd)?.[1] ?? "main"; by[type==="renderer"?type+p:type]=(by[type==="renderer"?type+p:type]??0)+v.t; sum+=v.t; }
 return sum + " " + JSON.stringify(by); }
const procs: Record<string, {ppid:string;pgrp:string;t:number;cmd:string}> = {};
const file = process.argv[2]!; const tagged = process.argv[3] !== "untagged"; const raw = process.argv[4] === "raw";
const html = raw ? readFileSync(file,"utf8") : paperHtml(readFileSync(file, "utf8"));
const t0 = performance.now(); const lap = (w: string) => console.log(w.padEnd(20), (performance.now() - t0).toFixed(0), "cpu", cpu());
const c = await startChromium(process.env.PROG ?? "chromium", { maker: "x", seconds: 60 }); lap("started");
const { browserContextId } = await c.devTools.send("Target.createBrowserContext");
const { targetId } = await c.devTools.send("Target.createTarget", { url: "about:blank", browserContextId, ...JSON.parse(process.env.TARGET ?? "{}") });
const { sessionId } = await c.devTools.send("Target.attachToTarget", { targetId, flatten: true });
const send = (m: string, p?: object) => c.devTools.send(m, p, String(sessionId));
await send("Emulation.setScriptExecutionDisabled", { value: true });
const { frameTree } = await send("Page.getFrameTree"); const frameId = (frameTree as any).frame.id; lap("page");
await send("Page.setDocumentContent", { frameId, html }); lap("content");
while (((await send("Runtime.evaluate", { expression: "document.readyState" })).result as any).value !== "complete") await new Promise(r => setTimeout(r, 20)); lap("complete");
if (process.argv[4]==="trace") await c.devTools.send("Tracing.start", { transferMode: "ReturnAsStream", traceConfig: { includedCategories: ["*","disabled-by-default-blink.debug","disabled-by-default-devtools.timeline"] } });
const { data } = await send("Page.printToPDF", { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: tagged, generateDocumentOutline: tagged }); lap("printed");

const b = Buffer.from(String(data), "base64"); writeFileSync("/tmp/look/rep/t.pdf", b); console.log(b.length);
console.log(JSON.stringify((await c.devTools.send("Target.getTargets")).targetInfos)); await c.close(); lap("closed");
