import { isChannel, type LedgerQuery, type PointsSource } from '../../../shared/contracts';
import { BONUS, CORRECTION } from '../../../shared/contracts';
import { partsOf } from '../../../shared/periods';

/** What the address holds: anything at all, since people edit addresses. */
export type RawLedger = Partial<Record<keyof LedgerQuery, unknown>>;

const MOST_LETTERS = 64;

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= MOST_LETTERS ? value : undefined;

const sourceIn = (value: unknown): PointsSource | undefined => {
  if (value === BONUS || value === CORRECTION) return value;
  return isChannel(value) ? value : undefined;
};

/** Which postings an address asks for: what it says wrongly is left out. */
export const ledgerQueryIn = (raw: RawLedger): LedgerQuery => {
  const period = textIn(raw.period);
  const page = Number(raw.page);
  const asked = {
    period: period !== undefined && partsOf(period) ? period : undefined,
    unit: textIn(raw.unit),
    officer: textIn(raw.officer),
    submission: textIn(raw.submission),
    channel: sourceIn(raw.channel),
    page: Number.isSafeInteger(page) && page > 1 ? page : undefined,
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
};
