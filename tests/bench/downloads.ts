import { regulation } from '../../src/plugins/points/domain/__fixtures__/regulation';
import { startApp, type TestApp } from '../support';
import { loading } from './bulk';
import { atMost, timed, type Bench, type Row } from './measure';
import { growthDuring } from './memory';
import { makeYear } from './year';

/** What a process may grow by while it sends the ledger, whose length must not matter. */
const MOST_MB = 250;

/** How long a hundred thousand postings may take. */
const MOST_MS = 20_000;

const LINE_END = 10;

/** Takes a file without keeping it, and tells how many lines it has. */
const drain = async (app: TestApp, token: string, query: string): Promise<number> => {
  const response = await fetch(new URL(`/points/ledger/export?${query}`, app.url), {
    headers: { authorization: `Bearer ${token}` },
  });
  if (response.status !== 200 || !response.body) throw new Error(`${query}: ${response.status}`);
  let lines = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of chunk) if (byte === LINE_END) lines += 1;
  }
  return lines;
};

/** How many postings the year has. */
const countOf = async ({ strapi }: TestApp): Promise<number> => {
  const keys = (await strapi.db
    .connection('points_postings')
    .whereBetween('month', ['2026-01', '2026-12'])
    .pluck('key')) as string[];
  return keys.length;
};

/** The whole ledger of a year as a file: what it takes must not follow its length. */
export const bench: Bench = async ({ quick }) => {
  const postings = quick ? 10_000 : 100_000;
  const app = await startApp();
  try {
    const ruleSet = await app.make.ruleSet();
    await loading(app.strapi, () =>
      makeYear(
        app.strapi,
        { ruleSet: regulation({ id: ruleSet.id }), ruleSetDocumentId: ruleSet.documentId },
        postings
      )
    );
    const token = await app.api.tokenOf('office');
    const rows: Row[] = [];
    for (const format of ['csv', 'xlsx']) {
      await drain(app, token, `period=2026-01&format=${format}`);
      let grown = 0;
      let lines = 0;
      const time = await timed(async () => {
        grown = await growthDuring(async () => {
          lines = await drain(app, token, `period=2026&format=${format}`);
        });
      });
      if (format === 'csv' && lines !== (await countOf(app)) + 1) {
        throw new Error(`Of ${postings} postings it has ${lines} lines.`);
      }
      const of = `${postings.toLocaleString('en')} postings as ${format}`;
      rows.push(atMost(`${of}, memory in MB`, grown, MOST_MB), atMost(of, time, MOST_MS));
    }
    return rows;
  } finally {
    await app.stop();
  }
};
