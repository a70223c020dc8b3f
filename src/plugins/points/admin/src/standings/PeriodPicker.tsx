import { Button, Flex, IconButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useIntl } from 'react-intl';
import {
  codeOf,
  PARTS,
  partsOf,
  SPANS,
  type PeriodParts,
  type Span,
} from '../../../shared/periods';
import { isFuture, monthAt, shift, withSpan } from '../shared/periods';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';

interface PeriodPickerProps {
  value: string;
  onChange: (code: string) => void;
}

const YEARS_BACK = 9;

const yearsAround = (chosen: number, thisYear: number): number[] => {
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, index) => thisYear - index);
  return years.includes(chosen) ? years : [...years, chosen].sort((a, b) => b - a);
};

/** Chooses a month, quarter, half or year, and steps to the one before and after. */
export const PeriodPicker = ({ value, onChange }: PeriodPickerProps) => {
  const { formatMessage } = useIntl();
  const thisMonth = monthAt(new Date());
  const parts = partsOf(value);
  if (!parts) return null;

  const choose = (next: PeriodParts) => onChange(codeOf(next));
  const next = shift(parts, 1);
  const current = withSpan(partsOf(thisMonth) ?? parts, parts.span, thisMonth);

  return (
    <Flex
      gap={2}
      wrap="wrap"
      alignItems="center"
      role="group"
      aria-label={formatMessage({ id: trId('report.period'), defaultMessage: 'Period' })}
    >
      <SingleSelect
        size="S"
        aria-label={formatMessage({
          id: trId('report.span'),
          defaultMessage: 'Length of the period',
        })}
        value={parts.span}
        onChange={(span) => choose(withSpan(parts, span as Span, thisMonth))}
      >
        {SPANS.map((span) => (
          <SingleSelectOption key={span} value={span}>
            {formatMessage({ id: trId(`report.span.${span}`), defaultMessage: span })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <IconButton
        label={formatMessage({ id: trId('report.previous'), defaultMessage: 'Previous period' })}
        onClick={() => choose(shift(parts, -1))}
      >
        <ChevronLeft />
      </IconButton>
      <YearSelect parts={parts} thisMonth={thisMonth} onChange={choose} />
      <PartSelect parts={parts} thisMonth={thisMonth} onChange={choose} />
      <IconButton
        label={formatMessage({ id: trId('report.next'), defaultMessage: 'Next period' })}
        disabled={isFuture(next, thisMonth)}
        onClick={() => choose(next)}
      >
        <ChevronRight />
      </IconButton>
      {codeOf(current) === value ? null : (
        <Button variant="ghost" size="S" onClick={() => choose(current)}>
          {formatMessage({ id: trId(`report.current.${parts.span}`), defaultMessage: 'Current' })}
        </Button>
      )}
    </Flex>
  );
};

interface SelectProps {
  parts: PeriodParts;
  thisMonth: string;
  onChange: (parts: PeriodParts) => void;
}

const YearSelect = ({ parts, thisMonth, onChange }: SelectProps) => {
  const { formatMessage } = useIntl();
  const latest = (year: number): PeriodParts => {
    const same = { ...parts, year };
    return isFuture(same, thisMonth)
      ? withSpan({ span: 'year', year, part: 1 }, parts.span, thisMonth)
      : same;
  };
  return (
    <SingleSelect
      size="S"
      aria-label={formatMessage({ id: trId('report.year'), defaultMessage: 'Year' })}
      value={String(parts.year)}
      onChange={(year) => onChange(latest(Number(year)))}
    >
      {yearsAround(parts.year, Number(thisMonth.slice(0, 4))).map((year) => (
        <SingleSelectOption key={year} value={String(year)}>
          {formatMessage(
            { id: trId('period.year'), defaultMessage: '{year}' },
            { year: String(year) }
          )}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};

const PartSelect = ({ parts, thisMonth, onChange }: SelectProps) => {
  const { formatDate, formatMessage } = useIntl();
  const labelOf = usePeriodLabel();
  if (parts.span === 'year') return null;

  const nameOf = (part: number): string =>
    parts.span === 'month'
      ? formatDate(Date.UTC(parts.year, part - 1, 1), { month: 'short', timeZone: 'UTC' })
      : formatMessage(
          {
            id: trId(`period.${parts.span}-alone`),
            defaultMessage: labelOf(codeOf({ ...parts, part })),
          },
          { part }
        );

  return (
    <SingleSelect
      size="S"
      aria-label={formatMessage({
        id: trId(`report.span.${parts.span}`),
        defaultMessage: parts.span,
      })}
      value={String(parts.part)}
      onChange={(part) => onChange({ ...parts, part: Number(part) })}
    >
      {Array.from({ length: PARTS[parts.span] }, (_, index) => index + 1).map((part) => (
        <SingleSelectOption
          key={part}
          value={String(part)}
          disabled={part !== parts.part && isFuture({ ...parts, part }, thisMonth)}
        >
          {nameOf(part)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
