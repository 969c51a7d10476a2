/** The contents list of a document, made from the headings that are really in it. */

const heading = /<h2((?:\s+[\w-]+="[^"]*")*)>([\s\S]*?)<\/h2>/g;
const ownId = /\sid="([^"]*)"/;
const place = "<ol data-contents></ol>";

/**
 * The document with an entry for every second-level heading where its template has `<ol data-contents></ol>`. Headings
 * without an anchor get one by their position.
 */
export function withContents(html: string): string {
  if (!html.includes(place)) return html;
  const entries: string[] = [];
  const anchored = html.replace(heading, (whole, attributes: string, text: string) => {
    const id = ownId.exec(attributes)?.[1] ?? `part-${entries.length + 1}`;
    entries.push(`<li><a href="#${id}">${text.replace(/<[^>]*>/g, "").trim()}</a></li>`);
    return ownId.test(attributes) ? whole : `<h2${attributes} id="${id}">${text}</h2>`;
  });
  return anchored.replace(place, () => `<ol>${entries.join("")}</ol>`);
}
