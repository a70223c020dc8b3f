import type { Core } from '@strapi/strapi';
import { isQueryWithin } from '../limits/nesting';
import type { Limits } from '../limits/settings';
import { refuse } from '../site/refusals';

interface Context {
  querystring: string;
}

/**
 * Global middleware before the query string is parsed: one that is longer, deeper or of more parameters
 * than any page of ours asks for is refused (400).
 */
const boundedQuery: Core.MiddlewareFactory = (_config, { strapi }) => {
  const { bounds } = strapi.config.get<Limits>('limits');
  return async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    const { querystring } = ctx;
    if (querystring.length > bounds.queryLetters || !isQueryWithin(querystring, bounds)) {
      throw refuse(strapi, 'query', 'error.query.bounds', {
        letters: bounds.queryLetters,
        parameters: bounds.queryParameters,
        depth: bounds.queryDepth,
      });
    }
    return next();
  };
};

export default boundedQuery;
