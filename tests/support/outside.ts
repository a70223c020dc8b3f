interface Outside {
  require: NodeJS.Require;
  process: NodeJS.Process;
}

/** Where the application runs: outside of a suite's own modules (`environment.cjs`), if there is an outside. */
export const outside = (): Outside =>
  (globalThis as { outside?: Outside }).outside ?? { require, process };
