import { adminApi } from '@strapi/strapi/admin';
// Its mutations come into being with its own module, which has to be there first.
import '@strapi/content-manager/strapi-admin';
import { CONFIRM_HEADER, type Question } from '../../../shared/contracts';

/** What was ticked on the page that is open. */
const given = new Set<Question>();

export const setConfirmed = (question: Question, isConfirmed: boolean): void => {
  if (isConfirmed) given.add(question);
  else given.delete(question);
};

interface Request {
  config?: { headers?: Record<string, string> };
}

interface Definition {
  query?: (given: unknown) => Request;
}

/** The Content Manager's own requests that write what may be asked about. */
const WRITES = ['publishDocument', 'createDocument', 'updateDocument'] as const;

const sayYes = (definition: Definition | undefined): void => {
  const query = definition?.query;
  if (!definition || !query) return;
  definition.query = (argument) => {
    const request = query(argument);
    if (given.size === 0) return request;
    const headers = { ...request.config?.headers, [CONFIRM_HEADER]: [...given].join(',') };
    return { ...request, config: { ...request.config, headers } };
  };
};

/** Lets the Content Manager's requests carry what was ticked. */
export const carryConfirmations = (): void => {
  adminApi.enhanceEndpoints({
    endpoints: Object.fromEntries(WRITES.map((name) => [name, sayYes])),
  });
};
