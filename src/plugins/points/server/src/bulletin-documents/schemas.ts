import { z } from 'zod';
import { documentId } from '../../../../../common/http/fields';
import { isDay } from '../../../../../common/time/day';
import { MAX_PRAISED, MAX_RUNNING_TEXT } from '../../../domain/bulletin-wording';
import { REPORT_FORMATS } from '../../../shared/contracts';

/** A text is refused for its length together with the others, by a sentence of its own. */
const text = z.string().max(MAX_RUNNING_TEXT * 5);
const line = z.string().max(200);

export const wording = z.object({
  number: z.string().trim().max(60),
  title: line,
  addressees: line,
  opening: text,
  praise: text,
  zeroReports: text,
  criticism: text,
  problems: text,
  requirements: text,
  closing: text,
  signature: z.string().max(100),
  praisedCount: z.int().min(0).max(MAX_PRAISED),
  namesZeroReports: z.boolean(),
  criticised: z.array(documentId).max(500),
  date: z.string().refine(isDay).nullable(),
});

export const saveBody = wording.extend({ version: z.int().min(1) });

export const exportQuery = z.object({ format: z.enum(REPORT_FORMATS) });
