import { z } from 'zod';
import { documentId, pagination } from '../../../../../common/http/fields';
import { STATES } from '../../../domain/vocabulary';

export const messagesQuery = z.object({
  state: z.enum(STATES).optional(),
  about: documentId.optional(),
  text: z.string().trim().max(100).optional(),
  ...pagination,
});

export const sendAgainBody = z.object({ reason: z.string().trim().max(500).optional() });
