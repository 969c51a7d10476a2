/** A strict reader of iCalendar after the grammar of RFC 5545: whatever does not fit it, it refuses. */

export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

/** 3.1: name, parameters, value; values hold no control but the tab. */
const contentLine =
  /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*):((?:\t|\P{Cc})*)$/u;

/** Reads one calendar. Throws at the first thing that the standard does not allow. */
export function readCalendar(bytes: Uint8Array): Component {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.endsWith("\r\n")) throw new Error("the last line has no end");
  const physical = text.slice(0, -2).split("\r\n");
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error("a bare CR or LF");
    if (new TextEncoder().encode(line).length > 75) throw new Error(`longer than 75 octets: ${line}`);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (!/^[ \t]/.test(line)) lines.push(line);
    else if (lines.length === 0) throw new Error("the first line goes on from nothing");
    else lines.push(`${lines.pop() ?? ""}${line.slice(1)}`);
  }
  return component(lines.map(property));
}

function property(line: string): Property {
  const match = contentLine.exec(line);
  if (match === null) throw new Error(`no content line: ${line}`);
  const parameters = [...(match[2] ?? "").matchAll(/;([^=]+)=("[^"]*"|[^;]*)/g)];
  return {
    name: (match[1] ?? "").toUpperCase(),
    parameters: Object.fromEntries(parameters.map(([, key = "", value = ""]) => [key, value])),
    value: match[3] ?? "",
  };
}

function component(lines: readonly Property[]): Component {
  let at = 0;
  const read = (): Component => {
    const begin = lines[at++];
    if (begin?.name !== "BEGIN") throw new Error("a component begins with BEGIN");
    const properties: Property[] = [];
    const components: Component[] = [];
    for (;;) {
      const next = lines[at];
      if (next === undefined) throw new Error(`${begin.value} does not end`);
      if (next.name === "BEGIN") components.push(read());
      else if (next.name === "END") {
        if (next.value !== begin.value) throw new Error(`${begin.value} ends as ${next.value}`);
        at++;
        return checked({ name: begin.value, properties, components });
      } else {
        properties.push(next);
        at++;
      }
    }
  };
  const whole = read();
  if (at !== lines.length) throw new Error("text after the calendar");
  return whole;
}

const once: Readonly<Record<string, { readonly must: readonly string[]; readonly may: readonly string[] }>> =
  {
    VCALENDAR: { must: ["VERSION", "PRODID"], may: ["CALSCALE", "NAME", "X-WR-CALNAME"] },
    VEVENT: {
      must: ["UID", "DTSTAMP", "DTSTART"],
      may: ["DTEND", "RRULE", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP"],
    },
  };

const forms: Readonly<Record<string, RegExp>> = {
  VERSION: /^2\.0$/,
  CALSCALE: /^GREGORIAN$/,
  DTSTAMP: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ$/,
  DTSTART: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  DTEND: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  RRULE:
    /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:INTERVAL=[1-9]\d*|BYMONTHDAY=-?[1-9]\d?|UNTIL=\d{8}))*$/,
  TRANSP: /^(?:OPAQUE|TRANSPARENT)$/,
};
const texts: ReadonlySet<string> = new Set(["SUMMARY", "DESCRIPTION", "CATEGORIES", "NAME", "X-WR-CALNAME"]);
/** 3.3.11: a backslash stands only before another, a semicolon, a comma or an n; `;` and `,` never alone. */
const textValue = /^(?:\\[\\;,nN]|[^\\;,])*$/;

function checked(part: Component): Component {
  const known = once[part.name];
  if (known === undefined) throw new Error(`unknown component ${part.name}`);
  for (const name of known.must)
    if (part.properties.filter((one) => one.name === name).length !== 1)
      throw new Error(`${part.name} needs one ${name}`);
  for (const { name, value, parameters } of part.properties) {
    if (![...known.must, ...known.may].includes(name)) throw new Error(`unknown property ${name}`);
    if (part.properties.filter((one) => one.name === name).length > 1) throw new Error(`${name} twice`);
    if (forms[name]?.test(value) === false) throw new Error(`${name} cannot be ${value}`);
    if (texts.has(name) && !textValue.test(value)) throw new Error(`${name} is not escaped: ${value}`);
    if ((name === "DTSTART" || name === "DTEND") && parameters.VALUE !== "DATE")
      throw new Error(`${name} is no date`);
  }
  return part;
}

/** The value of a property, unescaped. */
export function textOf(part: Component, name: string): string | null {
  const found = part.properties.find((one) => one.name === name);
  return found === undefined
    ? null
    : found.value.replace(/\\(.)/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
}
