/** Answers an editor: finds the plan of a document, asks the part that knows, speaks the editor's language. */
import type { Compilation } from "../compile.ts";
import type {
  EditorDiagnostic,
  EditorLocation,
  EditorPosition,
  EditorService,
} from "../host/editor-service.ts";
import { type Language, languageOfTag, makeSpeaker, type Speaker } from "../language/speaker.ts";
import type { SourceFile, Span } from "../text/source.ts";
import { completionsAt } from "./completion.ts";
import { byDocument, type FindingContext } from "./findings.ts";
import { hoverAt } from "./hover.ts";
import { bareSpan, cellsOf, mentionsOf, namedAt } from "./ids.ts";
import { fileNamedAt } from "./named-files.ts";
import { makeOpenPlans, type OpenPlan, type Workshop } from "./open-plans.ts";
import { offsetAt, pathOfUri, rangeOf } from "./places.ts";
import { type FixContext, fixAllAction, fixAllKind, fixesAt, isCurable } from "./quick-fixes.ts";
import { renameItem } from "./rename.ts";
import type { SchemaPart } from "./schema-place.ts";
import { outlineSymbols } from "./symbols.ts";

export interface ServiceSettings {
  readonly workshop: Workshop;
  /** Language asked for on the command line; null: the editor's, else the plan's, else that of the environment. */
  readonly asked: Language | null;
  readonly environment: Speaker;
  /** The schema of the plan format with its texts. */
  readonly schema: (chinese: boolean) => Promise<SchemaPart>;
}

/** Makes the service of one editor. */
export function makeEditorService({ workshop, asked, environment, schema }: ServiceSettings): EditorService {
  const plans = makeOpenPlans(workshop);
  let locale: Language | null = null;
  let docs: string | null = null;
  const told = new Map<string, ReadonlyMap<string, readonly EditorDiagnostic[]>>();

  const uriOf = (name: string): string => plans.uriOf(workshop.absolute(name));
  const speakerFor = async ({ plan }: Compilation): Promise<Speaker> => {
    const language = asked ?? locale ?? languageOfTag(plan?.language?.value ?? "");
    return language === null || language === environment.language ? environment : makeSpeaker(language);
  };
  const contextOf = async ({ compilation }: OpenPlan): Promise<FindingContext> => ({
    speaker: await speakerFor(compilation),
    uriOf,
    docs,
  });
  const locationOf = (span: Span): EditorLocation => ({ uri: uriOf(span.file.name), range: rangeOf(span) });
  const found = async (uri: string, at: EditorPosition): Promise<Found | null> => {
    const plan = await plans.planOf(uri);
    const text = plans.textOf(uri);
    if (plan === null || text === null) return null;
    const isPlan = plan.uri === uri;
    // Positions are those of the text that the editor has; the compiler may have taken a byte-order mark away.
    const file: SourceFile = isPlan ? plan.compilation.file : { name: nameIn(plan, uri), text };
    return {
      plan,
      file: file.text === "" ? { ...file, text } : file,
      isPlan,
      offset: offsetAt({ ...file, text: file.text || text }, at),
    };
  };
  const nameIn = ({ compilation }: OpenPlan, uri: string): string => {
    const path = plans.pathOf(uri) ?? "";
    const spans = compilation.plan?.references.map(({ name }) => name.span.file.name) ?? [];
    const names = new Set([
      ...spans,
      ...compilation.findings.flatMap(({ span }) => (span === null ? [] : [span.file.name])),
    ]);
    for (const name of names) if (workshop.absolute(name) === path) return name;
    return path;
  };
  const namedIn = (one: Found): ReturnType<typeof namedAt> =>
    namedAt(one.plan.compilation, one.file, one.offset);

  return {
    begin: (settings) => {
      locale = languageOfTag(settings.locale ?? "");
      docs = settings.docs;
      const folder = pathOfUri(settings.folder ?? "");
      if (folder !== null) plans.home(folder);
    },
    opened: plans.open,
    closed: plans.close,
    // What is no plan any more takes back what was told of it.
    affected: (uri) => [...new Set([...plans.touch(uri), ...(told.has(uri) ? [uri] : [])])],
    diagnose: async (uri) => {
      const plan = plans.isOpen(uri) ? await plans.planOf(uri) : null;
      const before = told.get(uri) ?? new Map();
      if (plan === null || plan.uri !== uri) told.delete(uri);
      else {
        const findings = [...plan.compilation.findings, ...plan.configuration];
        told.set(uri, byDocument(findings, uri, await contextOf(plan)));
      }
      const documents = new Set([...before.keys(), ...(told.get(uri)?.keys() ?? [])]);
      return [...documents].map((one) => ({ uri: one, diagnostics: together(one, told) }));
    },
    completions: async (uri, at) => {
      const one = await found(uri, at);
      if (one === null) return [];
      const { compilation } = plans.lastReadable(one.plan);
      const speaker = await speakerFor(compilation);
      return completionsAt({ ...one, compilation, speaker, schema: await schema(speaker.chinese) });
    },
    hover: async (uri, at) => {
      const one = await found(uri, at);
      if (one === null) return null;
      const { compilation } = one.plan;
      const speaker = await speakerFor(compilation);
      return hoverAt({ ...one, compilation, speaker, schema: await schema(speaker.chinese) });
    },
    definition: async (uri, at) => {
      const one = await found(uri, at);
      const named = one === null ? null : namedIn(one);
      if (named !== null) return [locationOf(named.item.id.span)];
      const path = one?.isPlan === true ? fileNamedAt(one.file, one.offset, one.plan) : null;
      return path === null ? [] : [{ uri: plans.uriOf(path), range: fileStart }];
    },
    references: async (uri, at, withDefinition) => {
      const one = await found(uri, at);
      const named = one === null ? null : namedIn(one);
      if (one === null || named === null) return [];
      return mentionsOf(one.plan.compilation, named.item)
        .slice(withDefinition ? 0 : 1)
        .concat(cellsOf(one.plan.compilation, named.item).map(({ at: cell }) => cell))
        .map(locationOf);
    },
    renamable: async (uri, at) => {
      const one = await found(uri, at);
      const named = one === null ? null : namedIn(one);
      const bare = named === null ? null : bareSpan(named.at, named.item.id.value);
      return named === null || bare === null
        ? null
        : { range: rangeOf(bare), placeholder: named.item.id.value };
    },
    rename: async (uri, at, newName) => {
      const one = await found(uri, at);
      const speaker = one === null ? environment : await speakerFor(one.plan.compilation);
      const named = one === null ? null : namedIn(one);
      if (one === null || named === null)
        return { ok: false, message: speaker.say({ en: "there is no id here", zhHans: "此处不是编号" }) };
      const renamed = renameItem(one.plan.compilation, named.item, String(newName));
      if (!renamed.ok)
        return { ok: false, message: speaker.say(renamed.words, [named.item.id.value, String(newName)]) };
      const changes = Object.fromEntries([...renamed.edits].map(([name, edits]) => [uriOf(name), edits]));
      return {
        ok: true,
        edit: { changes },
        notice: noticeOf(renamed.rowsLeft, named.item.id.value, speaker),
      };
    },
    symbols: async (uri) => {
      const plan = await plans.planOf(uri);
      if (plan === null || plan.uri !== uri) return [];
      return outlineSymbols(plan.compilation, await speakerFor(plan.compilation));
    },
    actions: async (uri, range, only) => {
      const one = await found(uri, range.start);
      const path = plans.pathOf(uri);
      if (one === null || path === null) return [];
      const { plan, file, isPlan } = one;
      const { compilation } = plan;
      const openText = (of: string): string | null => plans.textOf(plans.uriOf(of));
      const tried = async (text: string) =>
        (await workshop.compile(plan.path, (of) => (of === path ? text : openText(of)))).compilation.findings;
      const context: FixContext = { ...(await contextOf(plan)), compilation, file, tried };
      const actions = isAskedFor("quickfix", only) ? await fixesAt(range, context) : [];
      const canAll = isPlan && compilation.findings.some((finding) => isCurable(finding, file));
      if (!canAll || !isAskedFor(fixAllKind, only)) return actions;
      const cured = await workshop.cured(plan.path, openText);
      return cured === null ? actions : [...actions, fixAllAction(cured, context)];
    },
  };
}

interface Found {
  readonly plan: OpenPlan;
  readonly file: SourceFile;
  readonly offset: number;
  readonly isPlan: boolean;
}

const fileStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A kind of action is asked for by its name, or that of a kind above it. */
function isAskedFor(kind: string, only: readonly string[] | null): boolean {
  return only === null || only.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`));
}

/** What all open plans tell of a document; two plans that name one data file tell the same of it once. */
function together(
  uri: string,
  told: ReadonlyMap<string, ReadonlyMap<string, readonly EditorDiagnostic[]>>,
): readonly EditorDiagnostic[] {
  const all = [...told.values()].flatMap((documents) => documents.get(uri) ?? []);
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = JSON.stringify([one.code, one.range, one.message]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function noticeOf(rows: number, id: string, speaker: Speaker): string | null {
  if (rows === 0) return null;
  return speaker.say(
    {
      en: `${rows} ${rows === 1 ? "row" : "rows"} of data files still name ${id}; change them too`,
      zhHans: `数据文件中仍有${rows}行使用“${id}”，请一并修改`,
    },
    [id],
  );
}
