/** Which plan of the one side is which of the other, and what changed in each. */
import type { Compilation } from "../compile.ts";
import { comparePlans, renamedIndicators } from "../diff/compare-plans.ts";
import { compareStatuses, type StatusChange } from "../diff/statuses.ts";
import { planAdded, planDropped } from "../diff/whole-plan.ts";
import type { PlanDiff } from "../diff-output/diff-run.ts";
import type { Plan } from "../plan/plan.ts";
import type { DiffSide, SidePlan } from "./diff-sides.ts";
import { EXIT_CLEAN, worseExit } from "./exit-code.ts";
import { compileJob } from "./session.ts";

export interface Compared {
  readonly plans: readonly PlanDiff[];
  /** Above 0 where a file could not be read (2), or we failed on it ourselves (3). */
  readonly exit: number;
}

interface Pairing {
  readonly before: SidePlan | null;
  readonly after: SidePlan | null;
}

/** Compares all plans of both sides; what only one side has is new or gone. */
export async function comparePlansOf(before: DiffSide, after: DiffSide): Promise<Compared> {
  let exit = EXIT_CLEAN;
  const compiled = new Map<SidePlan, Compilation>();
  const compilationOf = async (plan: SidePlan): Promise<Compilation> => {
    const known = compiled.get(plan);
    if (known !== undefined) return known;
    const made = await compileJob(plan.host, { only: "all", levels: [], trace: false }, plan.job);
    exit = worseExit(exit, made.exit);
    compiled.set(plan, made.compilation);
    return made.compilation;
  };
  const idOf = async (plan: SidePlan): Promise<string | null> =>
    (await compilationOf(plan)).plan?.id?.value ?? null;
  const plans: PlanDiff[] = [];
  // Two files that were named are compared as they are called; in folders another name is a renaming.
  const named = before.single && after.single;
  for (const pair of await pairPlans(before, after, idOf))
    plans.push(await comparePair(pair, named, compilationOf));
  return { plans, exit };
}

/** By path; two single files are one plan whatever they are called; what is left, by the id that one plan on either side has. */
async function pairPlans(
  before: DiffSide,
  after: DiffSide,
  idOf: (plan: SidePlan) => Promise<string | null>,
): Promise<readonly Pairing[]> {
  const [first, second] = [before.plans[0], after.plans[0]];
  if (before.single && after.single && first !== undefined && second !== undefined)
    return [{ before: first, after: second }];
  const known = new Map(before.plans.map((plan) => [plan.key, plan]));
  const pairs: Pairing[] = after.plans.flatMap((plan) => {
    const former = known.get(plan.key);
    return former === undefined ? [] : [{ before: former, after: plan }];
  });
  const taken = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  const left = await byId(
    before.plans.filter((plan) => !taken.has(plan)),
    idOf,
  );
  const right = await byId(
    after.plans.filter((plan) => !taken.has(plan)),
    idOf,
  );
  for (const [id, plan] of right) {
    const former = left.get(id);
    if (former === undefined) continue;
    pairs.push({ before: former, after: plan });
    taken.add(former);
    taken.add(plan);
  }
  const gone = before.plans.filter((plan) => !taken.has(plan)).map((plan) => ({ before: plan, after: null }));
  const fresh = after.plans.filter((plan) => !taken.has(plan)).map((plan) => ({ before: null, after: plan }));
  return [...pairs, ...fresh, ...gone];
}

async function byId(
  plans: readonly SidePlan[],
  idOf: (plan: SidePlan) => Promise<string | null>,
): Promise<ReadonlyMap<string, SidePlan>> {
  const single = new Map<string, SidePlan>();
  const several = new Set<string>();
  for (const plan of plans) {
    const id = await idOf(plan);
    if (id === null) continue;
    if (single.has(id)) several.add(id);
    single.set(id, plan);
  }
  for (const id of several) single.delete(id);
  return single;
}

async function comparePair(
  { before, after }: Pairing,
  named: boolean,
  compilationOf: (plan: SidePlan) => Promise<Compilation>,
): Promise<PlanDiff> {
  const plan = after ?? before;
  if (plan === null) throw new Error("a pair without a plan");
  const renamed = !named && before !== null && after !== null && before.key !== after.key;
  const common = {
    name: plan.job.source.name,
    formerName: renamed ? before.job.source.name : null,
    asOf: plan.job.asOf,
  };
  // Equal plans that name no other file say the same; nothing has to be compiled for that.
  if (before !== null && after !== null && !renamed && sayTheSame(before, after))
    return { ...common, ...nothing, state: "same" };
  const [was, is] = [
    before === null ? null : await compilationOf(before),
    after === null ? null : await compilationOf(after),
  ];
  return { ...common, ...compareCompilations(was, is) };
}

const nothing = {
  before: null,
  after: null,
  unusable: { before: 0, after: 0 },
  changes: [],
  statuses: [],
  findings: [],
} as const;

/** A file that a plan names may differ where the plan does not. */
function sayTheSame(before: SidePlan, after: SidePlan): boolean {
  const [a, b] = [before.bytes(), after.bytes()];
  if (!a.ok || !b.ok || a.bytes.length !== b.bytes.length) return false;
  if (!a.bytes.every((byte, i) => byte === b.bytes[i])) return false;
  return !/file["']?\s*:|\.(?:csv|md|txt)/.test(new TextDecoder().decode(b.bytes));
}

type Comparison = Pick<
  PlanDiff,
  "state" | "before" | "after" | "unusable" | "changes" | "statuses" | "findings"
>;

function compareCompilations(before: Compilation | null, after: Compilation | null): Comparison {
  const sides = [before, after].filter((side) => side !== null);
  const unread = sides.filter(isUnread);
  const findings = unread.flatMap((side) => side.findings.filter(({ severity }) => severity === "error"));
  const unusable = { before: before?.plan?.unusable ?? 0, after: after?.plan?.unusable ?? 0 };
  const common = { before, after, findings, statuses: [], changes: [], unusable };
  if (unread.length > 0) return { ...common, state: "unreadable" };
  const [was, is] = [before?.plan ?? null, after?.plan ?? null];
  if (was === null || is === null) {
    const change = is !== null ? planAdded(is) : was !== null ? planDropped(was) : null;
    return { ...common, state: is === null ? "dropped" : "added", changes: change === null ? [] : [change] };
  }
  const changes = comparePlans(was, is);
  return {
    ...common,
    state: changes.length === 0 ? "same" : "changed",
    changes,
    statuses: statusesOf(was, is, after),
  };
}

/** Where the YAML itself is broken, what was read may be half of the plan: that half would be told as all that is left. */
function isUnread({ plan, findings }: Compilation): boolean {
  const broken = findings.some(
    ({ code, severity }) => severity === "error" && /^(?:yaml|input)\//.test(code),
  );
  return plan === null || broken;
}

function statusesOf(was: Plan, is: Plan, after: Compilation | null): readonly StatusChange[] {
  if (after === null || after.records === null || after.results === null) return [];
  const { records, results, asOf } = after;
  return compareStatuses(was, { plan: is, records, results, asOf }, renamedIndicators(was, is));
}
