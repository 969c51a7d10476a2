/** The folder of `--cache` in raw arguments; null for none. Asked at every start, so it stands alone. */
export function cacheFolder(argv: readonly string[]): string | null {
  for (const [i, argument] of argv.entries()) {
    if (argument === "--") return null;
    if (argument.startsWith("--cache=")) return argument.slice("--cache=".length) || null;
    if (argument === "--cache") return argv[i + 1] ?? null;
  }
  return null;
}
