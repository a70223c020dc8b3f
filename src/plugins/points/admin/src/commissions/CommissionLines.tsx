import { useState } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CommissionLine } from '../../../shared/contracts';
import { ButtonDialog } from '../shared/ButtonDialog';
import { trId } from '../shared/translations';
import { useGetCommissionQuery } from './commissions-api';
import { LoadedCommissions } from './LoadedCommissions';

interface CommissionLinesProps {
  documentId: string;
  title: string;
}

/** What was decided about a commission, and who was reminded, the oldest first. */
export const CommissionLines = ({ documentId, title }: CommissionLinesProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <ButtonDialog
      title={title}
      button={{
        children: formatMessage({ id: trId('commission.lines'), defaultMessage: 'History' }),
        size: 'S',
        variant: 'ghost',
      }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <Box padding={6}>
        <Lines documentId={documentId} />
      </Box>
    </ButtonDialog>
  );
};

const Lines = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const { data, error } = useGetCommissionQuery(documentId, { refetchOnMountOrArgChange: true });
  return (
    <LoadedCommissions
      place="dialog"
      data={data}
      error={error}
      empty={{
        when: ({ lines }) => lines.length === 0,
        text: formatMessage({
          id: trId('commission.no-lines'),
          defaultMessage: 'Nothing has been decided about it.',
        }),
      }}
    >
      {({ lines }) => (
        <Flex direction="column" alignItems="stretch" gap={3}>
          {lines.map((line, index) => (
            <Line key={index} line={line} />
          ))}
        </Flex>
      )}
    </LoadedCommissions>
  );
};

const Line = ({ line }: { line: CommissionLine }) => {
  const { formatDate, formatMessage } = useIntl();
  const { action, at, dueBefore, dueOn, person, reason, units } = line;
  const days = dueOn === null ? null : `${dueBefore ?? ''} → ${dueOn}`;
  return (
    <Flex direction="column" alignItems="stretch">
      <Typography variant="omega">
        {[
          formatMessage({ id: trId(`commission.line.${action}`), defaultMessage: action }),
          units?.join('、'),
          days,
          reason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {[formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }), person]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Flex>
  );
};
