import type { Core } from '@strapi/strapi';
import type { Day } from '../../../domain/period';
import { firstDayOpen } from '../../../domain/rule-set-succession';
import type {
  RuleSetJson,
  RuleSetResponse,
  RuleSetsResponse,
  RuleSetState,
  RuleSetSummary,
} from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { sealRepository } from '../ledger/seals';
import { notFound } from '../messages';
import { isAllowed } from '../records/requester';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import { type RuleSetDraftRecord, ruleSetDraftRepository } from './drafts-repository';

const stateOn = ({ effectiveFrom, effectiveTo }: RuleSetRecord, day: Day): RuleSetState => {
  if (day < effectiveFrom) return 'coming';
  return effectiveTo !== null && effectiveTo < day ? 'past' : 'in-force';
};

/** A rule set's JSON as it is stored, and as the import takes it. */
export const jsonOf = ({ stored }: RuleSetRecord): RuleSetJson => stored as RuleSetJson;

/** A draft as lists name it. */
export const draftSummary = ({
  documentId,
  name,
  revision,
  savedAt,
  savedBy,
}: RuleSetDraftRecord) => ({
  ...{ documentId, name, revision, savedBy },
  savedAt: savedAt.toISOString(),
});

/** Rule sets (计分标准) as their readers see them: versions, each in force between two days. */
export const ruleSetService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const drafts = ruleSetDraftRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const seals = sealRepository(strapi);

  const summary = (ruleSet: RuleSetRecord): RuleSetSummary => {
    const { documentId, effectiveFrom, effectiveTo, name } = ruleSet;
    const state = stateOn(ruleSet, calendar.dayOf(clock.now()));
    return { documentId, name, effectiveFrom, effectiveTo, state };
  };

  const find = async (trx: Transaction, documentId: string): Promise<RuleSetRecord> => {
    const ruleSet = (await ruleSets.all(trx)).find((each) => each.documentId === documentId);
    if (ruleSet) return ruleSet;
    throw notFound(strapi, 'error.ruleSet.unknown', { value: documentId });
  };

  const firstDay = async (trx: Transaction): Promise<Day | null> =>
    firstDayOpen(await seals.current(trx));

  return {
    summary,
    find,
    firstDay,

    /** All versions, and what is being written of the next, for whoever writes it. */
    async list(): Promise<RuleSetsResponse> {
      return inTransaction(strapi, async (trx) => {
        const canWrite = isAllowed(strapi, 'rule-set.write');
        const { readable, unreadable } = await ruleSets.found(trx);
        return {
          data: readable.reverse().map(summary),
          meta: {
            unreadable: unreadable.map(({ documentId, name }) => ({ documentId, name })),
            drafts: canWrite ? (await drafts.all(trx)).map(draftSummary) : [],
            firstDay: await firstDay(trx),
          },
        };
      });
    },

    /** @throws NotFoundError when there is no such rule set */
    async findOne(documentId: string): Promise<RuleSetResponse['data']> {
      return inTransaction(strapi, async (trx) => {
        const ruleSet = await find(trx, documentId);
        return { ...summary(ruleSet), content: jsonOf(ruleSet) };
      });
    },
  };
});
