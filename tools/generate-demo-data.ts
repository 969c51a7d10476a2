/** Writes the made-up observations of the published examples; run again, it writes the same bytes. */
import { mkdirSync, writeFileSync } from "node:fs";
import { observationsCsv } from "./demo-data/build.ts";
import { communityConductCsv } from "./demo-data/community-conduct.ts";
import { gangquduiObservations } from "./demo-data/gangqudui-team-building.ts";
import { partyLedCsv } from "./demo-data/party-led-community-coordination.ts";
import { streetDutyGuaranteeCsv } from "./demo-data/street-duty-guarantee.ts";

const builds: Readonly<Record<string, () => string>> = {
  "community-conduct": communityConductCsv,
  "gangqudui-team-building": gangquduiObservations,
  "linked-point-cobuilding": observationsCsv,
  "party-led-community-coordination": partyLedCsv,
  "street-duty-guarantee": streetDutyGuaranteeCsv,
};

for (const [name, build] of Object.entries(builds)) {
  const folder = `examples/${name}/data`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/observations.csv`, build());
}
