import { daysBetween } from './period';
import type { Category } from './vocabulary';

/** What is looked at before a piece is sent (§五), so that it does not come back for trifles. */

/** An office's rule about a word. */
export interface WordRule {
  word: string;
  kind: 'wrong' | 'sensitive';
  suggestion: string | null;
  severity: Severity;
}

/** Errors hinder sending, warnings do not. */
type Severity = 'error' | 'warning';

/** A piece as it would be sent. */
export interface Sheet {
  title: string;
  category: Category | null;
  text: string;
  /** Officers named as authors. */
  authors: number;
  /** Whether a unit needs its leader to answer for it, and whether one does. */
  needsSigner: boolean;
  hasSigner: boolean;
  attachments: ReadonlyArray<{ name: string; isPicture: boolean; alternativeText: string | null }>;
  /** `YYYY-MM-DD`. */
  eventDate: string | null;
  /** The day on which it would be sent. */
  today: string;
}

type PrecheckField =
  'title' | 'category' | 'text' | 'officers' | 'signer' | 'attachments' | 'eventDate';

/** Something that is missing, or should be looked at. */
export interface Finding {
  field: PrecheckField;
  code:
    | 'no-title'
    | 'no-category'
    | 'no-text'
    | 'no-author'
    | 'no-signer'
    | 'no-alternative-text'
    | 'no-event-date'
    | 'old-event'
    | 'wrong-word'
    | 'sensitive-word';
  severity: Severity;
  /** The picture without a description. */
  name?: string;
  word?: WordRule;
  place?: Place;
}

/** Where a word stands in a field. */
interface Place {
  start: number;
  length: number;
  /** With some words around it. */
  excerpt: string;
}

/** News older than this is history: the office returns it as outdated. */
const DAYS_FRESH = 30;
/** Of each word in a field no more places than that: they are for reading. */
const MOST_PLACES = 20;
const AROUND = 8;

const DATED: ReadonlySet<Category> = new Set(['work-result', 'culture-news']);

const error = (field: PrecheckField, code: Finding['code']): Finding => ({
  field,
  code,
  severity: 'error',
});

const warning = (field: PrecheckField, code: Finding['code']): Finding => ({
  field,
  code,
  severity: 'warning',
});

const isBlank = (text: string): boolean => text.trim() === '';

const missing = (sheet: Sheet): Finding[] => [
  ...(isBlank(sheet.title) ? [error('title', 'no-title')] : []),
  ...(sheet.category === null ? [error('category', 'no-category')] : []),
  ...(isBlank(sheet.text) && sheet.attachments.length === 0 ? [error('text', 'no-text')] : []),
  ...(sheet.authors === 0 ? [error('officers', 'no-author')] : []),
  ...(sheet.needsSigner && !sheet.hasSigner ? [error('signer', 'no-signer')] : []),
];

const advisable = ({ category, eventDate, today, attachments }: Sheet): Finding[] => [
  ...attachments
    .filter(({ isPicture, alternativeText }) => isPicture && isBlank(alternativeText ?? ''))
    .map(({ name }) => ({ ...warning('attachments', 'no-alternative-text'), name })),
  ...(eventDate === null && category !== null && DATED.has(category)
    ? [warning('eventDate', 'no-event-date')]
    : []),
  ...(eventDate !== null && daysBetween(eventDate, today) > DAYS_FRESH
    ? [warning('eventDate', 'old-event')]
    : []),
];

/** Cut between characters, never within one. */
const excerptOf = (text: string, start: number, length: number): string =>
  text
    .slice(Math.max(start - AROUND, 0), start + length + AROUND)
    .replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
    .replace(/\s+/g, ' ');

const placesOf = (text: string, word: string): Place[] => {
  const places: Place[] = [];
  if (word === '') return places;
  const searched = text.toLowerCase();
  const wanted = word.toLowerCase();
  // Few letters change their length with their case; then places would be wrong.
  const [within, sought] = searched.length === text.length ? [searched, wanted] : [text, word];
  let start = within.indexOf(sought);
  while (start >= 0 && places.length < MOST_PLACES) {
    places.push({ start, length: sought.length, excerpt: excerptOf(text, start, sought.length) });
    start = within.indexOf(sought, start + sought.length);
  }
  return places;
};

const words = (sheet: Sheet, rules: readonly WordRule[]): Finding[] =>
  (['title', 'text'] as const).flatMap((field) =>
    rules.flatMap((rule) =>
      placesOf(sheet[field], rule.word).map((place): Finding => ({
        field,
        code: rule.kind === 'wrong' ? 'wrong-word' : 'sensitive-word',
        severity: rule.severity,
        word: rule,
        place,
      }))
    )
  );

/** All that a piece lacks, and every place of a word that the office's list names. */
export const precheck = (sheet: Sheet, rules: readonly WordRule[]): Finding[] => [
  ...missing(sheet),
  ...advisable(sheet),
  ...words(sheet, rules),
];
