import { z } from 'zod';
import { documentId, fileId, pagination } from '../../../../../common/http/fields';
import { MANUAL_CHANNELS } from '../../../domain/vocabulary';

export const recordAdoptionBody = z.object({
  submission: documentId,
  channel: z.enum(MANUAL_CHANNELS),
  adoptedOn: z.string().max(40),
  organ: z.string().trim().max(120).optional(),
  reference: z.string().trim().max(200).optional(),
  evidence: z.array(fileId).max(50).optional(),
});

const reason = z.string().trim().min(1).max(500);

export const withdrawAdoptionBody = z.object({ reason });

export const sealedAwardsQuery = z.object(pagination);

export const confirmAwardBody = z.object({ comment: z.string().trim().max(500).optional() });

export const withdrawAwardBody = z.object({ reason });
