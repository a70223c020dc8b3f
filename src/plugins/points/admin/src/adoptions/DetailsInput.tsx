import { forwardRef } from 'react';
import { useForm } from '@strapi/strapi/admin';
import { Box, Field, Flex, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useChannelName } from '../shared/choices';
import type { FieldInputProps } from '../shared/LabelledField';
import { useGetUnitsQuery } from '../shared/points-api';
import { useGetRecordableQuery } from './adoptions-api';
import { DETAIL_LABELS, DetailFields } from './DetailFields';
import { recordableOn } from './recordable';
import { DETAILS, detailsOf, emptyStep, judgedBy, type StepDraft } from './step-draft';
import { toldIn } from './told-details';

const textIn = (values: object | undefined, name: string): string => {
  const value = (values as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};

/** The adoption of the form as the page of recording has one that is filled in. */
const useDraft = (value: unknown): StepDraft => {
  const adoptedOn = useForm('DetailsInput', ({ values }) => textIn(values, 'adoptedOn'));
  const channel = useForm('DetailsInput', ({ values }) => textIn(values, 'channel'));
  const { data: views = [] } = useGetRecordableQuery(undefined);
  const channels = recordableOn(views, adoptedOn)?.channels ?? [];
  return judgedBy(channels, { ...emptyStep(0), channel, adoptedOn, details: toldIn(value) });
};

/**
 * The input of an adoption's details in the Content Manager's form: what the rules of its day ask,
 * in their words. Where they ask nothing, and nothing is told, there is none.
 */
const DetailsInput = forwardRef<HTMLDivElement, FieldInputProps<unknown>>(
  ({ name, label, hint, error, disabled = false, value, onChange }, ref) => {
    const draft = useDraft(value);
    const isAsked = Object.keys(draft.asks).length > 0;
    if (!isAsked && Object.keys(draft.details).length === 0) return null;
    const change = (detail: string, text: string) => {
      const details = detailsOf({ ...draft, details: { ...draft.details, [detail]: text } });
      onChange(name, details && JSON.stringify(details));
    };
    return (
      <Field.Root name={name} error={error} hint={hint} ref={ref}>
        <Box tag="fieldset" padding={0} style={{ border: 0 }}>
          <Box tag="legend" paddingBottom={2}>
            <Typography variant="pi" fontWeight="bold">
              {label}
            </Typography>
          </Box>
          {isAsked && !disabled ? (
            <Grid.Root gap={4}>
              <DetailFields draft={draft} onChange={change} />
            </Grid.Root>
          ) : (
            <Told draft={draft} />
          )}
        </Box>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
DetailsInput.displayName = 'DetailsInput';

/** What was told, to be read. */
const Told = ({ draft: { adoptedOn, asks, details } }: { draft: StepDraft }) => {
  const { formatMessage } = useIntl();
  const nameOf = useChannelName();
  const { rewrittenBy } = details;
  const { data: units = [] } = useGetUnitsQuery({ day: adoptedOn }, { skip: !rewrittenBy });
  const wordsOf = (name: (typeof DETAILS)[number], text: string): string => {
    if (name === 'rewrittenBy') {
      return units.find(({ documentId }) => documentId === text)?.name ?? text;
    }
    const terms = name === 'kind' || name === 'form' || name === 'place' ? asks[name] : undefined;
    const term = terms?.find(({ code }) => code === text);
    return term ? nameOf(term.code, term.name) : text;
  };
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={1}>
      {DETAILS.map((name) => {
        const text = details[name];
        return text === undefined ? null : (
          <Flex key={name} gap={2}>
            <Typography tag="dt" textColor="neutral600">
              {formatMessage(DETAIL_LABELS[name])}
            </Typography>
            <Typography tag="dd">{wordsOf(name, text)}</Typography>
          </Flex>
        );
      })}
    </Flex>
  );
};

export default DetailsInput;
