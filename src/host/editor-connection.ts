/**
 * Speaks the Language Server Protocol over standard input and output. Loaded only by `plan lsp`: the library is large. Nothing
 * an editor sends ends the server but `exit` and the end of its input; a request that cannot be answered is answered with an error.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  MessageType,
  ResponseError,
  type ServerCapabilities,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { EditorService } from "./editor-service.ts";
import { messageFrames } from "./message-frames.ts";

/** Milliseconds without a keystroke before a plan is looked at; a plan that takes long is waited for longer. */
const shortestWait = 120;
const longestWait = 2000;
/** Documents that are kept at once; an editor that never closes any loses the oldest. */
const mostDocuments = 200;

interface Server {
  readonly connection: Connection;
  readonly service: EditorService;
  readonly documents: Map<string, TextDocument>;
  readonly waiting: Map<string, NodeJS.Timeout>;
  /** How long the last look at a plan took. */
  readonly took: Map<string, number>;
}

/** Serves until the editor ends it. Gives the exit code: 0 after a shutdown that was asked for, else 1. */
export function serveEditor(service: EditorService, version: string): Promise<number> {
  const reader = new StreamMessageReader(process.stdin.pipe(messageFrames(complain)));
  const writer = new StreamMessageWriter(process.stdout);
  const connection = createConnection(reader, writer);
  const server: Server = { connection, service, documents: new Map(), waiting: new Map(), took: new Map() };
  reader.onError((error) => complain(error));
  process.on("uncaughtException", complain);
  process.on("unhandledRejection", complain);
  return new Promise((ended) => {
    let asked = false;
    connection.onShutdown(() => {
      asked = true;
      for (const timer of server.waiting.values()) clearTimeout(timer);
    });
    connection.onExit(() => ended(asked ? 0 : 1));
    process.stdin.once("end", () => ended(asked ? 0 : 1));
    process.stdin.once("close", () => ended(asked ? 0 : 1));
    listen(server, version);
    connection.listen();
  });
}

/** Standard output belongs to the protocol. */
function complain(error: unknown): void {
  process.stderr.write(`planwright: ${error instanceof Error ? error.message : String(error)}\n`);
}

function listen(server: Server, version: string): void {
  const { connection, service } = server;
  let watches = false;
  connection.onInitialize((params: InitializeParams) => {
    watches = params.capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    const { locale, workspaceFolders, rootUri } = params;
    const folder = workspaceFolders?.[0]?.uri ?? rootUri;
    service.begin({
      locale: typeof locale === "string" ? locale : null,
      docs: docsFolder(),
      folder: typeof folder === "string" ? folder : null,
    });
    return { serverInfo: { name: "planwright", version }, capabilities };
  });
  connection.onInitialized(() => {
    if (!watches) return;
    const watchers = [{ globPattern: "**/*.{yaml,yml,csv,tsv,md,txt,xlsx,xlsm}" }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(complain);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) if (!server.documents.has(uri)) lookAgain(server, uri);
  });
  listenToDocuments(server);
  answer(server);
}

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: { triggerCharacters: [" ", ":", "{", "[", ",", "-"] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.planwright"] },
};

/** The documentation of the package lies beside the built program. */
function docsFolder(): string {
  return `${pathToFileURL(join(import.meta.url, "..", "..", "docs")).href}/`;
}

function listenToDocuments(server: Server): void {
  const { connection, documents, service } = server;
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    keep(server, TextDocument.create(uri, languageId, version, text));
    lookAgain(server, uri, 0);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const known = documents.get(uri);
    if (known === undefined) return;
    keep(server, TextDocument.update(known, contentChanges, version ?? known.version + 1));
    lookAgain(server, uri);
  });
  connection.onDidSaveTextDocument(({ textDocument }) => lookAgain(server, textDocument.uri, 0));
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const before = service.affected(uri);
    documents.delete(uri);
    service.closed(uri);
    for (const plan of new Set([uri, ...before])) soon(server, plan, 0);
  });
}

function keep({ documents, service }: Server, document: TextDocument): void {
  documents.delete(document.uri);
  documents.set(document.uri, document);
  service.opened(document.uri, document.getText());
  const [oldest] = documents.keys();
  if (documents.size <= mostDocuments || oldest === undefined) return;
  documents.delete(oldest);
  service.closed(oldest);
}

function lookAgain(server: Server, uri: string, wait?: number): void {
  for (const plan of server.service.affected(uri)) soon(server, plan, wait);
}

function soon(server: Server, uri: string, wait?: number): void {
  const { waiting, took } = server;
  clearTimeout(waiting.get(uri));
  const usual = Math.min(longestWait, Math.max(shortestWait, 2 * (took.get(uri) ?? 0)));
  waiting.set(
    uri,
    setTimeout(() => void publish(server, uri).catch(complain), wait ?? usual),
  );
}

async function publish(
  { connection, service, waiting, took, documents }: Server,
  uri: string,
): Promise<void> {
  waiting.delete(uri);
  const began = performance.now();
  const told = await service.diagnose(uri);
  if (documents.has(uri)) took.set(uri, performance.now() - began);
  else took.delete(uri);
  for (const { uri: of, diagnostics } of told) {
    const version = documents.get(of)?.version;
    // The library's types are not read-only.
    const list = diagnostics as never;
    await connection.sendDiagnostics(
      version === undefined ? { uri: of, diagnostics: list } : { uri: of, version, diagnostics: list },
    );
  }
}

/** The answers to requests; the types of the library are not read-only, the shapes are the same. */
function answer({ connection, service }: Server): void {
  connection.onCompletion(
    async ({ textDocument: { uri }, position }) => (await service.completions(uri, position)) as never,
  );
  connection.onHover(
    async ({ textDocument: { uri }, position }) => (await service.hover(uri, position)) as never,
  );
  connection.onDefinition(
    async ({ textDocument: { uri }, position }) => (await service.definition(uri, position)) as never,
  );
  connection.onReferences(
    async ({ textDocument: { uri }, position, context }) =>
      (await service.references(uri, position, context?.includeDeclaration === true)) as never,
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }) => service.renamable(uri, position));
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    const renamed = await service.rename(uri, position, newName);
    if (!renamed.ok) return new ResponseError(invalidRename, renamed.message) as never;
    if (renamed.notice !== null) {
      const params = { type: MessageType.Warning, message: renamed.notice };
      await connection.sendNotification(ShowMessageNotification.type, params);
    }
    return renamed.edit as never;
  });
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => (await service.symbols(uri)) as never);
  connection.onCodeAction(
    async ({ textDocument: { uri }, range, context }) =>
      (await service.actions(uri, range, Array.isArray(context?.only) ? context.only : null)) as never,
  );
}

/** `RequestFailed` of the protocol. */
const invalidRename = -32_803;
