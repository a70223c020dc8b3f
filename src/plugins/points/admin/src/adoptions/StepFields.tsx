import {
  Box,
  Flex,
  Grid,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { RecordableView } from '../../../shared/contracts';
import { EvidenceField } from '../bonuses/EvidenceField';
import { useChannelName } from '../shared/choices';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { DetailFields } from './DetailFields';
import { missingIn, type StepDraft } from './step-draft';

interface StepFieldsProps {
  /** From 1. */
  place: number;
  draft: StepDraft;
  /** What can be recorded of its day. */
  recordable: RecordableView | undefined;
  /** Whether it says what is missing. */
  showsMissing: boolean;
  onChange: (draft: StepDraft) => void;
  onRemove: (() => void) | undefined;
}

/** What is asked about one step: through what, when, by whom, under which number, with which words. */
export const StepFields = ({
  place,
  draft,
  recordable,
  showsMissing,
  onChange,
  onRemove,
}: StepFieldsProps) => {
  const { formatMessage } = useIntl();
  const nameOf = useChannelName();
  const channels = recordable?.channels ?? [];
  const change = (values: Partial<StepDraft>) => onChange({ ...draft, ...values });
  const missing = missingIn(draft);
  const { isInstruction } = draft;
  const isOffered = channels.some(({ channel }) => channel === draft.channel);
  const required = formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' });
  const errorOf = (field: 'channel' | 'adoptedOn' | 'organ'): string | undefined =>
    showsMissing && missing.has(field) ? required : undefined;
  const title = formatMessage(
    { id: trId('recording.step'), defaultMessage: 'Step {place}' },
    { place }
  );
  return (
    <Box
      background="neutral0"
      hasRadius
      borderColor="neutral200"
      padding={5}
      tag="section"
      aria-label={title}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between">
          <Typography variant="delta" tag="h3">
            {title}
          </Typography>
          {onRemove ? (
            <IconButton
              variant="ghost"
              label={formatMessage(
                { id: trId('recording.remove-step'), defaultMessage: 'Remove step {place}' },
                { place }
              )}
              onClick={onRemove}
            >
              <Trash />
            </IconButton>
          ) : null}
        </Flex>
        <Grid.Root gap={4}>
          <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
            <LabelledField
              name={`channel-${draft.key}`}
              required
              label={formatMessage({ id: trId('recording.channel'), defaultMessage: 'Channel' })}
              error={errorOf('channel')}
            >
              <SingleSelect
                value={draft.channel}
                placeholder={formatMessage({
                  id: trId('choice-input.placeholder'),
                  defaultMessage: 'Choose',
                })}
                onChange={(chosen) => change({ channel: String(chosen) })}
              >
                {draft.channel !== null && !isOffered ? (
                  <SingleSelectOption value={draft.channel}>
                    {nameOf(draft.channel)}
                  </SingleSelectOption>
                ) : null}
                {channels.map(({ channel, name }) => (
                  <SingleSelectOption key={channel} value={channel}>
                    {nameOf(channel, name)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </LabelledField>
          </Grid.Item>
          <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
            <LabelledField
              name={`adoptedOn-${draft.key}`}
              required
              label={formatMessage({
                id: trId('recording.day'),
                defaultMessage: 'Date of adoption',
              })}
              error={errorOf('adoptedOn')}
            >
              <TextInput
                type="date"
                value={draft.adoptedOn}
                onChange={({ target }) => change({ adoptedOn: target.value })}
              />
            </LabelledField>
          </Grid.Item>
          <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
            <LabelledField
              name={`organ-${draft.key}`}
              required={isInstruction}
              label={
                isInstruction
                  ? formatMessage({ id: trId('recording.leader'), defaultMessage: 'Leader' })
                  : formatMessage({ id: trId('recording.organ'), defaultMessage: 'Organ' })
              }
              error={errorOf('organ')}
            >
              <TextInput
                maxLength={120}
                value={draft.organ}
                onChange={({ target }) => change({ organ: target.value })}
              />
            </LabelledField>
          </Grid.Item>
          <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
            <LabelledField
              name={`reference-${draft.key}`}
              label={formatMessage({
                id: trId('recording.reference'),
                defaultMessage: 'Number or issue',
              })}
            >
              <TextInput
                maxLength={200}
                value={draft.reference}
                onChange={({ target }) => change({ reference: target.value })}
              />
            </LabelledField>
          </Grid.Item>
          <DetailFields
            draft={draft}
            onChange={(name, value) => change({ details: { ...draft.details, [name]: value } })}
          />
        </Grid.Root>
        <LabelledField
          name={`words-${draft.key}`}
          label={
            isInstruction
              ? formatMessage({
                  id: trId('recording.words-instruction'),
                  defaultMessage: 'What the leader wrote',
                })
              : formatMessage({
                  id: trId('recording.words'),
                  defaultMessage: 'Title under which it ran',
                })
          }
        >
          <Textarea
            maxLength={2000}
            value={draft.words}
            onChange={({ target }) => change({ words: target.value })}
          />
        </LabelledField>
        <EvidenceField
          hint={formatMessage({
            id: trId('recording.evidence-hint'),
            defaultMessage:
              'A scan of the page, the notice or the instruction. It is kept and locked.',
          })}
          value={draft.evidence}
          onChange={(evidence) => change({ evidence })}
        />
      </Flex>
    </Box>
  );
};
