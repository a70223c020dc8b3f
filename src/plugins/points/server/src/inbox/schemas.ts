import { z } from 'zod';
import { documentId, documentIds, pagination } from '../../../../../common/http/fields';
import { CATEGORIES } from '../../../domain/vocabulary';
import { QUEUES } from '../../../shared/contracts';

export const inboxQuery = z.object({
  queue: z.enum(QUEUES).default('submitted'),
  unit: documentId.optional(),
  category: z.enum(CATEGORIES).optional(),
  text: z.string().trim().max(100).optional(),
  ...pagination,
});

export const acceptBody = z.object({ documentIds: documentIds.min(1) });
