import { z } from 'zod';
import { documentIds } from '../../../../../common/http/fields';
import { CATEGORIES, PLACEMENTS } from '../../../domain/vocabulary';

/** The panel's form: an empty string says that the field is empty there. */
export const entryQuery = z.object({
  placement: z.enum([...PLACEMENTS, '']).optional(),
  submission: z.string().max(64).optional(),
});

export const entryPointsQuery = z.object({ documentIds: z.string().min(1).max(10_000) });

export const createSubmissionBody = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  units: documentIds,
  officers: documentIds.optional(),
  category: z.enum(CATEGORIES),
});
