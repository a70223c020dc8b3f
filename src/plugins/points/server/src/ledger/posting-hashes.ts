import { digestOf } from '../../../../../common/text/digest';
import {
  chainedText,
  type ChainedPosting,
  type ChainHead,
  type ListedPosting,
} from '../../../domain/posting-chain';
import type { ChainedRecord, Link, NewPosting } from './postings';

/** A posting as the chain holds it: what its ids name is told by documentId. */
export const chainedPosting = (posting: Omit<ChainedRecord, 'hash'>): ChainedPosting => ({
  sequence: posting.sequence,
  key: posting.key,
  kind: posting.kind,
  reverses: posting.reverses,
  amount: posting.amount,
  divisor: posting.divisor,
  unitCount: posting.unitCount,
  officerCount: posting.officerCount,
  channel: posting.channel,
  clause: posting.clause,
  adoptedOn: posting.adoptedOn,
  month: posting.month,
  belongsTo: posting.belongsTo,
  postedAt: posting.postedAt.toISOString(),
  cause: posting.cause,
  submissionTitle: posting.submissionTitle,
  submission: posting.submissionDocumentId,
  adoption: posting.adoptionDocumentId,
  bonus: posting.bonusDocumentId,
  ruleSet: posting.ruleSetDocumentId,
  unit: posting.unitDocumentId,
  unitName: posting.unitName,
  officer: posting.officerDocumentId,
  officerName: posting.officerName,
  entryUid: posting.entryUid,
  entryDocumentId: posting.entryDocumentId,
  ...(posting.objectionDocumentId !== null && { objection: posting.objectionDocumentId }),
  ...(posting.corrects !== null && { corrects: posting.corrects }),
});

/** A posting as a bulletin lists it. */
export const listedPosting = (posting: ChainedRecord): ListedPosting => ({
  ...chainedPosting(posting),
  hash: posting.hash,
});

/** The hash that a posting has behind another. */
export const hashAfter = (previous: ChainHead['hash'], posting: ChainedPosting): string =>
  digestOf('sha256', chainedText(posting, previous));

/** Postings with their places in the chain, in their order, behind the last that stands. */
export const linkAll = (
  head: ChainHead,
  postings: readonly NewPosting[],
  postedAt: Date
): Array<NewPosting & Link> => {
  let { sequence, hash } = head;
  return postings.map((posting) => {
    sequence += 1;
    hash = hashAfter(hash, chainedPosting({ ...posting, sequence, postedAt }));
    return { ...posting, sequence, hash };
  });
};
