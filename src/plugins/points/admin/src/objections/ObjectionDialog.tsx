import { useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ObjectionDetail, ObjectionStep } from '../../../shared/contracts';
import { ACTIONS, UID } from '../constants';
import { Amount } from '../shared/Amount';
import { EntityLink } from '../shared/EntityLink';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Loaded } from '../shared/Loaded';
import { PanelSection } from '../shared/PanelSection';
import { useAllowed } from '../shared/permissions';
import { ReasonForm } from '../shared/ReasonForm';
import { FileLinks } from '../shared/FileLinks';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useDone } from '../shared/useDone';
import { Timeline, type TimelineLine } from '../submissions/Timeline';
import { AnswerForm } from './AnswerForm';
import {
  useGetObjectionQuery,
  useWithdrawCorrectionMutation,
  useWithdrawObjectionMutation,
} from './objections-api';

interface ObjectionDialogProps {
  documentId: string;
  onClose: () => void;
}

/** One objection: the line, what was said and answered, and what is to be done about it. */
export const ObjectionDialog = ({ documentId, onClose }: ObjectionDialogProps) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetObjectionQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Modal.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>
            {formatMessage({ id: trId('objection.heading'), defaultMessage: 'Objection' })}
          </Modal.Title>
        </Modal.Header>
        <Loaded
          place="form"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('objection.error'),
            defaultMessage: 'The objections could not be read.',
          })}
          loading={formatMessage({
            id: trId('objection.loading'),
            defaultMessage: 'Reading the objections',
          })}
          onRetry={refetch}
        >
          {({ data: objection }) => <Detail objection={objection} onClose={onClose} />}
        </Loaded>
      </Modal.Content>
    </Modal.Root>
  );
};

/** What is being done about it: nothing yet, or one of what may be done. */
type Doing = 'answer' | 'withdraw-correction' | null;

const Detail = ({ objection, onClose }: { objection: ObjectionDetail; onClose: () => void }) => {
  const [doing, setDoing] = useState<Doing>(null);
  const leave = () => setDoing(null);
  if (doing === 'answer') return <AnswerForm objection={objection} onClose={leave} />;
  if (doing === 'withdraw-correction') {
    return <WithdrawCorrection documentId={objection.documentId} onClose={leave} />;
  }
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Line objection={objection} />
          <Correction objection={objection} />
          <Timeline lines={objection.steps.map(lineOf)} />
          <Attachments attachments={objection.attachments} />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Actions objection={objection} onDo={setDoing} onClose={onClose} />
      </Modal.Footer>
    </>
  );
};

const lineOf = ({ action, at, outcome, person, text, unit }: ObjectionStep): TimelineLine => ({
  action: `objection-${action}`,
  at,
  person,
  unit,
  reason: outcome,
  comment: text,
  difference: null,
  others: [],
});

/** What is objected to. */
const Line = ({ objection }: { objection: ObjectionDetail }) => {
  const { formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const { month, posting, submission, title, unitName } = objection;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography variant="delta">
        {submission === null ? (
          title
        ) : (
          <EntityLink uid={UID.submission} documentId={submission}>
            {title}
          </EntityLink>
        )}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {[unitName, posting?.officerName, periodLabel(month)].filter(Boolean).join(' · ')}
      </Typography>
      {posting ? (
        <Amount value={posting} signed showFraction fontWeight="bold" />
      ) : (
        <Typography variant="pi">
          {formatMessage({
            id: trId('objection.missing-line'),
            defaultMessage: 'The unit says that this submission should have earned.',
          })}
        </Typography>
      )}
    </Flex>
  );
};

const Correction = ({ objection: { correction } }: { objection: ObjectionDetail }) => {
  const { formatMessage } = useIntl();
  if (correction?.withdrawnAt !== null) return null;
  const { belongsTo, decidedBy, month, officer, reason } = correction;
  return (
    <PanelSection
      title={formatMessage({ id: trId('report.correction'), defaultMessage: 'Correction' })}
      aside={<Amount value={correction} signed showFraction fontWeight="bold" />}
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography variant="omega">{reason}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {[
            officer?.name,
            formatMessage(
              { id: trId('bonus.decided-by'), defaultMessage: 'Decided by {decidedBy}' },
              { decidedBy }
            ),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        {month === belongsTo ? null : (
          <Typography variant="pi" textColor="warning700">
            {formatMessage(
              {
                id: trId('posting.late'),
                defaultMessage: 'Counts in {month}, because {belongsTo} was sealed',
              },
              { month, belongsTo }
            )}
          </Typography>
        )}
      </Flex>
    </PanelSection>
  );
};

const Attachments = ({ attachments }: Pick<ObjectionDetail, 'attachments'>) => {
  const { formatMessage } = useIntl();
  if (attachments.length === 0) return null;
  return (
    <PanelSection
      title={formatMessage({ id: trId('objection.attachments'), defaultMessage: 'Attachments' })}
      aside={null}
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <FileLinks files={attachments} />
      </Flex>
    </PanelSection>
  );
};

interface ActionsProps {
  objection: ObjectionDetail;
  onDo: (doing: Doing) => void;
  onClose: () => void;
}

/** What may be done about it by whoever looks. */
const Actions = ({ objection, onDo, onClose }: ActionsProps) => {
  const { formatMessage } = useIntl();
  const canAnswer = useAllowed(ACTIONS.answerObjections);
  const canFile = useAllowed(ACTIONS.fileObjections);
  const { correction, documentId, state } = objection;
  return (
    <>
      <Button variant="tertiary" onClick={onClose}>
        {formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
      </Button>
      <Flex gap={2}>
        {canFile && state === 'filed' ? <WithdrawObjection documentId={documentId} /> : null}
        {canAnswer && state === 'filed' ? (
          <Button onClick={() => onDo('answer')}>
            {formatMessage({ id: trId('objection.answer'), defaultMessage: 'Answer' })}
          </Button>
        ) : null}
        {canAnswer && correction?.withdrawnAt === null ? (
          <Button variant="danger-light" onClick={() => onDo('withdraw-correction')}>
            {formatMessage({
              id: trId('objection.withdraw-correction'),
              defaultMessage: 'Withdraw the correction',
            })}
          </Button>
        ) : null}
      </Flex>
    </>
  );
};

const WithdrawObjection = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const [withdraw, { error, isLoading }] = useWithdrawObjectionMutation();
  return (
    <Flex direction="column" alignItems="flex-end" gap={2}>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('objection.withdraw-failed'),
            defaultMessage: 'The objection could not be withdrawn.',
          })}
        />
      ) : null}
      <Button variant="danger-light" loading={isLoading} onClick={() => void withdraw(documentId)}>
        {formatMessage({
          id: trId('objection.withdraw'),
          defaultMessage: 'Withdraw the objection',
        })}
      </Button>
    </Flex>
  );
};

const WithdrawCorrection = ({ documentId, onClose }: ObjectionDialogProps) => {
  const { formatMessage } = useIntl();
  const done = useDone(onClose);
  const [withdraw, { error, isLoading }] = useWithdrawCorrectionMutation();

  const send = async (reason: string) => {
    const result = await withdraw({ documentId, body: { reason } });
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('objection.correction-withdrawn'),
        defaultMessage: 'The correction was withdrawn.',
      }),
      result.data.meta.notice
    );
  };

  return (
    <ReasonForm
      error={error}
      isSending={isLoading}
      failed={formatMessage({
        id: trId('objection.withdraw-correction-failed'),
        defaultMessage: 'The correction could not be withdrawn.',
      })}
      explanation={formatMessage({
        id: trId('objection.withdraw-correction-explanation'),
        defaultMessage:
          'The answer stays on record with your reason; the correction is taken back by a reversal in the ledger.',
      })}
      required={formatMessage({
        id: trId('objection.withdraw-correction-required'),
        defaultMessage: 'Say why the correction is withdrawn.',
      })}
      onWithdraw={send}
      onClose={onClose}
    />
  );
};
