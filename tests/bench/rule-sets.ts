import { regulation } from '../../src/plugins/points/domain/__fixtures__/regulation';
import type {
  ReportResponse,
  RuleSetDraftResponse,
  RuleSetJson,
  RuleSetTrial,
} from '../../src/plugins/points/shared/contracts';
import { startApp, type TestApp } from '../support';
import { loading } from './bulk';
import { atMost, compare, interleave, median, timed, type Bench, type Row } from './measure';
import { makeYear } from './year';

const ROUNDS = 5;
const TRYING_MS = 3_000;
/** A year of so many adoptions has twice as many postings, for pieces are joint and name several officers. */
const POSTINGS_AN_ADOPTION = 2;

type Draft = RuleSetDraftResponse['data'];

interface Services {
  reconcile: { rebuildTotals(): Promise<void> };
  ruleSetDrafts: {
    create(body: { ruleSet: string }): Promise<Draft>;
    save(documentId: string, body: object): Promise<Draft>;
  };
  ruleSetTrial: { run(documentId: string, until: string): Promise<RuleSetTrial> };
  report: { standings(code: string, by: 'unit', kind: null): Promise<ReportResponse> };
}

const service = <Name extends keyof Services>({ strapi }: TestApp, name: Name): Services[Name] =>
  strapi.plugin('points').service<Services[Name]>(name);

/** A draft under which the most common channel gives twice as much: nearly every piece changes. */
const beginDraft = async (app: TestApp, ruleSet: string): Promise<Draft> => {
  const drafts = service(app, 'ruleSetDrafts');
  const { content, documentId, name, revision } = await drafts.create({ ruleSet });
  const { channels, ...others } = content as RuleSetJson;
  const doubled = channels.map((each) =>
    each.channel === 'site.dynamics' ? { ...each, points: 2 } : each
  );
  return drafts.save(documentId, { name, revision, content: { ...others, channels: doubled } });
};

const GROUND = { clause: '四', sentence: { zh: '任务', en: 'Task' } };

/** A rule of every kind that a period has, over weeks, months, quarters and the year. */
const QUOTA_LADEN = {
  submitting: { points: 0.5, ...GROUND },
  caps: [{ period: 'month', most: 200, ...GROUND }],
  quotas: ['week', 'month', 'quarter', 'year'].flatMap((period) => [
    {
      period,
      counts: { kind: 'submitted' },
      effect: { kind: 'per-missing', target: 40, points: 1 },
      ...GROUND,
    },
    {
      period,
      counts: { kind: 'adoptions', channels: ['newsletter', 'site.headline'] },
      effect: { kind: 'beyond', target: 2, points: 1 },
      ...GROUND,
    },
  ]),
  floors: [{ period: 'month', least: 0, ...GROUND }],
  gates: [
    {
      period: 'year',
      counts: { kind: 'adoption-rate' },
      least: 30,
      effect: 'no-commendation',
      ...GROUND,
    },
  ],
};

/** The year's report under the same rules with and without what reaches over a period. */
const reporting = async (app: TestApp, ruleSet: string): Promise<Row[]> => {
  const rows = app.strapi.db.query('plugin::points.rule-set');
  const under = (extensions: object | null) => async (): Promise<number> => {
    await rows.update({ where: { documentId: ruleSet }, data: { extensions } });
    return timed(() => service(app, 'report').standings('2026', 'unit', null));
  };
  const laden = under(QUOTA_LADEN);
  const first = await laden();
  const { data } = await service(app, 'report').standings('2026', 'unit', null);
  if (!data.some(({ effects = [] }) => effects.length > 0))
    throw new Error('No rule has an effect.');
  const times = await interleave({ warmUp: 1, rounds: ROUNDS }, { laden, plain: under(null) });
  const plain: [string, number[]] = ['the same rules without', times.plain];
  return [
    compare(['year report, quota-laden rules', times.laden], plain, 1.5),
    compare(['the first after a start', [first]], plain, null),
  ];
};

const trying = async (app: TestApp, adoptions: number): Promise<Row[]> => {
  const { strapi } = app;
  const ruleSet = await app.make.ruleSet({ effectiveFrom: '2024-01-01' });
  await loading(strapi, () =>
    makeYear(
      strapi,
      {
        ruleSet: regulation({ id: ruleSet.id, effectiveFrom: '2024-01-01' }),
        ruleSetDocumentId: ruleSet.documentId,
      },
      adoptions * POSTINGS_AN_ADOPTION
    )
  );
  await service(app, 'reconcile').rebuildTotals();
  const { documentId } = await beginDraft(app, ruleSet.documentId);
  const run = () => service(app, 'ruleSetTrial').run(documentId, '2026-12');
  const { units } = await run();
  if (!units.some(({ changed }) => changed > 0)) throw new Error('The draft changes nothing.');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(run));
  const [row] = await strapi.db.connection('points_adoptions').count({ count: '*' });
  const count = Number(row?.count).toLocaleString('en');
  return [
    atMost(`trying a draft on ${count} adoptions of a year`, median(times), TRYING_MS),
    ...(await reporting(app, ruleSet.documentId)),
  ];
};

/** Scoring a year anew under a rule set that is not in force, and its report under rules that reach over periods. */
export const bench: Bench = async ({ quick }) => {
  const app = await startApp();
  try {
    return await trying(app, quick ? 5_000 : 100_000);
  } finally {
    await app.stop();
  }
};
