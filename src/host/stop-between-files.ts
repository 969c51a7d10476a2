/** When a run may be ended from outside. */

let stopsBetweenFiles = false;

/**
 * From the first file on, and while Chromium runs for us, Ctrl-C and a request to end are heard between two files only, with
 * the exit code that the shell gives to a process ended by that signal. Until then nothing can be left half written, and
 * they end the process at once.
 */
export async function stopBetweenFiles(): Promise<void> {
  if (!stopsBetweenFiles) {
    for (const [signal, code] of [
      ["SIGHUP", 129],
      ["SIGINT", 130],
      ["SIGTERM", 143],
    ] as const) {
      process.on(signal, () => process.exit(code));
    }
    stopsBetweenFiles = true;
  }
  await new Promise((done) => setImmediate(done));
}
