import { z } from 'zod';
import { LEDGER_FORMATS, REPORT_FORMATS } from '../../../shared/contracts';
import { ledgerFilter, reportQuery } from '../standings/schemas';

export const reportExportQuery = reportQuery.extend({ format: z.enum(REPORT_FORMATS) });

export const ledgerExportQuery = ledgerFilter.extend({ format: z.enum(LEDGER_FORMATS) });
