import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Attachment, SubmissionDetail } from '../../../shared/contracts';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';

const Words = styled(Typography)`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  line-height: 1.7;
`;

const Picture = styled.img`
  max-width: 100%;
  max-height: 14rem;
  object-fit: contain;
`;

const AttachedFile = ({ file }: { file: Attachment }) => (
  <a href={file.url} target="_blank" rel="noreferrer">
    {file.mime.startsWith('image/') ? (
      <Picture src={file.url} alt={file.alternativeText ?? file.name} loading="lazy" />
    ) : (
      file.name
    )}
  </a>
);

/** Who sent what: units and officers, the words, the files. */
export const SubmissionBody = ({ piece }: { piece: SubmissionDetail }) => {
  const { formatDate, formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { attachments, category, commission, contributors, eventDate, receivedAt, signer, text } =
    piece;
  const facts = [
    ...(category ? [labelOf(category)] : []),
    ...(commission
      ? [
          formatMessage(
            { id: trId('life.commission'), defaultMessage: 'for “{title}”' },
            { title: commission.title }
          ),
        ]
      : []),
    ...contributors.map(({ unit, officers }) =>
      [unit.name, ...officers.map(({ name }) => name)].join(' ')
    ),
    ...(signer
      ? [
          formatMessage(
            { id: trId('life.signer'), defaultMessage: 'signed by {signer}' },
            { signer }
          ),
        ]
      : []),
    ...(eventDate
      ? [
          formatMessage(
            { id: trId('life.event-date'), defaultMessage: 'event on {date}' },
            { date: eventDate }
          ),
        ]
      : []),
    ...(receivedAt
      ? [
          formatMessage(
            { id: trId('panel.received'), defaultMessage: 'received {date}' },
            { date: formatDate(receivedAt, { dateStyle: 'medium', timeStyle: 'short' }) }
          ),
        ]
      : []),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="pi" textColor="neutral600">
        {facts.join(' · ')}
      </Typography>
      <Words tag="div" variant="omega">
        {text === ''
          ? formatMessage({ id: trId('life.no-text'), defaultMessage: 'No text of its own.' })
          : text}
      </Words>
      {attachments.length > 0 ? (
        <Flex gap={2} wrap="wrap">
          {attachments.map((file) => (
            <AttachedFile key={file.id} file={file} />
          ))}
        </Flex>
      ) : null}
    </Flex>
  );
};
