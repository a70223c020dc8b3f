import { useState } from 'react';
import { Button, Flex, Modal, Radio, Textarea, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { departs } from '../../../domain/award-proposal';
import type { AwardCandidate, ReviewResponse } from '../../../shared/contracts';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { LabelledField } from '../shared/LabelledField';
import { trId } from '../shared/translations';
import { useDecideReviewMutation } from './reviews-api';

interface DecideCandidateProps {
  candidate: AwardCandidate;
  review: ReviewResponse['data'];
}

/** Records what the leaders decided on a candidate. */
export const DecideCandidate = ({ candidate, review }: DecideCandidateProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button variant="tertiary" size="S">
          {formatMessage({ id: trId('review.decide'), defaultMessage: 'Record the decision' })}
        </Button>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        >
          <Modal.Title>{candidate.name}</Modal.Title>
        </Modal.Header>
        <DecisionForm candidate={candidate} review={review} onClose={() => setIsOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
};

interface DecisionDraft {
  awarded: boolean;
  decidedBy: string;
  day: string;
  reason: string;
}

const draftOf = ({ decision, verdict }: AwardCandidate): DecisionDraft => ({
  awarded: decision?.awarded ?? verdict !== 'not',
  decidedBy: decision?.decidedBy ?? '',
  day: decision?.day ?? '',
  reason: decision?.reason ?? '',
});

const DecisionForm = ({
  candidate,
  review: { documentId, revision },
  onClose,
}: DecideCandidateProps & { onClose: () => void }) => {
  const { formatMessage } = useIntl();
  const [draft, setDraft] = useState(draftOf(candidate));
  const [decide, { error, isLoading }] = useDecideReviewMutation();
  const change = (values: Partial<DecisionDraft>) => setDraft({ ...draft, ...values });
  const wrong = fieldSentencesOf(error);

  const submit = async () => {
    const { class: awardClass, subject } = candidate;
    const body = { ...draft, class: awardClass, subject, revision };
    const result = await decide({ documentId, body });
    if (!('error' in result)) onClose();
  };

  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('review.decide-failed'),
        defaultMessage: 'The decision could not be recorded.',
      })}
      confirm={formatMessage({ id: trId('review.decide-confirm'), defaultMessage: 'Record' })}
      isSending={isLoading}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group
        aria-label={formatMessage({ id: trId('review.decision'), defaultMessage: 'Decision' })}
        value={String(draft.awarded)}
        onValueChange={(value) => change({ awarded: value === 'true' })}
      >
        <Flex gap={4}>
          <Radio.Item value="true">
            {formatMessage({ id: trId('review.awarded'), defaultMessage: 'Awarded' })}
          </Radio.Item>
          <Radio.Item value="false">
            {formatMessage({ id: trId('review.not-awarded'), defaultMessage: 'Not awarded' })}
          </Radio.Item>
        </Flex>
      </Radio.Group>
      <LabelledField
        name="decidedBy"
        required
        label={formatMessage({ id: trId('review.decided-by'), defaultMessage: 'Decided by' })}
        error={wrong.decidedBy}
      >
        <TextInput
          maxLength={120}
          value={draft.decidedBy}
          onChange={({ target }) => change({ decidedBy: target.value })}
        />
      </LabelledField>
      <LabelledField
        name="day"
        required
        label={formatMessage({ id: trId('review.day'), defaultMessage: 'Day' })}
        error={wrong.day}
      >
        <TextInput
          type="date"
          value={draft.day}
          onChange={({ target }) => change({ day: target.value })}
        />
      </LabelledField>
      <LabelledField
        name="reason"
        required={departs(candidate.verdict, draft.awarded)}
        label={formatMessage({ id: trId('review.reason'), defaultMessage: 'Reason' })}
        hint={formatMessage({
          id: trId('review.reason-hint'),
          defaultMessage: 'Needed where the decision departs from the proposal.',
        })}
        error={wrong.reason}
      >
        <Textarea
          maxLength={500}
          value={draft.reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      </LabelledField>
    </DialogForm>
  );
};
