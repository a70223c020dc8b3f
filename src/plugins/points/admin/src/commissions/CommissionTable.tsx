import { Badge, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  CommissionAnswer,
  CommissionUnit,
  CommissionView,
  UnitState,
} from '../../../shared/contracts';
import { ACTIONS, UID } from '../constants';
import { useChoiceLabel } from '../shared/choices';
import { EntityLink } from '../shared/EntityLink';
import { ListTable } from '../shared/ListTable';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { StateBadge } from '../submissions/StateBadge';
import { AdoptAnswer } from './AdoptAnswer';
import { CommissionLines } from './CommissionLines';
import { DecideWithReason } from './DecideWithReason';
import { ExtendCommission } from './ExtendCommission';

/** Commissions with where each stands at each unit, and what the office can decide. */
export const CommissionTable = ({ commissions }: { commissions: readonly CommissionView[] }) => {
  const { formatMessage } = useIntl();
  return (
    <ListTable
      caption={formatMessage({ id: trId('commission.title'), defaultMessage: 'Commissions' })}
      headings={[
        formatMessage({ id: trId('commission.heading'), defaultMessage: 'Commission' }),
        formatMessage({ id: trId('commission.due'), defaultMessage: 'Due' }),
        formatMessage({ id: trId('commission.units'), defaultMessage: 'Units and answers' }),
        { unseen: formatMessage({ id: trId('commission.actions'), defaultMessage: 'Decide' }) },
      ]}
    >
      {commissions.map((commission) => (
        <Line key={commission.documentId} commission={commission} />
      ))}
    </ListTable>
  );
};

const Line = ({ commission }: { commission: CommissionView }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const { attachments, closed, documentId, dueOn, kind, text, title, units } = commission;
  return (
    <tr>
      <td style={{ maxWidth: '32rem' }}>
        <EntityLink uid={UID.commission} documentId={documentId}>
          {title}
        </EntityLink>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {labelOf(kind)}
        </Typography>
        {text === '' ? null : (
          <Typography variant="pi" tag="div" ellipsis>
            {text}
          </Typography>
        )}
        {attachments.map(({ id, name, url }) => (
          <div key={id}>
            <Link href={url} isExternal>
              {name}
            </Link>
          </div>
        ))}
      </td>
      <td>
        <Typography variant="omega" style={{ whiteSpace: 'nowrap' }}>
          {dueOn}
        </Typography>
        {closed ? (
          <div>
            <Badge size="S">
              {formatMessage({ id: trId('commission.closed'), defaultMessage: 'Closed' })}
            </Badge>
          </div>
        ) : null}
      </td>
      <td>
        <Flex direction="column" alignItems="stretch" gap={3}>
          {units.map((each) => (
            <UnitLine key={each.unit.documentId} commission={commission} asked={each} />
          ))}
        </Flex>
      </td>
      <td>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Decisions commission={commission} />
          <CommissionLines documentId={documentId} title={title} />
        </Flex>
      </td>
    </tr>
  );
};

const Decisions = ({ commission }: { commission: CommissionView }) => {
  const canDecide = useAllowed(ACTIONS.decideCommissions);
  const { closed, documentId } = commission;
  if (!canDecide) return null;
  if (closed) return <DecideWithReason documentId={documentId} action="reopen" />;
  return (
    <>
      <ExtendCommission commission={commission} />
      <DecideWithReason documentId={documentId} action="close" />
    </>
  );
};

const VARIANTS = {
  waiting: 'secondary',
  missed: 'danger',
  answered: 'success',
  late: 'warning',
  adopted: 'success',
  closed: 'neutral',
  'not-needed': 'neutral',
} as const satisfies Record<UnitState, string>;

interface UnitLineProps {
  commission: CommissionView;
  asked: CommissionUnit;
}

const UnitLine = ({ commission, asked }: UnitLineProps) => {
  const { formatMessage } = useIntl();
  const { answers, dueOn, state, unit } = asked;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex gap={2} alignItems="center" wrap="wrap">
        <Typography variant="omega" fontWeight="bold">
          {unit.name}
        </Typography>
        <Badge size="S" variant={VARIANTS[state]}>
          {formatMessage({ id: trId(`commission.state.${state}`), defaultMessage: state })}
        </Badge>
        {dueOn === commission.dueOn ? null : (
          <Typography variant="pi" textColor="neutral600">
            {formatMessage(
              { id: trId('commission.own-day'), defaultMessage: 'until {day}' },
              { day: dueOn }
            )}
          </Typography>
        )}
        <LetOff commission={commission} asked={asked} />
      </Flex>
      {answers.map((answer) => (
        <Answer key={answer.documentId} commission={commission} answer={answer} />
      ))}
    </Flex>
  );
};

const OWES: readonly UnitState[] = ['waiting', 'missed'];

const LetOff = ({ commission: { closed, documentId }, asked }: UnitLineProps) => {
  const canDecide = useAllowed(ACTIONS.decideCommissions);
  const { state, unit } = asked;
  if (!canDecide || closed) return null;
  if (state === 'not-needed') {
    return <DecideWithReason documentId={documentId} action="needed" unit={unit} />;
  }
  if (!OWES.includes(state)) return null;
  return <DecideWithReason documentId={documentId} action="not-needed" unit={unit} />;
};

interface AnswerProps {
  commission: CommissionView;
  answer: CommissionAnswer;
}

const Answer = ({ commission, answer }: AnswerProps) => {
  const { formatMessage } = useIntl();
  const { adoptedOn, documentId, sentOn, state, title } = answer;
  return (
    <Flex gap={2} alignItems="center" wrap="wrap">
      <StateBadge state={state} />
      <EntityLink uid={UID.submission} documentId={documentId}>
        {title}
      </EntityLink>
      {sentOn === null ? null : (
        <Typography variant="pi" textColor="neutral600">
          {sentOn}
        </Typography>
      )}
      {adoptedOn === null ? (
        <AdoptAnswer commission={commission} answer={answer} />
      ) : (
        <Typography variant="pi" textColor="success700">
          {formatMessage(
            { id: trId('commission.adopted-on'), defaultMessage: 'adopted on {day}' },
            { day: adoptedOn }
          )}
        </Typography>
      )}
    </Flex>
  );
};
