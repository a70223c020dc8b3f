import type { BaseQueryError } from '@strapi/strapi/admin';

interface Failure {
  name?: string;
  message?: string;
}

/** Only an answer of the server has a status; a lost connection is the browser's own exception. */
const isAnswer = (error: Failure): boolean => 'status' in error && error.name !== 'UnknownError';

/** The server's own sentence about what went wrong, or nothing when there was no answer. */
export const sentenceOf = (error: BaseQueryError | Failure | undefined): string | undefined =>
  error && isAnswer(error) && error.message !== '' ? error.message : undefined;
