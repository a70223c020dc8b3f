import { z } from 'zod';
import { documentId } from '../../../../../common/http/fields';
import { parserOf } from '../../../../../common/http/parse';
import { DEFAULT_TEMPLATES } from '../../../domain/bulletin-wording';
import { REVIEW_KINDS } from '../../../domain/review';
import { UNIT_KINDS } from '../../../domain/vocabulary';
import {
  AWARD_CLASSES,
  MOST_PROSE,
  MOST_SIGNATURE,
  REVIEW_FORMATS,
  type AwardDecision,
  type ReviewContent,
} from '../../../shared/contracts';
import { refuse } from '../messages';

const period = z.string().max(20);
const revision = z.number().int().min(1);

/** So many places at most. */
const MOST_PLACES = 100;
/** So many units or persons at most are noted, named or ruled out. */
const MOST_NAMED = 1000;

const places = z.number().int().min(0).max(MOST_PLACES);
const prose = z.string().trim().max(MOST_PROSE);

const content = z.object({
  thresholds: z.object({
    praised: z.object({ institution: places, department: places }),
    leastItems: z.number().int().min(0).max(1000),
    silentMonths: z.number().int().min(0).max(12),
  }),
  quotas: z.object({ institution: places, department: places, officer: places }),
  headsBeside: z.boolean(),
  criticised: z.array(documentId).max(MOST_NAMED),
  prose: z.object({
    praise: prose,
    problems: prose,
    requirements: prose,
    nextSteps: prose,
  }),
  signature: z.string().trim().min(1).max(MOST_SIGNATURE),
  baseContent: z
    .array(z.object({ unit: documentId, note: z.string().trim().min(1).max(300) }))
    .max(MOST_NAMED),
  vetoes: z
    .array(z.object({ subject: documentId, reason: z.string().trim().min(1).max(300) }))
    .max(MOST_NAMED),
}) satisfies z.ZodType<ReviewContent>;

const decision = {
  class: z.enum(AWARD_CLASSES),
  subject: documentId,
  awarded: z.boolean(),
  decidedBy: z.string().trim().min(1).max(120),
  day: z.string().trim().min(1).max(40),
};

export const previewQuery = z.object({ period });

export const makeBody = z.object({ period });

export const saveBody = z.object({ revision, content });

export const decideBody = z.object({
  revision,
  ...decision,
  reason: z.string().trim().max(500).default(''),
});

export const publishBody = z.object({ revision });

export const exportQuery = z.object({ format: z.enum(REVIEW_FORMATS) });

/** What the office wrote, as it is kept; of before it set who signs, what all bore then. */
export const keptContent: z.ZodType<ReviewContent> = content.extend({
  signature: z.string().default(DEFAULT_TEMPLATES.month.signature),
});

/** What was decided, as it is kept. */
export const keptDecisions: z.ZodType<AwardDecision[]> = z.array(
  z.object({ ...decision, reason: z.string() })
);

const counts = z.object({ asked: z.int(), onTime: z.int(), late: z.int(), missed: z.int() });
const unit = z.object({
  documentId: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
});
const person = z.object({ documentId: z.string(), name: z.string() });
const standing = {
  rank: z.int(),
  points: z.string(),
  exact: z.string(),
  submitted: z.int(),
  adopted: z.int(),
};
const fraction = z.string().nullable();
const medians = z.object({
  returnRate: fraction,
  adoptionRate: fraction,
  onTimeRate: fraction,
  waiting: fraction,
});

/** What was frozen, as it is kept. */
export const keptFacts = z.object({
  period: z.string(),
  kind: z.enum(REVIEW_KINDS),
  from: z.string(),
  to: z.string(),
  months: z.array(z.string()),
  madeAt: z.string(),
  madeBy: z.string(),
  bulletin: z.object({ month: z.string(), sha256: z.string() }),
  units: z.array(
    z.object({
      unit,
      ...standing,
      pieces: z.int(),
      returned: z.int(),
      waiting: fraction,
      silentMonths: z.array(z.string()),
      commissions: counts,
    })
  ),
  officers: z.array(z.object({ officer: person, unit, ...standing })),
  heads: z.array(z.object({ unit: z.string(), officer: person })),
  medians: z.object({ all: medians, institution: medians, department: medians }),
});

/** Reads a body about a review. */
export const parseBody = parserOf((strapi, name, field, values) =>
  name === 'revision' ? refuse(strapi, field, 'error.review.revision', values) : undefined
);
