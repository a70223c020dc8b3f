import { randomBytes } from 'node:crypto';
import type { DuplicatesResponse, InboxResponse } from '../../src/plugins/points/shared/contracts';
import { bodyOf, startApp, type TestApp } from '../support';
import { compare, timed, type Bench } from './measure';

const WORDS = Array.from(
  '市博物馆图书文化美术剧院举办开幕展览演出活动群众传承非遗阅读春节惠民启动仪式讲座培训'
);
const TARGET_MS = 100;
const CHUNK = 500;

/** Texts that differ, of the characters that such titles are made of. */
const invent = (length: number): string =>
  Array.from(randomBytes(length), (byte) => WORDS[byte % WORDS.length]).join('');

const fill = async ({ strapi }: TestApp, count: number): Promise<void> => {
  // An hour old: what changed a minute ago is read again.
  const then = new Date(Date.now() - 3_600_000);
  for (let start = 0; start < count; start += CHUNK) {
    await strapi.db.connection('points_submissions').insert(
      Array.from({ length: CHUNK }, (_, index) => ({
        document_id: `bench-${start + index}`,
        title: invent(18),
        text: invent(400),
        category: 'culture-news',
        state: 'submitted',
        received_at: then,
        created_at: then,
        updated_at: then,
        published_at: then,
      }))
    );
  }
};

/** Looking for duplicates among all that came in 60 days: of one piece, and of each on a page of the inbox. */
export const bench: Bench = async ({ quick }) => {
  const count = quick ? 2_000 : 20_000;
  const app = await startApp();
  try {
    await fill(app, count);
    const office = await app.api.as('office');
    const look = async (): Promise<void> => {
      const { data } = bodyOf(
        await office.get<DuplicatesResponse>('/points/submissions/bench-7/duplicates')
      );
      if (data.some(({ documentId }) => documentId === 'bench-7')) throw new Error('Found itself.');
    };
    const readPage = async (): Promise<void> => {
      const { data } = bodyOf(await office.get<InboxResponse>('/points/inbox?pageSize=25'));
      if (data.length !== 25) throw new Error('No whole page.');
    };
    const several = async (work: () => Promise<void>): Promise<number[]> => {
      const found: number[] = [];
      for (let round = 0; round < (quick ? 5 : 31); round += 1) found.push(await timed(work));
      return found;
    };
    const first = await timed(look);
    const times = await several(look);
    const firstPage = await timed(readPage);
    const pages = await several(readPage);
    const among = `duplicates among ${count.toLocaleString('en')}, HTTP`;
    return [
      compare([among, times], ['the time allowed', [TARGET_MS]], 1),
      compare([`${among}, the first time`, [first]], ['the time allowed', [TARGET_MS]], null),
      compare([`inbox page with its ${among}`, pages], ['the time allowed', [TARGET_MS]], 1),
      compare(
        [`inbox page with its ${among}, the first time`, [firstPage]],
        ['the time allowed', [TARGET_MS]],
        null
      ),
    ];
  } finally {
    await app.stop();
  }
};
