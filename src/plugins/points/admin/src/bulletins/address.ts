import { BULLETINS_PATH } from '../constants';

/** What the address holds: anything at all, since people edit addresses. */
export interface RawAddress {
  bulletin?: unknown;
}

/** The bulletin that an address opens; `null` where it shows the list. */
export const bulletinIn = ({ bulletin }: RawAddress): string | null =>
  typeof bulletin === 'string' && bulletin !== '' ? bulletin.slice(0, 64) : null;

/** Where a bulletin's paper is edited and downloaded. */
export const addressOf = (documentId: string): string =>
  `/${BULLETINS_PATH}?bulletin=${encodeURIComponent(documentId)}`;
