import type { Core } from '@strapi/strapi';
import { calendarService } from '../../common/time/calendar';
import { isDay } from '../../common/time/day';
import { has, type SiteType } from '../public-api/site-types';
import { named } from './templates/format';
import type { EntryType } from './types/entry-type';

const LONGEST = 100;

interface Choice {
  value: string;
  name: string;
}

/** One way to narrow a list: words, or one of several values. */
export interface Filter {
  name: string;
  label: string;
  value: string;
  choices?: readonly Choice[];
}

const LABELS: Readonly<Record<string, string | undefined>> = {
  topic: '主题分类',
  validity: '有效性',
  kind: '类别',
  state: '状态',
  level: '级别',
  stage: '进度',
  field: '领域',
};

const WORDS: ReadonlyArray<{ name: string; label: string; attribute: string }> = [
  { name: 'title', label: '标题', attribute: 'title' },
  { name: 'number', label: '发文字号', attribute: 'documentNumber' },
  { name: 'index', label: '索引号', attribute: 'indexNumber' },
];

const FIRST_YEAR = 2000;

const choicesOf = ({ attributes }: SiteType, name: string): Choice[] => {
  const attribute = attributes.find(([each]) => each === name)?.[1] as
    { enum?: readonly string[] } | undefined;
  return (attribute?.enum ?? []).map((value) => ({ value, name: named(value) }));
};

/** The value that was chosen, where it is one of those there are. */
const chosen = (choices: readonly Choice[], asked: string | null): string =>
  choices.some(({ value }) => value === asked) ? (asked ?? '') : '';

/** A document of a year is one that was made out in it, and whatever has no such day one published in it. */
const dayOfYear = (type: SiteType): 'issuedOn' | 'publicationDate' =>
  has(type, 'issuedOn') ? 'issuedOn' : 'publicationDate';

const yearsUntil = (today: string): Choice[] => {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => String(last - index)).map(
    (year) => ({ value: year, name: `${year}年` })
  );
};

/** The ways to narrow a list of a type, with what was asked for. */
export const filtersOf = (
  strapi: Core.Strapi,
  type: SiteType,
  { list, isSequence }: EntryType,
  asked: URLSearchParams,
  now: Date
): Filter[] => {
  const words = WORDS.filter(({ attribute }) => has(type, attribute)).map(({ name, label }) => ({
    name,
    label,
    value: (asked.get(name) ?? '').trim().slice(0, LONGEST),
  }));
  const years = yearsUntil(calendarService(strapi).dayOf(now));
  const year: Filter[] = isSequence
    ? [{ name: 'year', label: '年份', choices: years, value: chosen(years, asked.get('year')) }]
    : [];
  const closed = (list.filters ?? []).map((name) => {
    const choices = choicesOf(type, name);
    return { name, label: LABELS[name] ?? name, choices, value: chosen(choices, asked.get(name)) };
  });
  return [...words, ...year, ...closed];
};

const yearCondition = (strapi: Core.Strapi, type: SiteType, year: string): object => {
  const attribute = dayOfYear(type);
  const next = String(Number(year) + 1);
  if (attribute === 'issuedOn') {
    return { issuedOn: { $gte: `${year}-01-01`, $lt: `${next}-01-01` } };
  }
  const calendar = calendarService(strapi);
  const [from, to] = [`${year}-01-01`, `${next}-01-01`];
  if (!isDay(from) || !isDay(to)) return {};
  return { publicationDate: { $gte: calendar.startOf(from), $lt: calendar.startOf(to) } };
};

/** What the filters ask of an entry. */
export const conditionsOf = (
  strapi: Core.Strapi,
  type: SiteType,
  filters: readonly Filter[]
): object[] =>
  filters
    .filter(({ value }) => value !== '')
    .map(({ name, value, choices }) => {
      if (name === 'year') return yearCondition(strapi, type, value);
      if (choices) return { [name]: value };
      const word = WORDS.find((each) => each.name === name);
      return word ? { [word.attribute]: { $containsi: value } } : {};
    });

/** The filters in use, as a query has them. */
export const queryOf = (filters: readonly Filter[]): Record<string, string> =>
  Object.fromEntries(
    filters.filter(({ value }) => value !== '').map(({ name, value }) => [name, value])
  );
