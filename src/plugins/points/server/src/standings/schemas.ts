import { z } from 'zod';
import { documentId, pagination } from '../../../../../common/http/fields';
import {
  BONUS,
  CHANNELS,
  CORRECTION,
  isOwnChannel,
  UNIT_KINDS,
  type PointsSource,
} from '../../../domain/vocabulary';

export const reportQuery = z.object({
  period: z.string().max(20),
  by: z.enum(['unit', 'officer']).default('unit'),
  kind: z.enum(UNIT_KINDS).optional(),
});

export const shownMonthQuery = z.object({ month: z.string().max(20).optional() });

export const piecesQuery = z.object(pagination);

/** `kind=none` and an empty kind ask for both kinds in one list. */
export const withoutNone = ({
  kind,
  ...query
}: Record<string, unknown>): Record<string, unknown> =>
  kind === undefined || kind === '' || kind === 'none' ? query : { ...query, kind };

const SOURCES = [...CHANNELS, BONUS, CORRECTION] as const;

/** A channel that a rule set brings along is taken as it is written; there may be no such one. */
const pointsSource = z.unknown().transform((given, context): PointsSource => {
  const source = SOURCES.find((each) => each === given);
  if (source) return source;
  if (isOwnChannel(given)) return given;
  context.issues.push({ code: 'invalid_value', values: [...SOURCES], input: given });
  return z.NEVER;
});

export const ledgerFilter = z.object({
  period: z.string().max(20).optional(),
  unit: documentId.optional(),
  officer: documentId.optional(),
  submission: documentId.optional(),
  channel: pointsSource.optional(),
});

export const ledgerQuery = ledgerFilter.extend(pagination);
