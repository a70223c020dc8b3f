import type { Core } from '@strapi/strapi';
import type { CommissionKind } from '../../plugins/points/server/src/public';
import { backdate } from './backdate';
import { addDays, dayOf } from './calendar';
import { actAs, workflowOf, type IntakeCast } from './intake';
import { clockOf, documentsOf, type Stored } from './strapi';

const COMMISSION = 'plugin::points.commission';
const SUBMISSION = 'plugin::points.submission';

interface Asked {
  title: string;
  text: string;
  kind: CommissionKind;
  /** Codes of the units. */
  units: readonly string[];
  /** Days before the end of the story, and after it where negative. */
  asked: number;
  due: number;
  closed?: boolean;
  /** Units that sent a submission, by code, with its title. */
  answers?: Readonly<Record<string, string>>;
  /** The title of the submission that the officer's login has begun. */
  begun?: string;
}

const COMMISSIONS: readonly Asked[] = [
  {
    title: '博物馆免费开放服务情况',
    text: '请报送本季度免费开放的人次、新增服务和观众反映，八百字以内，附现场照片两张。',
    kind: 'info',
    units: ['bwg', 'msg', 'mrgj'],
    asked: 16,
    due: 3,
    answers: { msg: '市美术馆免费开放服务观众再创新高' },
  },
  {
    title: '文化和自然遗产日网站专题素材',
    text: '为网站“文化和自然遗产日”专题供稿：活动预告、往届图片、代表性项目介绍各一份。',
    kind: 'feature',
    units: ['bwg', 'fybhzx', 'kgyjs', 'fyc', 'wwc'],
    asked: 7,
    due: -6,
  },
  {
    title: '基层公共文化服务效能调研',
    text: '围绕服务供给与群众需求的匹配情况开展调研，写明问题、原因和对策建议，三千字左右。',
    kind: 'research',
    units: ['bwg', 'tsg', 'whg', 'ggwhc'],
    asked: 12,
    due: -18,
    begun: '市博物馆基层巡展服务效能调研',
    answers: { tsg: '市图书馆分馆服务效能调研' },
  },
  {
    title: '重点文化工程建设进展',
    text: '请报送在建重点文化工程的进度、节点和需要协调的问题，五百字以内。',
    kind: 'info',
    units: ['bwg', 'djy', 'cyfzc'],
    asked: 20,
    due: 4,
    answers: { bwg: '市博物馆新馆展陈工程进入布展阶段', djy: '大剧院舞台设备更新工程完成招标' },
  },
  {
    title: '春节期间文化惠民活动综述',
    text: '请报送春节期间惠民活动的场次、人次和亮点，供编发综述。',
    kind: 'info',
    units: ['bwg', 'tsg', 'whg', 'djy', 'xjy'],
    asked: 40,
    due: 30,
    closed: true,
    answers: { whg: '市文化馆春节群众文化活动丰富多彩', xjy: '锡剧院春节送戏下乡二十场' },
  },
];

const required = (units: ReadonlyMap<string, Stored>, code: string): Stored => {
  const unit = units.get(code);
  if (!unit) throw new Error(`The demo has no unit ${code}.`);
  return unit;
};

/**
 * What the office has asked the units for: something overdue, something due soon, something begun,
 * and what was answered, by all or by some.
 */
export const playCommissions = async (
  strapi: Core.Strapi,
  units: ReadonlyMap<string, Stored>,
  { office, officer, officerRecord, unit: own }: IntakeCast,
  until: Date
): Promise<void> => {
  const clock = clockOf(strapi);
  const submissions = documentsOf(strapi, SUBMISSION);
  const commissions = documentsOf(strapi, COMMISSION);

  const ask = async ({ title, text, kind, units: codes, asked, due }: Asked): Promise<string> => {
    const askedAt = addDays(until, -asked);
    const data = {
      title,
      text,
      kind,
      dueOn: dayOf(addDays(until, -due)),
      units: codes.map((code) => required(units, code).documentId),
    };
    const { documentId } = await clock.at(askedAt, () => commissions.create({ data }));
    const dates = { uid: COMMISSION, createdAt: askedAt, updatedAt: askedAt };
    await backdate(strapi, new Map([[documentId, dates]]));
    return documentId;
  };

  const answer = (commission: string, code: string, title: string, at: Date) =>
    clock.at(at, () =>
      submissions.create({
        data: {
          title,
          text: `${title}。具体情况和数据见正文与附件。`,
          category: 'commissioned',
          receivedAt: at.toISOString(),
          units: [required(units, code).documentId],
          commission,
        },
      })
    );

  const begin = (commission: string, title: string, at: Date) =>
    actAs(strapi, officer, async () => {
      await clock.at(at, () =>
        submissions.create({
          data: {
            title,
            category: 'commissioned',
            units: [own.documentId],
            officers: [officerRecord.documentId],
            commission,
          },
        })
      );
    });

  const accept = (documentId: string, at: Date) =>
    actAs(strapi, office, () =>
      clock.at(at, () => workflowOf(strapi).act(documentId, 'accept', {}))
    );

  for (const each of COMMISSIONS) {
    const documentId = await ask(each);
    const { answers = {}, asked, begun, closed = false } = each;
    for (const [index, [code, title]] of Object.entries(answers).entries()) {
      const at = addDays(until, index + 2 - Math.floor(asked / 2));
      const submission = await answer(documentId, code, title, at);
      if (closed) await accept(submission.documentId, addDays(at, 1));
    }
    if (begun !== undefined) await begin(documentId, begun, addDays(until, -2));
    if (closed) await commissions.update({ documentId, data: { closed } });
  }
};
