import { z } from 'zod';
import { documentId } from '../../../../../common/http/fields';
import { isDay } from '../../../../../common/time/day';

const revision = z.int().min(1);

export const makeBody = z.object({
  ruleSet: documentId.optional(),
  content: z.unknown().optional(),
});

export const saveBody = z.object({
  revision,
  name: z.string().trim().min(1).max(120),
  content: z.record(z.string(), z.unknown()),
});

export const tryBody = z.object({ until: z.string().max(20).optional() });

export const removeBody = z.object({ revision });

export const putInForceBody = z.object({ revision, from: z.string().refine(isDay) });
