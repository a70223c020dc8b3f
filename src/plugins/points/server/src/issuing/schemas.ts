import { z } from 'zod';
import { REPORT_FORMATS } from '../../../shared/contracts';

export const mailReceiptBody = z.object({ reason: z.string().trim().max(500).optional() });

export const myBulletinFileQuery = z.object({ format: z.enum(REPORT_FORMATS).default('pdf') });
