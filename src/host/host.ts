/** Everything that planwright does outside itself, in one interface; `node-host.ts` is the only real one. */

import type { EditorService } from "./editor-service.ts";

/** What a path is. `other`: device, FIFO, socket; `denied`: behind a folder that may not be entered. */
export type PathKind = "file" | "folder" | "other" | "denied" | "missing";

/** Why a file could not be read. */
export type ReadFailure =
  | "missing"
  | "folder"
  | "not-a-file"
  | "denied"
  | "too-large"
  | "outside-root"
  | "failed";

export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Files found, and folders that could not be listed: what may lie in them is not known. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly denied: readonly string[];
}

/** Standard output cannot take any more (a full disk, a closed handle); thrown by `out.write`. */
export class OutputFailure extends Error {
  /** The operating system's error code. */
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * Why a source file was not replaced. `changed`: it is not what was read; `read-only`: it may not be written; `failed`:
 * the operating system refused, `code` is its error code.
 */
export type ReplaceResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly cause: "changed" | "read-only" | "linked" }
  | { readonly ok: false; readonly cause: "failed"; readonly code: string };

/** `code` is the operating system's error code. */
export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly code: string };

/**
 * Why a page was not printed. `not-found`: no Chromium lies anywhere; `not-a-program`: the one that the user named is none;
 * `no-start`: it could not be started, or ended before it answered; `died`: it ended while it printed; `refused`: it
 * answered that it cannot; `too-slow`: it did not answer in time; `incomplete`: what it gave is no whole PDF; `no-folder`: it
 * could be given no folder for temporary files.
 */
export interface PrintFailure {
  readonly cause:
    | "not-found"
    | "not-a-program"
    | "no-start"
    | "died"
    | "refused"
    | "too-slow"
    | "incomplete"
    | "no-folder";
  /** The program; null when none was found. */
  readonly program: string | null;
  /** Its own words, seconds for `too-slow`, an error code for `no-folder`; may be empty. */
  readonly detail: string;
}

/** A file that does not exist yet. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** `path` is the file at which writing failed, `code` the operating system's error code (EEXIST: it exists by now). */
export type NewFilesResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly path: string; readonly code: string };

/** What a user types. */
export interface TextInput {
  isTerminal(): boolean;
  /** The next line without its end, waited for; null when there is no more. */
  line(): string | null;
}

export type PrintResult =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Major version of Chromium; 0 when unknown. */
      readonly version: number;
      /** True when no font of this machine has Chinese characters: they are printed as boxes. */
      readonly lacksChinese: boolean;
    }
  | { readonly ok: false; readonly failure: PrintFailure };

/** `maxBytes`: most that may be printed; `input`: what git reads from its standard input, nothing when not said. */
export interface GitOptions {
  readonly cwd: string;
  readonly maxBytes: number;
  readonly input?: string;
}

/**
 * What git printed. `no-git`: there is no git on this machine; `too-large`, `too-slow`: it was ended; `failed`: it says why in
 * `detail`, in English (empty when it said nothing).
 */
export type GitResult =
  | { readonly ok: true; readonly out: Uint8Array }
  | {
      readonly ok: false;
      readonly reason: "no-git" | "too-large" | "too-slow" | "failed";
      readonly detail: string;
    };

/** Whether PDFs can be printed. `version` as for `PrintResult`. */
export type TriedPrinter =
  | {
      readonly ok: true;
      readonly program: string;
      readonly version: number;
      readonly lacksChinese: boolean;
    }
  | { readonly ok: false; readonly failure: PrintFailure };

/** What the machine has. `git`: its version, null when there is none. */
export interface MachineFacts {
  readonly node: string;
  readonly platform: string;
  readonly git: string | null;
  readonly canWrite: boolean;
  readonly printer: TriedPrinter;
}

/** Prints pages to PDF by an installed Chromium, which starts at the first page. */
export interface Printer {
  /** Prints one self-contained page of HTML; it runs no script and reaches neither network nor files. */
  print(html: string): Promise<PrintResult>;
  /** Ends Chromium and removes its temporary files; also done when the run is broken off. */
  close(): Promise<void>;
}

/** What is watched, as absolute paths: the YAML files of folders with all below them, and single files, which need not exist yet. */
export interface Watched {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Files that were made, changed or removed in one burst. */
export interface FileChanges {
  /** Absolute, sorted; folders that came or went are among them. */
  readonly paths: readonly string[];
  /** Time of day on the user's clock: 14:03:12. */
  readonly time: string;
  /** Milliseconds since the first change. */
  elapsed(): number;
}

export interface FileWatcher {
  /** The next changes, as soon as a burst is over; null when the watch has ended. */
  next(): Promise<FileChanges | null>;
  /** Watches further files. */
  add(files: readonly string[]): void;
  close(): Promise<void>;
}

export interface Host {
  /** Absolute path of the working folder, with `/`. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Version of the program. */
  readonly version: string;
  /** What tells one build of a version from another. */
  readonly build: string;
  /** SHA-256 of a text or of bytes, in hexadecimal digits. */
  digest(content: string | Uint8Array): string;
  /** Today as ISO day, on the user's calendar. Read only where no as-of date is given. */
  today(): string;
  kindOf(path: string): PathKind;
  /** Reads a whole file; `root`, when given, bounds it after links are resolved. */
  read(path: string, limits: { readonly maxBytes: number; readonly root?: string }): ReadResult;
  /** All bytes of standard input. */
  readStdin(maxBytes: number): ReadResult;
  /** Plan files below a folder, or files matching a glob; sorted; links are not followed. */
  find(pattern: { readonly folder: string } | { readonly glob: string }): Promise<FoundFiles>;
  /** Absolute path with links resolved; the path itself when it does not exist. */
  realPath(path: string): string;
  /** Writes a file whole or not at all, also when the run is broken off; makes its folder. */
  write(path: string, content: string | Uint8Array): Promise<WriteResult>;
  /**
   * Asks git with fixed arguments, for reading only: no shell, no hook or other program of the repository, no network. Arguments
   * that come from the user must not begin with `-`.
   */
  git(args: readonly string[], options: GitOptions): GitResult;
  /**
   * Replaces a source file whole or not at all, and only while it still has the bytes that were read; a link is followed,
   * the file's permissions stay.
   */
  replace(path: string, before: Uint8Array, content: Uint8Array): Promise<ReplaceResult>;
  /** Watches files until it is closed. From now on Ctrl-C ends the process with 130, as a shell tells it. */
  watch(watched: Watched): Promise<FileWatcher>;
  /** Writes new files, all or none, and over none that exists; makes their folders. */
  writeNew(files: readonly NewFile[]): Promise<NewFilesResult>;
  /** What prints pages to PDF; to be closed after the last. */
  openPrinter(): Promise<Printer>;
  /** Looks at the machine for `plan doctor`; `folder` is where files would be written. */
  examineMachine(folder: string): Promise<MachineFacts>;
  /** Processors that this process may use. */
  processors(): number;
  /** Starts other threads of this program for a task of plain data; none where the program cannot be started twice. */
  startWorkers(count: number, task: unknown): Promise<readonly Worker[]>;
  /** Does a task of plain data in a thread of its own, which is ended when it takes too long or too much memory. */
  runApart(task: ApartTask): Promise<ApartResult>;
  /** Serves an editor over standard input and output until it ends the session. Gives the exit code. */
  serveEditor(service: EditorService): Promise<number>;
  /** To be called between the plans of a run, of which nothing stays: memory then grows no more than it must. */
  holdMemory(): void;
  readonly input: TextInput;
  readonly out: TextStream;
  readonly err: TextStream;
  /** Writes bytes to standard output as they are: a text in the encoding that it came in. */
  writeBytes(bytes: Uint8Array): void;
}

/** Work that may not come to an end; `kind` names what is to be done. */
export interface ApartTask {
  readonly kind: "template";
  readonly input: unknown;
}

export type ApartResult = { readonly ok: true; readonly answer: unknown } | { readonly ok: false };

/** Another thread of the program. */
export interface Worker {
  /** What the thread answers to plain data; rejected when the thread has died. */
  ask(request: unknown): Promise<unknown>;
  stop(): void;
}

export interface TextStream {
  readonly isTerminal: boolean;
  /** Width in columns; null when unknown. */
  readonly columns: number | null;
  write(text: string): void;
}
