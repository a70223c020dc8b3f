import { DESK_PATH } from '../constants';

/** The part of the desk's address under which pieces are read. */
export const READING = 'read';

/** Where a piece is read whole. */
export const readingOf = (documentId: string): string => `/${DESK_PATH}/${READING}/${documentId}`;
