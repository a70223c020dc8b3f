import type { BulletinResponse } from '../../src/plugins/points/shared/contracts';
import { startApp, type TestApp } from '../support';
import { fillLedger, FIRST_MONTH, rebuildTotals } from './long-ledger';
import { atMost, timed, type Bench, type Row } from './measure';
import { growthDuring } from './memory';

const SEALING_MS = 5_000;
const FILES_MS = 5_000;
const FILES_MB = 150;

interface Sealing {
  seal(month: string): Promise<BulletinResponse['data']>;
}

/** Takes a file without keeping it: who asks is in the process that is measured. */
const exportOne = async (
  app: TestApp,
  token: string,
  bulletin: string,
  format: string
): Promise<void> => {
  const address = new URL(`/points/bulletins/${bulletin}/export?format=${format}`, app.url);
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  if (response.status !== 200 || !response.body) throw new Error(`${format}: ${response.status}`);
  await response.body.pipeTo(new WritableStream());
};

const sealing = async (postings: number): Promise<Row[]> => {
  const app = await startApp();
  try {
    await fillLedger(app, postings, [FIRST_MONTH]);
    await rebuildTotals(app);
    let bulletin = '';
    const sealed = await timed(async () => {
      bulletin = (await app.strapi.plugin('points').service<Sealing>('sealing').seal(FIRST_MONTH))
        .documentId;
    });
    const token = await app.api.tokenOf('office');
    const formats = ['docx', 'pdf', 'xlsx'];
    let took = 0;
    const grown = await growthDuring(async () => {
      took = await timed(async () => {
        for (const format of formats) await exportOne(app, token, bulletin, format);
      });
    });
    const of = `a month of ${postings.toLocaleString('en')} postings`;
    return [
      atMost(`sealing ${of}`, sealed, SEALING_MS),
      atMost(`${formats.join(', ')} of ${of}`, took, FILES_MS),
      atMost(`${formats.join(', ')} of ${of}, memory in MB`, grown, FILES_MB),
    ];
  } finally {
    await app.stop();
  }
};

/** Sealing a large month, and its files. */
export const bench: Bench = ({ quick }) => sealing(quick ? 2_000 : 20_000);
