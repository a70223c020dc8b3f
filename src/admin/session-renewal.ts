import { getFetchClient } from '@strapi/strapi/admin';

/** Answered to whoever is logged in, so that it fails for nothing but an ended session. */
const SELF = '/admin/users/me';

const UNAUTHORIZED = 401;

/** Requests about the session itself. */
const OF_THE_SESSION = /\/admin\/(?:login|logout|access-token|users\/me)$/;

const pathOf = (input: RequestInfo | URL): string => {
  const address = input instanceof Request ? input.url : String(input);
  return new URL(address, window.location.href).pathname;
};

const authorizationOf = (init: RequestInit | undefined): string | null =>
  new Headers(init?.headers).get('Authorization');

/**
 * Gives the session's renewal a request of its own. Strapi renews an expired token and repeats the
 * request that met it; where the repeated request is refused (400, 403, 404 …) it tells the first 401
 * instead, takes the session for ended and shows the login page, whatever was being written. Here
 * the token is renewed by Strapi's own means through a request that nobody is refused, and the
 * repeated request's answer is what Strapi sees.
 *
 * @param send the browser's `fetch`
 * @param renew asks for `SELF` by Strapi's client; rejects when the session has ended
 */
const renewingFetch = (send: typeof fetch, renew: () => Promise<unknown>): typeof fetch => {
  let latest: string | null = null;
  let underWay: Promise<string | null> | null = null;
  // That the session has ended Strapi finds out by the 401 that it is given.
  const renewed = (): Promise<string | null> =>
    (underWay ??= renew()
      .then(
        () => latest,
        () => null
      )
      .finally(() => {
        underWay = null;
      }));
  return async (input, init) => {
    const response = await send(input, init);
    const authorization = authorizationOf(init);
    if (authorization === null) return response;
    const path = pathOf(input);
    if (path.endsWith(SELF) && response.ok) latest = authorization;
    if (response.status !== UNAUTHORIZED || OF_THE_SESSION.test(path)) return response;
    const fresh = await renewed();
    if (fresh === null) return response;
    const headers = new Headers(init?.headers);
    headers.set('Authorization', fresh);
    return send(input, { ...init, headers });
  };
};

/** Keeps people logged in whose token expired and whose next request is refused. */
export const keepSessions = (): void => {
  window.fetch = renewingFetch(window.fetch.bind(window), () => getFetchClient().get(SELF));
};
