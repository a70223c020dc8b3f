import { randomBytes } from 'node:crypto';
import type { DuplicatesResponse } from '../../src/plugins/points/shared/contracts';
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

/** Looking for duplicates of one piece among all that came in 60 days. */
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
    const first = await timed(look);
    const times: number[] = [];
    for (let round = 0; round < (quick ? 5 : 31); round += 1) times.push(await timed(look));
    const among = `duplicates among ${count.toLocaleString('en')}, HTTP`;
    return [
      compare([among, times], ['the time allowed', [TARGET_MS]], 1),
      compare([`${among}, the first time`, [first]], ['the time allowed', [TARGET_MS]], null),
    ];
  } finally {
    await app.stop();
  }
};
