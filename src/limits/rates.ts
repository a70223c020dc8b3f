import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { isPostgres } from '../common/database/dialect';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Limits, Rate, RateName } from './settings';

/** The table in which the instances on one PostgreSQL count together. */
const TABLE = 'rate_limits';

/** What an attacker would spread over instances; the rest protects the instance that does the work. */
const SHARED: ReadonlySet<RateName> = new Set([
  'loginAccount',
  'loginAccountAnywhere',
  'loginAddress',
  'resetAccount',
  'resetAddress',
]);

/** The counters of an application. */
export interface Counters {
  /**
   * Counts one.
   *
   * @returns seconds to wait, when it was one too many; else 0
   */
  count(name: RateName, of: string): Promise<number>;
  /** Takes one back that turned out to be none. */
  takeBack(name: RateName, of: string): Promise<void>;
  /** Begins anew. */
  forget(name: RateName, of: string): Promise<void>;
}

const limiterOf = (strapi: Core.Strapi, name: RateName, rate: Rate): RateLimiterAbstract => {
  const options = { keyPrefix: name, points: rate.points, duration: rate.seconds };
  const memory = new RateLimiterMemory(options);
  if (!isPostgres(strapi) || !SHARED.has(name)) return memory;
  return new RateLimiterPostgres({
    ...options,
    storeClient: strapi.db.connection,
    storeType: 'knex',
    tableName: TABLE,
    schemaName: strapi.db.getSchemaName() ?? 'public',
    tableCreated: true,
    // Who has no database counts for himself meanwhile.
    insuranceLimiter: memory,
  });
};

/** Names of accounts come from outside, as long as the sender likes; and nobody should read them in a table. */
const keyOf = (of: string): string => createHash('sha256').update(of).digest('base64url');

/** Makes the counters that the settings name. */
const createCounters = (strapi: Core.Strapi): Counters => {
  const { rates } = strapi.config.get<Limits>('limits');
  const limiters = new Map<RateName, RateLimiterAbstract>();
  const limiterFor = (name: RateName): RateLimiterAbstract | undefined => {
    const rate = rates[name];
    if (!rate) return undefined;
    const limiter = limiters.get(name) ?? limiterOf(strapi, name, rate);
    limiters.set(name, limiter);
    return limiter;
  };
  return {
    async count(name, of) {
      try {
        await limiterFor(name)?.consume(keyOf(of));
        return 0;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      }
    },
    async takeBack(name, of) {
      await limiterFor(name)?.reward(keyOf(of));
    },
    async forget(name, of) {
      await limiterFor(name)?.delete(keyOf(of));
    },
  };
};

const COUNTERS = new WeakMap<Core.Strapi, Counters>();

/** The counters of the application, the same for all who count. */
export const countersOf = (strapi: Core.Strapi): Counters => {
  const counters = COUNTERS.get(strapi) ?? createCounters(strapi);
  COUNTERS.set(strapi, counters);
  return counters;
};

/**
 * Makes the table of the shared counters; run at every boot, and so by one process at a time.
 * Unlogged: what it holds is worth nothing after a crash, and a login waits for no disk.
 */
export const prepareCounters = async (strapi: Core.Strapi): Promise<void> => {
  if (!isPostgres(strapi)) return;
  const schema = strapi.db.getSchemaName() ?? 'public';
  await strapi.db.connection.raw(
    `create unlogged table if not exists ??.??
     (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
    [schema, TABLE]
  );
};
