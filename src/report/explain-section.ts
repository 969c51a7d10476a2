/** `plan explain PLAN#SECTION`: the text of a section filled in, and where each of its figures comes from. */
import type { Compilation } from "../compile.ts";
import type { Speaker } from "../language/speaker.ts";
import type { Section } from "../plan/plan.ts";
import { printableLine } from "../text/printable.ts";
import { citePlace } from "../text/sheet-cell.ts";
import { placeText } from "./place-text.ts";
import { type FilledPlaceholder, makeFill, planSpeaker } from "./section-text.ts";
import { makeContext, nameText, type ViewContext } from "./view/context.ts";

/** What to explain. */
export interface ExplainSectionInput {
  readonly compilation: Compilation;
  readonly section: Section;
  readonly speaker: Speaker;
}

/** Heading, text in the plan's language, and the figures with the statements that they are; ends with a line end. */
export async function explainSection({
  compilation,
  section,
  speaker,
}: ExplainSectionInput): Promise<string> {
  const context = makeContext({ compilation, speaker, asOf: compilation.asOf });
  const { plan } = context;
  const fill = makeFill(
    makeContext({ compilation, speaker: await planSpeaker(plan), asOf: compilation.asOf }),
  );
  const { text, placeholders } = fill(section);
  const title = nameText(section.title, "", speaker);
  const kind = speaker.say({ en: "section", zhHans: "章节" });
  const heading = [`${kind} ${section.id.value}`, title, citePlace(section.id.span)];
  const lines = [
    heading.filter((part) => part !== "").join("  "),
    "",
    ...(section.text === null ? [noTextWord(speaker)] : text.trimEnd().split(/\r?\n/)),
    ...(placeholders.length === 0 ? [] : ["", speaker.say({ en: "Figures", zhHans: "文中数据" })]),
    ...placeholders.flatMap((one) => placeholderLines(one, context)),
  ];
  return `${lines.map((line) => printableLine(line).trimEnd()).join("\n")}\n`;
}

function noTextWord(speaker: Speaker): string {
  return speaker.say({ en: "(no text)", zhHans: "（无正文）" });
}

function placeholderLines(
  { asked, printed, state, values }: FilledPlaceholder,
  context: ViewContext,
): readonly string[] {
  const { speaker } = context;
  const name = [asked.verb, asked.id, asked.which].filter((part) => part !== null).join(" ");
  const remark = remarks[state];
  const note = remark === undefined ? [] : [speaker.say(remark)];
  const places = values.map(({ sections, span }) => {
    const section = sections.map((one) => speaker.say({ en: `section ${one}`, zhHans: `章节 ${one}` }));
    return [...section, placeText(span, context)].join("  ");
  });
  const [place, ...others] = places;
  const head = [`  {{${name}}}`, printed, ...note, ...(place === undefined ? [] : [place])].join("  ");
  return [head, ...others.map((other) => `      ${other}`)];
}

/** What is to be said beside a value that is not simply the section's own. */
const remarks: Readonly<Record<string, { readonly en: string; readonly zhHans: string }>> = {
  ambiguous: { en: "(several values in this section)", zhHans: "（本章节有多个数值）" },
  elsewhere: { en: "(taken from elsewhere)", zhHans: "（本章节未写明，取自他处）" },
  "several-elsewhere": { en: "(other sections differ)", zhHans: "（本章节未写明，他处所写不一）" },
  nothing: { en: "(stated nowhere)", zhHans: "（方案未写明）" },
  unknown: { en: "(cannot be filled)", zhHans: "（无法填充）" },
  records: { en: "(from the values reported)", zhHans: "（取自上报数据）" },
};
