import { adminApi } from '@strapi/strapi/admin';
// Its mutations come into being with its own module, which has to be there first.
import '@strapi/content-manager/strapi-admin';
import { CONFIRM_HEADER, type Question, REASON_HEADER } from '../../../shared/contracts';

/** What was ticked on the page that is open. */
const given = new Set<Question>();

export const setConfirmed = (question: Question, isConfirmed: boolean): void => {
  if (isConfirmed) given.add(question);
  else given.delete(question);
};

export const isConfirmed = (question: Question): boolean => given.has(question);

/** Why something is taken down, while it is. */
let reason: string | null = null;

/** Does something whose requests say why it is done. */
export const withReason = async (why: string, run: () => unknown): Promise<void> => {
  reason = why;
  try {
    await run();
  } finally {
    reason = null;
  }
};

interface Request {
  config?: { headers?: Record<string, string> };
}

interface Definition {
  query?: (given: unknown) => Request;
}

/** The Content Manager's own requests that write what may be asked about. */
const WRITES = [
  ...['publishDocument', 'createDocument', 'updateDocument', 'publishManyDocuments'],
  ...['unpublishDocument', 'unpublishManyDocuments', 'deleteDocument', 'deleteManyDocuments'],
] as const;

const headersNow = (): Record<string, string> => ({
  ...(given.size > 0 && { [CONFIRM_HEADER]: [...given].join(',') }),
  ...(reason !== null && { [REASON_HEADER]: encodeURIComponent(reason) }),
});

const sayYes = (definition: Definition | undefined): void => {
  const query = definition?.query;
  if (!definition || !query) return;
  definition.query = (argument) => {
    const request = query(argument);
    const headers = { ...request.config?.headers, ...headersNow() };
    return { ...request, config: { ...request.config, headers } };
  };
};

/** Lets the Content Manager's requests carry what was ticked, and why. */
export const carryConfirmations = (): void => {
  adminApi.enhanceEndpoints({
    endpoints: Object.fromEntries(WRITES.map((name) => [name, sayYes])),
  });
};
