import type { Core } from '@strapi/strapi';
import { commissionsDue } from '../../../domain/commission';
import type { Reason } from '../../../domain/submission-workflow';
import { describePoints, sumOf } from '../../../domain/points';
import { monthOf, type Month } from '../../../../../common/time/period';
import {
  DESK_GROUPS,
  type ContributorChange,
  type DeskCommission,
  type DeskContributorChange,
  type DeskGroup,
  type DeskGroupName,
  type DeskPiece,
  type DeskResponse,
  type UnitReference,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { visibleOf } from '../isolation/visible';
import {
  type InboxFilter,
  type ListedRecord,
  type Owners,
  inboxRepository,
} from '../inbox/inbox-repository';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { inboxService } from '../inbox/inbox';
import { officersOf, personOf } from '../records/requester';
import { loadPeople, unitReference } from '../records/people';
import { reportService } from '../standings/standings';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { commissionRepository } from '../commissions/commissions-repository';
import { historyRepository } from '../records/history';
import { postingRepository } from '../ledger/postings';
import { submissionRepository } from '../records/submissions';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';

const MONTHS = 12;
const MOST_SHOWN = 20;
const CHANGES_SINCE_MS = 30 * 24 * 60 * 60 * 1000;
const NOTHING: DeskGroup = { total: 0, items: [] };

const QUEUES: Readonly<Record<DeskGroupName, ReadonlyArray<InboxFilter['queue']>>> = {
  toSign: ['awaits-signature'],
  returned: ['returned'],
  drafts: ['draft'],
  waiting: ['submitted', 'awaits-signature'],
  accepted: ['accepted'],
  declined: ['declined'],
};

/** The month and those before it, the oldest first. */
const monthsUpTo = (month: Month, count: number): Month[] => {
  const last = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const number = last - (count - 1 - index);
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
};

/** What an officer or leader finds on coming to work: the unit's pieces and where it stands. */
export const deskService = oncePerApplication((strapi: Core.Strapi) => {
  const commissions = commissionRepository(strapi);
  const history = historyRepository(strapi);
  const inbox = inboxRepository(strapi);
  const postings = postingRepository(strapi);
  const submissions = submissionRepository(strapi);
  const { waitingOf } = inboxService(strapi);
  const report = reportService(strapi);
  const calendar = calendarService(strapi);

  const toPieces = async (
    trx: Transaction,
    records: readonly ListedRecord[],
    own: readonly number[]
  ): Promise<DeskPiece[]> => {
    const ids = records.map(({ id }) => id);
    const facts = await submissions.facts(trx, ids);
    const earned = await postings.ofSubmissions(trx, ids, own);
    const verdicts = await history.lastVerdicts(
      trx,
      records
        .filter(({ state }) => state === 'returned' || state === 'declined')
        .map(({ documentId }) => documentId)
    );
    return records.map((record) => {
      const verdict = verdicts.get(record.documentId);
      return {
        documentId: record.documentId,
        title: record.title,
        category: record.category,
        state: record.state,
        since: record.since.toISOString(),
        officers: [...(facts.get(record.id)?.officerNames.values() ?? [])],
        awaitsSignature: record.awaitsSignature,
        waiting: waitingOf(record),
        reason: (verdict?.reason ?? null) as Reason | null,
        comment: verdict?.comment ?? null,
        points: describePoints(sumOf(earned.filter(({ submission }) => submission === record.id))),
      };
    });
  };

  /** Whether one of the units has not signed what waits for it. */
  const lacksOwnSignature = ({ signatures }: ListedRecord, own: readonly number[]): boolean =>
    own.some((unit) => !signatures.some((signature) => signature.unit === unit));

  const groupOf = async (
    trx: Transaction,
    name: DeskGroupName,
    owners: Owners,
    own: readonly number[]
  ): Promise<DeskGroup> => {
    let total = 0;
    const records: ListedRecord[] = [];
    for (const queue of QUEUES[name]) {
      total += await inbox.count(trx, { queue, ...owners });
      const page = { page: 1, pageSize: MOST_SHOWN };
      records.push(...(await inbox.page(trx, { queue, ...owners }, page)));
    }
    const shown =
      name === 'toSign' ? records.filter((record) => lacksOwnSignature(record, own)) : records;
    return {
      total: total - (records.length - shown.length),
      items: await toPieces(trx, shown.slice(0, MOST_SHOWN), own),
    };
  };

  const commissionsOf = async (
    trx: Transaction,
    own: readonly number[]
  ): Promise<DeskCommission[]> => {
    const open = await commissions.openFor(trx, own);
    const answers = await commissions.answers(
      trx,
      open.map(({ id }) => id)
    );
    const asked = open.map((commission) => ({
      ...commission,
      answers: answers.filter(
        (answer) =>
          answer.commission === commission.id && answer.units.some((unit) => own.includes(unit))
      ),
    }));
    const today = calendar.dayOf(clock.now());
    return commissionsDue(asked, today).map(({ commission, daysLeft, begun }) => ({
      documentId: commission.documentId,
      title: commission.title,
      text: commission.text,
      kind: commission.kind,
      dueOn: commission.dueOn,
      daysLeft,
      begun: begun && { documentId: begun.documentId, title: begun.title, state: begun.state },
    }));
  };

  /** What others did to who contributes, as far as it concerns the own units. */
  const contributorChangesOf = async (
    trx: Transaction,
    account: number | undefined,
    own: readonly UnitReference[]
  ): Promise<DeskContributorChange[]> => {
    if (account === undefined || own.length === 0) return [];
    const isOwn = ({ documentId }: { documentId: string }): boolean =>
      own.some((unit) => unit.documentId === documentId);
    const since = new Date(clock.now().getTime() - CHANGES_SINCE_MS);
    const lines = (await history.contributorChanges(trx, since, account))
      .filter(({ other }) => (other ?? []).some(isOwn))
      .slice(0, MOST_SHOWN);
    const visible = new Set(
      await visibleOf(strapi, UID.submission, [...new Set(lines.map((line) => line.submission))])
    );
    return lines.map(({ action, at, other, person, submission, title, unit }) => ({
      at: at.toISOString(),
      action: action as ContributorChange,
      submission: { documentId: visible.has(submission) ? submission : null, title },
      person,
      unit,
      names: (other ?? []).filter(isOwn).map((each) => each.title),
    }));
  };

  const lastMonths = (count: number): Month[] =>
    monthsUpTo(monthOf(calendar.dayOf(clock.now())), count);

  return {
    /**
     * The desk of whoever asks. Somebody of no unit has an empty one.
     *
     * @param of the whole unit's pieces, or only those that the person made or is named in
     */
    async of(of: 'me' | 'unit'): Promise<DeskResponse['data']> {
      return inTransaction(strapi, async (trx) => {
        const person = personOf(strapi);
        const officers = await officersOf(strapi, trx, person);
        const own = [...new Set(officers.flatMap(({ unit }) => unit ?? []))];
        const people = await loadPeople(strapi, trx);
        const units = own.flatMap((id) => {
          const unit = people.units.get(id);
          return unit ? [unitReference(unit)] : [];
        });
        const maySign = person?.can('sign') ?? false;
        const everybody: Owners = { units: own };
        const chosen: Owners =
          of === 'me' && person
            ? {
                units: own,
                only: { account: person.account, officers: officers.map(({ id }) => id) },
              }
            : everybody;
        const groups = Object.fromEntries(
          DESK_GROUPS.map((name) => [name, NOTHING])
        ) as DeskResponse['data']['groups'];
        for (const name of DESK_GROUPS) {
          if (name === 'toSign' && !maySign) continue;
          groups[name] = await groupOf(trx, name, name === 'toSign' ? everybody : chosen, own);
        }
        return {
          units,
          maySign,
          mayWrite: person?.can('submit') ?? false,
          groups,
          commissions: await commissionsOf(trx, own),
          contributorChanges: await contributorChangesOf(trx, person?.account, units),
          standings: await report.months(lastMonths(MONTHS), units),
        };
      });
    },
  };
});
