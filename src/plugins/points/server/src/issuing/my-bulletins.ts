import type { Core } from '@strapi/strapi';
import { fingerprintOf } from '../../../domain/bulletin';
import type {
  DeskBulletin,
  MyBulletin,
  MyBulletinResponse,
  MyBulletinsResponse,
  OwnStanding,
  ReportFormat,
} from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { type BulletinFile, bulletinFileService } from '../bulletin-documents/bulletin-files';
import { type BulletinRecord, sealRepository } from '../ledger/seals';
import { notFound } from '../messages';
import { headRepository } from '../records/heads';
import { unitReference } from '../records/people';
import { type Requester, requesterOf } from '../records/requester';
import { unitRepository, type UnitRecord } from '../records/units';
import { issuedBulletins } from './issued-bulletins';
import { placeOf } from './places';
import { type ReceiptRecord, receiptRepository } from './receipts-repository';

/** The latest moment, or that one of them is still to come. */
const latestOf = (moments: ReadonlyArray<Date | null>): string | null => {
  if (moments.includes(null)) return null;
  const times = moments.flatMap((moment) => moment?.getTime() ?? []);
  return new Date(Math.max(...times)).toISOString();
};

const toView = (
  bulletin: BulletinRecord,
  receipts: readonly [ReceiptRecord, ...ReceiptRecord[]]
): MyBulletin => ({
  documentId: bulletin.documentId,
  month: bulletin.month,
  fingerprint: fingerprintOf(bulletin.sha256),
  issuedAt: receipts[0].issuedAt.toISOString(),
  readAt: latestOf(receipts.map(({ readAt }) => readAt)),
  acknowledgedAt: latestOf(receipts.map(({ acknowledgedAt }) => acknowledgedAt)),
  receipts: receipts.map(({ acknowledgedBy, role, unitName }) => ({
    ...{ acknowledgedBy, role, unitName },
  })),
});

const membersOf = ({ members }: Requester): number[] => members.map(({ id }) => id);

/** The bulletins that were issued to whoever asks, by the records that tie the account to units today. */
export const myBulletinService = oncePerApplication((strapi: Core.Strapi) => {
  const bulletins = issuedBulletins(strapi);
  const files = bulletinFileService(strapi);
  const heads = headRepository(strapi);
  const receipts = receiptRepository(strapi);
  const seals = sealRepository(strapi);
  const units = unitRepository(strapi);

  const unitsOf = async (trx: Transaction, ids: readonly number[]): Promise<UnitRecord[]> =>
    (await units.units(trx)).filter(({ id }) => ids.includes(id));

  /** @throws NotFoundError when it was not issued to the asker: the sentence does not tell whether there is one */
  const requireOwn = async (
    trx: Transaction,
    requester: Requester,
    documentId: string
  ): Promise<[ReceiptRecord, ...ReceiptRecord[]]> => {
    const [first, ...others] = await receipts.ofMembers(trx, membersOf(requester), documentId);
    if (first) return [first, ...others];
    throw notFound(strapi, 'error.bulletin.unknown', { value: documentId });
  };

  const standingsOf = async (
    trx: Transaction,
    { month }: BulletinRecord,
    own: readonly ReceiptRecord[]
  ): Promise<OwnStanding[]> => {
    const frozen = await seals.standingsOf(trx, month);
    const told = own.flatMap(({ unit }) => unit ?? []);
    return (await unitsOf(trx, told)).map((unit) => {
      const place = placeOf(frozen?.month.units ?? [], unit.documentId);
      return {
        unit: unitReference(unit),
        month: place?.row ?? null,
        year: placeOf(frozen?.year.units ?? [], unit.documentId)?.row ?? null,
        of: place?.of ?? 0,
      };
    });
  };

  /** Does something with the asker's own receipts of a bulletin, and answers with it as it stands then. */
  const change = (
    documentId: string,
    write: (trx: Transaction, members: number[], by: string) => Promise<void>
  ): Promise<MyBulletinResponse['data']> =>
    inTransaction(strapi, async (trx) => {
      const requester = await requesterOf(strapi, trx);
      await requireOwn(trx, requester, documentId);
      await write(trx, membersOf(requester), requester.person?.name ?? '');
      const bulletin = await bulletins.require(trx, documentId);
      const own = await requireOwn(trx, requester, documentId);
      return { ...toView(bulletin, own), standings: await standingsOf(trx, bulletin, own) };
    });

  return {
    /** What was issued to the asker, the newest first, and whom the office has for the head of the own units. */
    async list(): Promise<MyBulletinsResponse> {
      return inTransaction(strapi, async (trx) => {
        const requester = await requesterOf(strapi, trx);
        const own = await receipts.ofMembers(trx, membersOf(requester));
        const data: MyBulletin[] = [];
        for (const [documentId, [first, ...others]] of groupBy(own, ({ bulletin }) => bulletin)) {
          const bulletin = await bulletins.require(trx, documentId);
          if (first) data.push(toView(bulletin, [first, ...others]));
        }
        const named = await heads.all(trx);
        const ownUnits = await unitsOf(trx, requester.units);
        return {
          data,
          meta: {
            heads: ownUnits.map((unit) => ({
              unit: unitReference(unit),
              name: named.get(unit.id)?.name ?? '',
              mail: named.get(unit.id)?.mail ?? null,
            })),
          },
        };
      });
    },

    /** What was issued to whoever asks and waits to be acknowledged, the newest first. */
    async waiting(trx: Transaction, requester: Requester): Promise<DeskBulletin[]> {
      const own = await receipts.unacknowledged(trx, membersOf(requester));
      const found: DeskBulletin[] = [];
      for (const [documentId, [first]] of groupBy(own, ({ bulletin }) => bulletin)) {
        const { month } = await bulletins.require(trx, documentId);
        if (first) found.push({ documentId, month, issuedAt: first.issuedAt.toISOString() });
      }
      return found;
    },

    /**
     * Opens a bulletin: where the own units stood. When it was first opened is noted.
     *
     * @throws NotFoundError when it was not issued to the asker
     */
    read: (documentId: string): Promise<MyBulletinResponse['data']> =>
      change(documentId, (trx, members) =>
        receipts.markRead(trx, members, documentId, clock.now())
      ),

    /**
     * Takes note of a bulletin (已阅知); once, whoever of several asks first.
     *
     * @throws NotFoundError when it was not issued to the asker
     */
    acknowledge: (documentId: string): Promise<MyBulletinResponse['data']> =>
      change(documentId, async (trx, members, by) => {
        const now = clock.now();
        await receipts.markRead(trx, members, documentId, now);
        await receipts.acknowledge(trx, members, documentId, { by, now });
      }),

    /**
     * The file of a bulletin, as it was circulated.
     *
     * @throws NotFoundError when it was not issued to the asker
     */
    async file(documentId: string, format: ReportFormat): Promise<BulletinFile> {
      await inTransaction(strapi, async (trx) =>
        requireOwn(trx, await requesterOf(strapi, trx), documentId)
      );
      return files.file(documentId, format);
    },
  };
});
