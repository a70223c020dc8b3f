import type { ReactNode } from 'react';
import { Checkbox, Flex, Textarea, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { AWARD_CLASSES, MOST_PROSE, MOST_SIGNATURE, UNIT_KINDS } from '../../../shared/contracts';
import type { ReviewContent, ReviewKind, ReviewOutcome } from '../../../shared/contracts';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { Card } from '../shared/Card';
import { numberOf, withCriticised } from './review-draft';

interface ReviewFormProps {
  content: ReviewContent;
  kind: ReviewKind;
  outcome: ReviewOutcome;
  isOpen: boolean;
  onChange: (content: ReviewContent) => void;
}

/** What the office sets and writes of a review. */
export const ReviewForm = (props: ReviewFormProps) => {
  const { formatMessage } = useIntl();
  return (
    <>
      <Card title={formatMessage({ id: trId('review.settings'), defaultMessage: 'Settings' })}>
        <Thresholds {...props} />
        {props.kind === 'year' ? <Quotas {...props} /> : null}
      </Card>
      {props.kind === 'half' ? <Silent {...props} /> : null}
      <Card title={formatMessage({ id: trId('review.prose'), defaultMessage: 'Text' })}>
        <Prose {...props} />
      </Card>
    </>
  );
};

interface NumberFieldProps {
  name: string;
  label: string;
  value: number;
  isOpen: boolean;
  onChange: (value: number) => void;
}

const NumberField = ({ isOpen, label, name, onChange, value }: NumberFieldProps) => (
  <LabelledField name={name} label={label}>
    <TextInput
      inputMode="numeric"
      maxLength={4}
      disabled={!isOpen}
      value={String(value)}
      onChange={({ target }) => onChange(numberOf(target.value))}
    />
  </LabelledField>
);

const Row = ({ children }: { children: ReactNode }) => (
  <Flex gap={4} alignItems="flex-end" wrap="wrap">
    {children}
  </Flex>
);

const Thresholds = ({ content, isOpen, onChange }: ReviewFormProps) => {
  const { formatMessage } = useIntl();
  const { thresholds } = content;
  const change = (values: Partial<ReviewContent['thresholds']>) =>
    onChange({ ...content, thresholds: { ...thresholds, ...values } });
  return (
    <Row>
      {UNIT_KINDS.map((kind) => (
        <NumberField
          key={kind}
          name={`praised-${kind}`}
          label={formatMessage(
            { id: trId('review.praised-first'), defaultMessage: 'Praised: {kind}' },
            { kind: formatMessage({ id: trId(`report.kind.${kind}`), defaultMessage: kind }) }
          )}
          value={thresholds.praised[kind]}
          isOpen={isOpen}
          onChange={(value) => change({ praised: { ...thresholds.praised, [kind]: value } })}
        />
      ))}
      <NumberField
        name="leastItems"
        label={formatMessage({
          id: trId('review.least-items'),
          defaultMessage: 'Items that it takes at least',
        })}
        value={thresholds.leastItems}
        isOpen={isOpen}
        onChange={(leastItems) => change({ leastItems })}
      />
      <NumberField
        name="silentMonths"
        label={formatMessage({
          id: trId('review.silent-least'),
          defaultMessage: 'Months with nothing that are named',
        })}
        value={thresholds.silentMonths}
        isOpen={isOpen}
        onChange={(silentMonths) => change({ silentMonths })}
      />
    </Row>
  );
};

const Quotas = ({ content, isOpen, onChange }: ReviewFormProps) => {
  const { formatMessage } = useIntl();
  const { headsBeside, quotas } = content;
  return (
    <Row>
      {AWARD_CLASSES.map((awardClass) => (
        <NumberField
          key={awardClass}
          name={`quota-${awardClass}`}
          label={formatMessage(
            { id: trId('review.quota'), defaultMessage: 'Quota: {class}' },
            {
              class: formatMessage({
                id: trId(`review.class.${awardClass}`),
                defaultMessage: awardClass,
              }),
            }
          )}
          value={quotas[awardClass]}
          isOpen={isOpen}
          onChange={(value) => onChange({ ...content, quotas: { ...quotas, [awardClass]: value } })}
        />
      ))}
      <Checkbox
        checked={headsBeside}
        disabled={!isOpen}
        onCheckedChange={(value) => onChange({ ...content, headsBeside: value === true })}
      >
        {formatMessage({
          id: trId('review.heads-beside'),
          defaultMessage: 'Propose heads of winning units beside the quota',
        })}
      </Checkbox>
    </Row>
  );
};

const Silent = ({ content, isOpen, onChange, outcome }: ReviewFormProps) => {
  const { formatMessage } = useIntl();
  if (outcome.silent.length === 0) return null;
  return (
    <Card
      title={formatMessage({
        id: trId('review.silent'),
        defaultMessage: 'Sent nothing for long: ticked ones are criticised',
      })}
    >
      {outcome.silent.map(({ silentMonths, unit }) => (
        <Checkbox
          key={unit.documentId}
          checked={content.criticised.includes(unit.documentId)}
          disabled={!isOpen}
          onCheckedChange={(value) =>
            onChange(withCriticised(content, unit.documentId, value === true))
          }
        >
          {`${unit.name} (${silentMonths.join(', ')})`}
        </Checkbox>
      ))}
    </Card>
  );
};

const PARTS = ['praise', 'problems', 'requirements', 'nextSteps'] as const;

/** The problems are told of a half year; a year's document is about its awards. */
const partsOf = (kind: ReviewKind) =>
  PARTS.filter((part) => kind === 'half' || part !== 'problems');

const Prose = ({ content, isOpen, kind, onChange }: ReviewFormProps) => {
  const { formatMessage } = useIntl();
  const { prose } = content;
  return (
    <>
      {partsOf(kind).map((part) => (
        <LabelledField
          key={part}
          name={part}
          label={formatMessage({ id: trId(`review.prose.${part}`), defaultMessage: part })}
          hint={formatMessage({
            id: trId('review.prose-hint'),
            defaultMessage: 'One paragraph a line.',
          })}
        >
          <Textarea
            maxLength={MOST_PROSE}
            disabled={!isOpen}
            value={prose[part]}
            onChange={({ target }) =>
              onChange({ ...content, prose: { ...prose, [part]: target.value } })
            }
          />
        </LabelledField>
      ))}
      <LabelledField
        name="signature"
        label={formatMessage({ id: trId('review.signature'), defaultMessage: 'Signed by' })}
      >
        <TextInput
          maxLength={MOST_SIGNATURE}
          disabled={!isOpen}
          value={content.signature}
          onChange={({ target }) => onChange({ ...content, signature: target.value })}
        />
      </LabelledField>
    </>
  );
};
