import { unstable_useDocument as useDocument } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { UID } from '../constants';
import { FileLinks } from '../shared/FileLinks';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';

const Words = styled(Typography)`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  line-height: 1.7;
`;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

type Files = Parameters<typeof FileLinks>[0]['files'];

/** What the office asks in a commission: its title, form, words and files. */
export const CommissionWords = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { document, isLoading, hasError } = useDocument({
    collectionType: 'collection-types',
    model: UID.commission,
    documentId,
  });
  if (!document) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {isLoading && !hasError
          ? formatMessage({ id: trId('life.loading'), defaultMessage: 'Reading' })
          : formatMessage({
              id: trId('commission.words.error'),
              defaultMessage: 'The commission could not be read.',
            })}
      </Typography>
    );
  }
  const text = textOf(document.text);
  const files = Array.isArray(document.attachments) ? (document.attachments as Files) : [];
  return (
    <Flex direction="column" alignItems="stretch" gap={2} data-testid="commission-words">
      <Typography variant="omega" fontWeight="bold">
        {textOf(document.title)}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {labelOf(textOf(document.kind))}
      </Typography>
      {text === '' ? null : (
        <Words tag="div" variant="omega">
          {text}
        </Words>
      )}
      <FileLinks files={files} />
    </Flex>
  );
};
