import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeductionView } from '../../../shared/contracts';
import { useChannelName } from '../shared/choices';
import { Figure } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { FileLinks } from '../shared/FileLinks';
import { trId } from '../shared/translations';
import { AddEvidence } from './AddEvidence';
import { Decided, Whom } from './ByHandCells';
import { WithdrawDeduction } from './WithdrawDeduction';
import { WithdrawnState } from './WithdrawnState';

/** Deductions, withdrawn ones too: how much, of whom, for what, and by whose decision. */
export const DeductionTable = ({ deductions }: { deductions: readonly DeductionView[] }) => {
  const { formatMessage } = useIntl();
  return (
    <ListTable
      caption={formatMessage({ id: trId('deduction.title'), defaultMessage: 'Deductions' })}
      headings={[
        formatMessage({ id: trId('deduction.day'), defaultMessage: 'Day' }),
        formatMessage({ id: trId('deduction.of'), defaultMessage: 'Of' }),
        formatMessage({ id: trId('deduction.kind'), defaultMessage: 'Deducted for' }),
        { figure: formatMessage({ id: trId('bonus.points'), defaultMessage: 'Points' }) },
        formatMessage({ id: trId('bonus.reason'), defaultMessage: 'Reason' }),
        formatMessage({ id: trId('bonus.decider'), defaultMessage: 'Decided by' }),
        formatMessage({ id: trId('bonus.evidence'), defaultMessage: 'Evidence' }),
        formatMessage({ id: trId('bonus.state'), defaultMessage: 'State' }),
      ]}
    >
      {deductions.map((deduction) => (
        <Line key={deduction.documentId} deduction={deduction} />
      ))}
    </ListTable>
  );
};

const Line = ({ deduction }: { deduction: DeductionView }) => {
  const { day, evidence, reason } = deduction;
  return (
    <tr>
      <td>
        <Typography variant="omega" style={{ whiteSpace: 'nowrap' }}>
          {day}
        </Typography>
      </td>
      <td>
        <Whom of={deduction} />
      </td>
      <td>
        <Kind deduction={deduction} />
      </td>
      <Figure>
        <Taken deduction={deduction} />
      </Figure>
      <td>{reason}</td>
      <td>
        <Decided of={deduction} />
      </td>
      <td>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <FileLinks files={evidence} />
          <AddEvidence of="deductions" record={deduction} />
        </Flex>
      </td>
      <td>
        <WithdrawnState of={deduction} />
        <WithdrawDeduction deduction={deduction} />
      </td>
    </tr>
  );
};

/** What it is for in the rule set's words, or that the rules in force know it no more. */
const Kind = ({ deduction: { code, kind } }: { deduction: DeductionView }) => {
  const { formatMessage } = useIntl();
  const nameOf = useChannelName();
  if (!kind) {
    return (
      <>
        {code}
        <Typography variant="pi" textColor="warning700" tag="div">
          {formatMessage({
            id: trId('deduction.unknown-kind'),
            defaultMessage: 'The rules in force on this day know it no more: it takes nothing',
          })}
        </Typography>
      </>
    );
  }
  return (
    <>
      {nameOf(code, kind.name)}
      <Typography variant="pi" textColor="neutral600" tag="div">
        {kind.clause} {nameOf(code, kind.sentence)}
      </Typography>
    </>
  );
};

/** The points that it takes, or which period it sets to zero. */
const Taken = ({ deduction: { kind, points } }: { deduction: DeductionView }) => {
  const { formatMessage } = useIntl();
  return (
    <>
      {points === null ? null : `−${points}`}
      {kind?.zeroes ? (
        <Typography variant="pi" textColor="neutral600" tag="div">
          {formatMessage({
            id: trId(`deduction.zeroes.${kind.zeroes}`),
            defaultMessage: `The ${kind.zeroes} is set to zero`,
          })}
        </Typography>
      ) : null}
    </>
  );
};
