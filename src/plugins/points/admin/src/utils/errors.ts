import type { BaseQueryError } from '@strapi/strapi/admin';

interface Serialized {
  name?: string;
  message?: string;
}

/** The server's own sentence about what went wrong, or nothing when it gave none. */
export const sentenceOf = (error: BaseQueryError | Serialized | undefined): string | undefined =>
  error?.message === '' ? undefined : error?.message;
