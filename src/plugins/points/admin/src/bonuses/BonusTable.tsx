import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { BonusView } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { Figure } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { FileLinks } from '../shared/FileLinks';
import { trId } from '../shared/translations';
import { AddEvidence } from './AddEvidence';
import { Decided, Whom } from './ByHandCells';
import { WithdrawnState } from './WithdrawnState';
import { WithdrawBonus } from './WithdrawBonus';

/** Bonuses, withdrawn ones too: how much, to whom, for what, and by whose decision. */
export const BonusTable = ({ bonuses }: { bonuses: readonly BonusView[] }) => {
  const { formatMessage } = useIntl();
  const caption = formatMessage({ id: trId('bonus.title'), defaultMessage: 'Bonuses' });
  return (
    <ListTable
      caption={caption}
      headings={[
        formatMessage({ id: trId('bonus.day'), defaultMessage: 'Day' }),
        formatMessage({ id: trId('ledger.to'), defaultMessage: 'Given to' }),
        { figure: formatMessage({ id: trId('bonus.points'), defaultMessage: 'Points' }) },
        formatMessage({ id: trId('bonus.reason'), defaultMessage: 'Reason' }),
        formatMessage({ id: trId('bonus.decider'), defaultMessage: 'Decided by' }),
        formatMessage({ id: trId('bonus.evidence'), defaultMessage: 'Evidence' }),
        formatMessage({ id: trId('bonus.state'), defaultMessage: 'State' }),
      ]}
    >
      {bonuses.map((bonus) => (
        <Line key={bonus.documentId} bonus={bonus} />
      ))}
    </ListTable>
  );
};

const Line = ({ bonus }: { bonus: BonusView }) => {
  const { formatMessage } = useIntl();
  const { belongsTo, day, evidence, month, reason } = bonus;
  return (
    <tr>
      <td>
        <Typography variant="omega" style={{ whiteSpace: 'nowrap' }}>
          {day}
        </Typography>
        {month === belongsTo ? null : (
          <Typography variant="pi" textColor="warning700" tag="div">
            {formatMessage(
              {
                id: trId('posting.late'),
                defaultMessage: 'Counts in {month}, because {belongsTo} was sealed',
              },
              { month, belongsTo }
            )}
          </Typography>
        )}
      </td>
      <td>
        <Whom of={bonus} />
      </td>
      <Figure>
        <Amount value={bonus} fontWeight="bold" />
      </Figure>
      <td>{reason}</td>
      <td>
        <Decided of={bonus} />
      </td>
      <td>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <FileLinks files={evidence} />
          <AddEvidence of="bonuses" record={bonus} />
        </Flex>
      </td>
      <td>
        <WithdrawnState of={bonus} />
        <WithdrawBonus bonus={bonus} />
      </td>
    </tr>
  );
};
