import { daysBetween } from './period';
import type { Category } from './vocabulary';

/** What is looked at before a submission is sent (§五), so that it does not come back for trifles. */

/** An office's rule about a word. */
export interface WordRule {
  word: string;
  kind: 'wrong' | 'sensitive';
  suggestion: string | null;
  severity: Severity;
  /** Words that hold it and are right: 第一带头人 for 一带. */
  exceptions: readonly string[];
}

/**
 * A text as it is searched, and for each unit of it the index of its character in the source. The
 * house has one fold for all searches, which the caller gives.
 */
export type Fold = (text: string) => { text: string; from: readonly number[] };

/** Errors hinder sending, warnings do not. */
type Severity = 'error' | 'warning';

/** A submission as it would be sent. */
export interface PrecheckInput {
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
  occurrence?: Occurrence;
}

/** Where a word stands in a field. */
interface Occurrence {
  start: number;
  length: number;
  /** With some words around it. */
  excerpt: string;
}

/** News older than this is history: the office returns it as outdated. */
const DAYS_FRESH = 30;
/** Of each word in a field no more occurrences than that: they are for reading. */
const MOST_OCCURRENCES = 20;
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

const missing = (input: PrecheckInput): Finding[] => [
  ...(isBlank(input.title) ? [error('title', 'no-title')] : []),
  ...(input.category === null ? [error('category', 'no-category')] : []),
  ...(isBlank(input.text) && input.attachments.length === 0 ? [error('text', 'no-text')] : []),
  ...(input.authors === 0 ? [error('officers', 'no-author')] : []),
  ...(input.needsSigner && !input.hasSigner ? [error('signer', 'no-signer')] : []),
];

const advisable = ({ category, eventDate, today, attachments }: PrecheckInput): Finding[] => [
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

const HAN = /\p{Script=Han}/u;
const BLANK = /[^\S\n]/;

/** A text folded, without the blanks that would hide a Chinese word; lines stay apart. */
const searchable = (text: string, fold: Fold, dropsBlanks: boolean): ReturnType<Fold> => {
  const folded = fold(text);
  if (!dropsBlanks) return folded;
  const kept = [...folded.from.keys()].filter((index) => !BLANK.test(folded.text.charAt(index)));
  return {
    text: kept.map((index) => folded.text.charAt(index)).join(''),
    from: kept.map((index) => folded.from[index] ?? 0),
  };
};

/** Where a word stands in a text, one find behind the other. */
const startsOf = (text: string, word: string): number[] => {
  const starts: number[] = [];
  if (word === '') return starts;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    starts.push(at);
  }
  return starts;
};

/** The end of the character that begins at an index of the source. */
const endOf = (text: string, index: number): number =>
  index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);

const occurrencesOf = (text: string, rule: WordRule, fold: Fold): Occurrence[] => {
  const dropsBlanks = HAN.test(rule.word);
  const { text: within, from } = searchable(text, fold, dropsBlanks);
  const soughtOf = (word: string): string => searchable(word, fold, dropsBlanks).text;
  const word = soughtOf(rule.word);
  const right = rule.exceptions
    .map(soughtOf)
    .flatMap((exception) =>
      startsOf(within, exception).map((start) => ({ start, end: start + exception.length }))
    );
  return startsOf(within, word)
    .filter((at) => !right.some(({ start, end }) => start <= at && at + word.length <= end))
    .slice(0, MOST_OCCURRENCES)
    .map((at) => {
      const start = from[at] ?? 0;
      const length = endOf(text, from[at + word.length - 1] ?? start) - start;
      return { start, length, excerpt: excerptOf(text, start, length) };
    });
};

const wordFindings = (input: PrecheckInput, rules: readonly WordRule[], fold: Fold): Finding[] =>
  (['title', 'text'] as const).flatMap((field) =>
    rules.flatMap((rule) =>
      occurrencesOf(input[field], rule, fold).map((occurrence): Finding => ({
        field,
        code: rule.kind === 'wrong' ? 'wrong-word' : 'sensitive-word',
        severity: rule.severity,
        word: rule,
        occurrence,
      }))
    )
  );

/**
 * All that a submission lacks, and every occurrence of a word that the office's list names: written wide or
 * narrow, with blanks between or letters that are not seen, and not where it is part of an exception.
 */
export const precheck = (
  input: PrecheckInput,
  rules: readonly WordRule[],
  fold: Fold
): Finding[] => [...missing(input), ...advisable(input), ...wordFindings(input, rules, fold)];
