import { foldWithSource, type Folded } from '../../common/text/fold';
import type { Needle } from './terms';

/** Where something stands in a text: from, and up to but not including to. */
interface Range {
  from: number;
  to: number;
}

/** Characters of an excerpt, and how many of them stand before the first find. */
const EXCERPT = 120;
const LEAD = 30;

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and XML, in content and in attributes. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

const isIdeograph = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character);

const continuesWord = (character: string | undefined): boolean =>
  character !== undefined && WORD_CHARACTER.test(character) && !isIdeograph(character);

const standsAlone = (text: string, { from, to }: Range): boolean =>
  !continuesWord(Array.from(text.slice(Math.max(0, from - 2), from)).at(-1)) &&
  !continuesWord(Array.from(text.slice(to, to + 2))[0]);

const findsOf = ({ text }: Folded, { text: needle, isWord }: Needle): Range[] => {
  const finds: Range[] = [];
  for (let from = text.indexOf(needle); from >= 0; from = text.indexOf(needle, from + 1)) {
    const find = { from, to: from + needle.length };
    if (!isWord || standsAlone(text, find)) finds.push(find);
  }
  return finds;
};

const merged = (ranges: readonly Range[]): Range[] => {
  const sorted = [...ranges].sort((one, other) => one.from - other.from);
  const result: Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && range.from < last.to) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
};

/** Where the needles stand in the source. */
const findsIn = (source: string, needles: readonly Needle[]): Range[] => {
  const folded = foldWithSource(source);
  const at = (index: number): number => folded.from[index] ?? source.length;
  return merged(needles.flatMap((needle) => findsOf(folded, needle))).map(({ from, to }) => ({
    from: at(from),
    to: at(to),
  }));
};

const mark = (source: string, finds: readonly Range[], { from, to }: Range): string => {
  let marked = '';
  let at = from;
  for (const find of finds) {
    if (find.to <= from || find.from >= to) continue;
    const start = Math.max(find.from, from);
    const end = Math.min(find.to, to);
    marked += escapeMarkup(source.slice(at, start));
    marked += `<mark>${escapeMarkup(source.slice(start, end))}</mark>`;
    at = end;
  }
  return marked + escapeMarkup(source.slice(at, to));
};

/** The whole text as HTML, with what was found in `<mark>`. */
export const highlight = (source: string, needles: readonly Needle[]): string =>
  mark(source, findsIn(source, needles), { from: 0, to: source.length });

/** Moves an index that falls into a surrogate pair before it. */
const whole = (source: string, index: number): number =>
  /[\uDC00-\uDFFF]/.test(source.charAt(index)) ? index - 1 : index;

/**
 * A piece of the text around its first find as HTML, with what was found in `<mark>` and `…` where
 * text is left out; its beginning where nothing is found.
 */
export const excerpt = (source: string, needles: readonly Needle[]): string => {
  const finds = findsIn(source, needles);
  const first = finds[0]?.from ?? 0;
  const latest = Math.max(0, source.length - EXCERPT);
  const from = whole(source, Math.min(Math.max(0, first - LEAD), latest));
  const to = whole(source, Math.min(source.length, from + EXCERPT));
  const piece = mark(source, finds, { from, to });
  return `${from > 0 ? '…' : ''}${piece}${to < source.length ? '…' : ''}`;
};
