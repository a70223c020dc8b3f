import type { Core } from '@strapi/strapi';
import { describePoints, sumOfSound } from '../../../domain/points';
import { asSingleInstance } from '../../../../../common/database/single-instance';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { UID } from '../constants';
import { type Notice, noticeService } from '../notices/notices';
import { newPostingRepository, type NewPostingRecord } from './new-postings-repository';

/** What is older is no news: of an archive that is brought in nobody is told. */
const NEWS_MS = 7 * 86_400_000;

/**
 * What contributing units are told of postings: what of theirs was adopted with how many points, and
 * what was taken back. What a unit has of one adoption at once is one notice.
 */
const postingNotices = (postings: readonly NewPostingRecord[]): Notice[] => {
  const alike = groupBy(postings, ({ adoption, kind, unit }) => `${kind} ${adoption} ${unit}`);
  return [...alike.values()].flatMap((own): Notice[] => {
    const [first] = own;
    if (!first) return [];
    const { points } = describePoints(sumOfSound(own));
    const { channel, key, kind, month, submission, title, unit } = first;
    return [
      {
        kind: kind === 'award' ? 'adopted' : 'reversed',
        to: { unit },
        about: { uid: UID.submission, documentId: submission },
        details: { title, channel, points: points.replace('-', ''), month },
        key: `posting:${key}`,
      },
    ];
  });
};

/**
 * Tells units of what is new in the ledger. The ledger keeps every posting, in its order, so nothing
 * need be written beside one while an entry is published: it is read on from where it was read before.
 */
export const postingNoticeService = oncePerApplication((strapi: Core.Strapi) => {
  const notices = noticeService(strapi);
  const postings = newPostingRepository(strapi);
  const place = strapi.store({ type: 'core', name: 'points', key: 'told_postings' });

  const tell = async (trx: Transaction): Promise<void> => {
    const last = await postings.lastSequence(trx);
    const known = (await place.get({})) as number | null;
    if (known === last) return;
    const after = known ?? last;
    const since = new Date(clock.now().getTime() - NEWS_MS);
    const found = await postings.between(trx, after, last);
    await notices.tell(trx, postingNotices(found.filter(({ postedAt }) => postedAt >= since)));
    await place.set({ value: last });
  };

  return {
    /** Remembers where the ledger ends when nobody was told of anything yet: only what follows is news. */
    async begin(): Promise<void> {
      if ((await place.get({})) !== null) return;
      await inTransaction(strapi, async (trx) => {
        await place.set({ value: await postings.lastSequence(trx) });
      });
    },

    /** Tells of what was posted since the last time, on one instance of all; of each once. */
    async run(): Promise<void> {
      await asSingleInstance(strapi, 'postingNotices', () =>
        inTransaction(strapi, (trx) => tell(trx))
      );
    },
  };
});
