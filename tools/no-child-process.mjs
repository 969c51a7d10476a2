// Stands in the bundle for `node:child_process`; see build.mjs.
export {};
