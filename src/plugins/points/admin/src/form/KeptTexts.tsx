import { useClipboard } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import type { TypedField } from './typed-texts';

const Text = styled(Box)`
  max-height: 20rem;
  overflow-y: auto;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

interface KeptTextsProps {
  model: string;
  fields: readonly TypedField[];
  /** Writes it into the form again; absent while that is locked. */
  onPutBack?: () => void;
  onForget?: () => void;
}

/** What was typed and could not be saved, to be copied, or to be put back once the form is open. */
export const KeptTexts = ({ model, fields, onPutBack, onForget }: KeptTextsProps) => {
  const { formatMessage } = useIntl();
  return (
    <div data-testid="kept-texts">
      <Notice
        variant="warning"
        action={
          onPutBack ? (
            <Flex gap={2} wrap="wrap">
              <Button size="S" onClick={onPutBack}>
                {formatMessage({ id: trId('kept.put-back'), defaultMessage: 'Put it back' })}
              </Button>
              <Button size="S" variant="tertiary" onClick={onForget}>
                {formatMessage({ id: trId('kept.forget'), defaultMessage: 'Not needed' })}
              </Button>
            </Flex>
          ) : null
        }
      >
        {formatMessage({
          id: trId(onPutBack ? 'kept.open' : 'kept.locked'),
          defaultMessage: 'What you typed was not saved. It is kept here.',
        })}
        {fields.map((field) => (
          <Kept key={field.name} model={model} field={field} />
        ))}
      </Notice>
    </div>
  );
};

const Kept = ({ model, field: { name, text } }: { model: string; field: TypedField }) => {
  const { formatMessage } = useIntl();
  const { copy } = useClipboard();
  return (
    <Flex tag="span" direction="column" alignItems="flex-start" gap={1} paddingTop={2}>
      <Typography variant="pi" fontWeight="bold">
        {formatMessage({
          id: `content-manager.content-types.${model}.${name}`,
          defaultMessage: name,
        })}
      </Typography>
      <Text tag="span" background="neutral0" padding={2} hasRadius width="100%">
        {text}
      </Text>
      <Button size="S" variant="tertiary" onClick={() => copy(text)}>
        {formatMessage({ id: trId('kept.copy'), defaultMessage: 'Copy' })}
      </Button>
    </Flex>
  );
};
