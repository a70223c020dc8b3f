import { createServer, type Server } from 'node:http';
import { CommandError } from '../command-error';

export interface Address {
  host: string;
  port: number;
}

/** Where the demo listens: HOST and PORT. */
export const addressOf = (environment: NodeJS.ProcessEnv): Address => {
  const port = Number(environment.PORT ?? 1337);
  if (Number.isInteger(port) && port > 0 && port < 65536) {
    return { host: environment.HOST ?? '127.0.0.1', port };
  }
  throw new CommandError(`PORT is "${environment.PORT}"; it takes a number from 1 to 65535.`);
};

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there (端口已被占用)',
  EACCES: 'this user may not use it (没有权限)',
  EADDRNOTAVAIL: 'this machine does not have that address (本机没有此地址)',
  ENOTFOUND: 'that host is not known (主机名无法解析)',
};

const explain = ({ host, port }: Address, code: string | undefined): CommandError =>
  new CommandError(
    `The demo cannot listen on ${host}:${port}: ${REASONS[code ?? ''] ?? code}. ` +
      `Choose another port: PORT=${port + 1} npm run demo`
  );

const WAIT = '演示正在准备，请稍候刷新。 The demo is being prepared; reload in a moment.';

/** Takes the port while the demo is prepared, and says so to a browser that comes early. */
export const holdPort = (address: Address): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((_, response) => {
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' });
      response.end(WAIT);
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(explain(address, error.code));
    });
    server.listen(address.port, address.host, () => {
      resolve(server);
    });
  });

/** Lets go of the port at once, whoever is still connected. */
export const releasePort = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
