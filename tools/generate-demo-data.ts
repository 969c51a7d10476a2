/** Writes the made-up observations of `examples/linked-point-cobuilding`; run again, it writes the same bytes. */
import { mkdirSync, writeFileSync } from "node:fs";
import { observationsCsv } from "./demo-data/build.ts";

const folder = "examples/linked-point-cobuilding/data";
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/observations.csv`, observationsCsv());
