import type { Core } from '@strapi/strapi';
import { regulation } from '../../src/plugins/points/domain/__fixtures__/regulation';
import { addMonths, type Month } from '../../src/plugins/points/domain/period';
import { listedText } from '../../src/plugins/points/domain/posting-chain';
import {
  bulletinDigests,
  frozenText,
} from '../../src/plugins/points/server/src/ledger/bulletin-hashes';
import { listedPosting } from '../../src/plugins/points/server/src/ledger/posting-hashes';
import { postingRepository } from '../../src/plugins/points/server/src/ledger/postings';
import { sealRepository } from '../../src/plugins/points/server/src/ledger/seals';
import type { BulletinResponse, VerifyResponse } from '../../src/plugins/points/shared/contracts';
import { inTransaction } from '../../src/common/database/transaction';
import { startApp, type TestApp } from '../support';
import { loading } from './bulk';
import { atMost, timed, type Bench, type Row } from './measure';
import { growthDuring } from './memory';
import { BY_HAND, makeYear } from './year';

const FIRST: Month = '2024-11';
const MONTHS = Array.from({ length: 24 }, (_, index) => addMonths(FIRST, index));

const SEALING_MS = 5_000;
const FILES_MS = 5_000;
const FILES_MB = 150;
const VERIFYING_MS = 60_000;

/** What verifying may grow by: it must not follow the ledger's length. */
const VERIFYING_MB = 600;

interface Services {
  reconcile: { rebuildTotals(): Promise<void> };
  sealing: { seal(month: string): Promise<BulletinResponse['data']> };
  verification: { run(): Promise<VerifyResponse['data']> };
}

const service = <Name extends keyof Services>({ strapi }: TestApp, name: Name): Services[Name] =>
  strapi.plugin('points').service<Services[Name]>(name);

/** A ledger of so many postings over some months, all of adoptions by hand. */
const fill = async (app: TestApp, postings: number, months: readonly Month[]): Promise<void> => {
  const { strapi } = app;
  const ruleSet = await app.make.ruleSet({ effectiveFrom: '2024-01-01' });
  await loading(strapi, async () => {
    const rules = regulation({ id: ruleSet.id, effectiveFrom: '2024-01-01' });
    await makeYear(strapi, { ruleSet: rules, ruleSetDocumentId: ruleSet.documentId }, postings, {
      months,
      channels: BY_HAND,
    });
  });
};

/** Seals a month as the service would, but without looking through the whole ledger first. */
const sealUnchecked = async (strapi: Core.Strapi, month: Month): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    const seals = sealRepository(strapi);
    const postings = postingRepository(strapi);
    const nobody = { units: [], officers: [] };
    const facts = {
      month,
      sealedAt: '2026-11-20T02:00:00.000Z',
      sealedBy: '办公室',
      previous: (await seals.all(trx)).at(-1)?.sha256 ?? null,
      ledger: await postings.lastLink(trx),
    };
    const texts = {
      standings: frozenText({ month: nobody, year: nobody, received: [] }),
      postings: listedText((await postings.chainOfMonth(trx, month)).map(listedPosting)),
      annexes: null,
    };
    await seals.seal(trx, { ...facts, ...texts, ...bulletinDigests(facts, texts) });
  });

const exportOne = async (
  app: TestApp,
  token: string,
  bulletin: string,
  format: string
): Promise<void> => {
  const address = new URL(`/points/bulletins/${bulletin}/export?format=${format}`, app.url);
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  if (response.status !== 200) throw new Error(`${format}: ${response.status}`);
  await response.arrayBuffer();
};

const sealing = async (postings: number): Promise<Row[]> => {
  const app = await startApp();
  try {
    await fill(app, postings, [FIRST]);
    await service(app, 'reconcile').rebuildTotals();
    let bulletin = '';
    const sealed = await timed(async () => {
      bulletin = (await service(app, 'sealing').seal(FIRST)).documentId;
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

const verifying = async (postings: number): Promise<Row[]> => {
  const app = await startApp();
  try {
    const { strapi } = app;
    await fill(app, postings, MONTHS);
    // Arrivals are counted by sealing itself, which this ledger did not go through.
    await strapi.db.connection('points_submissions').update({ received_at: null });
    await service(app, 'reconcile').rebuildTotals();
    for (const month of MONTHS) await sealUnchecked(strapi, month);
    let verified: VerifyResponse['data'] | undefined;
    let took = 0;
    const grown = await growthDuring(async () => {
      took = await timed(async () => {
        verified = await service(app, 'verification').run();
      });
    });
    if (!verified?.ok) throw new Error(`Verifying finds ${JSON.stringify(verified)}.`);
    const of = `${postings.toLocaleString('en')} postings and ${MONTHS.length} seals`;
    return [
      atMost(`verifying ${of}`, took, VERIFYING_MS),
      atMost(`verifying ${of}, memory in MB`, grown, VERIFYING_MB),
    ];
  } finally {
    await app.stop();
  }
};

/** Sealing a large month, its files, and verifying a long ledger with many seals. */
export const bench: Bench = async ({ quick }) => [
  ...(await sealing(quick ? 2_000 : 20_000)),
  ...(await verifying(quick ? 20_000 : 1_000_000)),
];
