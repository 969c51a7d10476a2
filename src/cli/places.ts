/** Where a pipeline says that the files of a run lie, and under which address its forge shows them. */
import type { Places } from "../findings-output/pipeline/pipeline-output.ts";
import type { Host } from "../host/host.ts";
import { joinPath, printedPath } from "../text/paths.ts";

/** Paths from the root of the checkout (`GITHUB_WORKSPACE`, `CI_PROJECT_DIR`), and links to the commit that was checked. */
export function placesOf({ cwd, env }: Pick<Host, "cwd" | "env">): Places {
  const top = env.GITHUB_WORKSPACE ?? env.CI_PROJECT_DIR ?? "";
  const base = linkBase(env);
  const fromRoot = (file: string): string => {
    if (file.startsWith("<") || top === "") return file;
    const path = printedPath(top.replaceAll("\\", "/"), joinPath(cwd, file));
    return path.startsWith("..") ? file : path;
  };
  return {
    fromRoot,
    link: (file, line) => {
      const path = fromRoot(file);
      if (base === null || path.startsWith("<") || path.startsWith("..")) return null;
      return `${base}/${path.split("/").map(encodeURIComponent).join("/")}${line === null ? "" : `#L${line}`}`;
    },
  };
}

/** Only what has the form of an address becomes one. */
function linkBase(env: Host["env"]): string | null {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, CI_PROJECT_URL, CI_COMMIT_SHA } = env;
  const address =
    GITHUB_REPOSITORY !== undefined && GITHUB_SHA !== undefined
      ? `${GITHUB_SERVER_URL ?? "https://github.com"}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`
      : `${CI_PROJECT_URL ?? ""}/-/blob/${CI_COMMIT_SHA ?? ""}`;
  return /^https?:\/\/[\w.:-]+\/[\w./-]+\/blob\/[0-9a-f]{7,64}$/.test(address) ? address : null;
}
