import { useRef, useState, type ChangeEvent } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Plus, Upload } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { useMakeRuleSetDraftMutation } from './rule-sets-api';

interface BeginDraftProps {
  /** The rule set that a draft begins as a copy of; `null` when there is none. */
  ruleSet: string | null;
  onBegun: (draft: string) => void;
}

/** Larger files are no rule sets: they are not even read. */
const MOST_BYTES = 1_000_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Begins a draft: as a copy of what is in force, or from a file. */
export const BeginDraft = ({ onBegun, ruleSet }: BeginDraftProps) => {
  const { formatMessage } = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const [isNoJson, setIsNoJson] = useState(false);
  const [make, { error, isLoading }] = useMakeRuleSetDraftMutation();

  const begin = async (body: Parameters<typeof make>[0]) => {
    setIsNoJson(false);
    const result = await make(body);
    if (!('error' in result)) onBegun(result.data.documentId);
  };

  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const content = file.size > MOST_BYTES ? null : parsed(await file.text());
    target.value = '';
    if (content === null) setIsNoJson(true);
    else await begin({ content });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('rule-set.begin-failed'),
            defaultMessage: 'The draft could not be begun.',
          })}
        />
      ) : null}
      {isNoJson ? (
        <Notice variant="danger">
          {formatMessage({
            id: trId('rule-set.no-json'),
            defaultMessage:
              'This file is no rule set: it takes a JSON file as the export gives it.',
          })}
        </Notice>
      ) : null}
      <Flex gap={2} wrap="wrap">
        {ruleSet === null ? null : (
          <Button startIcon={<Plus />} loading={isLoading} onClick={() => void begin({ ruleSet })}>
            {formatMessage({
              id: trId('rule-set.begin'),
              defaultMessage: 'New draft from what is in force',
            })}
          </Button>
        )}
        <Button
          variant="secondary"
          startIcon={<Upload />}
          disabled={isLoading}
          onClick={() => input.current?.click()}
        >
          {formatMessage({ id: trId('rule-set.import'), defaultMessage: 'Import a file' })}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={formatMessage({
            id: trId('rule-set.import'),
            defaultMessage: 'Import a file',
          })}
          onChange={(event) => void read(event)}
        />
      </Flex>
    </Flex>
  );
};
