import type { Core } from '@strapi/strapi';
import { isActiveOn } from '../../../domain/active';
import { hindrancesOf, stateOf } from '../../../domain/setup';
import type {
  InstallRuleSetResponse,
  OpenInvitation,
  SetupResponse,
  SetupStepView,
} from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { UID } from '../constants';
import { refuse, say } from '../messages';
import { accountRepository } from '../records/accounts';
import { loadPeople } from '../records/people';
import { canMailInvitations } from '../units/invitation-mail';
import { type SetupFinding, type SetupStep, setupRegistry } from './registry';
import { ownSteps } from './steps';

type Found = Omit<SetupStep, 'look'> & SetupFinding;

/** What lies between an empty database and a bureau that works. */
export const setupService = oncePerApplication((strapi: Core.Strapi) => {
  const accounts = accountRepository(strapi);
  const registry = setupRegistry(strapi);
  const steps = registry.among(ownSteps(strapi));

  const lookAtAll = async (trx: Transaction): Promise<Found[]> => {
    const found: Found[] = [];
    for (const { look, ...step } of steps) found.push({ ...step, ...(await look(trx)) });
    return found;
  };

  const view = (step: Found, all: readonly Found[]): SetupStepView => {
    const { isRequired, key, page, progress, title, why } = step;
    const before = hindrancesOf(step, all);
    const titles = all.filter((each) => before.includes(each.key)).map((each) => each.title);
    const comma = languageOfRequest(strapi) === 'zh-Hans' ? '、' : ', ';
    return {
      ...{ key, isRequired, page, progress, title, state: stateOf(step, all) },
      why: titles.length === 0 ? why : say(strapi, 'setup.first', { titles: titles.join(comma) }),
    };
  };

  const openInvitations = async (trx: Transaction): Promise<OpenInvitation[]> => {
    const { members, units } = await loadPeople(strapi, trx);
    const today = calendarService(strapi).dayOf(clock.now());
    return (await accounts.ofMembers(trx)).flatMap(({ email, member: id, state }) => {
      const member = members.get(id);
      if (state !== 'invited' || !member || !isActiveOn(member, today)) return [];
      const { documentId, name, position, unit } = member;
      const unitName = units.get(unit ?? 0)?.name ?? '';
      return { member: documentId, name, position, unit: unitName, mail: email };
    });
  };

  return {
    /** The steps in their order, and who has not taken an invitation yet. */
    look: (): Promise<SetupResponse['data']> =>
      inTransaction(strapi, async (trx) => {
        const found = await lookAtAll(trx);
        return {
          steps: found.map((step) => view(step, found)),
          isComplete: found.every(({ isDone, isRequired }) => isDone || !isRequired),
          invitations: await openInvitations(trx),
          canMail: canMailInvitations(strapi),
          ruleSet: registry.offeredRuleSet()?.name ?? null,
        };
      }),

    /**
     * Puts the rule set that the application offers in force from a day.
     *
     * @param from `YYYY-MM-DD`
     * @throws ValidationError when it is no day, or another rule set is in force then
     */
    async installRuleSet(from: string): Promise<InstallRuleSetResponse['data']> {
      const offered = registry.offeredRuleSet();
      if (!offered) throw refuse(strapi, 'ruleSet', 'error.setup.no-rule-set');
      const data = { ...offered, effectiveFrom: from };
      const { documentId } = await strapi.documents(UID.ruleSet).create({ data: data as never });
      return { documentId, name: offered.name, effectiveFrom: from };
    },
  };
});

export type SetupService = ReturnType<typeof setupService>;
