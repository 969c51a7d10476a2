/** What is shown at a place: the item that an id names and where it stands, help of a key, and why something was found here. */
import { allCodes } from "../codes.ts";
import type { Compilation } from "../compile.ts";
import type { EditorHover } from "../host/editor-service.ts";
import { keptTexts, type Speaker } from "../language/speaker.ts";
import { severityWords } from "../language/words.ts";
import { escapeMarkdown } from "../report/escape.ts";
import type { SourceFile, Span } from "../text/source.ts";
import { schemaText } from "./completion.ts";
import { namedAt } from "./ids.ts";
import { itemLine, standingText } from "./item-words.ts";
import { rangeOf } from "./places.ts";
import { keyPart, partAt, type SchemaPart } from "./schema-place.ts";
import { yamlPlace } from "./yaml-place.ts";

export interface HoverContext {
  readonly file: SourceFile;
  readonly offset: number;
  readonly compilation: Compilation;
  readonly schema: SchemaPart;
  readonly speaker: Speaker;
  readonly isPlan: boolean;
}

/** Most findings that are explained at one place. */
const mostFindings = 5;

export function hoverAt(context: HoverContext): EditorHover | null {
  const parts: string[] = [];
  const { file, offset, compilation, speaker } = context;
  const named = namedAt(compilation, file, offset);
  let range: Span | null = named?.at ?? null;
  if (named !== null) {
    parts.push(itemLine(named.item, speaker));
    const standing =
      named.item.kind === "indicator" ? standingText(compilation, named.item.id.value, speaker) : null;
    if (standing !== null) parts.push(standing);
  } else if (context.isPlan) {
    const key = keyHelp(context);
    if (key !== null) {
      parts.push(key.text);
      range = key.span;
    }
  }
  parts.push(...findingHelp(context));
  if (parts.length === 0) return null;
  return {
    contents: { kind: "markdown", value: parts.join("\n\n---\n\n") },
    ...(range === null ? {} : { range: rangeOf(range) }),
  };
}

/** The key under the cursor, with its title and description in the schema. */
function keyHelp({
  file,
  offset,
  schema,
  speaker,
}: HoverContext): { readonly text: string; readonly span: Span } | null {
  const rest = /^[\p{L}\p{N}_-]*/u.exec(file.text.slice(offset, offset + 100))?.[0].length ?? 0;
  const end = offset + rest;
  if (!/^["']?\s*:/.test(file.text.slice(end, end + 20))) return null;
  const place = yamlPlace(file.text, end);
  if (place === null || place.key !== null || place.typed === "") return null;
  const map = partAt(schema, place.path, place.siblings);
  const key = place.typed.replace(/^["']/, "");
  const part = map === null ? null : keyPart(schema, map, key, place.siblings);
  if (part?.title === undefined) return null;
  const lines = [`\`${key}\` **${escapeMarkdown(schemaText(part.title, speaker))}**`];
  if (part.description !== undefined) lines.push(ownWords(schemaText(part.description, speaker)));
  return { text: lines.join("\n\n"), span: { file, start: place.start, end } };
}

function findingHelp({ compilation, file, offset, speaker }: HoverContext): readonly string[] {
  const here = compilation.findings.filter(
    ({ span }) => span !== null && span.file.name === file.name && span.start <= offset && offset <= span.end,
  );
  return here.slice(0, mostFindings).map((finding) => {
    const text = allCodes.find(({ code }) => code === finding.code)?.text;
    const level = severityWords[finding.severity];
    const head = speaker.say({
      en: `**${finding.code}** (${level.en}): `,
      zhHans: `**${finding.code}**（${level.zhHans}）：`,
    });
    const lines = [`${head}${escapeMarkdown(speaker.say(finding.message, keptTexts(finding)))}`];
    if (text !== undefined) {
      const why = speaker.say({ en: `Why: ${text.en.why}`, zhHans: `为何检查：${text.zhHans.why}` });
      const fix = speaker.say({ en: `What to do: ${text.en.fix}`, zhHans: `如何处理：${text.zhHans.fix}` });
      lines.push(ownWords(why), ownWords(fix));
    }
    return lines.join("\n\n");
  });
}

/** Words of ours hold code between backticks, which is to be shown as such, and nothing else of Markdown but angle brackets. */
function ownWords(text: string): string {
  return text.replaceAll("<", "&lt;");
}
