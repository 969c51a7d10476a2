/** Links inside a document whose place it does not print, such as a figure of a mechanism named in a section. */

const innerLink = /<a\b[^>]*\shref="#([^"]*)"[^>]*>([\s\S]*?)<\/a>/g;
const idPattern = /\sid="([^"]*)"/g;

/** What stands where there is no figure. */
const dash = /^[—–]$/;

/** The same HTML in which links that lead nowhere, and those of a dash alone, are plain text. */
export function withoutDeadLinks(html: string): string {
  const ids = new Set([...html.matchAll(idPattern)].map(([, id = ""]) => id));
  return html.replace(innerLink, (link, id: string, text: string) =>
    ids.has(id) && !dash.test(text) ? link : text,
  );
}
