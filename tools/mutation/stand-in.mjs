// What the tests import as "vitest" while mutants are tried: it only gathers them, so that one process can run any of them
// again and again in no time. Assertions are vitest's own.
const { expect, tests } = globalThis.planwrightMutation;

export { expect };

export function test(name, run) {
  tests.push({ name, run, file: globalThis.__stryker__.currentTestId });
}

/** One test a case; what a name says of its case is for people. */
test.each = (cases) => (name, run) => {
  for (const one of cases) test(name, () => (Array.isArray(one) ? run(...one) : run(one)));
};
