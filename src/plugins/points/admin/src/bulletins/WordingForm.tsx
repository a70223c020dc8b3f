import {
  Box,
  Button,
  Checkbox,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import {
  MAX_PRAISED,
  type BulletinFigures,
  type BulletinWording,
  type WordingField,
} from '../../../domain/bulletin-wording';
import type { BulletinDocumentResponse } from '../../../shared/contracts';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';

type Change = Partial<BulletinWording>;

interface WordingFormProps {
  wording: BulletinWording;
  figures: BulletinFigures;
  stock: BulletinDocumentResponse['data']['stock'];
  /** What the server says is wrong, by field. */
  wrong: Readonly<Partial<Record<string, string>>>;
  onChange: (change: Change) => void;
}

/** The words of a bulletin, to be changed. */
export const WordingForm = (props: WordingFormProps) => {
  const { formatMessage } = useIntl();
  const { onChange, stock, wording, wrong } = props;
  return (
    <Box background="neutral0" hasRadius borderColor="neutral200" padding={5}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <LabelledField
          name="number"
          label={formatMessage({ id: trId('bulletin.field.number'), defaultMessage: 'Number' })}
          error={wrong.number}
        >
          <TextInput
            maxLength={60}
            placeholder="常文广旅〔2026〕1号"
            value={wording.number}
            onChange={({ target }) => onChange({ number: target.value })}
          />
        </LabelledField>
        <TextField {...props} name="title" />
        <TextField {...props} name="addressees" />
        <TextField {...props} name="opening" />
        <PraisedCount {...props} />
        <TextField {...props} name="praise" />
        <Checkbox
          checked={wording.namesZeroReports}
          onCheckedChange={(checked) => onChange({ namesZeroReports: checked === true })}
        >
          {formatMessage({
            id: trId('bulletin.field.namesZeroReports'),
            defaultMessage: 'Name units that sent nothing',
          })}
        </Checkbox>
        {wording.namesZeroReports ? <TextField {...props} name="zeroReports" /> : null}
        <Criticised {...props} />
        {wording.criticised.length > 0 ? <TextField {...props} name="criticism" /> : null}
        <TextField {...props} name="problems" />
        <Stock field="problems" sentences={stock.problems} {...props} />
        <TextField {...props} name="requirements" />
        <Stock field="requirements" sentences={stock.requirements} {...props} />
        <TextField {...props} name="closing" />
        <TextField {...props} name="signature" />
        <LabelledField
          name="date"
          label={formatMessage({ id: trId('bulletin.field.date'), defaultMessage: 'Date' })}
          hint={formatMessage({
            id: trId('bulletin.field.date-hint'),
            defaultMessage: 'Left empty, it is the day on which the bulletin is issued.',
          })}
          error={wrong.date}
        >
          <TextInput
            type="date"
            value={wording.date ?? ''}
            onChange={({ target }) => onChange({ date: target.value === '' ? null : target.value })}
          />
        </LabelledField>
      </Flex>
    </Box>
  );
};

const TextField = ({
  name,
  onChange,
  wording,
  wrong,
}: WordingFormProps & { name: WordingField }) => {
  const { formatMessage } = useIntl();
  return (
    <LabelledField
      name={name}
      label={formatMessage({ id: trId(`bulletin.field.${name}`), defaultMessage: name })}
      error={wrong[name]}
    >
      <Textarea
        value={wording[name]}
        onChange={({ target }) => onChange({ [name]: target.value })}
      />
    </LabelledField>
  );
};

const PraisedCount = ({ onChange, wording, wrong }: WordingFormProps) => {
  const { formatMessage } = useIntl();
  return (
    <LabelledField
      name="praisedCount"
      label={formatMessage({
        id: trId('bulletin.field.praisedCount'),
        defaultMessage: 'Places praised',
      })}
      hint={formatMessage({
        id: trId('bulletin.field.praisedCount-hint'),
        defaultMessage: 'Of each kind of units; all of a tie, and nobody without points.',
      })}
      error={wrong.praisedCount}
    >
      <SingleSelect
        value={String(wording.praisedCount)}
        onChange={(count) => onChange({ praisedCount: Number(count) })}
      >
        {Array.from({ length: MAX_PRAISED + 1 }, (_, count) => (
          <SingleSelectOption key={count} value={String(count)}>
            {count}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </LabelledField>
  );
};

const Criticised = ({ figures, onChange, wording, wrong }: WordingFormProps) => {
  const { formatMessage } = useIntl();
  return (
    <LabelledField
      name="criticised"
      label={formatMessage({
        id: trId('bulletin.field.criticised'),
        defaultMessage: 'Units criticised',
      })}
      hint={formatMessage({
        id: trId('bulletin.field.criticised-hint'),
        defaultMessage: 'None, unless chosen here.',
      })}
      error={wrong.criticised}
    >
      <MultiSelect
        withTags
        value={wording.criticised}
        onChange={(criticised: string[]) => onChange({ criticised })}
        onClear={() => onChange({ criticised: [] })}
      >
        {figures.units.map(({ documentId, name }) => (
          <MultiSelectOption key={documentId} value={documentId}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </LabelledField>
  );
};

interface StockProps extends WordingFormProps {
  field: 'problems' | 'requirements';
  sentences: readonly string[];
}

/** Sentences of the template that the text has not yet: one goes in when it is chosen. */
const Stock = ({ field, onChange, sentences, wording }: StockProps) => {
  const text = wording[field];
  const left = sentences.filter((sentence) => !text.includes(sentence));
  const add = (sentence: string) =>
    onChange({ [field]: [text.trimEnd(), sentence].filter((part) => part !== '').join('\n') });
  return left.map((sentence) => (
    <Flex key={sentence}>
      <Button variant="ghost" size="S" onClick={() => add(sentence)}>
        {`+ ${sentence}`}
      </Button>
    </Flex>
  ));
};
