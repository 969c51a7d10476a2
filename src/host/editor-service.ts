/**
 * What an editor asks and is told, in the shapes of the Language Server Protocol 3.17: lines and characters from zero,
 * characters in UTF-16 units, documents by URI. The connection (`editor-connection.ts`) knows the protocol, the service
 * knows plans.
 */

export interface EditorPosition {
  readonly line: number;
  readonly character: number;
}

export interface EditorRange {
  readonly start: EditorPosition;
  readonly end: EditorPosition;
}

export interface EditorLocation {
  readonly uri: string;
  readonly range: EditorRange;
}

export interface EditorEdit {
  readonly range: EditorRange;
  readonly newText: string;
}

/** `severity` 1 error, 2 warning, 3 information. */
export interface EditorDiagnostic {
  readonly range: EditorRange;
  readonly severity: 1 | 2 | 3;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly source: "planwright";
  readonly message: string;
  readonly relatedInformation: readonly { readonly location: EditorLocation; readonly message: string }[];
}

/** All findings of one document; an empty list takes back what was told before. */
export interface EditorDiagnostics {
  readonly uri: string;
  readonly diagnostics: readonly EditorDiagnostic[];
}

/** `kind` as the protocol counts kinds of completion. */
export interface EditorCompletion {
  readonly label: string;
  readonly kind: number;
  readonly detail?: string;
  readonly documentation?: { readonly kind: "markdown"; readonly value: string };
  readonly textEdit: EditorEdit;
  readonly sortText: string;
}

export interface EditorHover {
  readonly contents: { readonly kind: "markdown"; readonly value: string };
  readonly range?: EditorRange;
}

export interface EditorSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: number;
  readonly range: EditorRange;
  readonly selectionRange: EditorRange;
  readonly children: EditorSymbol[];
}

export interface EditorAction {
  readonly title: string;
  readonly kind: "quickfix" | "source.fixAll.planwright";
  readonly diagnostics: readonly EditorDiagnostic[];
  readonly isPreferred: boolean;
  readonly edit: EditorChanges;
}

/** Edits by URI. */
export interface EditorChanges {
  readonly changes: Readonly<Record<string, EditorEdit[]>>;
}

export type EditorRename =
  | { readonly ok: true; readonly edit: EditorChanges; readonly notice: string | null }
  | { readonly ok: false; readonly message: string };

/** Answers for the documents that an editor has open. A document that is not open has no answer: null or an empty list. */
export interface EditorService {
  /**
   * Called once, before all else. `locale`: the editor's language; `docs`: URI of the folder of documentation, with `/` at its end;
   * `folder`: URI of the folder that is open, where documents without a place of their own are taken to stand.
   */
  begin(settings: {
    readonly locale: string | null;
    readonly docs: string | null;
    readonly folder: string | null;
  }): void;
  /** A document was opened or has another text. */
  opened(uri: string, text: string): void;
  closed(uri: string): void;
  /** URIs of the open plans that must be looked at again when this document changes; it may be one itself. */
  affected(uri: string): readonly string[];
  /** Findings of an open plan, in it and in the files that it names; what is closed takes its findings back. */
  diagnose(uri: string): Promise<readonly EditorDiagnostics[]>;
  completions(uri: string, at: EditorPosition): Promise<readonly EditorCompletion[]>;
  hover(uri: string, at: EditorPosition): Promise<EditorHover | null>;
  /** Where the id under the cursor is declared, or the file that a path names. */
  definition(uri: string, at: EditorPosition): Promise<readonly EditorLocation[]>;
  references(uri: string, at: EditorPosition, withDefinition: boolean): Promise<readonly EditorLocation[]>;
  /** The range and text of what can be renamed here; null for nothing. */
  renamable(
    uri: string,
    at: EditorPosition,
  ): Promise<{ readonly range: EditorRange; readonly placeholder: string } | null>;
  rename(uri: string, at: EditorPosition, newName: string): Promise<EditorRename>;
  symbols(uri: string): Promise<readonly EditorSymbol[]>;
  /** `only`: the kinds that are asked for, each with all kinds below it; null for all. */
  actions(uri: string, range: EditorRange, only: readonly string[] | null): Promise<readonly EditorAction[]>;
}
