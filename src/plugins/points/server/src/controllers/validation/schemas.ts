import { z } from 'zod';
import { REASONS } from '../../../../domain/life';
import { QUEUES } from '../../../../shared/contracts';
import {
  CATEGORIES,
  CHANNELS,
  MANUAL_CHANNELS,
  PLACEMENTS,
  UNIT_KINDS,
} from '../../../../domain/vocabulary';

const documentId = z.string().trim().min(1).max(64);
/** Databases count files by 32-bit integers. */
const fileId = z.number().int().min(1).max(2_147_483_647);
const documentIds = z.array(documentId).max(100);

export const reportQuery = z.object({
  period: z.string().max(20),
  by: z.enum(['unit', 'officer']).default('unit'),
  kind: z.enum(UNIT_KINDS).optional(),
});

const wholeNumber = z.coerce.number().int().min(1);

export const ledgerQuery = z.object({
  period: z.string().max(20).optional(),
  unit: documentId.optional(),
  officer: documentId.optional(),
  submission: documentId.optional(),
  channel: z.enum(CHANNELS).optional(),
  page: wholeNumber.max(1_000_000).default(1),
  pageSize: wholeNumber.max(100).default(25),
});

/** The panel's form: an empty string says that the field is empty there. */
export const entryQuery = z.object({
  placement: z.enum([...PLACEMENTS, '']).optional(),
  submission: z.string().max(64).optional(),
});

export const entryPointsQuery = z.object({ documentIds: z.string().min(1).max(10_000) });

export const createSubmissionBody = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  category: z.enum(CATEGORIES).optional(),
  units: documentIds,
  officers: documentIds.optional(),
});

export const recordAdoptionBody = z.object({
  submission: documentId,
  channel: z.enum(MANUAL_CHANNELS),
  adoptedOn: z.string().max(40),
  organ: z.string().trim().max(120).optional(),
  reference: z.string().trim().max(200).optional(),
  evidence: z.array(fileId).max(50).optional(),
});

export const withdrawAdoptionBody = z.object({ reason: z.string().trim().min(1).max(500) });

export const mergeBody = z.object({ sources: z.array(documentId).min(1).max(50) });

export const unmergeBody = z.object({ sources: z.array(documentId).min(1).max(50).optional() });

export const moveBody = z.object({
  reason: z.enum(REASONS).optional(),
  comment: z.string().trim().min(1).max(500).optional(),
});

export const inboxQuery = z.object({
  queue: z.enum(QUEUES).default('submitted'),
  unit: documentId.optional(),
  category: z.enum(CATEGORIES).optional(),
  text: z.string().trim().max(100).optional(),
  page: wholeNumber.max(1_000_000).default(1),
  pageSize: wholeNumber.max(100).default(25),
});

export const acceptBody = z.object({ documentIds: documentIds.min(1) });

export const makeEntryBody = z.object({ uid: z.string().trim().min(1).max(120) });

export const deskQuery = z.object({ of: z.enum(['me', 'unit']).default('unit') });
