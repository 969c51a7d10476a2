/** The plans of one side of `plan diff`, ready to be read. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { SideName } from "../diff-output/diff-run.ts";
import type { Host, ReadResult } from "../host/host.ts";
import { unknownRevision } from "../load/input-codes.ts";
import { baseName, joinPath } from "../text/paths.ts";
import { type Operand, type Operands, seenFrom } from "./diff-operands.ts";
import { findCommit, findMergeBase, hostOfTree, openRepository, readTree } from "./revision-tree.ts";
import { type Job, maxFileBytes, openSession } from "./session.ts";

/** A plan of a side. */
export interface SidePlan {
  /** Path by which both sides know it. */
  readonly key: string;
  readonly job: Job;
  readonly host: Host;
  bytes(): ReadResult;
}

export interface DiffSide {
  readonly name: SideName;
  readonly plans: readonly SidePlan[];
  /** The side is one file, named itself. */
  readonly single: boolean;
  readonly findings: readonly Diagnostic[];
}

type Sides =
  | { readonly ok: true; readonly before: DiffSide; readonly after: DiffSide }
  | { readonly ok: false; readonly findings: readonly Diagnostic[] };

/** Findings that say that a side has no plan there: of one side only, the plan is new or gone. */
const nothingThere: ReadonlySet<string> = new Set(["input/missing-path", "input/nothing-matched"]);

/** Opens both sides; a revision that cannot be read ends the call. */
export async function openSides(
  host: Host,
  operands: Operands & { readonly ok: true },
  asOf: string | undefined,
): Promise<Sides> {
  const after = await openSide(host, operands.after, null, asOf);
  if (!after.ok) return { ok: false, findings: [after.finding] };
  const common = operands.fromCommon ? operands.after.revision : null;
  const before = await openSide(host, operands.before, common, asOf);
  if (!before.ok) return { ok: false, findings: [before.finding] };
  return { ok: true, ...tolerant(before.side, operands.before, after.side, operands.after) };
}

/** Drops what says that a side has nothing at a path where the other has something, unless the path was named for that side. */
function tolerant(
  before: DiffSide,
  ofBefore: Operand,
  after: DiffSide,
  ofAfter: Operand,
): { readonly before: DiffSide; readonly after: DiffSide } {
  const kept = (side: DiffSide, own: boolean, other: DiffSide): DiffSide => {
    const both = new Set(other.findings.map(({ message }) => message.en));
    const findings = side.findings.filter(
      ({ code, message }) => own || !nothingThere.has(code) || both.has(message.en),
    );
    return { ...side, findings };
  };
  return { before: kept(before, ofBefore.own, after), after: kept(after, ofAfter.own, before) };
}

type Opened =
  | { readonly ok: true; readonly side: DiffSide }
  | { readonly ok: false; readonly finding: Diagnostic };

async function openSide(
  host: Host,
  operand: Operand,
  common: string | null,
  asOf: string | undefined,
): Promise<Opened> {
  const { revision, paths } = operand;
  if (revision === null) {
    const name = { name: paths.join(" "), commit: null };
    return { ok: true, side: await sideOf(host, name, paths, asOf, null) };
  }
  const repository = openRepository(host, revision);
  if (!repository.ok) return repository;
  const named = findCommit(host, revision);
  if (!named.ok) return named;
  const commit = common === null ? named : commonOf(host, named.value, common, revision);
  if (!commit.ok) return commit;
  const tree = readTree(host, repository.value, commit.value, revision);
  if (!tree.ok) return tree;
  const ofTree = hostOfTree(host, repository.value, tree.value);
  const seen = paths.map((path) => seenFrom(host.cwd, repository.value.top, path));
  if (operand.own) {
    const gone = seen.find((path) => ofTree.kindOf(joinPath(host.cwd, path)) === "missing");
    if (gone !== undefined) {
      const args = { cause: "no-path", name: `${revision}:${gone}`, detail: "" } as const;
      return { ok: false, finding: makeDiagnostic(unknownRevision, null, args) };
    }
  }
  const side = await sideOf(ofTree, { name: revision, commit: commit.value }, seen, asOf, revision);
  ofTree.prefetch(side.plans.flatMap(({ job }) => job.source.path ?? []));
  return { ok: true, side };
}

function commonOf(host: Host, a: string, revision: string, shown: string): ReturnType<typeof findCommit> {
  const other = findCommit(host, revision);
  return other.ok ? findMergeBase(host, a, other.value, `${shown}...${revision}`) : other;
}

async function sideOf(
  host: Host,
  name: SideName,
  paths: readonly string[],
  asOf: string | undefined,
  label: string | null,
): Promise<DiffSide> {
  const session = await openSession(host, { paths, asOf, only: "all", levels: [], trace: false });
  const folders = paths.map((path) => joinPath(host.cwd, path));
  const single = folders.length === 1 && host.kindOf(folders[0] ?? "") === "file";
  const plans = session.jobs.flatMap((job): readonly SidePlan[] => {
    const { path } = job.source;
    if (path === null) return [];
    const shown = label === null ? job.source.name : `${label}:${job.source.name}`;
    return [
      {
        key: keyOf(path, folders),
        job: { ...job, source: { ...job.source, name: shown } },
        host,
        bytes: () => host.read(path, { maxBytes: maxFileBytes, root: job.configuration.root }),
      },
    ];
  });
  return { name, plans, single, findings: session.findings };
}

/** The path below the folder that was named; of several, with the place of that folder among them. */
function keyOf(path: string, folders: readonly string[]): string {
  const at = folders.findIndex((folder) => path === folder || path.startsWith(`${folder}/`));
  const folder = folders[at];
  const below = folder === undefined || folder === path ? baseName(path) : path.slice(folder.length + 1);
  return folders.length > 1 ? `${at}/${below}` : below;
}
