import type { Channel } from '../../../shared/contracts';

/** What the screens use of an adoption as the Content Manager gives it. */
export interface AdoptionDocument {
  channel: Channel;
  entryUid: string | null;
  entryDocumentId: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

/** The Content Manager types a document as anything; this says what an adoption's is. */
export const adoptionOf = (document: object): AdoptionDocument => document as AdoptionDocument;
