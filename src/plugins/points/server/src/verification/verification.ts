import type { Core } from '@strapi/strapi';
import { addMonths, type Month } from '../../../domain/period';
import type { ChainHead, ListedPosting } from '../../../domain/posting-chain';
import type { BulletinFinding, VerifyResponse } from '../../../shared/contracts';
import { inSnapshot } from '../../../../../common/database/snapshot';
import type { Transaction } from '../../../../../common/database/transaction';
import { nextTurn } from '../../../../../common/next-turn';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { bulletinDigests, startListDigest, type ListDigest } from '../ledger/bulletin-hashes';
import { postingRepository } from '../ledger/postings';
import { sealRepository, type BulletinRecord, type FrozenTexts } from '../ledger/seals';
import { isInOrder } from '../reconcile/findings';
import { reconcileService } from '../reconcile/reconcile';
import { chainWalk } from './chain-walk';
import { reviewFindings } from './review-findings';

type Verification = VerifyResponse['data'];

/** As many rows outside of the chain are named. */
const NAMED = 20;

const listDigest = (text: string): string => {
  const digest = startListDigest();
  for (const posting of JSON.parse(text) as ListedPosting[]) digest.add(posting);
  return digest.result();
};

/** Whether a bulletin says what its hashes were taken of. What no hash can be taken of, it never is. */
const isAsHashed = (bulletin: BulletinRecord, texts: FrozenTexts): boolean => {
  const isWhole = [bulletin.month, texts.standings, texts.postings].every(
    (text) => typeof text === 'string'
  );
  if (!isWhole) return false;
  try {
    const { sha256, sm3 } = bulletinDigests(bulletin, texts);
    return sha256 === bulletin.sha256 && sm3 === bulletin.sm3;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** What of a bulletin does not agree, as far as it can be told from bulletins alone. */
const problemOf = (
  bulletin: BulletinRecord,
  texts: FrozenTexts,
  before: BulletinRecord | undefined
): BulletinFinding['problem'] | null => {
  if (!isAsHashed(bulletin, texts)) return 'changed';
  if (before && bulletin.month !== addMonths(before.month, 1)) return 'missing';
  return bulletin.previous === (before?.sha256 ?? null) ? null : 'previous';
};

/** What the walk found of the months that are sealed. */
interface SealedMonths {
  /** The hash of the posting at each place on which a bulletin rests. */
  hashes: Map<number, string>;
  lists: Map<Month, ListDigest>;
}

const sealedMonths = (bulletins: readonly BulletinRecord[]): SealedMonths => ({
  hashes: new Map(),
  lists: new Map(bulletins.map(({ month }) => [month, startListDigest()])),
});

/** Whether anybody touched the ledger, or what was sealed, past the application. */
export const verificationService = oncePerApplication((strapi: Core.Strapi) => {
  const postings = postingRepository(strapi);
  const seals = sealRepository(strapi);
  const reconcile = reconcileService(strapi);
  const reviews = reviewFindings(strapi);
  const walk = chainWalk(strapi);

  /** Reads one bulletin's texts after the other: each may be many megabytes. */
  const findBulletins = async (
    trx: Transaction,
    bulletins: readonly BulletinRecord[],
    { hashes, lists }: SealedMonths
  ): Promise<BulletinFinding[]> => {
    const findings: BulletinFinding[] = [];
    for (const [index, bulletin] of bulletins.entries()) {
      const { month, ledger } = bulletin;
      await nextTurn();
      const texts = await seals.textsOf(trx, month);
      if (!texts) {
        findings.push({ month, problem: 'changed' });
        continue;
      }
      const problem = problemOf(bulletin, texts, bulletins[index - 1]);
      if (problem !== null) findings.push({ month, problem });
      if (problem === 'changed') continue;
      const isOnChain = ledger.sequence === 0 || hashes.get(ledger.sequence) === ledger.hash;
      if (!isOnChain) findings.push({ month, problem: 'ledger' });
      if (lists.get(month)?.result() !== listDigest(texts.postings)) {
        findings.push({ month, problem: 'postings' });
      }
    }
    return findings;
  };

  const examine = async (trx: Transaction): Promise<Omit<Verification, 'ok' | 'reconcile'>> => {
    const bulletins = await seals.all(trx);
    const months = sealedMonths(bulletins);
    const ends = new Set(bulletins.map(({ ledger }) => ledger.sequence));
    let checked = 0;
    const { finding, head } = await walk.run(trx, {
      sealedAt: new Map(bulletins.map(({ month, ledger }) => [month, ledger.sequence])),
      visit: (posting) => {
        checked += 1;
        if (ends.has(posting.sequence)) months.hashes.set(posting.sequence, posting.hash);
        months.lists.get(posting.month)?.add(posting);
      },
    });
    const last = bulletins.at(-1)?.ledger.sequence ?? 0;
    const cutOff = finding === null && head.sequence < last;
    const removed = {
      problem: 'removed',
      sequence: head.sequence + 1,
      key: null,
      after: null,
    } as const;
    const reviewed = await reviews.run(trx, bulletins);
    return {
      checked: { postings: checked, bulletins: bulletins.length, reviews: reviewed.checked },
      head,
      chain: cutOff ? removed : finding,
      unchained: await postings.unchained(trx, NAMED),
      bulletins: await findBulletins(trx, bulletins, months),
      reviews: reviewed.findings,
    };
  };

  return {
    /**
     * Computes the chain, the hashes of every bulletin and review, and all that `reconcile` compares anew, and names the
     * first row that was changed, removed or put in. Writes nothing, and nobody waits for it.
     */
    async run(): Promise<Verification> {
      const found = await inSnapshot(strapi, examine);
      const reconciled = await reconcile.run();
      const lists = [found.unchained, found.bulletins, found.reviews];
      const isWhole = lists.every(({ length }) => length === 0);
      const ok = found.chain === null && isWhole && isInOrder(reconciled);
      return { ok, ...found, reconcile: reconciled };
    },

    /** Whether the chain holds from a place on which a bulletin rests, or from its start. */
    async holdsSince(trx: Transaction, start: ChainHead): Promise<boolean> {
      const nothing = { sealedAt: new Map<Month, number>(), visit: () => undefined };
      return (await walk.run(trx, nothing, start)).finding === null;
    },
  };
});
