import type { Core } from '@strapi/strapi';
import type { SubmissionDetail } from '../../plugins/points/shared/contracts';
import { addDays } from './calendar';
import type { Random } from './random';
import { clockOf, documentsOf, type Stored } from './strapi';

const SUBMISSION = 'plugin::points.submission';

/** What came in during the last days still waits; the office has looked at all before. */
const DAYS_WAITING = 5;
/** How much of what was never adopted the office declines. */
const SHARE_DECLINED = 0.3;
const DECLINED_FOR = ['little-news', 'outdated', 'unclear-facts', 'unfit-pictures'] as const;

interface LifeService {
  act(
    documentId: string,
    action: string,
    words: { reason?: string; comment?: string }
  ): Promise<void>;
}

interface ViewService {
  view(documentId: string): Promise<SubmissionDetail>;
}

interface PermissionService {
  engine: { generateUserAbility(user: unknown): Promise<unknown> };
}

interface Piece {
  documentId: string;
  stateSince: string | Date;
}

export interface IntakeCast {
  /** Admin accounts. */
  office: number;
  officer: number;
  /** The unit and the officer of the login. */
  unit: Stored;
  officerRecord: Stored;
  /** A unit that tells the same news. */
  neighbour: Stored;
}

/** Lets work be done by one of the logins, as if it had been asked for over HTTP. */
const actAs = async (
  strapi: Core.Strapi,
  account: number,
  work: () => Promise<void>
): Promise<void> => {
  const user: unknown = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: account }, populate: ['roles'] });
  const { engine } = strapi.service('admin::permission') as unknown as PermissionService;
  const userAbility = await engine.generateUserAbility(user);
  const context = { state: { user, userAbility }, get: () => '' };
  await strapi.requestContext.run(context as never, work);
};

/** The office accepts what became something, and declines some of the rest. */
const reviewOld = async (
  strapi: Core.Strapi,
  random: Random,
  office: number,
  until: Date
): Promise<void> => {
  const points = strapi.plugin('points');
  const life = points.service<LifeService>('life');
  const views = points.service<ViewService>('submissionView');
  const before = addDays(until, -DAYS_WAITING);
  const old = (await strapi.db.query(SUBMISSION).findMany({
    where: { state: 'submitted', stateSince: { $lt: before.toISOString() } },
    orderBy: 'id',
  })) as Piece[];
  await actAs(strapi, office, async () => {
    for (const { documentId, stateSince } of old) {
      const { entries } = await views.view(documentId);
      const isDeclined = entries.length === 0 && random.chance(SHARE_DECLINED);
      const decidedAt = addDays(new Date(stateSince), 1);
      await clockOf(strapi).at(decidedAt, () =>
        isDeclined
          ? life.act(documentId, 'decline', { reason: random.pick(DECLINED_FOR) })
          : life.act(documentId, 'accept', {})
      );
    }
  });
};

const OWN = {
  draft: {
    title: '市博物馆暑期志愿讲解员开始招募',
    text: '市博物馆面向全市中小学生招募暑期志愿讲解员，报名截至本月底。',
  },
  returned: {
    title: '市博物馆文物修复室向公众开放参观',
    text: '市博物馆文物修复室首次向公众开放，观众可以近距离观看青铜器修复过程。',
  },
  corrected: {
    title: '市博物馆与三所学校共建研学基地',
    text: '市博物馆与三所学校签订协议，共建研学基地，首批课程下月开课。',
  },
  waiting: {
    title: '江南漆器专题展在市博物馆开幕',
    text: '江南漆器专题展在市博物馆开幕，展出漆器精品八十件，展期三个月，免费参观。',
  },
} as const;

const NEIGHBOURS = {
  title: '江南漆器专题展市博物馆开幕',
  text: '江南漆器专题展在市博物馆开幕，共展出漆器精品八十件，展期三个月，市民可免费参观。',
};

/**
 * What stands on the desks and in the inbox at the end of the story: a draft, one that came back
 * with a reason, some that wait, and the same news from two units.
 */
export const fillDesks = async (
  strapi: Core.Strapi,
  random: Random,
  { office, officer, unit, officerRecord, neighbour }: IntakeCast,
  until: Date
): Promise<void> => {
  await reviewOld(strapi, random, office, until);
  const life = strapi.plugin('points').service<LifeService>('life');
  const clock = clockOf(strapi);
  const write = async (piece: { title: string; text: string }, at: Date): Promise<string> => {
    const { documentId } = await clock.at(at, () =>
      documentsOf(strapi, SUBMISSION).create({
        data: {
          ...piece,
          category: 'culture-news',
          units: [unit.documentId],
          officers: [officerRecord.documentId],
        },
      })
    );
    return documentId;
  };
  const made = { returned: '', corrected: '' };
  await actAs(strapi, officer, async () => {
    await write(OWN.draft, addDays(until, -1));
    made.returned = await write(OWN.returned, addDays(until, -4));
    made.corrected = await write(OWN.corrected, addDays(until, -5));
    const waiting = await write(OWN.waiting, addDays(until, -2));
    for (const [documentId, days] of [
      [made.returned, 4],
      [made.corrected, 5],
      [waiting, 2],
    ] as const) {
      await clock.at(addDays(until, -days), () => life.act(documentId, 'submit', {}));
    }
  });
  await actAs(strapi, office, async () => {
    await clock.at(addDays(until, -3), () =>
      life.act(made.returned, 'return', {
        reason: 'unclear-facts',
        comment: '请写明开放时间和预约方式。',
      })
    );
    await clock.at(addDays(until, -4), () =>
      life.act(made.corrected, 'return', {
        reason: 'unfit-pictures',
        comment: '请补充一张横幅照片。',
      })
    );
  });
  await actAs(strapi, officer, () =>
    clock.at(addDays(until, -3), () => life.act(made.corrected, 'submit', {}))
  );
  await clock.at(addDays(until, -1), () =>
    documentsOf(strapi, SUBMISSION).create({
      data: {
        ...NEIGHBOURS,
        category: 'culture-news',
        receivedAt: addDays(until, -1).toISOString(),
        units: [neighbour.documentId],
      },
    })
  );
};
