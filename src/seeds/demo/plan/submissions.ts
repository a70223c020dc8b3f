import type { Category } from '../../../plugins/points/server/src/public';
import { addDays, dayOf, daysOf, isWorkday, momentOf } from '../calendar';
import type { Random } from '../random';
import { inventStory } from '../texts/bodies';
import { chooseWords, inventTitle, type Words } from '../texts/titles';
import { UNITS, type DemoOfficer, type DemoUnit } from '../units';
import type { Contribution, PlannedSubmission } from './types';

const CATEGORY_WEIGHTS: Readonly<Record<Category, number>> = {
  'culture-news': 42,
  'work-result': 41,
  research: 10,
  commissioned: 7,
};

/** How many units share an item: most come from one, a few from up to seven. */
const SIZES = { '1': 80, '2': 11, '3': 4, '4': 2, '5': 1, '6': 1, '7': 1 } as const;

/** Months differ: Spring Festival is quiet, the reading and heritage months are not. */
const SEASON = [0.9, 0.7, 1, 1.15, 1.2, 1.15, 0.9, 0.85, 1.05, 1.1, 1.05, 1];
const PER_MONTH = 36;

const WEIGHT_OF_UNIT = Object.fromEntries(UNITS.map(({ code, diligence }) => [code, diligence]));

/** The unit named first: what the item is about is its field. */
const leadOf = ([lead]: readonly Contribution[]): DemoUnit => {
  const unit = UNITS.find(({ code }) => code === lead?.unit);
  if (!unit) throw new Error(`The demo has no unit ${lead?.unit}.`);
  return unit;
};

const officersFor = (random: Random, unit: string, officers: readonly DemoOfficer[]) => {
  const own = officers.filter((officer) => officer.unit === unit);
  return random.sample(own, Number(random.weighted({ '0': 5, '1': 68, '2': 21, '3': 6 })));
};

const contributionsFor = (random: Random, officers: readonly DemoOfficer[]): Contribution[] => {
  const size = Number(random.weighted(SIZES));
  const units = new Set<string>();
  while (units.size < size) units.add(random.weighted(WEIGHT_OF_UNIT));
  return [...units].map((unit) => ({ unit, officers: officersFor(random, unit, officers) }));
};

/** Some time of a working day, before `until`. */
const receivedOn = (random: Random, month: string, until: Date): Date | null => {
  const days = daysOf(month, dayOf(until)).filter(isWorkday);
  if (days.length === 0) return null;
  const moment = momentOf(random.pick(days), random.integer(8, 17), random.integer(0, 59));
  return moment < until ? moment : addDays(moment, -1);
};

/** Titles are told apart by a number in brackets where chance gives one twice. */
export const createTitles = (): ((random: Random, category: Category, words: Words) => string) => {
  const taken = new Set<string>();
  const unlike = (title: string): string => {
    let number = 2;
    while (taken.has(`${title}（${number}）`)) number += 1;
    return `${title}（${number}）`;
  };
  return (random, category, words) => {
    const tries = [1, 2, 3].map(() => inventTitle(random, category, words));
    const title = tries.find((candidate) => !taken.has(candidate)) ?? unlike(tries[0] ?? '');
    taken.add(title);
    return title;
  };
};

const countFor = (month: string, until: Date): number => {
  const season = SEASON[Number(month.slice(5)) - 1] ?? 1;
  const last = dayOf(until);
  const share = last.startsWith(month) ? Number(last.slice(8)) / 30 : 1;
  return Math.ceil(PER_MONTH * season * Math.min(share, 1));
};

/** What is sent in during a month, up to `until`. */
export const planSubmissions = (
  random: Random,
  month: string,
  until: Date,
  officers: readonly DemoOfficer[],
  titles: ReturnType<typeof createTitles>
): PlannedSubmission[] =>
  Array.from({ length: countFor(month, until) }).flatMap(() => {
    const receivedAt = receivedOn(random, month, until);
    if (!receivedAt) return [];
    const category = random.weighted(CATEGORY_WEIGHTS);
    const contributions = contributionsFor(random, officers);
    const words = chooseWords(random, leadOf(contributions));
    const { summary, body } = inventStory(random, category, words);
    const title = titles(random, category, words);
    return [{ title, category, contributions, text: summary, body, receivedAt }];
  });
