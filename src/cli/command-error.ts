/** A reason to stop that the person at the terminal can act on; printed without a stack. */
export class CommandError extends Error {}
