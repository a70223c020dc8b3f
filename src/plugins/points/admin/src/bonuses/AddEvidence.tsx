import { useState } from 'react';
import { Paperclip } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import type { Evidence } from './bonus-draft';
import { ButtonDialog } from '../shared/ButtonDialog';
import { useAddEvidenceMutation } from './bonuses-api';
import { EvidenceField } from './EvidenceField';

/** What is given or taken by hand. */
interface ByHand {
  documentId: string;
  withdrawnAt: string | null;
}

interface AddEvidenceProps {
  of: 'bonuses' | 'deductions';
  record: ByHand;
}

/** Shows more for a bonus or a deduction in force, for who may record one. */
export const AddEvidence = ({ of, record }: AddEvidenceProps) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const canRecordBonus = useAllowed(ACTIONS.recordBonus);
  const canRecordDeduction = useAllowed(ACTIONS.recordDeduction);
  const canRecord = of === 'bonuses' ? canRecordBonus : canRecordDeduction;
  if (!canRecord || record.withdrawnAt !== null) return null;
  const title = formatMessage({ id: trId('bonus.add-evidence'), defaultMessage: 'Add evidence' });
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, size: 'S', variant: 'tertiary', startIcon: <Paperclip /> }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <EvidenceForm of={of} documentId={record.documentId} onClose={() => setIsOpen(false)} />
    </ButtonDialog>
  );
};

interface EvidenceFormProps {
  of: AddEvidenceProps['of'];
  documentId: string;
  onClose: () => void;
}

const EvidenceForm = ({ of, documentId, onClose }: EvidenceFormProps) => {
  const { formatMessage } = useIntl();
  const [add, { error, isLoading }] = useAddEvidenceMutation();
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const [wasTried, setWasTried] = useState(false);
  const isMissing = wasTried && evidence.length === 0;

  const submit = async () => {
    setWasTried(true);
    if (evidence.length === 0) return;
    const result = await add({ of, documentId, body: { evidence: evidence.map(({ id }) => id) } });
    if (!('error' in result)) onClose();
  };

  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('bonus.add-evidence-failed'),
        defaultMessage: 'The evidence could not be added.',
      })}
      confirm={formatMessage({ id: trId('bonus.add-evidence'), defaultMessage: 'Add evidence' })}
      isSending={isLoading}
      onSubmit={submit}
      onClose={onClose}
    >
      <EvidenceField
        value={evidence}
        error={
          isMissing
            ? formatMessage({ id: trId('bonus.required'), defaultMessage: 'Fill this in.' })
            : fieldSentencesOf(error).evidence
        }
        onChange={setEvidence}
      />
    </DialogForm>
  );
};
