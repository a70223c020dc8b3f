/** What became of a transaction whose commit failed: undone for certain, or cut off before the answer. */
export type Outcome = 'undone' | 'unknown';

/** A transaction was not committed, or nobody can say whether it was. Nothing of it may be told as saved. */
export class CommitError extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome, cause: unknown) {
    super(
      outcome === 'undone'
        ? 'The transaction was not committed; nothing of it was saved.'
        : 'The connection was lost during the commit; whether it took effect is not known.',
      { cause }
    );
    this.name = 'CommitError';
    this.outcome = outcome;
  }
}

/** The classes 08 (connection) and 57P0x (shutdown, crash, starting up) of PostgreSQL, and its want of connections. */
const POSTGRES_CODE = /^(?:08\w{3}|57P0[1-5]|53300)$/;

const NETWORK_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What `pg` and Knex say without a code. Knex puts the statement, with whatever it holds, in front. */
const DRIVER_SENTENCE =
  /(?:^| - )(?:Connection terminated(?: unexpectedly| due to connection timeout)?|Client has encountered a connection error and is not queryable|Client was closed and is not queryable|timeout expired|Unable to acquire a connection|aborted)$/;

const codeOf = (error: Error): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
};

/** Another connection holds what SQLite would need: the same statement may do a moment later. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(error));

/** The connection to the database is gone or could not be made. */
export const isDisconnected = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (POSTGRES_CODE.test(code) || NETWORK_CODES.has(code)) return true;
  return error.name === 'KnexTimeoutError' || DRIVER_SENTENCE.test(error.message);
};

/** No mistake of whoever asks: the database cannot do it at the moment. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof CommitError || isBusy(error) || isDisconnected(error);
