import type { Core } from '@strapi/strapi';
import {
  fingerprintOf,
  nextToSeal,
  sealRefusal,
  type Digests,
  type SealState,
} from '../../../domain/bulletin';
import { addDays, isMonth, monthOf, type Month, type Period } from '../../../domain/period';
import { CHAIN_START, listedText } from '../../../domain/posting-chain';
import type {
  BulletinPreviewResponse,
  BulletinResponse,
  BulletinsResponse,
  BulletinSummary,
  FrozenRanking,
  FrozenStandings,
  RankedBy,
  ReceivedCount,
  ReportPeriod,
} from '../../../shared/contracts';
import { inSnapshot } from '../../../../../common/database/snapshot';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { bulletinDigests, frozenText } from '../ledger/bulletin-hashes';
import { listedPosting } from '../ledger/posting-hashes';
import { postingRepository } from '../ledger/postings';
import { sealRepository, type BulletinRecord } from '../ledger/seals';
import { totalRepository } from '../ledger/totals';
import { withLedgerLock } from '../ledger-lock';
import { notFound, refuse, say } from '../messages';
import { reconcileService } from '../reconcile/reconcile';
import { differencesOf } from '../reconcile/findings';
import { loadPeople } from '../records/people';
import { authorOf } from '../records/requester';
import { reportService } from '../standings/standings';
import { verificationService } from '../verification/verification';
import { annexService } from './annexes';
import { bulletinRepository, type Moments } from './bulletins-repository';

const summaryOf = (bulletin: BulletinRecord): BulletinSummary => ({
  ...bulletin,
  fingerprint: fingerprintOf(bulletin.sha256),
});

/** Sealing (通报, §八.1): the office closes one month after the other, and what it circulates stays. */
export const sealingService = oncePerApplication((strapi: Core.Strapi) => {
  const annexes = annexService(strapi);
  const bulletins = bulletinRepository(strapi);
  const calendar = calendarService(strapi);
  const postings = postingRepository(strapi);
  const reconcile = reconcileService(strapi);
  const report = reportService(strapi);
  const seals = sealRepository(strapi);
  const totals = totalRepository(strapi);
  const verification = verificationService(strapi);

  const stateOf = async (trx: Transaction): Promise<SealState> => ({
    current: monthOf(calendar.dayOf(clock.now())),
    firstOpen: await seals.current(trx),
    earliest: await bulletins.earliest(trx),
  });

  const monthPeriod = (month: Month): Period => {
    const period = report.requirePeriod(month);
    if (isMonth(month)) return period;
    throw refuse(strapi, 'month', 'error.bulletin.month', { value: month });
  };

  const momentsOf = ({ from, to }: Period): Moments => ({
    from: calendar.startOf(from),
    before: calendar.startOf(addDays(to, 1)),
  });

  const requireSealable = (month: Month, state: SealState): void => {
    const refusal = sealRefusal(month, state);
    if (refusal === null) return;
    const next = nextToSeal(state);
    throw refuse(strapi, 'month', `error.bulletin.${refusal}`, { month, next });
  };

  const refusalOf = (month: Month, state: SealState): string | null => {
    const refusal = sealRefusal(month, state);
    if (refusal === null) return null;
    return say(strapi, `error.bulletin.${refusal}`, { month, next: nextToSeal(state) });
  };

  const rankingOf = async (rank: (by: RankedBy) => Promise<FrozenRanking['units']>) => ({
    units: await rank('unit'),
    officers: await rank('officer'),
  });

  const receivedIn = async (trx: Transaction, month: Month): Promise<ReceivedCount[]> => {
    const { units, members } = await loadPeople(strapi, trx);
    return (await totals.received(trx, month)).flatMap(({ unit, officer, lines }) => {
      const unitId = units.get(unit)?.documentId;
      const officerId = officer === 0 ? null : members.get(officer)?.documentId;
      if (unitId === undefined || officerId === undefined) return [];
      return { unit: unitId, officer: officerId, count: lines };
    });
  };

  const standingsOf = async (trx: Transaction, month: Month): Promise<FrozenStandings> => ({
    month: await rankingOf((by) => report.inMonth(trx, month, by)),
    year: await rankingOf((by) => report.untilMonth(trx, month, by)),
    received: await receivedIn(trx, month),
  });

  /** Only what nobody touched may be circulated. */
  const requireAgreement = async (): Promise<void> => {
    const findings = await reconcile.run();
    if (!findings.ok) {
      throw refuse(strapi, 'month', 'error.bulletin.differences', {
        count: differencesOf(findings),
      });
    }
    const holds = await inSnapshot(strapi, async (trx) => {
      const last = (await seals.all(trx)).at(-1);
      return verification.holdsSince(trx, last?.ledger ?? CHAIN_START);
    });
    if (!holds) throw refuse(strapi, 'month', 'error.bulletin.chain');
  };

  const periodOf = (month: Month, isSealed: boolean): ReportPeriod => ({
    ...monthPeriod(month),
    sealed: isSealed,
  });

  const viewOf = async (
    trx: Transaction,
    bulletin: BulletinRecord
  ): Promise<BulletinResponse['data']> => {
    const { month } = bulletin;
    const standings = await seals.standingsOf(trx, month);
    if (!standings) throw refuse(strapi, 'bulletin', 'error.bulletin.unreadable', { month });
    return { ...summaryOf(bulletin), period: periodOf(month, true), standings };
  };

  const write = async (trx: Transaction, month: Month): Promise<string> => {
    const previous = (await seals.all(trx)).at(-1)?.sha256 ?? null;
    const facts: Omit<BulletinRecord, 'documentId' | keyof Digests> = {
      month,
      sealedAt: clock.now().toISOString(),
      sealedBy: authorOf(strapi),
      previous,
      ledger: await postings.lastLink(trx),
    };
    const period = monthPeriod(month);
    const moments = momentsOf(period);
    const standings = frozenText(await standingsOf(trx, month));
    const listed = (await postings.chainOfMonth(trx, month)).map(listedPosting);
    await bulletins.countReceived(trx, month, moments);
    const texts = {
      standings,
      postings: listedText(listed),
      annexes: frozenText(await annexes.of(trx, { month, period, moments }, listed)),
    };
    return seals.seal(trx, { ...facts, ...texts, ...bulletinDigests(facts, texts) });
  };

  return {
    /** The sealed months, the latest first, and the next. */
    async list(): Promise<BulletinsResponse> {
      return inTransaction(strapi, async (trx) => {
        const state = await stateOf(trx);
        const month = nextToSeal(state);
        return {
          data: (await seals.all(trx)).map(summaryOf).reverse(),
          meta: { next: { month, over: month < state.current } },
        };
      });
    },

    /**
     * @throws NotFoundError when there is no such bulletin, ValidationError when somebody wrote another
     *   text over its standings
     */
    async findOne(documentId: string): Promise<BulletinResponse['data']> {
      return inTransaction(strapi, async (trx) => {
        const bulletin = await seals.find(trx, documentId);
        if (bulletin) return viewOf(trx, bulletin);
        throw notFound(strapi, 'error.bulletin.unknown', { value: documentId });
      });
    },

    /**
     * What sealing a month would freeze, and what the office should look at before.
     *
     * @throws ValidationError when it is no month
     */
    async preview(month: string): Promise<BulletinPreviewResponse['data']> {
      const period = monthPeriod(month);
      const findings = await reconcile.run();
      return inSnapshot(strapi, async (trx) => {
        const state = await stateOf(trx);
        const standings = await standingsOf(trx, month);
        const moments = momentsOf(period);
        return {
          month,
          period: periodOf(month, state.firstOpen !== null && month < state.firstOpen),
          refusal: refusalOf(month, state),
          checks: {
            ledger: { ok: findings.ok, differences: differencesOf(findings) },
            waiting: await bulletins.waiting(trx, moments),
            withoutEvidence: await bulletins.withoutEvidence(trx, period),
            withoutProvenance: await bulletins.withoutProvenance(trx, moments),
            silentUnits: standings.month.units
              .filter(({ submitted }) => submitted === 0)
              .map(({ unit }) => unit),
          },
          standings,
        };
      });
    },

    /**
     * Seals a month: freezes its standings and its postings, and lets nothing into it any more.
     *
     * @throws ValidationError when it is sealed, is not over, is not the next, or the ledger has
     *   differences; nothing is written then
     */
    async seal(month: string): Promise<BulletinResponse['data']> {
      monthPeriod(month);
      await inTransaction(strapi, async (trx) => requireSealable(month, await stateOf(trx)));
      await requireAgreement();
      return withLedgerLock(strapi, async (trx) => {
        requireSealable(month, await stateOf(trx));
        const documentId = await write(trx, month);
        const sealed = await seals.find(trx, documentId);
        if (!sealed) throw new Error(`The bulletin of ${month} was not written.`);
        return viewOf(trx, sealed);
      });
    },
  };
});
