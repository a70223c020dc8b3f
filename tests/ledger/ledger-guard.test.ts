import type { Knex } from 'knex';
import {
  connect,
  errorOf,
  refusalOf,
  startApp,
  type Client,
  type Document,
  type Reference,
  type TestApp,
} from '../support';

const POSTING = 'plugin::points.posting';
const TOTAL = 'plugin::points.total';
const REFUSAL = /postings are never changed and never deleted/;
const BY_SYSTEM_ONLY = '计分记录只能由系统追加';

const collection = (type: string): string =>
  `/content-manager/collection-types/plugin::points.${type}`;

describe('the ledger', () => {
  let app: TestApp;
  let raw: Knex;
  let office: Client;
  let named: Record<'unit' | 'officer' | 'submission' | 'adoption' | 'rule-set', Document>;
  let posting: { id: number; documentId: string };
  let before: unknown[];

  const postings = (): Promise<unknown[]> => raw('points_postings').orderBy('id');

  beforeAll(async () => {
    app = await startApp();
    raw = connect(app.database);
    office = await app.api.as('super-admin');
    const ruleSet = await app.make.ruleSet();
    const [unit] = await app.make.units(2);
    const officer = await app.make.officer(unit);
    const submission = await app.make.submission({ units: [unit], officers: [officer] });
    await app.make.article({ placement: 'headline', submission, publish: true });
    const adoption = await app.make.adoption({
      submission,
      channel: 'newsletter',
      adoptedOn: '2026-03-02',
    });
    named = { unit, officer, submission, adoption, 'rule-set': ruleSet };
    posting = (await raw('points_postings')
      .select('id', { documentId: 'document_id' })
      .first()) as typeof posting;
    before = await postings();
  });
  afterAll(async () => {
    await raw.destroy();
    await app.stop();
  });

  // Whatever a case tries, and even where it is refused in words: the ledger is as it was.
  afterEach(async () => {
    expect(await postings()).toEqual(before);
  });

  it('holds something', () => {
    expect(before).toHaveLength(2);
  });

  describe('in the database', () => {
    it.each([
      ['update of all', 'update points_postings set amount = 1'],
      [
        'update of one',
        "update points_postings set unit_name = '' where id = (select min(id) from points_postings)",
      ],
      ['update without a change', 'update points_postings set amount = amount'],
      ['delete of all', 'delete from points_postings'],
      [
        'delete of one',
        'delete from points_postings where id = (select max(id) from points_postings)',
      ],
    ])('refuses %s', async (_what, statement) => {
      expect(await refusalOf(raw.raw(statement))).toMatch(REFUSAL);
    });

    it('refuses what empties or replaces the table', async () => {
      const statement =
        app.database.kind === 'postgres'
          ? 'truncate points_postings'
          : `replace into points_postings (id, key) select id, key from points_postings`;
      expect(await refusalOf(raw.raw(statement))).toMatch(REFUSAL);
    });
  });

  describe("through Strapi's query engine", () => {
    const query = () => app.strapi.db.query(POSTING);

    it.each<[string, () => Promise<unknown>]>([
      ['update', () => query().update({ where: { id: posting.id }, data: { amount: 1 } })],
      ['updateMany', () => query().updateMany({ where: {}, data: { amount: 1 } })],
      ['delete', () => query().delete({ where: { id: posting.id } })],
      ['deleteMany', () => query().deleteMany({ where: {} })],
    ])('refuses %s', async (_what, write) => {
      expect(await refusalOf(write())).toMatch(REFUSAL);
    });
  });

  describe('through the document service', () => {
    it.each([POSTING, TOTAL])('refuses every write of %s', async (uid) => {
      const documents = app.make.documents(uid);
      const { documentId } = posting;
      for (const write of [
        documents.create({ data: {} }),
        documents.update({ documentId, data: { amount: 1 } }),
        documents.delete({ documentId }),
      ]) {
        expect(await refusalOf(write)).toContain(BY_SYSTEM_ONLY);
      }
    });
  });

  describe('through the Content Manager', () => {
    it.each(['posting', 'total'])('refuses every write of a %s', async (type) => {
      const one = `${collection(type)}/${posting.documentId}`;
      for (const language of ['en', 'zh-Hans'] as const) {
        for (const response of [
          await office.post(collection(type), { amount: 1 }, { language }),
          await office.put(one, { amount: 1 }, { language }),
          await office.delete(one, { language }),
          await office.post(
            `${collection(type)}/actions/bulkDelete`,
            { documentIds: [posting.documentId] },
            { language }
          ),
        ]) {
          expect(response.status).toBeGreaterThanOrEqual(400);
          expect(response.status).toBeLessThan(500);
        }
      }
    });
  });

  describe('keeps what it names', () => {
    const SENTENCES = {
      unit: ['activeTo', 'cannot be deleted', '不能删除'],
      officer: ['activeTo', 'cannot be deleted', '不能删除'],
      submission: ['', 'Withdraw its adoptions', '请撤回它的录用'],
      adoption: ['', 'Withdraw it with a reason', '请改用“撤回”'],
      'rule-set': ['effectiveTo', 'cannot be deleted', '不能删除'],
    } as const;
    const types = Object.keys(SENTENCES) as Array<keyof typeof SENTENCES>;

    const remaining = (type: keyof typeof SENTENCES): Promise<Document | null> =>
      app.make.documents(`plugin::points.${type}`).findOne({ documentId: named[type].documentId });

    const expectRefusal = async (
      type: keyof typeof SENTENCES,
      attempt: (reference: Reference, language: string) => ReturnType<Client['delete']>
    ): Promise<void> => {
      const [field, en, zh] = SENTENCES[type];
      for (const [language, sentence] of [
        ['en', en],
        ['zh-Hans', zh],
      ] as const) {
        const response = await attempt(named[type], language);
        expect(response.status).toBe(400);
        const { message } = errorOf(response);
        expect(message).toContain(sentence);
        expect(message).toContain(field);
      }
      expect(await remaining(type)).not.toBeNull();
    };

    it.each(types)('refuses to delete the %s', async (type) => {
      await expectRefusal(type, ({ documentId }, language) =>
        office.delete(`${collection(type)}/${documentId}`, { language })
      );
    });

    it.each(types)('refuses to delete the %s in bulk', async (type) => {
      await expectRefusal(type, ({ documentId }, language) =>
        office.post(
          `${collection(type)}/actions/bulkDelete`,
          { documentIds: [documentId] },
          { language }
        )
      );
    });

    it('deletes nothing of a bulk in which one is named', async () => {
      const [free] = await app.make.units(1);
      const response = await office.post(`${collection('unit')}/actions/bulkDelete`, {
        documentIds: [free.documentId, named.unit.documentId],
      });
      expect(response.status).toBe(400);
      const documents = app.make.documents('plugin::points.unit');
      expect(await documents.findOne({ documentId: free.documentId })).not.toBeNull();
    });

    it('refuses to move or change what would rewrite history', async () => {
      const [, other] = await app.make.units(2);
      const moved = await office.put(
        `${collection('officer')}/${named.officer.documentId}`,
        { unit: { connect: [{ documentId: other.documentId }] } },
        { language: 'en' }
      );
      expect([moved.status, errorOf(moved).message]).toEqual([
        400,
        expect.stringContaining('can no longer change') as unknown,
      ]);
      const kind = await office.put(
        `${collection('unit')}/${named.unit.documentId}`,
        { kind: 'department' },
        { language: 'en' }
      );
      expect([kind.status, errorOf(kind).message]).toEqual([
        400,
        expect.stringContaining('kind') as unknown,
      ]);
    });
  });
});
