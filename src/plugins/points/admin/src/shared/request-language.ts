const STORAGE_KEY = 'strapi-admin-language';

/**
 * Headers that ask the server for its sentences (clauses, errors) in the language of the screen,
 * which may differ from the browser's.
 */
export const languageHeaders = (): Record<string, string> => {
  const language = window.localStorage.getItem(STORAGE_KEY);
  return language ? { 'Accept-Language': language } : {};
};
