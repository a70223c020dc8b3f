import type { Core } from '@strapi/strapi';
import { findingsOf, type UnitFindings } from '../../../domain/setup';
import { ruleSetOn } from '../../../domain/rule-set';
import type { Transaction } from '../../../../../common/database/transaction';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { deliveryStates } from '../../../../mail/server/src/public';
import { say } from '../messages';
import { accountRepository } from '../records/accounts';
import { adoptionRepository } from '../records/adoptions';
import { headRepository } from '../records/heads';
import { ruleSetRepository } from '../records/rule-sets';
import { submissionRepository } from '../records/submissions';
import { unitRepository } from '../records/units';
import type { SetupFinding, SetupStep } from './registry';
import { testMailOf } from './test-mail';

const SETUP_PAGE = '/plugins/points-setup';
const MOST_NAMED = 5;

/** Pages of the panel, below its base. */
const PAGES = {
  'rule-set': '/plugins/points-rule-sets',
  units: `${SETUP_PAGE}?new=unit`,
  officers: '/content-manager/collection-types/plugin::points.officer',
  heads: '/content-manager/collection-types/plugin::points.unit',
  mail: '/plugins/mail',
  submission: '/plugins/points-inbox',
  entry: '/plugins/points',
} as const;

type Key = keyof typeof PAGES;

/** The plugin's own steps, in the order in which they are taken. */
export const ownSteps = (strapi: Core.Strapi): SetupStep[] => {
  const accounts = accountRepository(strapi);
  const adoptions = adoptionRepository(strapi);
  const deliveries = deliveryStates(strapi);
  const heads = headRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const submissions = submissionRepository(strapi);
  const units = unitRepository(strapi);

  const today = (): string => calendarService(strapi).dayOf(clock.now());

  /** Names in a row, some of them where there are many. */
  const listOf = (names: readonly string[]): string => {
    const comma = languageOfRequest(strapi) === 'zh-Hans' ? '、' : ', ';
    const named = names.slice(0, MOST_NAMED).join(comma);
    const { length: count } = names;
    return count <= MOST_NAMED ? named : say(strapi, 'setup.and-more', { names: named, count });
  };

  const findUnits = async (trx: Transaction): Promise<UnitFindings> => {
    const known = await heads.all(trx);
    const states = new Map(
      (await accounts.ofMembers(trx)).map(({ member, state }) => [member, state])
    );
    const found = (await units.units(trx)).map((unit) => ({
      ...unit,
      hasHeadMail: (known.get(unit.id)?.mail ?? null) !== null,
    }));
    const members = (await units.members(trx)).map((member) => ({
      ...member,
      account: states.get(member.id) ?? null,
    }));
    return findingsOf(found, members, today());
  };

  const findRuleSet = async (trx: Transaction): Promise<Omit<SetupFinding, 'title'>> => {
    const { readable: all, unreadable } = await ruleSets.found(trx);
    const [broken] = unreadable;
    if (broken) {
      const why = say(strapi, 'setup.rule-set.unreadable', { name: broken.name });
      return { isDone: false, why, progress: null };
    }
    const current = ruleSetOn(all, today());
    const next = all.find(({ effectiveFrom }) => effectiveFrom > today());
    const why = current
      ? say(strapi, 'setup.rule-set.done', { name: current.name, from: current.effectiveFrom })
      : next
        ? say(strapi, 'setup.rule-set.later', { name: next.name, from: next.effectiveFrom })
        : say(strapi, 'setup.rule-set.none');
    return { isDone: current !== undefined, why, progress: null };
  };

  const findKinds = async (trx: Transaction): Promise<Omit<SetupFinding, 'title'>> => {
    const { count, missingKinds } = await findUnits(trx);
    const kinds = listOf(missingKinds.map((kind) => say(strapi, `choice.${kind}`)));
    const why =
      missingKinds.length === 0
        ? say(strapi, 'setup.units.done', count)
        : say(strapi, 'setup.units.missing', { ...count, kinds });
    return { isDone: missingKinds.length === 0, why, progress: null };
  };

  /** How many units of all have what they need, and which have not. */
  const coverage = (
    { count }: UnitFindings,
    without: readonly string[],
    why: { none: string; done: string; lacking: string }
  ): Omit<SetupFinding, 'title'> => {
    const need = count.institution + count.department;
    const isDone = need > 0 && without.length === 0;
    return {
      isDone,
      why: need === 0 ? why.none : isDone ? why.done : why.lacking,
      progress: need === 0 ? null : { have: need - without.length, need },
    };
  };

  const findOfficers = async (trx: Transaction): Promise<Omit<SetupFinding, 'title'>> => {
    const found = await findUnits(trx);
    const { waiting, withoutOfficer } = found;
    return coverage(found, withoutOfficer, {
      none: say(strapi, 'setup.no-units'),
      done:
        waiting === 0
          ? say(strapi, 'setup.officers.done')
          : say(strapi, 'setup.officers.waiting', { count: waiting }),
      lacking: say(strapi, 'setup.officers.lacking', { names: listOf(withoutOfficer) }),
    });
  };

  const findHeads = async (trx: Transaction): Promise<Omit<SetupFinding, 'title'>> => {
    const found = await findUnits(trx);
    return coverage(found, found.withoutHeadMail, {
      none: say(strapi, 'setup.no-units'),
      done: say(strapi, 'setup.heads.done'),
      lacking: say(strapi, 'setup.heads.lacking', { names: listOf(found.withoutHeadMail) }),
    });
  };

  const findMail = async (trx: Transaction): Promise<Omit<SetupFinding, 'title'>> => {
    if (!deliveries.isOn())
      return { isDone: false, why: say(strapi, 'setup.mail.off'), progress: null };
    const test = await testMailOf(strapi, trx);
    const address = test?.recipient.address ?? '';
    const values = { address, problem: test?.lastError ?? '' };
    const isDone = test?.state === 'sent';
    const why = isDone
      ? say(strapi, 'setup.mail.done', values)
      : test?.lastError
        ? say(strapi, 'setup.mail.failed', values)
        : say(strapi, test ? 'setup.mail.under-way' : 'setup.mail.untested', values);
    return { isDone, why, progress: null };
  };

  const first = (isDone: boolean, key: 'entry' | 'submission'): Omit<SetupFinding, 'title'> => ({
    isDone,
    why: say(strapi, `setup.${key}.${isDone ? 'done' : 'none'}`),
    progress: null,
  });

  const step = (
    key: Key,
    needs: readonly Key[],
    find: (trx: Transaction) => Promise<Omit<SetupFinding, 'title'>>,
    isRequired = true
  ): SetupStep => ({
    ...{ key, needs, isRequired, page: PAGES[key] },
    look: async (trx) => ({ ...(await find(trx)), title: say(strapi, `setup.${key}.title`) }),
  });

  return [
    step('rule-set', [], findRuleSet),
    step('units', [], findKinds),
    step('officers', ['units'], findOfficers),
    step('heads', ['units'], findHeads, false),
    step('mail', [], findMail, false),
    step('submission', ['officers'], async (trx) =>
      first(await submissions.isAnyReceived(trx), 'submission')
    ),
    step('entry', ['rule-set', 'units'], async (trx) =>
      first(await adoptions.isAnyOfSite(trx), 'entry')
    ),
  ];
};
