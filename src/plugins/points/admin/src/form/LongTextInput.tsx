import { forwardRef, useState, type ChangeEvent } from 'react';
import { useFocusInputField } from '@strapi/strapi/admin';
import {
  Box,
  Button,
  Field,
  Flex,
  Modal,
  Textarea,
  Typography,
  useComposedRefs,
} from '@strapi/design-system';
import { Expand } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { lengthOf } from '../../../domain/bulletin-wording';
import type { FieldInputProps } from '../shared/LabelledField';
import { trId } from '../shared/translations';

/** Grows with what is written, where the browser can. */
const Growing = styled(Textarea)`
  field-sizing: content;
  min-height: 24rem;
  max-height: 70vh;
  font-size: 1.6rem;
  line-height: 1.8;
`;

const Sheet = styled(Textarea)`
  height: 62vh;
  font-size: 1.7rem;
  line-height: 1.9;
`;

/** How much is written, as the bureau counts: characters without blanks. */
const Count = ({ text }: { text: string }) => {
  const { formatMessage } = useIntl();
  return (
    <Typography variant="pi" textColor="neutral600" data-testid="text-count">
      {formatMessage(
        { id: trId('long-text.count'), defaultMessage: '{count, number} characters' },
        { count: lengthOf([text]) }
      )}
    </Typography>
  );
};

/** The input of a long text in the Content Manager's form: it grows, counts, and opens large. */
const LongTextInput = forwardRef<HTMLTextAreaElement, FieldInputProps<string>>(
  (
    { name, label, labelAction, hint, error, placeholder, required, disabled, value, onChange },
    forwardedRef
  ) => {
    const { formatMessage } = useIntl();
    const ref = useComposedRefs(forwardedRef, useFocusInputField<HTMLTextAreaElement>(name));
    const [isLarge, setLarge] = useState(false);
    const text = value ?? '';
    const write = {
      value: text,
      disabled,
      onChange: ({ target }: ChangeEvent<HTMLTextAreaElement>) => onChange(name, target.value),
    };
    return (
      <Field.Root name={name} error={error} hint={hint} required={required}>
        <Field.Label action={labelAction}>{label ?? name}</Field.Label>
        <Growing ref={ref} placeholder={placeholder} {...write} />
        <Flex justifyContent="space-between" alignItems="center" gap={2}>
          <Count text={text} />
          <Modal.Root open={isLarge} onOpenChange={setLarge}>
            <Modal.Trigger>
              <Button type="button" size="S" variant="tertiary" startIcon={<Expand />}>
                {formatMessage({ id: trId('long-text.expand'), defaultMessage: 'Write large' })}
              </Button>
            </Modal.Trigger>
            <Modal.Content aria-describedby={undefined}>
              <Modal.Header
                closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
              >
                <Modal.Title>{label ?? name}</Modal.Title>
              </Modal.Header>
              <Modal.Body>
                <Box>
                  <Sheet aria-label={label ?? name} {...write} />
                </Box>
              </Modal.Body>
              <Modal.Footer>
                <Count text={text} />
                <Button type="button" onClick={() => setLarge(false)}>
                  {formatMessage({
                    id: trId('long-text.done'),
                    defaultMessage: 'Back to the form',
                  })}
                </Button>
              </Modal.Footer>
            </Modal.Content>
          </Modal.Root>
        </Flex>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);
LongTextInput.displayName = 'LongTextInput';

export default LongTextInput;
