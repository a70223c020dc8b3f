import type { Core } from '@strapi/strapi';
import type {
  AnswerObjectionBody,
  FileObjectionBody,
  LedgerResponse,
  ObjectionResponse,
} from '../../plugins/points/server/src/public';
import { addDays } from './calendar';
import { actAs, type IntakeCast } from './intake';
import { clockOf } from './strapi';

interface LedgerService {
  page(filter: { unit: string }, page: { page: number; pageSize: number }): Promise<LedgerResponse>;
}

interface ObjectionService {
  file(body: FileObjectionBody): Promise<ObjectionResponse>;
  withdraw(documentId: string): Promise<ObjectionResponse>;
  answer(documentId: string, body: AnswerObjectionBody): Promise<ObjectionResponse>;
}

interface Said {
  text: string;
  /** What became of it the day after; it waits where nothing did. */
  answer?: AnswerObjectionBody;
  isWithdrawn?: boolean;
}

const DAYS_BEFORE_END = 2;
const LINES_LOOKED_AT = 100;

/** Of the newest lines of the unit of the logins, one objection each. */
const SAID: readonly Said[] = [
  {
    text: '该稿件由我馆与外单位合写，我馆承担主要采写，认为分摊比例与实际不符。',
    answer: {
      outcome: 'partly',
      text: '按规定合作稿件平均分摊；经核对，采写说明属实，酌情补计 2/3 分。',
      correction: { points: '2/3', reason: '合作稿件酌情补计', decidedBy: '局办公室主任办公会' },
    },
  },
  {
    text: '该稿件刊发位置应为头条资讯，现按工作动态计分。',
    answer: {
      outcome: 'dismissed',
      text: '经核对，该稿件刊发于工作动态栏目，计分无误。',
    },
  },
  { text: '提交后核对，系我馆台账有误。', isWithdrawn: true },
  { text: '该稿件信息员姓名登记有误，请予核对。' },
];

/** Objections of the unit of the logins, in every state, through the same service as the screens. */
export const fileObjections = async (
  strapi: Core.Strapi,
  { office, officer, unit }: IntakeCast,
  until: Date
): Promise<void> => {
  const ledger = strapi.plugin('points').service<LedgerService>('ledger');
  const objections = strapi.plugin('points').service<ObjectionService>('objections');
  const clock = clockOf(strapi);
  const filedAt = addDays(until, -DAYS_BEFORE_END);
  const { data, meta } = await clock.at(filedAt, () =>
    ledger.page({ unit: unit.documentId }, { page: 1, pageSize: LINES_LOOKED_AT })
  );
  const closed = new Set(
    meta.objections.limits.filter(({ isOver }) => isOver).map(({ month }) => month)
  );
  const lines = data.filter(
    ({ month, postedAt }) =>
      !closed.has(month) && postedAt !== null && postedAt < filedAt.toISOString()
  );

  const file = async ({ text, answer, isWithdrawn }: Said, line: string): Promise<void> => {
    let documentId = '';
    await actAs(strapi, officer, async () => {
      const { data } = await clock.at(filedAt, () => objections.file({ line, text }));
      documentId = data.documentId;
      if (isWithdrawn) await clock.at(addDays(filedAt, 1), () => objections.withdraw(documentId));
    });
    if (!answer) return;
    await actAs(strapi, office, async () => {
      await clock.at(addDays(filedAt, 1), () => objections.answer(documentId, answer));
    });
  };

  for (const [index, said] of SAID.entries()) {
    const line = lines[index];
    if (line) await file(said, line.key);
  }
};
