import type { Core } from '@strapi/strapi';
import type {
  BonusResponse,
  RecordBonusBody,
  WithdrawBonusBody,
} from '../../plugins/points/server/src/public';
import { addDays, dayOf } from './calendar';
import { actAs, type IntakeCast } from './intake';
import { clockOf, type Stored } from './strapi';

interface BonusService {
  record(body: RecordBonusBody): Promise<BonusResponse>;
  withdraw(documentId: string, body: WithdrawBonusBody): Promise<BonusResponse>;
}

interface Given {
  /** Code of the unit; absent for the one of the logins, whose officer then gets it. */
  unit?: string;
  points: number;
  reason: string;
  decidedBy: string;
  /** Days before the end of the story. */
  ago: number;
  /** Why it was withdrawn, the day after. */
  withdrawn?: string;
}

const GIVEN: readonly Given[] = [
  {
    points: 10,
    reason: '选派信息员到局办公室挂职锻炼一个月',
    decidedBy: '局长办公会',
    ago: 24,
  },
  {
    unit: 'tsg',
    points: 5,
    reason: '协助局办公室编写信息工作业务手册',
    decidedBy: '局办公室主任办公会',
    ago: 17,
  },
  {
    unit: 'ysc',
    points: 2.5,
    reason: '在信息员业务培训中作经验交流',
    decidedBy: '分管局领导',
    ago: 9,
  },
  {
    unit: 'xjy',
    points: 5,
    reason: '选派信息员到局办公室挂职锻炼',
    decidedBy: '局长办公会',
    ago: 6,
    withdrawn: '挂职人员未到岗，按局长办公会意见撤回',
  },
];

/** Bonuses (§六.2) as the office gives them, through the same service as the screens. */
export const giveBonuses = async (
  strapi: Core.Strapi,
  units: ReadonlyMap<string, Stored>,
  { office, officerRecord, unit: own }: IntakeCast,
  until: Date
): Promise<void> => {
  const bonuses = strapi.plugin('points').service<BonusService>('bonuses');
  const clock = clockOf(strapi);
  const give = async ({ ago, unit: code, withdrawn, ...said }: Given): Promise<void> => {
    const at = addDays(until, -ago);
    const unit = code === undefined ? own : units.get(code);
    if (!unit) throw new Error('The demo gives a bonus to a unit that it lacks.');
    const officer = code === undefined ? officerRecord.documentId : null;
    const body = { ...said, unit: unit.documentId, officer, day: dayOf(at) };
    const { data } = await clock.at(at, () => bonuses.record(body));
    if (withdrawn === undefined) return;
    const { documentId } = data;
    await clock.at(addDays(at, 1), () => bonuses.withdraw(documentId, { reason: withdrawn }));
  };
  await actAs(strapi, office, async () => {
    for (const each of GIVEN) await give(each);
  });
};
