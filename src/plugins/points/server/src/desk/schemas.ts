import { z } from 'zod';
import { documentId } from '../../../../../common/http/fields';
import { signBody } from '../submissions/schemas';

export const deskQuery = z.object({ of: z.enum(['me', 'unit']).default('unit') });

/** What is signed at the desk in one go, each as it was read. */
export const deskSignBody = z.object({
  pieces: z.array(signBody.extend({ documentId })).min(1).max(50),
});
