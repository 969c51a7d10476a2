/** Every command, in the order of the help page. */
import { checkForm } from "./check.ts";
import { completionForm } from "./completion.ts";
import { configForm } from "./config.ts";
import { diffForm } from "./diff.ts";
import { doctorForm } from "./doctor.ts";
import { explainForm } from "./explain.ts";
import { exportForm } from "./export.ts";
import { fmtForm } from "./fmt.ts";
import type { CommandForm } from "./form.ts";
import { importForm } from "./import.ts";
import { initForm } from "./init.ts";
import { lspForm } from "./lsp.ts";
import { reportForm } from "./report.ts";
import { rulesForm } from "./rules.ts";
import { schemaForm } from "./schema.ts";
import { statusForm } from "./status.ts";

export const commandForms = {
  check: checkForm,
  status: statusForm,
  explain: explainForm,
  report: reportForm,
  diff: diffForm,
  init: initForm,
  import: importForm,
  export: exportForm,
  fmt: fmtForm,
  lsp: lspForm,
  rules: rulesForm,
  config: configForm,
  schema: schemaForm,
  completion: completionForm,
  doctor: doctorForm,
} as const satisfies Readonly<Record<string, CommandForm>>;

export type CommandName = keyof typeof commandForms;

export const commandNames = Object.keys(commandForms) as readonly CommandName[]; // the keys just written
