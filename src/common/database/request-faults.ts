import type { Core } from '@strapi/strapi';

const FAULT = 'databaseFault';

interface RequestContext {
  state: Record<string, unknown>;
}

/**
 * Remembers with the request under way that the database could not serve it. Strapi's strategies of
 * authentication take any failure for a wrong login, so that the error itself may never arrive.
 */
export const noteFault = (strapi: Core.Strapi, error: unknown): void => {
  const ctx = strapi.requestContext.get() as RequestContext | undefined;
  if (ctx) ctx.state[FAULT] ??= error;
};

/** What was remembered of a request. */
export const faultOf = ({ state }: RequestContext): unknown => state[FAULT];
