import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { createAccounts, type AccountCode } from './accounts';
import { changeSealed, issueBulletins, makeReviews, sealMonths, sealedMonths } from './bulletins';
import { giveBonuses } from './bonuses';
import { playCommissions } from './commissions';
import { fillDesks, type IntakeCast } from './intake';
import { fileObjections } from './objections';
import { planDemo, type DemoPlan } from './plan';
import { drawPictures } from './pictures/draw';
import type { Drawing } from './pictures/drawing';
import { film } from './pictures/film';
import { uploadDrawings } from './pictures/upload';
import { playEvents } from './play';
import { publishSite } from './site';
import { createRandom } from './random';
import { markDemo } from './state';
import { documentsOf, type Stored } from './strapi';
import { headOf, UNITS } from './units';

export { ACCOUNTS, keepPassword, type DemoAccount } from './accounts';
export { demoState } from './state';

/** The same number, the same demo. */
export const DEFAULT_SEED = 2026;

/** The unit of the logins officer and leader. */
const LOGIN_UNIT = 'bwg';
const LEADER_NAME = '顾明远';

export interface DemoOptions {
  seed: number;
  /** The end of the story: nothing in it is later. */
  until: Date;
  password: string;
  /** How many months it covers; fourteen unless told. */
  months?: number;
  /** In how many colourings each scene is drawn; three unless told. */
  colourings?: number;
  /** Told what is being done. */
  onStep: (step: string) => void;
}

const createRuleSet = async (strapi: Core.Strapi, effectiveFrom: string): Promise<void> => {
  const file = path.join(strapi.dirs.app.root, 'database/seeds/regulation.rule-set.json');
  const regulation = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await documentsOf(strapi, 'plugin::points.rule-set').create({
    data: { ...regulation, effectiveFrom },
  });
};

const createUnits = async (strapi: Core.Strapi): Promise<Map<string, Stored>> => {
  const made = new Map<string, Stored>();
  for (const [index, { code, name, kind }] of UNITS.entries()) {
    const data = { code, name, kind, ...headOf(index) };
    made.set(code, await documentsOf(strapi, 'plugin::points.unit').create({ data }));
  }
  return made;
};

const createOfficers = async (
  strapi: Core.Strapi,
  { officers }: DemoPlan,
  units: ReadonlyMap<string, Stored>,
  accounts: Readonly<Record<AccountCode, number>>
): Promise<Map<string, Stored>> => {
  const login = officers.find(({ unit }) => unit === LOGIN_UNIT);
  const accountOf = (name: string): { account?: number } => {
    if (name === LEADER_NAME) return { account: accounts.leader };
    return name === login?.name ? { account: accounts.officer } : {};
  };
  const made = new Map<string, Stored>();
  for (const { unit, name } of [...officers, { unit: LOGIN_UNIT, name: LEADER_NAME }]) {
    const post = name === LEADER_NAME ? 'leader' : 'officer';
    const data = { name, unit: units.get(unit)?.id, post, ...accountOf(name) };
    made.set(name, await documentsOf(strapi, 'plugin::points.officer').create({ data }));
  }
  return made;
};

const NEIGHBOUR = 'tsg';

/** Who stands behind the logins of office and officer. */
const intakeCast = (
  { officers: planned }: DemoPlan,
  units: ReadonlyMap<string, Stored>,
  officers: ReadonlyMap<string, Stored>,
  { office, officer, leader }: Readonly<Record<AccountCode, number>>
): IntakeCast => {
  const unit = units.get(LOGIN_UNIT);
  const neighbour = units.get(NEIGHBOUR);
  const record = officers.get(planned.find((each) => each.unit === LOGIN_UNIT)?.name ?? '');
  if (!unit || !neighbour || !record) throw new Error('The demo lacks the unit of its logins.');
  return { office, officer, leader, unit, officerRecord: record, neighbour };
};

const FILMS = 6;

/** Films of drawings that lie evenly among all, so that they show different scenes. */
const filmSome = async (drawn: readonly Drawing[]): Promise<Drawing[]> => {
  const films: Drawing[] = [];
  for (let index = 0; index < FILMS; index += 1) {
    const drawing = drawn[Math.floor((index * drawn.length) / FILMS)];
    if (drawing) films.push(await film(drawing));
  }
  return films;
};

/**
 * Fills an empty database: people, logins, the regulation's rule set, and months of work lived
 * through at their own dates. Marks the database as whole at the very end.
 */
export const seedDemo = async (
  strapi: Core.Strapi,
  { seed, until, password, months, colourings = 3, onStep }: DemoOptions
): Promise<void> => {
  await markDemo(strapi, 'seeding');
  const plan = planDemo(seed, until, months);
  onStep('账号、单位、信息员 Logins, units and officers');
  const accounts = await createAccounts(strapi, password);
  await createRuleSet(strapi, plan.firstDay);
  const units = await createUnits(strapi);
  const officers = await createOfficers(strapi, plan, units, accounts);
  onStep('图片、视频 Pictures and films');
  const drawn = await drawPictures(createRandom(seed).fork('pictures'), colourings);
  const pictures = await uploadDrawings(strapi, drawn);
  const films = await uploadDrawings(strapi, await filmSome(drawn));
  onStep(`${plan.events.length} 件事 events since ${plan.firstDay}`);
  const cast = { units, officers, pictures, films, editor: accounts.editor };
  await playEvents(strapi, cast, plan.events);
  onStep('收件箱、工作台 Inbox and desks');
  const intake = intakeCast(plan, units, officers, accounts);
  await fillDesks(strapi, createRandom(seed).fork('intake'), intake, until);
  onStep('约稿 Commissions');
  await playCommissions(strapi, units, intake, until);
  onStep('加分 Bonuses');
  await giveBonuses(strapi, units, intake, until);
  const sealed = sealedMonths(plan.firstDay, until);
  onStep(`封存 ${sealed.length} 个月 Months are sealed`);
  const sealedBulletins = await sealMonths(strapi, intake, sealed);
  onStep('通报 Bulletins are issued');
  await issueBulletins(strapi, intake, sealedBulletins);
  await makeReviews(strapi, intake, sealed, until);
  await changeSealed(strapi, intake, sealed, until);
  onStep('异议 Objections');
  await fileObjections(strapi, intake, until);
  onStep('网站栏目 The site’s columns');
  const random = createRandom(seed).fork('site');
  const { editor } = cast;
  await publishSite(strapi, { random, until, units, pictures, films, colourings, editor });
  await markDemo(strapi, 'complete');
};
