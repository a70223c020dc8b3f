import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../src/common/database/transaction';
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
import type { TestApp } from '../support';
import { loading } from './bulk';
import { BY_HAND, makeYear } from './year';

export const FIRST_MONTH: Month = '2024-11';

/** The months of a long ledger, each of which is sealed. */
export const SEALED_MONTHS = Array.from({ length: 24 }, (_, index) =>
  addMonths(FIRST_MONTH, index)
);

interface Reconcile {
  rebuildTotals(): Promise<void>;
}

export const rebuildTotals = ({ strapi }: TestApp): Promise<void> =>
  strapi.plugin('points').service<Reconcile>('reconcile').rebuildTotals();

/** Fills an empty database with a ledger of so many postings over some months, all of adoptions by hand. */
export const fillLedger = async (
  app: TestApp,
  postings: number,
  months: readonly Month[]
): Promise<void> => {
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

/** Fills an empty database with a ledger of so many postings, all of whose months are sealed. */
export const fillSealedLedger = async (app: TestApp, postings: number): Promise<void> => {
  await fillLedger(app, postings, SEALED_MONTHS);
  // Arrivals are counted by sealing itself, which this ledger did not go through.
  await app.strapi.db.connection('points_submissions').update({ received_at: null });
  await rebuildTotals(app);
  for (const month of SEALED_MONTHS) await sealUnchecked(app.strapi, month);
};
