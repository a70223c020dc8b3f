import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { SubmissionView } from '../../../shared/contracts';
import { EntityLink } from '../shared/EntityLink';
import { Notice } from '../shared/Notice';
import { UID } from '../constants';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';

interface ProvenanceProps {
  submission: SubmissionView | null;
  createSubmission: ReactNode;
}

/** Who supplied what the entry was made from, as what, and when. */
export const Provenance = ({ submission, createSubmission }: ProvenanceProps) => {
  const { formatMessage } = useIntl();
  if (!submission) {
    return (
      <>
        <Typography variant="omega" textColor="neutral600">
          {formatMessage({
            id: trId('panel.no-provenance'),
            defaultMessage: 'Not tied to any submission.',
          })}
        </Typography>
        {createSubmission}
      </>
    );
  }
  return <SubmissionSummary submission={submission} />;
};

const SubmissionSummary = ({ submission }: { submission: SubmissionView }) => {
  const { formatMessage, formatDate } = useIntl();
  const labelOf = useChoiceLabel();
  const separator = formatMessage({ id: trId('list.separator'), defaultMessage: ', ' });
  const { contributors, category, documentId, receivedAt, title } = submission;
  const facts = [
    ...(category ? [labelOf(category)] : []),
    receivedAt
      ? formatMessage(
          { id: trId('panel.received'), defaultMessage: 'received {date}' },
          { date: formatDate(receivedAt, { dateStyle: 'medium', timeStyle: 'short' }) }
        )
      : formatMessage({
          id: trId('panel.not-received'),
          defaultMessage: 'date of receipt not given',
        }),
  ];

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {contributors.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
          {contributors.map(({ unit, officers }) => (
            <li key={unit.documentId}>
              <Typography variant="omega" fontWeight="semiBold">
                {unit.name}
              </Typography>
              {officers.length > 0 ? (
                <Typography variant="pi" textColor="neutral600">
                  {' '}
                  {officers.map(({ name }) => name).join(separator)}
                </Typography>
              ) : null}
            </li>
          ))}
        </Flex>
      ) : (
        <Notice variant="warning">
          {formatMessage({
            id: trId('panel.no-contributors'),
            defaultMessage: 'The submission names no unit: publishing awards no points to anyone.',
          })}
        </Notice>
      )}
      <Typography variant="pi" textColor="neutral600">
        {facts.join(' · ')}
      </Typography>
      <EntityLink uid={UID.submission} documentId={documentId}>
        {title}
      </EntityLink>
    </Flex>
  );
};
