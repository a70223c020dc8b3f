import { z } from 'zod';

const month = z.string().max(20);

export const previewQuery = z.object({ month });

export const sealBody = z.object({ month });
