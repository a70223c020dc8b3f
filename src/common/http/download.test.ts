import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { download } from './download';

/** Some bytes, and then a fault. */
const breaking = (): Readable =>
  Readable.from(
    (async function* parts() {
      yield 'a'.repeat(70_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('The database has gone.');
    })()
  );

describe('a file that breaks while it is sent', () => {
  let server: Server;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      const ctx = {
        attachment: () => undefined,
        set: (header: string, value: string) => response.setHeader(header, value),
        type: '',
        body: undefined as unknown,
        res: response,
      };
      download(ctx, {
        name: '记录.csv',
        plainName: 'ledger.csv',
        type: 'text/csv',
        content: breaking(),
      });
      (ctx.body as Readable).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('breaks for its reader too, who would wait for ever else, or take it for whole', async () => {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}`);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(/terminated/);
  });
});
