import { parserOf, refusePage } from '../../../../common/http/parse';
import { refuse, type MessageKey } from './messages';

/** Fields that have a sentence of their own for all that can be wrong with them. */
const SENTENCES: ReadonlyMap<PropertyKey, MessageKey> = new Map([
  ['period', 'error.period'],
  ['adoptedOn', 'error.date'],
  ['from', 'error.date'],
  ['until', 'error.period'],
  ['documentIds', 'error.entry.documentIds'],
  ['evidence', 'error.evidence'],
  ['reason', 'error.adoption.reason'],
  ['sources', 'error.merge.sources'],
]);

/**
 * Reads the query or body of a request to the plugin in its shape.
 *
 * @throws ValidationError that names the first field that is wrong and what it takes
 */
export const parse = parserOf((strapi, name, field, values) => {
  const own = SENTENCES.get(name);
  return own ? refuse(strapi, field, own, values) : refusePage(strapi, name, field, values);
});
