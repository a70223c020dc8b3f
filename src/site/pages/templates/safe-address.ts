const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Any origin serves to read a path by. */
const SOMEWHERE = 'https://somewhere.invalid';

/**
 * The address if it leads to a page, a mailbox or a telephone, else nothing: what comes with the
 * content may not run.
 */
export const safeAddress = (address: unknown): string | undefined => {
  if (typeof address !== 'string' || !URL.canParse(address, SOMEWHERE)) return undefined;
  return PROTOCOLS.has(new URL(address, SOMEWHERE).protocol) ? address : undefined;
};
