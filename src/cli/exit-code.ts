/** The exit codes (DESIGN.md section 5). */
export const EXIT_CLEAN = 0;
export const EXIT_FINDINGS = 1;
export const EXIT_COULD_NOT_RUN = 2;
export const EXIT_INTERNAL = 3;

/** 3 beats 2 beats 1 beats 0. */
export function worseExit(a: number, b: number): number {
  return Math.max(a, b);
}
