import { z } from 'zod';

export const unitsQuery = z.object({ day: z.string().max(40).optional() });
