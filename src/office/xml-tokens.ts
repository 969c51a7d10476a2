/** XML as a sequence of tags and texts: what a Word document needs. It knows no entities but the usual five, and runs nothing. */

/** Names without prefix: `w:tc` is `tc`. */
export type XmlToken =
  | { readonly kind: "open"; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/** The tokens of a text; ends early where a tag does not close. Declarations, comments and a document type are passed over. */
export function* xmlTokens(xml: string): Generator<XmlToken, undefined> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    if (open < 0) return;
    if (open > at) yield { kind: "text", text: unescaped(xml.slice(at, open)) };
    if (xml.startsWith("<!--", open)) at = after(xml, "-->", open);
    else if (xml.startsWith("<![CDATA[", open)) {
      at = after(xml, "]]>", open);
      yield { kind: "text", text: xml.slice(open + 9, at - 3) };
    } else if (xml.startsWith("<?", open)) at = after(xml, "?>", open);
    else {
      const close = endOfTag(xml, open);
      if (close < 0) return;
      at = close + 1;
      if (xml[open + 1] !== "!") yield tagOf(xml.slice(open + 1, close));
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

/** A `>` inside quotes does not end a tag. */
function endOfTag(xml: string, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < xml.length; at++) {
    const unit = xml.charCodeAt(at);
    if (quote !== 0) quote = unit === quote ? 0 : quote;
    else if (unit === 34 || unit === 39) quote = unit;
    else if (unit === 62) return at;
  }
  return -1;
}

function tagOf(inside: string): XmlToken {
  if (inside.startsWith("/")) return { kind: "close", name: localName(inside.slice(1).trim()) };
  const isEmpty = inside.endsWith("/");
  const body = isEmpty ? inside.slice(0, -1) : inside;
  const blank = body.search(/\s/);
  const name = localName(blank < 0 ? body : body.slice(0, blank));
  return { kind: "open", name, attributes: blank < 0 ? "" : body.slice(blank), isEmpty };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The value of an attribute by its name without prefix; null when it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  for (const match of attributes.matchAll(/(?<![\w.-])([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (match[1] === name) return unescaped(match[2] ?? match[3] ?? "");
  return null;
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    const code =
      decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null;
    if (code === null) return entities.get(name) ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}
