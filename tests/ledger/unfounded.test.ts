import type { ReconcileResponse } from '../../src/plugins/points/shared/contracts';
import { postingsOf, reconcileOf, startApp, type Document, type TestApp } from '../support';

type Findings = ReconcileResponse['data'];
type Row = Record<string, unknown>;

jest.setTimeout(600_000);

describe('what nothing stands behind', () => {
  let app: TestApp;
  let submission: Document;
  let real: Row;

  const table = (name: string) => app.strapi.db.connection(name);
  const repair = (): Promise<Findings> =>
    app.strapi.plugin('points').service<{ repair(): Promise<Findings> }>('reconcile').repair();
  const forgedPosting = async (key: string, changes: Row): Promise<void> => {
    await table('points_postings').insert({
      ...real,
      id: undefined,
      key,
      document_id: key,
      sequence: null,
      hash: null,
      ...changes,
    });
  };
  const forgedAdoption = async (documentId: string, changes: Row): Promise<void> => {
    await table('points_adoptions').insert({
      document_id: documentId,
      channel: 'central.adopted',
      adopted_on: '2026-03-09',
      adopted_at: new Date(),
      ...changes,
    });
    const { id } = (await table('points_adoptions').where({ document_id: documentId }).first()) as {
      id: number;
    };
    await table('points_adoptions_submission_lnk').insert({
      adoption_id: id,
      submission_id: submission.id,
    });
  };

  beforeAll(async () => {
    app = await startApp();
    await app.make.ruleSet();
    const [unit] = await app.make.units(1);
    submission = await app.make.submission({ units: [unit] });
    await app.make.article({ placement: 'headline', submission, publish: true });
    const withdrawn = await app.make.adoption({
      submission,
      channel: 'newsletter',
      adoptedOn: '2026-03-02',
    });
    await app.strapi
      .plugin('points')
      .service<{ withdraw(id: string, body: object): Promise<unknown> }>('adoptions')
      .withdraw(withdrawn.documentId, { reason: '重复登记' });
    real = (await table('points_postings').orderBy('id').first()) as Row;
  });
  afterAll(() => app.stop());

  it('is nothing in a ledger that the application wrote', async () => {
    expect(await reconcileOf(app)).toEqual({
      checked: expect.anything() as unknown,
      ok: true,
      ...{ entries: [], postings: [], unscored: [], unfounded: [] },
      ...{ withoutUnit: [], totals: [], files: [] },
    });
  });

  it('is named by reconcile, and a repair awards none of it', async () => {
    await forgedPosting('forged.nobody', { submission_id: null });
    await forgedPosting('forged.adoption', { adoption_id: null });
    await forgedPosting('forged.unit', { unit_id: null });
    await forgedPosting('forged.rules', { rule_set_id: null });
    await forgedPosting('forged.reversal', { kind: 'reversal', reverses: 'no such award' });
    await forgedPosting('forged.key', {});
    await forgedAdoption('forgedcentraladoption000', {});
    await forgedAdoption('forgedchannel00000000000', { channel: 'moon.adopted' });
    await forgedAdoption('forgedsite00000000000000', { channel: 'site.video' });
    await forgedAdoption('forgedpage00000000000000', {
      channel: 'site.video',
      entry_uid: 'api::nothing.nothing',
      entry_document_id: 'nothing',
    });
    // One that was withdrawn, made to look as if it never had been.
    await table('points_adoptions')
      .where({ channel: 'newsletter' })
      .update({ withdrawn_at: null, withdrawn_reason: null });

    const { ok, unfounded } = await reconcileOf(app);
    expect(ok).toBe(false);
    const problems = Object.fromEntries(
      unfounded
        .filter(({ problem }) => problem !== 'never-awarded')
        .map(({ id, problem }) => [id, problem])
    );
    expect(problems).toEqual({
      'forged.nobody': 'no-submission',
      'forged.adoption': 'no-adoption',
      'forged.unit': 'no-unit',
      'forged.rules': 'no-rule-set',
      'forged.reversal': 'no-award',
      'forged.key': 'impossible',
      forgedchannel00000000000: 'impossible',
      forgedsite00000000000000: 'impossible',
      forgedpage00000000000000: 'no-publication',
    });
  });

  it('stays without award after a repair', async () => {
    await table('points_adoptions').where({ channel: 'moon.adopted' }).delete();
    const found = await reconcileOf(app);
    const never = found.unfounded.filter(({ problem }) => problem === 'never-awarded');
    expect(never.map(({ id }) => id)).toContain('forgedcentraladoption000');
    expect(never.length).toBeGreaterThanOrEqual(2);
    const before: unknown[] = await table('points_postings').orderBy('id');
    await repair();
    expect(await table('points_postings').orderBy('id')).toEqual(before);
    const left = await reconcileOf(app);
    expect(left.unfounded).toEqual(found.unfounded);
    expect(left.totals).toEqual([]);
    expect((await postingsOf(app, { submission: submission.documentId })).length).toBeGreaterThan(
      0
    );
  });
});
