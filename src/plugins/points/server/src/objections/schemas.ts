import { z } from 'zod';
import { documentId, fileId, pagination } from '../../../../../common/http/fields';
import { parserOf } from '../../../../../common/http/parse';
import { MAX_CORRECTION } from '../../../domain/correction';
import { OBJECTION_STATES, OUTCOMES } from '../../../domain/objection';
import { refuse } from '../messages';

const text = z.string().trim().min(1).max(2000);

export const fileObjectionBody = z.object({
  line: z.string().trim().min(1).max(255).optional(),
  submission: documentId.optional(),
  month: z.string().trim().min(1).max(20).optional(),
  text,
  attachments: z.array(fileId).max(20).optional(),
});

const correction = z.object({
  points: z.union([z.number(), z.string().trim().min(1).max(20)]),
  officer: documentId.nullish(),
  reason: z.string().trim().min(1).max(200),
  decidedBy: z.string().trim().min(1).max(120),
});

export const answerObjectionBody = z.object({
  outcome: z.enum(OUTCOMES),
  text,
  correction: correction.nullish(),
});

export const withdrawCorrectionBody = z.object({ reason: z.string().trim().min(1).max(500) });

export const objectionsQuery = z.object({
  state: z.enum(OBJECTION_STATES).optional(),
  unit: documentId.optional(),
  ...pagination,
});

/** Reads a body about an objection: what a correction comes to has a sentence of its own, unless it is left out. */
export const parseBody = parserOf((strapi, name, field, values) =>
  name === 'points' && values.value !== ''
    ? refuse(strapi, field, 'error.objection.points', { ...values, maximum: MAX_CORRECTION / 100 })
    : undefined
);
