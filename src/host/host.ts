/** Everything that planwright does outside itself, in one interface; `node-host.ts` is the only real one. */

/** What a path is. `other`: device, FIFO, socket. */
export type PathKind = "file" | "folder" | "other" | "missing";

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

export interface Host {
  /** Absolute path of the working folder, with `/`. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Version of the program. */
  readonly version: string;
  /** Today as ISO day, in UTC. Read only where no as-of date is given. */
  today(): string;
  kindOf(path: string): PathKind;
  /** Reads a whole file; `root`, when given, bounds it after links are resolved. */
  read(path: string, limits: { readonly maxBytes: number; readonly root?: string }): ReadResult;
  /** All bytes of standard input. */
  readStdin(maxBytes: number): ReadResult;
  /** Plan files below a folder, or matching a glob; sorted; links are not followed. */
  find(pattern: { readonly folder: string } | { readonly glob: string }): Promise<readonly string[]>;
  /** Absolute path with links resolved; the path itself when it does not exist. */
  realPath(path: string): string;
  /** Writes a file whole or not at all; makes its folder. */
  write(
    path: string,
    content: string | Uint8Array,
  ): { readonly ok: true } | { readonly ok: false; readonly message: string };
  readonly out: TextStream;
  readonly err: TextStream;
}

export interface TextStream {
  readonly isTerminal: boolean;
  /** Width in columns; null when unknown. */
  readonly columns: number | null;
  write(text: string): void;
}
