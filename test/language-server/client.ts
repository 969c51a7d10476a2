/** A client of the Language Server Protocol: Microsoft's own library, over the pipes of the built program. */
import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

export interface Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** Notifications to show something to the user. */
  readonly shown: readonly string[];
  readonly stderr: () => string;
  /** Opens a file, or a document that was never saved by its URI; gives the URI. */
  open(path: string, text: string): string;
  change(uri: string, text: string): void;
  /** The next diagnostics of a document that fulfil a condition. */
  diagnostics(uri: string, fits?: (list: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  ask<T>(method: string, params: unknown): Promise<T>;
  /** Ends the session as an editor does; gives the exit code. */
  end(): Promise<number | null>;
}

const patience = 15_000;

/** Starts the built server in a folder. */
export async function startClient(
  folder: string,
  settings: { readonly locale?: string; readonly args?: readonly string[] } = {},
): Promise<Client> {
  const env = { ...process.env, LC_ALL: "en_US.UTF-8" };
  const args = [resolve("dist/plan.js"), "lsp", "--stdio", ...(settings.args ?? [])];
  const server = spawn(process.execPath, args, { cwd: folder, env, stdio: "pipe" });
  let stderr = "";
  server.stderr.on("data", (data) => {
    stderr += String(data);
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const latest = new Map<string, readonly Diagnostic[]>();
  const waiting: { uri: string; done: () => boolean }[] = [];
  connection.onNotification(
    "textDocument/publishDiagnostics",
    (told: { uri: string; diagnostics: Diagnostic[] }) => {
      latest.set(told.uri, told.diagnostics);
      for (const one of [...waiting])
        if (one.uri === told.uri && one.done()) waiting.splice(waiting.indexOf(one), 1);
    },
  );
  const shown: string[] = [];
  connection.onNotification("window/showMessage", ({ message }: { message: string }) => shown.push(message));
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
    ...(settings.locale === undefined ? {} : { locale: settings.locale }),
  });
  await connection.sendNotification("initialized", {});
  let version = 1;
  return {
    connection,
    process: server,
    initialized,
    shown,
    stderr: () => stderr,
    open: (path, text) => {
      const uri = path.startsWith("untitled:") ? path : pathToFileURL(path).href;
      latest.delete(uri);
      void connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "yaml", version: 1, text },
      });
      return uri;
    },
    change: (uri, text) => {
      latest.delete(uri);
      void connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text }],
      });
    },
    diagnostics: (uri, fits = () => true) =>
      new Promise((told, failed) => {
        const timer = setTimeout(() => failed(new Error(`no diagnostics of ${uri}; ${stderr}`)), patience);
        const done = (): boolean => {
          const list = latest.get(uri);
          if (list === undefined || !fits(list)) return false;
          clearTimeout(timer);
          told(list);
          return true;
        };
        if (!done()) waiting.push({ uri, done });
      }),
    ask: (method, params) => connection.sendRequest(method, params),
    end: async () => {
      const ended = new Promise<number | null>((done) => server.once("exit", done));
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const code = await ended;
      connection.dispose();
      return code;
    },
  };
}

/** Line and character of the n-th occurrence of a text, plus some characters. */
export function positionOf(
  text: string,
  sought: string,
  { nth = 1, plus = 0 }: { readonly nth?: number; readonly plus?: number } = {},
): { readonly line: number; readonly character: number } {
  let at = -1;
  for (let n = 0; n < nth; n++) at = text.indexOf(sought, at + 1);
  if (at < 0) throw new Error(`not in the text: ${sought}`);
  const before = text.slice(0, at + plus).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
