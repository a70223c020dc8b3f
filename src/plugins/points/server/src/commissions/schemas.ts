import { z } from 'zod';
import { documentId, documentIds, pagination } from '../../../../../common/http/fields';
import { parserOf, refusePage } from '../../../../../common/http/parse';
import { COMMISSION_FORMATS } from '../../../shared/contracts';
import { refuse } from '../messages';

const reason = z.string().trim().min(1).max(500);
const day = z.string().trim().min(1).max(40);
const period = z.string().max(20);

export const commissionsQuery = z.object({
  period: period.optional(),
  kind: z.enum(['info', 'research', 'feature']).optional(),
  unit: documentId.optional(),
  closed: z.enum(['true', 'false']).optional(),
  ...pagination,
});

export const outcomesQuery = z.object({ period });

export const outcomesFileQuery = outcomesQuery.extend({ format: z.enum(COMMISSION_FORMATS) });

export const reasonBody = z.object({ reason });

export const extendBody = z.object({ dueOn: day, reason, units: documentIds.min(1).optional() });

export const unitBody = z.object({ unit: documentId, reason });

export const adoptAnswerBody = z.object({ adoptedOn: day.optional() });

/** Reads a body about a commission: why it is decided has a sentence of its own. */
export const parseBody = parserOf((strapi, name, field, values) => {
  if (name === 'reason') return refuse(strapi, field, 'error.commission.reason', values);
  if (name === 'dueOn') return refuse(strapi, field, 'error.date', values);
  return refusePage(strapi, name, field, values);
});
