import type { BaseQueryError } from '@strapi/strapi/admin';

interface Failure {
  name?: string;
  message?: string;
  details?: unknown;
}

/** Only an answer of the server has a status; a lost connection is the browser's own exception. */
const isAnswer = (error: Failure): boolean => 'status' in error && error.name !== 'UnknownError';

/** The server's own sentence about what went wrong, or nothing when there was no answer. */
export const sentenceOf = (error: BaseQueryError | Failure | undefined): string | undefined =>
  error && isAnswer(error) && error.message !== '' ? error.message : undefined;

interface FieldFailure {
  path: readonly string[];
  message: string;
}

const isFieldFailure = (given: unknown): given is FieldFailure =>
  typeof given === 'object' && given !== null && 'path' in given && 'message' in given;

/** What the server says is wrong with each field of what was sent, by the field's name. */
export const fieldSentencesOf = (
  error: BaseQueryError | Failure | undefined
): Readonly<Partial<Record<string, string>>> => {
  const details = error && 'details' in error ? (error.details as { errors?: unknown }) : undefined;
  const errors = Array.isArray(details?.errors) ? (details.errors as unknown[]) : [];
  return Object.fromEntries(
    errors.filter(isFieldFailure).map(({ message, path }) => [path[0] ?? '', message])
  );
};
