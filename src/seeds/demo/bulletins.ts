import type { Core } from '@strapi/strapi';
import { addDays, dayOf, daysOf, isWorkday, momentOf, monthsUpTo } from './calendar';
import { actAs, type IntakeCast } from './intake';
import { clockOf, documentsOf, type Stored } from './strapi';

/** A sealed month. */
export interface SealedMonth {
  documentId: string;
  month: string;
}

interface SealingService {
  seal(month: string): Promise<SealedMonth>;
}

interface IssuingService {
  issue(documentId: string): Promise<unknown>;
}

interface ReviewService {
  make(period: string): Promise<{ documentId: string; revision: number }>;
  publish(documentId: string, revision: number): Promise<unknown>;
}

/** The working day of the next month on which the office seals one. */
const SEALING_DAY = 3;

/** Months that stay open at the end: the present one, and one for whoever tries the demo to seal. */
const OPEN = 2;

/** The day on which a month is sealed: early in the next. */
const sealedOn = (month: string): Date => {
  const next = dayOf(addDays(momentOf(`${month}-28`, 12, 0), 7)).slice(0, 7);
  const days = daysOf(next, `${next}-31`).filter(isWorkday);
  return momentOf(days[SEALING_DAY - 1] ?? `${next}-05`, 10, 30);
};

/** The months that are sealed by the end of the story, the oldest first. */
export const sealedMonths = (firstDay: string, until: Date): string[] => {
  const last = dayOf(until);
  const count =
    (Number(last.slice(0, 4)) - Number(firstDay.slice(0, 4))) * 12 +
    (Number(last.slice(5, 7)) - Number(firstDay.slice(5, 7))) +
    1;
  return monthsUpTo(last, count).slice(0, -OPEN);
};

/** Seals one month after the other, as the office does, through the same service as the screen. */
export const sealMonths = async (
  strapi: Core.Strapi,
  { office }: Pick<IntakeCast, 'office'>,
  months: readonly string[]
): Promise<SealedMonth[]> => {
  const sealing = strapi.plugin('points').service<SealingService>('sealing');
  const sealed: SealedMonth[] = [];
  await actAs(strapi, office, async () => {
    for (const month of months) {
      sealed.push(await clockOf(strapi).at(sealedOn(month), () => sealing.seal(month)));
    }
  });
  return sealed;
};

const HOUR_MS = 60 * 60 * 1000;

/** Issues the sealed months but the last, whose words are left to whoever tries the demo. */
export const issueBulletins = async (
  strapi: Core.Strapi,
  { office }: Pick<IntakeCast, 'office'>,
  sealed: readonly SealedMonth[]
): Promise<void> => {
  const issuing = strapi.plugin('points').service<IssuingService>('issuing');
  await actAs(strapi, office, async () => {
    for (const { documentId, month } of sealed.slice(0, -1)) {
      const at = new Date(sealedOn(month).getTime() + HOUR_MS);
      await clockOf(strapi).at(at, () => issuing.issue(documentId));
    }
  });
};

/** The review of the last half year that is sealed, published; proposals of the last such year, open. */
export const makeReviews = async (
  strapi: Core.Strapi,
  { office }: Pick<IntakeCast, 'office'>,
  months: readonly string[],
  until: Date
): Promise<void> => {
  const reviews = strapi.plugin('points').service<ReviewService>('reviews');
  const ends = (...last: string[]) =>
    months.filter((month) => last.includes(month.slice(5))).slice(-1);
  await actAs(strapi, office, () =>
    clockOf(strapi).at(addDays(until, -20), async () => {
      for (const month of ends('06')) {
        const { documentId, revision } = await reviews.make(`${month.slice(0, 4)}-H1`);
        await reviews.publish(documentId, revision);
      }
      for (const month of ends('12')) await reviews.make(month.slice(0, 4));
    })
  );
};

interface SiteAdoption {
  entryUid: string;
  entryDocumentId: string;
  submission: { documentId: string; units: Stored[] } | null;
}

/** Site adoptions of a month with a single unit, as they were made. */
const adoptedIn = async (strapi: Core.Strapi, month: string): Promise<SiteAdoption[]> => {
  const found: unknown = await strapi.db.query('plugin::points.adoption').findMany({
    where: {
      adoptedOn: { $in: daysOf(month, `${month}-31`) },
      entryUid: { $notNull: true },
      withdrawnAt: { $null: true },
    },
    populate: { submission: { populate: { units: true } } },
    orderBy: { id: 'asc' },
  });
  return found as SiteAdoption[];
};

/**
 * What comes after a seal and waits for the office: an entry taken down, and a unit that was
 * forgotten in a joint piece.
 */
export const changeSealed = async (
  strapi: Core.Strapi,
  { office, neighbour }: Pick<IntakeCast, 'office' | 'neighbour'>,
  months: readonly string[],
  until: Date
): Promise<void> => {
  const [last] = months.slice(-1);
  if (last === undefined) return;
  const [down, joint] = (await adoptedIn(strapi, last)).filter(
    ({ submission }) =>
      submission?.units.length === 1 && submission.units[0]?.documentId !== neighbour.documentId
  );
  await actAs(strapi, office, () =>
    clockOf(strapi).at(addDays(until, -2), async () => {
      if (down) {
        await documentsOf(strapi, down.entryUid).unpublish({ documentId: down.entryDocumentId });
      }
      if (joint?.submission) {
        const units = [...joint.submission.units, neighbour].map(({ documentId }) => documentId);
        await documentsOf(strapi, 'plugin::points.submission').update({
          documentId: joint.submission.documentId,
          data: { units },
        });
      }
    })
  );
};
