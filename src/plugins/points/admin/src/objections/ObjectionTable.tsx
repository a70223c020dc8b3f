import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ObjectionView } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { DenseTable, Figure, Scroller } from '../shared/dense-table';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { ObjectionBadge } from './ObjectionBadge';
import { ObjectionDialog } from './ObjectionDialog';

/** Objections: of which month and unit, to what, since when, and how they stand. */
export const ObjectionTable = ({ objections }: { objections: readonly ObjectionView[] }) => {
  const { formatMessage } = useIntl();
  const caption = formatMessage({ id: trId('objection.title'), defaultMessage: 'Objections' });
  return (
    <Scroller role="region" aria-label={caption} tabIndex={0}>
      <DenseTable>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              {formatMessage({ id: trId('bulletin.month'), defaultMessage: 'Month' })}
            </th>
            <th scope="col">
              {formatMessage({ id: trId('report.unit'), defaultMessage: 'Unit' })}
            </th>
            <th scope="col">
              {formatMessage({ id: trId('objection.about'), defaultMessage: 'About' })}
            </th>
            <th scope="col">
              {formatMessage({ id: trId('objection.filed'), defaultMessage: 'Filed' })}
            </th>
            <th scope="col">
              {formatMessage({ id: trId('bonus.state'), defaultMessage: 'State' })}
            </th>
            <Figure as="th" scope="col">
              {formatMessage({ id: trId('report.correction'), defaultMessage: 'Correction' })}
            </Figure>
          </tr>
        </thead>
        <tbody>
          {objections.map((objection) => (
            <Line key={objection.documentId} objection={objection} />
          ))}
        </tbody>
      </DenseTable>
    </Scroller>
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
