import { z } from 'zod';
import { REPORT_FORMATS } from '../../../shared/contracts';
import { reportQuery } from '../standings/schemas';

export const reportExportQuery = reportQuery.extend({ format: z.enum(REPORT_FORMATS) });
