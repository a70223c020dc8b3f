import { shown } from '../../common/messages/validation';
import { documentNumberOf } from '../document-number';
import { takeTurns } from '../lock';
import { refuse } from '../refusals';
import type { Rule, Write, Written } from '../write';

const FIELD = 'documentNumber';

interface Numbered {
  documentNumber?: string | null;
}

interface Titled {
  title?: string | null;
}

/** @throws ValidationError when it is no document number */
const normalize = ({ strapi, action, data }: Write): void => {
  if (data === null) return;
  // A copy is another document, which has no number yet.
  if (action === 'clone') data[FIELD] ??= null;
  const value = data[FIELD];
  if (value === undefined || value === null) return;
  if (typeof value === 'string' && value.trim() === '') {
    data[FIELD] = null;
    return;
  }
  const normalized = typeof value === 'string' ? documentNumberOf(value) : null;
  if (normalized === null)
    throw refuse(strapi, FIELD, 'error.document.number', { value: shown(value) });
  data[FIELD] = normalized;
};

/**
 * A number names one document. Looked for among what is published, which everybody may know; who
 * has published under a number already may go on.
 *
 * @throws ValidationError when another published document of the type bears the number
 */
const requireOwn = async ({ strapi, contentType, data, ...written }: Written): Promise<void> => {
  const { documentNumber: value } = written.row as Numbered;
  if (!value || (!written.publishes && data?.[FIELD] === undefined)) return;
  await takeTurns(strapi, 'documentNumbers');
  const query = strapi.db.query(contentType.uid);
  const published = { [FIELD]: value, publishedAt: { $notNull: true } };
  const other = (await query.findOne({
    select: ['title'],
    where: { ...published, documentId: { $ne: written.documentId } },
  })) as Titled | null;
  if (!other) return;
  throw refuse(strapi, FIELD, 'error.document.numberTaken', {
    value: shown(value),
    title: shown(other.title),
  });
};

/**
 * Document numbers are written as the standard asks, what can be normalized is, and none is borne by two
 * published documents of a type. A document may have none; a policy may name that of the disclosed
 * document that it explains.
 */
export const documentNumbers: Rule = {
  concerns: ({ attributes }) => FIELD in attributes,
  before: normalize,
  after: requireOwn,
};
