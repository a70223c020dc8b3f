import { adminApi } from '@strapi/strapi/admin';
// Its mutations come into being with its own module, which has to be there first.
import '@strapi/content-manager/strapi-admin';
import { languageHeaders } from '../shared/requests';
import { savedAtOf, type DocumentKey, type QueryEntry } from './saved-at';

interface Request {
  url: string;
  method: string;
  data?: unknown;
  config?: { headers?: Record<string, string> };
}

interface Answer {
  data?: unknown;
  error?: { status?: number; message?: string };
}

type BaseQuery = (request: Request) => Promise<Answer>;

interface Api {
  getState(): { adminApi: { queries: Record<string, QueryEntry | undefined> } };
}

/** What of a mutation of the Content Manager is looked at here. */
interface Mutation {
  query?: (given: DocumentKey) => Request;
  queryFn?: (given: DocumentKey, api: Api, options: unknown, base: BaseQuery) => Promise<Answer>;
  transformResponse?: (data: unknown, meta: unknown, given: DocumentKey) => unknown;
  invalidatesTags?: (data: unknown, error: unknown, given: DocumentKey, meta: unknown) => unknown[];
  onQueryStarted?: unknown;
}

const MUTATIONS = ['updateDocument', 'publishDocument', 'unpublishDocument', 'discardDocument'];

/**
 * Makes a mutation say which version of the document it starts from. When it is refused nothing is
 * loaded anew and nothing was shown as saved: either would put what was typed out of the form.
 */
const sendVersion = (mutation: Mutation): void => {
  const { query, transformResponse, invalidatesTags } = mutation;
  if (!query) return;
  delete mutation.query;
  delete mutation.transformResponse;
  delete mutation.onQueryStarted;
  mutation.queryFn = async (given, api, _options, base) => {
    const savedAt = savedAtOf(Object.values(api.getState().adminApi.queries), given);
    const request = query(given);
    const headers = {
      ...request.config?.headers,
      ...languageHeaders(),
      ...(savedAt && { 'If-Unmodified-Since': savedAt }),
    };
    const answer = await base({ ...request, config: { ...request.config, headers } });
    if (answer.error || !transformResponse) return answer;
    return { data: transformResponse(answer.data, undefined, given) };
  };
  mutation.invalidatesTags = (data, error, given, meta) =>
    error ? [] : (invalidatesTags?.(data, error, given, meta) ?? []);
};

/** Makes the Content Manager say with every save which version its form was opened with. */
export const sendVersions = (): void => {
  adminApi.enhanceEndpoints({
    endpoints: Object.fromEntries(MUTATIONS.map((name) => [name, sendVersion])),
  });
};
