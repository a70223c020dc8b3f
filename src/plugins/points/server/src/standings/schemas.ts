import { z } from 'zod';
import { documentId, pagination } from '../../../../../common/http/fields';
import { BONUS, CHANNELS, CORRECTION, UNIT_KINDS } from '../../../domain/vocabulary';

export const reportQuery = z.object({
  period: z.string().max(20),
  by: z.enum(['unit', 'officer']).default('unit'),
  kind: z.enum(UNIT_KINDS).optional(),
});

/** `kind=none` and an empty kind ask for both kinds in one list. */
export const withoutNone = ({
  kind,
  ...query
}: Record<string, unknown>): Record<string, unknown> =>
  kind === undefined || kind === '' || kind === 'none' ? query : { ...query, kind };

export const ledgerFilter = z.object({
  period: z.string().max(20).optional(),
  unit: documentId.optional(),
  officer: documentId.optional(),
  submission: documentId.optional(),
  channel: z.enum([...CHANNELS, BONUS, CORRECTION]).optional(),
});

export const ledgerQuery = ledgerFilter.extend(pagination);
