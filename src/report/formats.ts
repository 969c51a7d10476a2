/** Formats in which a report is written; an unknown name is for the caller to refuse. */

/** How a format differs from others when a view is written in it. */
export interface ReportFormat {
  /** End of the file's name. */
  readonly extension: string;
  /** Which escaping its texts need: `markdown` by ours before the template, `html` by the template itself. */
  readonly escaping: "markdown" | "html";
}

/** Names of the formats. */
export const reportFormats = ["md", "html"] as const;
export type ReportFormatName = (typeof reportFormats)[number];

export const formats: Readonly<Record<ReportFormatName, ReportFormat>> = {
  md: { extension: "md", escaping: "markdown" },
  html: { extension: "html", escaping: "html" },
};

/** What can be asked for: the formats of the templates, the HTML printed to PDF, and the view itself, for those who write templates. */
export const outputFormats = [...reportFormats, "pdf", "json"] as const;
export type OutputFormatName = (typeof outputFormats)[number];

/** The templates that an output is written by; null for what needs none. */
export function templateFormat(format: OutputFormatName): ReportFormatName | null {
  if (format === "json") return null;
  return format === "pdf" ? "html" : format;
}
