import type { Server } from 'node:http';
import type { Core } from '@strapi/strapi';

/** How often connections are looked for that have become idle, in milliseconds. */
const LOOK = 50;

/** Takes no new connection and waits until the requests in flight are answered, so many milliseconds at most. */
const drain = (server: Server, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const looking = setInterval(() => server.closeIdleConnections(), LOOK);
    const finish = (): void => {
      clearInterval(looking);
      clearTimeout(limit);
      resolve();
    };
    const limit = setTimeout(finish, milliseconds);
    server.close(finish);
  });

/**
 * Lets the requests in flight be answered before the application ends: Strapi cuts them off, also
 * those whose saving it has begun.
 */
export const drainBeforeEnd = (strapi: Core.Strapi): void => {
  const destroy = strapi.destroy.bind(strapi);
  strapi.destroy = async () => {
    const { httpServer } = strapi.server;
    const milliseconds = strapi.config.get<number>('timeouts.shutdown');
    if (httpServer.listening) await drain(httpServer, milliseconds);
    await destroy();
  };
};
