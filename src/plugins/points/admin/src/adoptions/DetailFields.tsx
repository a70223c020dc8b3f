import type { ReactNode } from 'react';
import { Grid, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useIntl, type MessageDescriptor } from 'react-intl';
import type { Names, RecordableChannel } from '../../../shared/contracts';
import { useChannelName } from '../shared/choices';
import { LabelledField } from '../shared/LabelledField';
import { LoadedUnits } from '../shared/LoadedUnits';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import type { DetailName, StepDraft } from './step-draft';

interface DetailFieldsProps {
  draft: StepDraft;
  onChange: (name: DetailName, value: string) => void;
}

/** What each of them is called. */
export const DETAIL_LABELS: Record<DetailName, MessageDescriptor> = {
  kind: { id: trId('recording.detail.kind'), defaultMessage: 'Kind of piece' },
  form: { id: trId('recording.detail.form'), defaultMessage: 'Form' },
  place: { id: trId('recording.detail.place'), defaultMessage: 'Place' },
  length: { id: trId('recording.detail.length'), defaultMessage: 'Length in characters' },
  points: { id: trId('recording.detail.points'), defaultMessage: 'Points, as decided' },
  upperScore: {
    id: trId('recording.detail.upper-score'),
    defaultMessage: 'Points that the upper body gave',
  },
  rewrittenBy: {
    id: trId('recording.detail.rewritten-by'),
    defaultMessage: 'Rewritten by, for the office',
  },
};

const TERMS = ['kind', 'form', 'place'] as const;

type Choice = NonNullable<NonNullable<RecordableChannel['asks']>['points']>;

const inPoints = (hundredths: number): string => (hundredths / 100).toFixed(2);

/** What the rules of the day ask of an adoption through its channel; under the regulation nothing. */
export const DetailFields = ({ draft, onChange }: DetailFieldsProps) => {
  const { asks } = draft;
  const nameOf = useChannelName();
  const optionsOf = (terms: ReadonlyArray<{ code: string; name: Names }>) =>
    terms.map(({ code, name }) => ({ value: code, text: nameOf(code, name) }));
  const field = (name: DetailName, input: (props: InputProps) => ReactNode) => (
    <Detail key={name} name={name} draft={draft}>
      {input({ value: draft.details[name] ?? '', onChange: (value) => onChange(name, value) })}
    </Detail>
  );
  return (
    <>
      {TERMS.map((name) => {
        const terms = asks[name];
        return terms
          ? field(name, (props) => <Options {...props} options={optionsOf(terms)} />)
          : null;
      })}
      {asks.length ? field('length', (props) => <NumberInput {...props} />) : null}
      {asks.points ? field('points', (props) => <PointsInput {...props} {...asks} />) : null}
      {asks.upperScore ? field('upperScore', (props) => <NumberInput {...props} />) : null}
      {asks.rewrittenBy
        ? field('rewrittenBy', (props) => <UnitOptions {...props} day={draft.adoptedOn} />)
        : null}
    </>
  );
};

interface InputProps {
  value: string;
  onChange: (value: string) => void;
}

interface DetailProps {
  name: DetailName;
  draft: StepDraft;
  children: ReactNode;
}

const Detail = ({ name, draft: { key }, children }: DetailProps) => {
  const { formatMessage } = useIntl();
  return (
    <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
      <LabelledField name={`${name}-${key}`} label={formatMessage(DETAIL_LABELS[name])}>
        {children}
      </LabelledField>
    </Grid.Item>
  );
};

const Options = ({
  value,
  onChange,
  options,
}: InputProps & { options: ReadonlyArray<{ value: string; text: string }> }) => {
  const { formatMessage } = useIntl();
  return (
    <SingleSelect
      value={value}
      placeholder={formatMessage({
        id: trId('choice-input.placeholder'),
        defaultMessage: 'Choose',
      })}
      clearLabel={formatMessage({ id: trId('choice-input.clear'), defaultMessage: 'Clear' })}
      onClear={() => onChange('')}
      onChange={(chosen) => onChange(String(chosen))}
    >
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.text}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};

/** The units in use on the day. */
const UnitOptions = ({ day, ...props }: InputProps & { day: string }) => {
  const { data, error } = useGetUnitsQuery({ day });
  return (
    <LoadedUnits data={data} error={error}>
      {(units) => (
        <Options
          {...props}
          options={units.map(({ documentId, name }) => ({ value: documentId, text: name }))}
        />
      )}
    </LoadedUnits>
  );
};

const NumberInput = ({ value, onChange, placeholder }: InputProps & { placeholder?: string }) => (
  <TextInput
    inputMode="decimal"
    maxLength={12}
    value={value}
    placeholder={placeholder}
    onChange={({ target }) => onChange(target.value)}
  />
);

/** One of a set, or a number inside a range. */
const PointsInput = ({ points, ...props }: InputProps & { points?: Choice }) => {
  if (points?.kind === 'set') {
    const options = points.of.map(inPoints).map((value) => ({ value, text: value }));
    return <Options {...props} options={options} />;
  }
  const placeholder = points && `${inPoints(points.from)}–${inPoints(points.to)}`;
  return <NumberInput {...props} placeholder={placeholder} />;
};
