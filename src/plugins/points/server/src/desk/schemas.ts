import { z } from 'zod';

export const deskQuery = z.object({ of: z.enum(['me', 'unit']).default('unit') });
