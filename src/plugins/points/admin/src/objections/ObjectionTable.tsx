import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ObjectionView } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { Figure } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { ObjectionBadge } from './ObjectionBadge';
import { ObjectionDialog } from './ObjectionDialog';

/** Objections: of which month and unit, to what, since when, and how they stand. */
export const ObjectionTable = ({ objections }: { objections: readonly ObjectionView[] }) => {
  const { formatMessage } = useIntl();
  const caption = formatMessage({ id: trId('objection.title'), defaultMessage: 'Objections' });
  return (
    <ListTable
      caption={caption}
      headings={[
        formatMessage({ id: trId('bulletin.month'), defaultMessage: 'Month' }),
        formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' }),
        formatMessage({ id: trId('objection.about'), defaultMessage: 'About' }),
        formatMessage({ id: trId('objection.filed'), defaultMessage: 'Filed' }),
        formatMessage({ id: trId('bonus.state'), defaultMessage: 'State' }),
        { figure: formatMessage({ id: trId('report.correction'), defaultMessage: 'Correction' }) },
      ]}
    >
      {objections.map((objection) => (
        <Line key={objection.documentId} objection={objection} />
      ))}
    </ListTable>
  );
};

const Line = ({ objection }: { objection: ObjectionView }) => {
  const { formatDate } = useIntl();
  const periodLabel = usePeriodLabel();
  const [isOpen, setIsOpen] = useState(false);
  const { correction, documentId, filedAt, filedBy, month, title, unitName } = objection;
  return (
    <tr>
      <td>{periodLabel(month)}</td>
      <td>{unitName}</td>
      <td>
        <Button variant="ghost" size="S" onClick={() => setIsOpen(true)}>
          {title}
        </Button>
        {isOpen ? (
          <ObjectionDialog documentId={documentId} onClose={() => setIsOpen(false)} />
        ) : null}
      </td>
      <td>
        <time dateTime={filedAt}>{formatDate(filedAt, { dateStyle: 'medium' })}</time>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {filedBy}
        </Typography>
      </td>
      <td>
        <ObjectionBadge objection={objection} />
      </td>
      <Figure>
        {correction?.withdrawnAt === null ? (
          <Amount value={correction} signed fontWeight="bold" />
        ) : null}
      </Figure>
    </tr>
  );
};
