import type { RefObject } from 'react';
import { Button, Modal } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ReportRow } from '../../../shared/report-table';
import { Amount } from '../shared/Amount';
import { Figure } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { WideModal } from './WideModal';

interface EffectsDialogProps {
  row: ReportRow;
  /** What was clicked, and takes the focus back. */
  opener: RefObject<Element | null>;
  onClose: () => void;
}

/** What the rules of the period made of a unit's points, and what they say of it, each with its why. */
export const EffectsDialog = ({ row, opener, onClose }: EffectsDialogProps) => {
  const { formatMessage } = useIntl();
  const heading = formatMessage({
    id: trId('report.effects'),
    defaultMessage: 'What the rules of the period add or take off',
  });
  return (
    <WideModal
      title={
        <>
          {row.name} · {heading}
        </>
      }
      opener={opener}
      onClose={onClose}
    >
      <Modal.Body>
        <Effects row={row} caption={heading} />
      </Modal.Body>
      <Modal.Footer>
        <span />
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        </Button>
      </Modal.Footer>
    </WideModal>
  );
};

const Effects = ({ row, caption }: { row: ReportRow; caption: string }) => {
  const { formatMessage } = useIntl();
  return (
    <ListTable
      caption={caption}
      headings={[
        formatMessage({ id: trId('report.effect.period'), defaultMessage: 'Period' }),
        formatMessage({ id: trId('report.effect.what'), defaultMessage: 'What' }),
        {
          figure: formatMessage({ id: trId('report.effect.points'), defaultMessage: 'Points' }),
        },
        formatMessage({ id: trId('report.effect.ground'), defaultMessage: 'Clause' }),
        formatMessage({ id: trId('report.effect.facts'), defaultMessage: 'Facts' }),
      ]}
    >
      {(row.effects ?? []).map(({ facts, ground, period, points, what }, index) => (
        <tr key={index}>
          <td style={{ whiteSpace: 'nowrap' }}>{period}</td>
          <td style={{ whiteSpace: 'nowrap' }}>{what}</td>
          <Figure>{points ? <Amount value={points} showFraction fontWeight="bold" /> : '–'}</Figure>
          <td>{ground}</td>
          <td>{facts}</td>
        </tr>
      ))}
    </ListTable>
  );
};
