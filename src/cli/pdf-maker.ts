/** Makes PDFs of reports by the host's printer, and tells why one was not made; what holds for the whole run is told once. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Host, Printer, PrintFailure, PrintResult } from "../host/host.ts";
import { noChineseFont, noChromium, notPrinted, oldChromium } from "../load/print-codes.ts";
import { paperHtml, withRelativeLinks } from "../report/paper.ts";
import { datedPdf } from "../report/pdf-dates.ts";
import { printableLine } from "../text/printable.ts";

export interface PdfMaker {
  /** The PDF of a page of HTML, dated with an ISO day; null when there is none, which is told. `path` names it. */
  make(html: string, day: string, path: string): Promise<Uint8Array | null>;
  /** To be called at the end. */
  close(): Promise<void>;
}

/** The first Chromium that prints the boxes in the margins of a page (`@top-left` …), where running title and page number stand. */
export const marginBoxesSince = 131;

const hanPattern = /\p{Script=Han}/u;

/** Makes PDFs with one printer, which is opened at the first. */
export function pdfMaker(host: Host, tell: (finding: Diagnostic) => void): PdfMaker {
  let printer: Printer | null = null;
  const told = new Set<string>();
  const tellOnce = (finding: Diagnostic): void => {
    if (!told.has(finding.code)) tell(finding);
    told.add(finding.code);
  };
  return {
    make: async (html, day, path) => {
      printer ??= await host.openPrinter();
      const printed = await printer.print(paperHtml(html));
      if (!printed.ok) {
        const finding = failureFinding(printed.failure, path);
        if (finding.code === noChromium.code) tellOnce(finding);
        else tell(finding);
        return null;
      }
      for (const finding of faultsOf(printed, html)) tellOnce(finding);
      return withRelativeLinks(datedPdf(printed.bytes, day));
    },
    close: async () => printer?.close(),
  };
}

function failureFinding({ cause, program, detail }: PrintFailure, path: string): Diagnostic {
  if (cause === "not-found" || program === null) return makeDiagnostic(noChromium, null, { named: null });
  const named = printableLine(program);
  if (cause === "not-a-program") return makeDiagnostic(noChromium, null, { named });
  return makeDiagnostic(notPrinted, null, { path, program: named, cause, detail: printableLine(detail) });
}

/** What is wrong with a PDF that was printed. */
function faultsOf(
  { version, lacksChinese }: Extract<PrintResult, { readonly ok: true }>,
  html: string,
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  if (lacksChinese && hanPattern.test(html)) faults.push(makeDiagnostic(noChineseFont, null, {}));
  if (version > 0 && version < marginBoxesSince)
    faults.push(makeDiagnostic(oldChromium, null, { version, needed: marginBoxesSince }));
  return faults;
}
