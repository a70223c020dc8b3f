import { refreshAccessToken } from '@strapi/strapi/admin';
import type { ImportLine, ImportResponse } from '../../../shared/contracts';
import { languageHeaders } from '../../../../../admin/shared/requests';

export type Progress = Extract<ImportLine, { progress: unknown }>['progress'];

/** That the server refused an import, or that it failed, and why. */
class ImportError extends Error {}

interface Refusal {
  error?: { message?: string };
}

const NOT_LOGGED_IN = 401;

/** The workbook as a form brings it. */
export const importForm = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file);
  return form;
};

const send = (file: File, token: string | null): Promise<Response> =>
  fetch(new URL('/points/adoptions/import', window.location.href), {
    method: 'POST',
    body: importForm(file),
    headers: {
      ...languageHeaders(),
      accept: 'application/x-ndjson, application/json;q=0.5',
      authorization: `Bearer ${token}`,
    },
  });

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ImportLine> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as ImportLine;
    if (done) return;
  }
}

const readAnswer = async (
  response: Response,
  tell: (progress: Progress) => void
): Promise<ImportResponse['data']> => {
  if (!response.ok || !response.body) {
    const { error } = (await response.json()) as Refusal;
    throw new ImportError(error?.message);
  }
  for await (const line of linesOf(response.body)) {
    if ('progress' in line) tell(line.progress);
    else if ('data' in line) return line.data;
    else throw new ImportError(line.error.message);
  }
  throw new ImportError();
};

/** What an import came to: what was done, or the server's sentence; none where there was no answer. */
type ImportResult =
  | { data: ImportResponse['data'] }
  | { error: { name: 'ApplicationError'; status: number; message: string; details: object } }
  | { error: { name: 'UnknownError'; message: string } };

const REFUSED = 400;

/**
 * Imports a workbook. The client of the panel waits for a whole answer; this one reads line by line how
 * far it is.
 *
 * @param token by which the panel is logged in; where it has run out it is renewed once
 */
export const runImport = async (
  file: File,
  token: string | null,
  tell: (progress: Progress) => void
): Promise<ImportResult> => {
  try {
    let response = await send(file, token);
    if (response.status === NOT_LOGGED_IN) {
      response = await send(file, await refreshAccessToken(token ?? undefined));
    }
    return { data: await readAnswer(response, tell) };
  } catch (error) {
    if (!(error instanceof ImportError)) return { error: { name: 'UnknownError', message: '' } };
    const { message } = error;
    return { error: { name: 'ApplicationError', status: REFUSED, message, details: {} } };
  }
};
