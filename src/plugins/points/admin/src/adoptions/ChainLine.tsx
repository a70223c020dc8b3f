import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { STAGES, stageOf, type ChainStepView, type Stage } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { Amount } from '../shared/Amount';
import { useChannelName } from '../shared/choices';
import { EntityLink } from '../shared/EntityLink';
import { useAllowed } from '../shared/permissions';
import { FileLinks } from '../shared/FileLinks';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { WithdrawDialog } from '../shared/WithdrawDialog';
import { WithdrawForm } from './WithdrawForm';

/** Beside each other where there is room, below each other on a telephone. */
const Line = styled.ol`
  display: grid;
  grid-auto-flow: column;
  grid-auto-columns: minmax(17rem, 1fr);
  gap: 0.8rem;
  overflow-x: auto;
  padding-bottom: 0.4rem;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }

  @media (max-width: 48em) {
    grid-auto-flow: row;
    grid-auto-columns: auto;
  }
`;

const StageBox = styled.li<{ $isReached: boolean }>`
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
  padding: 1.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 1px ${({ $isReached }) => ($isReached ? 'solid' : 'dashed')}
    ${({ theme, $isReached }) => ($isReached ? theme.colors.success200 : theme.colors.neutral200)};
  border-top-width: 3px;
  background: ${({ theme, $isReached }) =>
    $isReached ? theme.colors.neutral0 : theme.colors.neutral100};
`;

/** Stages that stand beside the way, and are shown where there is something in them. */
const BESIDE: ReadonlySet<Stage> = new Set<Stage>(['commission', 'other']);

/** The way of a piece upwards as a line of its stages, each with what was recorded in it. */
export const ChainLine = ({ steps }: { steps: readonly ChainStepView[] }) => {
  const { formatMessage } = useIntl();
  const stages = STAGES.map((stage) => ({
    stage,
    own: steps.filter(({ channel }) => stageOf(channel) === stage),
  })).filter(({ own, stage }) => own.length > 0 || !BESIDE.has(stage));
  return (
    <Line
      tabIndex={0}
      aria-label={formatMessage({
        id: trId('recording.chain'),
        defaultMessage: 'The way of the piece upwards',
      })}
    >
      {stages.map(({ stage, own }) => (
        <StageOfWay key={stage} stage={stage} steps={own} />
      ))}
    </Line>
  );
};

interface StageProps {
  stage: Stage;
  steps: readonly ChainStepView[];
}

const StageOfWay = ({ stage, steps }: StageProps) => {
  const { formatMessage } = useIntl();
  const isReached = steps.some(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <StageBox $isReached={isReached} data-testid={`stage-${stage}`}>
      <Typography variant="sigma" textColor={isReached ? 'success700' : 'neutral600'} tag="h3">
        {formatMessage({ id: trId(`stage.${stage}`), defaultMessage: stage })}
      </Typography>
      {steps.length === 0 ? (
        <Typography variant="pi" textColor="neutral600">
          {formatMessage({ id: trId('recording.not-reached'), defaultMessage: 'Not recorded' })}
        </Typography>
      ) : (
        steps.map((step) => <StepOfWay key={step.documentId} step={step} />)
      )}
    </StageBox>
  );
};

const StepOfWay = ({ step }: { step: ChainStepView }) => {
  const { formatDate, formatMessage } = useIntl();
  const nameOf = useChannelName();
  const periodLabel = usePeriodLabel();
  const isWithdrawn = step.withdrawnAt !== null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Flex justifyContent="space-between" gap={2} width="100%" alignItems="baseline">
        <Typography variant="omega" fontWeight="semiBold">
          {nameOf(step.channel, step.channelName)}
        </Typography>
        <Amount value={step.earned} variant="omega" fontWeight="semiBold" signed />
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {[
          step.adoptedOn,
          ...(step.organ ? [step.organ] : []),
          ...(step.reference ? [step.reference] : []),
        ].join(' · ')}
      </Typography>
      {step.words ? <Typography variant="pi">{step.words}</Typography> : null}
      {step.month !== null && !step.adoptedOn.startsWith(step.month) ? (
        <Typography variant="pi" textColor="neutral600">
          {formatMessage(
            { id: trId('recording.counts-in'), defaultMessage: 'Counts in {month}' },
            { month: periodLabel(step.month) }
          )}
        </Typography>
      ) : null}
      <FileLinks files={step.evidence} />
      {step.entry ? (
        <EntityLink uid={step.entry.uid} documentId={step.entry.documentId}>
          {formatMessage({ id: trId('withdraw.to-entry'), defaultMessage: 'Go to the entry' })}
        </EntityLink>
      ) : null}
      {isWithdrawn ? (
        <>
          <Badge variant="danger" size="S">
            {formatMessage({ id: trId('bonus.state.withdrawn'), defaultMessage: 'Withdrawn' })}
          </Badge>
          <Typography variant="pi" textColor="neutral600">
            {formatMessage(
              {
                id: trId('adoption.withdrawn'),
                defaultMessage: 'Withdrawn {date}: {reason}',
              },
              {
                date: formatDate(step.withdrawnAt ?? undefined, { dateStyle: 'medium' }),
                reason: step.byHand
                  ? (step.withdrawnReason ?? '')
                  : formatMessage({
                      id: trId(`cause.${step.withdrawnReason ?? 'unpublish'}`),
                      defaultMessage: step.withdrawnReason ?? '',
                    }),
              }
            )}
          </Typography>
        </>
      ) : null}
      {step.byHand && !isWithdrawn ? <WithdrawStep documentId={step.documentId} /> : null}
    </Flex>
  );
};

/** Withdraws a step with a reason, for who may. */
const WithdrawStep = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const canWithdraw = useAllowed(ACTIONS.withdrawAdoption);
  if (!canWithdraw) return null;
  return (
    <WithdrawDialog
      title={formatMessage({ id: trId('withdraw.title'), defaultMessage: 'Withdraw the adoption' })}
    >
      {(onClose) => <WithdrawForm documentId={documentId} onClose={onClose} />}
    </WithdrawDialog>
  );
};
