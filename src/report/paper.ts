/**
 * The HTML of a document as it is printed to PDF, and its links to the documents beside it. A page that is printed has no
 * address, so that Chromium leaves out what is relative to it: such links are printed with a made-up one, which is taken
 * out of the PDF again.
 */
import { withoutDeadLinks } from "./dead-links.ts";
import { ascii, indexOfBytes } from "./pdf-bytes.ts";

/** An address that belongs to nobody (RFC 2606). */
const beside = "https://beside.invalid/";

/** What stands in the HTML and is not printed; only built-in templates write this attribute, on elements that hold none of their kind. */
const screenOnly = /<(article|span)\b[^>]* data-screen-only>[\s\S]*?<\/\1>/g;

/**
 * What can be folded on a screen stands on paper as plain text, for Chromium keeps no heading in a `summary` together with
 * what follows, and the parts of indicators must be torn somewhere or leave a third of many pages empty.
 */
const foldedText =
  /<details class="fold"(?: open)?>\n<summary>(.*)<\/summary>([\s\S]*?)<\/details>\n(?=<\/article>)/g;
/** What is folded on phones only. */
const phoneFold =
  /<details class="fold phone-fold">\n<summary>.*<\/summary>\n|<\/details><!--phone-fold-->\n/g;
const foldedPart =
  /<details class="fold card"(?: open)?>\n<summary>(.*)<\/summary>([\s\S]*?)<\/details><!--card-->/g;

/** Addresses in a link to a document beside this one, as the index writes it. */
const documentLink = /(<a class="document-link" href=")(?!#|[a-z]+:)/g;

/**
 * Before and after each of its two passes over the sheets Chromium lays the document out for the screen as well, which
 * nobody sees and takes as long as a pass.
 */
const notOnScreen = "<style>@media screen { html { display: none } }</style>";

/** The HTML to print: without what is for screens only, with all parts open, and with links that survive printing. */
export function paperHtml(html: string): string {
  const printed = html.includes(" data-screen-only>") ? withoutDeadLinks(html.replace(screenOnly, "")) : html;
  return printed
    .replace(phoneFold, "")
    .replace(foldedText, "$1$2")
    .replace(foldedPart, '<div class="card">$1$2</div>')
    .replace(documentLink, `$1${beside}`)
    .replace("</head>", `${notOnScreen}\n</head>`);
}

/** A copy of the PDF whose links to documents beside it are relative again, of equal length, so that all offsets still hold. */
export function withRelativeLinks(pdf: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(pdf);
  for (let at = indexOfBytes(copy, start); at !== null; at = indexOfBytes(copy, start, at + 1)) {
    const from = at + start.length;
    const end = copy.indexOf(closing, from);
    if (end < 0) break;
    // Viewers take an address without a scheme as a place on the net, unless it begins with a point.
    const link = [...ascii("/URI (./"), ...copy.subarray(from, end), closing];
    copy.fill(space, at, end + 1);
    copy.set(link, at);
  }
  return copy;
}

const start = ascii(`/URI (${beside}`);
const closing = 0x29;
const space = 0x20;
