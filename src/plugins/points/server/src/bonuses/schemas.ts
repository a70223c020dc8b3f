import { z } from 'zod';
import { documentId, fileId, pagination } from '../../../../../common/http/fields';
import { parserOf } from '../../../../../common/http/parse';
import { MAX_BONUS } from '../../../domain/bonus';
import { refuse } from '../messages';

const evidence = z.array(fileId).max(50);

const day = z.string().trim().min(1).max(40);
const points = z.union([z.number(), z.string().trim().min(1).max(20)]);

/** What a bonus and a deduction need alike. */
const byHand = {
  unit: documentId,
  officer: documentId.nullish(),
  reason: z.string().trim().min(1).max(200),
  decidedBy: z.string().trim().min(1).max(120),
  day,
  evidence: evidence.optional(),
};

export const recordBonusBody = z.object({ ...byHand, points });

export const recordDeductionBody = z.object({
  ...byHand,
  code: z.string().trim().min(1).max(40),
  points: points.nullish(),
});

export const deductionKindsQuery = z.object({ day: day.optional() });

export const withdrawByHandBody = z.object({ reason: z.string().trim().min(1).max(500) });

export const evidenceBody = z.object({ evidence: evidence.min(1) });

export const byHandQuery = z.object({
  period: z.string().max(20).optional(),
  unit: documentId.optional(),
  ...pagination,
});

/** Reads a body about a bonus: what it gives has a sentence of its own, unless it is left out. */
export const parseBody = parserOf((strapi, name, field, values) =>
  name === 'points' && values.value !== ''
    ? refuse(strapi, field, 'error.bonus.points', { ...values, maximum: MAX_BONUS / 100 })
    : undefined
);
