const STORAGE_KEY = 'strapi-admin-language';

/**
 * Headers that ask the server for its sentences (clauses, errors) in the language of the screen,
 * which may differ from the browser's.
 */
export const languageHeaders = (): Record<string, string> => {
  const language = window.localStorage.getItem(STORAGE_KEY);
  return language ? { 'Accept-Language': language } : {};
};

interface Request {
  url: string;
  method: 'GET' | 'POST' | 'PUT';
  data?: unknown;
  config: { params?: object; headers: Record<string, string> };
}

/** A request that reads, answered in the language of the screen. */
export const getRequest = (url: string, params?: object): Request => ({
  url,
  method: 'GET',
  config: { ...(params && { params }), headers: languageHeaders() },
});

const writing =
  (method: 'POST' | 'PUT') =>
  (url: string, data: unknown): Request => ({
    url,
    method,
    data,
    config: { headers: languageHeaders() },
  });

/** A request that does something, answered in the language of the screen. */
export const postRequest = writing('POST');

/** A request that changes a document, answered in the language of the screen. */
export const putRequest = writing('PUT');
