import { z } from 'zod';
import { documentId, documentIds, fileId, pagination } from '../../../../../common/http/fields';
import { CATEGORIES } from '../../../domain/vocabulary';

const step = {
  /** The rules of the day say which ones a hand may record. */
  channel: z.string().trim().min(1).max(60),
  adoptedOn: z.string().max(40),
  organ: z.string().trim().max(120).optional(),
  reference: z.string().trim().max(200).optional(),
  words: z.string().trim().max(2000).optional(),
  /** The rules of the day say what is in it. */
  details: z.record(z.string(), z.unknown()).optional(),
  evidence: z.array(fileId).max(50).optional(),
};

export const recordAdoptionBody = z.object({ submission: documentId, ...step });

const MOST_STEPS = 10;

export const adoptionStepsBody = z.object({
  submission: documentId,
  steps: z.array(z.object(step)).min(1).max(MOST_STEPS),
});

export const adoptablesQuery = z.object({
  text: z.string().trim().max(100).optional(),
  ...pagination,
});

export const importsQuery = z.object(pagination);

export const createAdoptableBody = z.object({
  title: z.string().trim().min(1).max(200),
  category: z.enum(CATEGORIES),
  units: documentIds.min(1),
  officers: documentIds.optional(),
  receivedOn: z.string().trim().max(40).optional(),
});

const reason = z.string().trim().min(1).max(500);

export const withdrawAdoptionBody = z.object({ reason });

export const sealedAwardsQuery = z.object(pagination);

export const confirmAwardBody = z.object({ comment: z.string().trim().max(500).optional() });

export const withdrawAwardBody = z.object({ reason });
