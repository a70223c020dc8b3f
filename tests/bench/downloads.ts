import { regulation } from '../../src/plugins/points/domain/__fixtures__/regulation';
import { startApp, type TestApp } from '../support';
import { loading } from './bulk';
import { timed, type Bench, type Row } from './measure';
import { makeYear } from './year';

const MB = 1_000_000;
const SAMPLE_MS = 10;

/** What a process may grow by while it sends the ledger, whose length must not matter. */
const MOST_MB = 300;

/** How long a hundred thousand postings may take. */
const MOST_MS = 60_000;

/** By how much the process, with all its threads, grows at most while something is done. */
const growthDuring = async (work: () => Promise<unknown>): Promise<number> => {
  global.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return (peak - before) / MB;
};

/** Takes a file without keeping it. */
const drain = async (app: TestApp, token: string, query: string): Promise<number> => {
  const response = await fetch(new URL(`/points/ledger/export?${query}`, app.url), {
    headers: { authorization: `Bearer ${token}` },
  });
  if (response.status !== 200 || !response.body) throw new Error(`${query}: ${response.status}`);
  let length = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
  }
  return length;
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
      const time = await timed(async () => {
        grown = await growthDuring(() => drain(app, token, `period=2026&format=${format}`));
      });
      const of = `${postings.toLocaleString('en')} postings as ${format}`;
      rows.push(
        {
          measured: `${of}, memory in MB`,
          time: grown,
          against: 'at most',
          againstTime: MOST_MB,
          ratio: grown / MOST_MB,
          target: 1,
        },
        {
          measured: of,
          time,
          against: 'a minute',
          againstTime: MOST_MS,
          ratio: time / MOST_MS,
          target: 1,
        }
      );
    }
    return rows;
  } finally {
    await app.stop();
  }
};
