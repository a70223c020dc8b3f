import type { Core } from '@strapi/strapi';
import type { SubmissionDetail } from '../../plugins/points/server/src/public';
import { addDays } from './calendar';
import type { Random } from './random';
import { clockOf, documentsOf, type Stored } from './strapi';

const SUBMISSION = 'plugin::points.submission';

/** What came in during the last days still waits; the office has looked at all before. */
const DAYS_WAITING = 5;
/** How much of what was never adopted the office declines. */
const SHARE_DECLINED = 0.3;
const DECLINED_FOR = ['little-news', 'outdated', 'unclear-facts', 'unfit-pictures'] as const;

interface WorkflowService {
  act(
    documentId: string,
    action: string,
    verdict: { reason?: string; comment?: string }
  ): Promise<void>;
}

interface ViewService {
  view(documentId: string): Promise<SubmissionDetail>;
}

interface PermissionService {
  engine: { generateUserAbility(user: unknown): Promise<unknown> };
}

interface Texts {
  title: string;
  text: string;
}

interface WaitingSubmission {
  documentId: string;
  stateSince: string | Date;
}

export interface IntakeCast {
  /** Admin accounts. */
  office: number;
  officer: number;
  leader: number;
  /** The unit and the officer of the login. */
  unit: Stored;
  officerRecord: Stored;
  /** A unit that tells the same news. */
  neighbour: Stored;
}

/** What moves submissions from one state to the next. */
export const workflowOf = (strapi: Core.Strapi): WorkflowService =>
  strapi.plugin('points').service<WorkflowService>('workflow');

/** Lets work be done by one of the logins, as if it had been asked for over HTTP. */
export const actAs = async (
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
  const workflow = workflowOf(strapi);
  const views = strapi.plugin('points').service<ViewService>('submissionView');
  const before = addDays(until, -DAYS_WAITING);
  const old = (await strapi.db.query(SUBMISSION).findMany({
    where: { state: 'submitted', stateSince: { $lt: before.toISOString() } },
    orderBy: 'id',
  })) as WaitingSubmission[];
  await actAs(strapi, office, async () => {
    for (const { documentId, stateSince } of old) {
      const { entries } = await views.view(documentId);
      const isDeclined = entries.length === 0 && random.chance(SHARE_DECLINED);
      const decidedAt = addDays(new Date(stateSince), 1);
      await clockOf(strapi).at(decidedAt, () =>
        isDeclined
          ? workflow.act(documentId, 'decline', { reason: random.pick(DECLINED_FOR) })
          : workflow.act(documentId, 'accept', {})
      );
    }
  });
};

const OWN = {
  declined: {
    title: '市博物馆召开月度工作例会',
    text: '市博物馆召开月度工作例会，总结上月工作，部署下月任务。',
  },
  toSign: {
    title: '市博物馆“考古现场”研学课程开课',
    text: '市博物馆“考古现场”研学课程开课，首批四十名中学生在专家带领下体验模拟发掘。',
  },
  toSignToo: {
    title: '市博物馆馆藏书画数字化采集完成',
    text: '市博物馆完成馆藏书画高清数字化采集，共采集书画一千二百件，成果将陆续在网上展出。',
  },
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
  { office, officer, leader, unit, officerRecord, neighbour }: IntakeCast,
  until: Date
): Promise<void> => {
  await reviewOld(strapi, random, office, until);
  // The museum's leader signs what leaves the house.
  await documentsOf(strapi, 'plugin::points.unit').update({
    documentId: unit.documentId,
    data: { signOff: true },
  });
  const workflow = workflowOf(strapi);
  const clock = clockOf(strapi);
  const write = async (texts: Texts, at: Date): Promise<string> => {
    const { documentId } = await clock.at(at, () =>
      documentsOf(strapi, SUBMISSION).create({
        data: {
          category: 'culture-news',
          ...texts,
          units: [unit.documentId],
          officers: [officerRecord.documentId],
        },
      })
    );
    return documentId;
  };
  const act = (account: number, documentId: string, action: string, at: Date, verdict = {}) =>
    actAs(strapi, account, () => clock.at(at, () => workflow.act(documentId, action, verdict)));
  const begin = async (texts: Texts, at: Date): Promise<string> => {
    let documentId = '';
    await actAs(strapi, officer, async () => {
      documentId = await write(texts, at);
    });
    return documentId;
  };
  /** Sent for signature by the officer and signed by the leader, which sends it in. */
  const send = async (documentId: string, at: Date): Promise<void> => {
    await act(officer, documentId, 'request-signature', at);
    await act(leader, documentId, 'sign', at);
  };
  const sent = async (texts: Texts, at: Date): Promise<string> => {
    const documentId = await begin(texts, at);
    await send(documentId, at);
    return documentId;
  };

  await begin(OWN.draft, addDays(until, -1));
  for (const texts of [OWN.toSign, OWN.toSignToo]) {
    const documentId = await begin(texts, addDays(until, -1));
    await act(officer, documentId, 'request-signature', addDays(until, -1));
  }
  const declined = await sent(OWN.declined, addDays(until, -6));
  await act(office, declined, 'decline', addDays(until, -5), { reason: 'little-news' });
  const returned = await sent(OWN.returned, addDays(until, -4));
  await act(office, returned, 'return', addDays(until, -3), {
    reason: 'unclear-facts',
    comment: '请写明开放时间和预约方式。',
  });
  const corrected = await sent(OWN.corrected, addDays(until, -5));
  await act(office, corrected, 'return', addDays(until, -4), {
    reason: 'unfit-pictures',
    comment: '请补充一张横幅照片。',
  });
  await send(corrected, addDays(until, -3));
  await sent(OWN.waiting, addDays(until, -2));
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
