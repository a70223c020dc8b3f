import { z } from 'zod';
import { documentId } from '../../../../../common/http/fields';
import { REASONS } from '../../../domain/submission-workflow';

export const mergeBody = z.object({ sources: z.array(documentId).min(1).max(50) });

export const unmergeBody = z.object({ sources: z.array(documentId).min(1).max(50).optional() });

export const moveBody = z.object({
  reason: z.enum(REASONS).optional(),
  comment: z.string().trim().min(1).max(500).optional(),
});

/** What a signature needs: which words were read. */
export const signBody = z.object({ version: z.string().trim().min(1).max(100) });

export const makeEntryBody = z.object({ uid: z.string().trim().min(1).max(120) });
