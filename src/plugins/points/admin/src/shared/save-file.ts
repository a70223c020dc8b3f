import { getFetchClient } from '@strapi/strapi/admin';
import { fileNameOf } from './file-name';
import { languageHeaders } from '../../../../../admin/shared/requests';

/** Refusals that bring a sentence; what else goes wrong the client itself says. */
const REFUSED: ReadonlySet<number> = new Set([400, 403, 429]);

interface Refusal {
  error?: { message?: string };
}

/** That the server refused to make a file, and why. */
export class RefusedFileError extends Error {}

/**
 * Asks for a file in the language of the screen and lets the browser save it under the name that the
 * server gives it.
 *
 * @throws RefusedFileError with the server's sentence, FetchError when there was no answer
 */
export const saveFile = async (url: string, params: object): Promise<void> => {
  const { data, headers, status } = await getFetchClient().get(url, {
    params,
    responseType: 'blob',
    headers: languageHeaders(),
    validateStatus: (code) => REFUSED.has(code),
  });
  if (status !== undefined && REFUSED.has(status)) {
    const { error } = JSON.parse(await data.text()) as Refusal;
    throw new RefusedFileError(error?.message);
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(data);
  link.download = fileNameOf(headers?.get('content-disposition') ?? null);
  link.click();
  URL.revokeObjectURL(link.href);
};
