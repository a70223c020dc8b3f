import { z } from 'zod';

export const installRuleSetBody = z.object({ from: z.string().trim().min(1).max(40) });
