import { createHash, type Hash } from 'node:crypto';
import { digestOf } from '../../../../../common/text/digest';
import { bulletinText, type Digests } from '../../../domain/bulletin';
import { canonicalJson, type CanonicalValue } from '../../../domain/canonical-json';
import type { ListedPosting } from '../../../domain/posting-chain';
import type { BulletinRecord, FrozenTexts } from './seals';

/** A text's two hashes. */
export const textDigests = (text: string): Digests => {
  const bytes = Buffer.from(text, 'utf8');
  return { sha256: digestOf('sha256', bytes), sm3: digestOf('sm3', bytes) };
};

/** A bulletin's two hashes, over what it says and over the texts that it froze. */
export const bulletinDigests = (
  facts: Omit<BulletinRecord, 'documentId' | keyof Digests>,
  { annexes, standings, postings }: FrozenTexts
): Digests =>
  textDigests(
    bulletinText({
      ...facts,
      standings: textDigests(standings),
      postings: textDigests(postings),
      annexes: annexes === null ? null : textDigests(annexes),
    })
  );

/** Data as the one text that is kept of them: what JSON can say and no more. */
export const frozenText = (data: unknown): string =>
  canonicalJson(JSON.parse(JSON.stringify(data)) as CanonicalValue);

/** Sums up a list of postings as it is read, so that two lists can be held against each other. */
export interface ListDigest {
  add(posting: Pick<ListedPosting, 'sequence' | 'key' | 'hash'>): void;
  result(): string;
}

/** The hash of an ordered list of postings, by their places, keys and hashes. */
export const startListDigest = (): ListDigest => {
  const hash: Hash = createHash('sha256');
  return {
    add: ({ sequence, key, hash: own }) => hash.update(`${sequence} ${key} ${own}\n`, 'utf8'),
    result: () => hash.digest('hex'),
  };
};
