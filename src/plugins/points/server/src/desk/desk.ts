import type { Core } from '@strapi/strapi';
import { addMonths, monthOf, type Month } from '../../../domain/period';
import {
  DESK_GROUPS,
  DESK_SUMMARY_GROUPS,
  type ContributorChange,
  type DeskContributorChange,
  type DeskGroup,
  type DeskGroupName,
  type DeskResponse,
  type DeskSummaryResponse,
  type UnitReference,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { visibleOf } from '../isolation/visible';
import { myBulletinService } from '../issuing/my-bulletins';
import type { Owners } from '../inbox/inbox-repository';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { monthFigureService } from '../standings/month-figures';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { unitReference } from '../records/people';
import { requesterOf, type Requester } from '../records/requester';
import { unitRepository } from '../records/units';
import { historyRepository } from '../records/history';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { commissionsDueService } from './commissions-due';
import { groupService, MOST_SHOWN } from './groups';

const MONTHS = 12;
const CHANGES_SINCE_MS = 30 * 24 * 60 * 60 * 1000;

/** The month and those before it, the oldest first. */
const monthsUpTo = (month: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => addMonths(month, index + 1 - count));

/** Whose pieces are shown. */
const ownersOf = ({ units, person, members }: Requester, of: 'me' | 'unit'): Owners =>
  of === 'me' && person
    ? { units, only: { account: person.account, officers: members.map(({ id }) => id) } }
    : { units };

/** What an officer or leader finds on coming to work: the unit's pieces and where it stands. */
export const deskService = oncePerApplication((strapi: Core.Strapi) => {
  const history = historyRepository(strapi);
  const groups = groupService(strapi);
  const commissions = commissionsDueService(strapi);
  const bulletins = myBulletinService(strapi);
  const figures = monthFigureService(strapi);
  const calendar = calendarService(strapi);

  const unitsOf = async (trx: Transaction, { units: own }: Requester): Promise<UnitReference[]> => {
    const all = new Map((await unitRepository(strapi).units(trx)).map((unit) => [unit.id, unit]));
    return own.flatMap((id) => {
      const unit = all.get(id);
      return unit ? [unitReference(unit)] : [];
    });
  };

  const groupsOf = async (
    trx: Transaction,
    requester: Requester,
    of: 'me' | 'unit'
  ): Promise<DeskResponse['data']['groups']> => {
    const found = new Map<DeskGroupName, DeskGroup>();
    const owners = ownersOf(requester, of);
    const asked = { requester, owners, counts: await groups.counts(trx, owners) };
    for (const name of DESK_GROUPS) found.set(name, await groups.group(trx, name, asked));
    return Object.fromEntries(found) as DeskResponse['data']['groups'];
  };

  const countsOf = async (
    trx: Transaction,
    requester: Requester
  ): Promise<DeskSummaryResponse['data']['groups']> => {
    const found = { toSign: 0, returned: 0, drafts: 0, waiting: 0 };
    const counts = await groups.counts(trx, ownersOf(requester, 'unit'));
    for (const name of DESK_SUMMARY_GROUPS) {
      found[name] = await groups.count(trx, name, requester, counts);
    }
    return found;
  };

  /** What others did to who contributes, as far as it concerns the own units. */
  const contributorChangesOf = async (
    trx: Transaction,
    { person }: Requester,
    units: readonly UnitReference[]
  ): Promise<DeskContributorChange[]> => {
    if (!person || units.length === 0) return [];
    const isOwn = ({ documentId }: { documentId: string }): boolean =>
      units.some((unit) => unit.documentId === documentId);
    const since = new Date(clock.now().getTime() - CHANGES_SINCE_MS);
    const lines = (await history.contributorChanges(trx, since, person.account))
      .filter(({ other }) => (other ?? []).some(isOwn))
      .slice(0, MOST_SHOWN);
    const visible = new Set(
      await visibleOf(strapi, UID.submission, [...new Set(lines.map((line) => line.submission))])
    );
    return lines.map(({ action, at, other, person: name, submission, title, unit }) => ({
      at: at.toISOString(),
      action: action as ContributorChange,
      submission: { documentId: visible.has(submission) ? submission : null, title },
      person: name,
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
        const requester = await requesterOf(strapi, trx);
        const units = await unitsOf(trx, requester);
        return {
          units,
          maySign: requester.can('sign'),
          mayWrite: requester.can('submit'),
          groups: await groupsOf(trx, requester, of),
          commissions: await commissions.of(trx, requester.units),
          bulletins: await bulletins.waiting(trx, requester),
          contributorChanges: await contributorChangesOf(trx, requester, units),
          standings: await figures.standingsOf(trx, lastMonths(MONTHS), units),
        };
      });
    },

    /** The numbers of the whole unit's desk, and its place in the present month: no piece is read for them. */
    async summary(): Promise<DeskSummaryResponse['data']> {
      return inTransaction(strapi, async (trx) => {
        const requester = await requesterOf(strapi, trx);
        const units = await unitsOf(trx, requester);
        const due = await commissions.of(trx, requester.units);
        const standings = await figures.standingsOf(trx, lastMonths(1), units);
        return {
          units,
          maySign: requester.can('sign'),
          groups: await countsOf(trx, requester),
          commissions: {
            total: due.length,
            overdue: due.filter(({ daysLeft }) => daysLeft < 0).length,
            soon: due.filter(({ daysLeft, isUrgent }) => isUrgent && daysLeft >= 0).length,
          },
          bulletins: (await bulletins.waiting(trx, requester)).length,
          standings: standings.flatMap(({ unit, months }) =>
            months.map((month) => ({ unit, month }))
          ),
        };
      });
    },
  };
});
