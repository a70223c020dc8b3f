import { z } from 'zod';

/** A document's id, as paths and bodies name it. */
export const documentId = z.string().trim().min(1).max(64);

export const documentIds = z.array(documentId).max(100);

/** Databases count files by 32-bit integers. */
export const fileId = z.number().int().min(1).max(2_147_483_647);

const wholeNumber = z.coerce.number().int().min(1);

/** Which page of a list, and how long a page is: spread into a query's shape. */
export const pagination = {
  page: wholeNumber.max(1_000_000).default(1),
  pageSize: wholeNumber.max(100).default(25),
};
