import { bodyOf, type Client } from './api';

const BOUNDARY = 'end-of-a-part';

/** Uploads a text file whose name is all that it says; gives its id. */
export const uploadText = async (client: Client, name: string): Promise<number> => {
  const form = [
    `--${BOUNDARY}`,
    `Content-Disposition: form-data; name="files"; filename="${name}"`,
    'Content-Type: text/plain\r\n',
    name,
    `--${BOUNDARY}--\r\n`,
  ].join('\r\n');
  const made = await client.send<Array<{ id: number }>>('POST', '/upload', form, {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  });
  return bodyOf(made)[0]!.id;
};
