import { useRef, type ChangeEvent } from 'react';
import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Paperclip } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { ErrorNotice } from '../shared/ErrorNotice';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import type { Evidence } from './bonus-draft';
import { useUploadEvidenceMutation } from './bonuses-api';

interface EvidenceFieldProps {
  /** What they are called, and what for: evidence of a bonus unless told. */
  label?: string;
  hint?: string;
  value: readonly Evidence[];
  error?: string;
  onChange: (value: readonly Evidence[]) => void;
}

/** Files that show what a bonus is given for. They are uploaded as they are chosen, and stay when the bonus is refused. */
export const EvidenceField = ({ label, hint, value, error, onChange }: EvidenceFieldProps) => {
  const { formatMessage } = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const [upload, { error: failure, isLoading }] = useUploadEvidenceMutation();

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length === 0) return;
    const result = await upload(files);
    if ('error' in result) return;
    onChange([...value, ...result.data.map(({ id, name }) => ({ id, name }))]);
  };

  return (
    <LabelledField
      name="evidence"
      label={label ?? formatMessage({ id: trId('bonus.evidence'), defaultMessage: 'Evidence' })}
      hint={
        hint ??
        formatMessage({
          id: trId('bonus.evidence-hint'),
          defaultMessage: 'Minutes, a notice: what shows the decision. It is kept and locked.',
        })
      }
      error={error}
    >
      <Flex direction="column" alignItems="flex-start" gap={2}>
        {value.map(({ id, name }) => (
          <Flex key={id} gap={2} alignItems="center">
            <Typography variant="omega">{name}</Typography>
            <IconButton
              variant="ghost"
              label={formatMessage(
                { id: trId('bonus.evidence-remove'), defaultMessage: 'Leave {name} out' },
                { name }
              )}
              onClick={() => onChange(value.filter((each) => each.id !== id))}
            >
              <Cross />
            </IconButton>
          </Flex>
        ))}
        {failure ? (
          <ErrorNotice
            error={failure}
            fallback={formatMessage({
              id: trId('bonus.evidence-failed'),
              defaultMessage: 'The file could not be uploaded.',
            })}
          />
        ) : null}
        <input ref={input} type="file" multiple hidden onChange={choose} />
        <Button
          variant="tertiary"
          size="S"
          type="button"
          startIcon={<Paperclip />}
          loading={isLoading}
          onClick={() => input.current?.click()}
        >
          {formatMessage({ id: trId('bonus.evidence-add'), defaultMessage: 'Add files' })}
        </Button>
      </Flex>
    </LabelledField>
  );
};
