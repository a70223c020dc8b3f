import type { Core } from '@strapi/strapi';
import { startApp, type TestApp } from '../support';
import { acceptAll, makeDrafts } from './drafts';
import { compare, interleave, timed, type Bench } from './measure';

const ARTICLE = 'api::article.article';
const UNITS = 20;

/** Name of the plugin's document middleware. */
const POINTS_MIDDLEWARE = 'rules-of-the-type';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];

/**
 * A switch in front of the plugin's document middleware. Strapi's way to take a middleware out is
 * known only to who put it in, so the bench stands between them before the application loads.
 */
const installSwitch = (strapi: Core.Strapi): { isOn: boolean } => {
  const state = { isOn: true };
  let found = false;
  const use = strapi.documents.use.bind(strapi.documents);
  const switched =
    (middleware: Middleware): Middleware =>
    (context, next) =>
      state.isOn ? middleware(context, next) : next();
  strapi.documents.use = (middleware) => {
    if (middleware.name !== POINTS_MIDDLEWARE) return use(middleware);
    found = true;
    return use(switched(middleware));
  };
  return {
    get isOn() {
      return state.isOn;
    },
    set isOn(value) {
      if (!found) throw new Error(`No document middleware is called ${POINTS_MIDDLEWARE}.`);
      state.isOn = value;
    },
  };
};

interface Measured {
  documentIds: readonly string[];
  awards: number;
}

/** What was measured as awarded must be in the ledger, and what was not, must not. */
const requireAwards = async (app: TestApp, measured: readonly Measured[]): Promise<void> => {
  for (const { documentIds, awards } of measured) {
    const postings = await app.strapi.db
      .query('plugin::points.posting')
      .count({ where: { entryDocumentId: { $in: [...documentIds] } } });
    if (postings === documentIds.length * awards) continue;
    throw new Error(`${documentIds.length} entries have ${postings} postings, not ${awards} each.`);
  }
};

/** What PostgreSQL does by itself within a minute: count its rows, without which it plans at random. */
const countRows = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.db.dialect.client === 'postgres') await strapi.db.connection.raw('analyze');
};

/** Publishing with an award against publishing the same with the plugin's middleware switched off. */
export const bench: Bench = async ({ quick }) => {
  const rounds = quick ? { warmUp: 2, rounds: 10 } : { warmUp: 40, rounds: 500 };
  let points = { isOn: true };
  const app = await startApp({
    beforeLoad: (strapi) => {
      points = installSwitch(strapi);
    },
  });
  try {
    await app.make.ruleSet();
    const units = await app.make.units(UNITS);
    const count = rounds.warmUp + rounds.rounds;
    const off = await makeDrafts(app, units, { count, unitCount: 1 });
    const one = await makeDrafts(app, units, { count, unitCount: 1 });
    const five = await makeDrafts(app, units, { count, unitCount: 5 });
    await acceptAll(app);
    const waiting = await makeDrafts(app, units, { count, unitCount: 1 });

    const publish = (documentIds: readonly string[], isOn: boolean) => (round: number) => {
      points.isOn = isOn;
      const documentId = documentIds[round] ?? '';
      return timed(() => app.make.documents(ARTICLE).publish({ documentId }));
    };
    const afterWarmUp = (): Promise<void> => countRows(app.strapi);
    const times = await interleave(
      { ...rounds, afterWarmUp },
      {
        off: publish(off, false),
        one: publish(one, true),
        five: publish(five, true),
        waiting: publish(waiting, true),
      }
    );
    await requireAwards(app, [
      { documentIds: off, awards: 0 },
      { documentIds: one, awards: 1 },
      { documentIds: five, awards: 5 },
      { documentIds: waiting, awards: 1 },
    ]);
    const without: [string, number[]] = ['the same without the plugin’s middleware', times.off];
    return [
      compare(['publishing, one unit', times.one], without, 1.1),
      compare(['publishing, five joint units', times.five], without, 1.2),
      compare(['publishing, one unit, and accepting', times.waiting], without, null),
    ];
  } finally {
    await app.stop();
  }
};
