/** A thread that renders one template of the user's own; the host ends it when it takes too long. */
import { parentPort, workerData } from "node:worker_threads";
import { renderOwnTemplate, type TemplateTask } from "../src/report/own-template.ts";

parentPort?.postMessage(renderOwnTemplate(workerData as TemplateTask)); // as `report/render.ts` made it
