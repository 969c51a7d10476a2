// Vitest's `expect`, outside vitest.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** The assertions of the project's own test runner. */
export async function assertions() {
  const vitest = createRequire(createRequire(import.meta.url).resolve("vitest/package.json"));
  const [chai, matchers] = await Promise.all(
    ["chai", "@vitest/expect"].map((name) => import(pathToFileURL(vitest.resolve(name)).href)),
  );
  for (const plugin of [matchers.JestExtend, matchers.JestChaiExpect, matchers.JestAsymmetricMatchers])
    chai.use(plugin);
  const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
  matchers.setState({ assertionCalls: 0, expectedAssertionsNumber: null }, expect);
  return Object.assign(expect, globalThis[matchers.ASYMMETRIC_MATCHERS_OBJECT]);
}
