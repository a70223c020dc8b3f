import { parsePeriod } from '../domain/period';

/** How long a period is, from the shortest. */
export const SPANS = ['month', 'quarter', 'half', 'year'] as const;
export type Span = (typeof SPANS)[number];

/** How many periods of a span a year has. */
export const PARTS: Record<Span, number> = { month: 12, quarter: 4, half: 2, year: 1 };

export interface PeriodParts {
  span: Span;
  year: number;
  /** 1-based; 1 for a year. */
  part: number;
}

/** The code of a period: `2026`, `2026-H1`, `2026-Q2`, `2026-03`. */
export const codeOf = ({ span, year, part }: PeriodParts): string => {
  if (span === 'year') return String(year);
  if (span === 'half') return `${year}-H${part}`;
  if (span === 'quarter') return `${year}-Q${part}`;
  return `${year}-${String(part).padStart(2, '0')}`;
};

const spanOf = (code: string): Span => {
  if (code.length === 4) return 'year';
  if (code.includes('H')) return 'half';
  if (code.includes('Q')) return 'quarter';
  return 'month';
};

/** The parts of a period's code, or `null` when there is no such period. */
export const partsOf = (code: string): PeriodParts | null => {
  if (!parsePeriod(code)) return null;
  const span = spanOf(code);
  const part = span === 'year' ? 1 : Number(code.slice(5).replace(/^[HQ]/, ''));
  return { span, year: Number(code.slice(0, 4)), part };
};

/** How the periods of a reader's language are called, but for months, which every platform can name. */
export interface PeriodWords {
  /** Its tag, by which months are named: `zh-Hans`, `en`. */
  language: string;
  translate: (key: PeriodKey, values: Readonly<Record<string, string | number>>) => string;
}

type PeriodKey = 'period.half.1' | 'period.half.2' | 'period.quarter' | 'period.year';

const keyOf = ({ part, span }: PeriodParts): PeriodKey => {
  if (span === 'half') return part === 1 ? 'period.half.1' : 'period.half.2';
  return span === 'quarter' ? 'period.quarter' : 'period.year';
};

/** How a period reads: 2026年3月, 2026年第2季度, 2026年上半年, 2026年. What is no period reads as it is. */
export const periodNameOf = (code: string, { language, translate }: PeriodWords): string => {
  const parts = partsOf(code);
  if (!parts) return code;
  const { part, span, year } = parts;
  if (span !== 'month') return translate(keyOf(parts), { year: String(year), part });
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(year, part - 1, 1));
};
