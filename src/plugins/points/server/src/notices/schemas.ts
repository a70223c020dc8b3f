import { z } from 'zod';
import { documentIds, pagination } from '../../../../../common/http/fields';
import { NOTICE_KINDS, NOTICE_MAILINGS } from '../../../domain/notice';
import { NOTICE_STATES } from '../../../shared/contracts';

export const noticesQuery = z.object({
  state: z.enum(NOTICE_STATES).optional(),
  kind: z.enum(NOTICE_KINDS).optional(),
  ...pagination,
});

export const markNoticesBody = z.object({
  documentIds: documentIds.optional(),
  read: z.boolean().optional(),
});

export const noticeSettingsBody = z.object({
  overall: z.enum(NOTICE_MAILINGS),
  kinds: z.partialRecord(z.enum(NOTICE_KINDS), z.enum(NOTICE_MAILINGS)).optional(),
});
