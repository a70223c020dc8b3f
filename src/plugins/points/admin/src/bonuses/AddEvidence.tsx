import { useState } from 'react';
import { Paperclip } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { BonusView } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { DialogForm } from '../shared/DialogForm';
import { fieldSentencesOf } from '../shared/errors';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import type { Evidence } from './bonus-draft';
import { ButtonDialog } from '../shared/ButtonDialog';
import { useAddBonusEvidenceMutation } from './bonuses-api';
import { EvidenceField } from './EvidenceField';

/** Shows more for a bonus in force, for who may record one. */
export const AddEvidence = ({ bonus }: { bonus: BonusView }) => {
  const { formatMessage } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const canRecord = useAllowed(ACTIONS.recordBonus);
  if (!canRecord || bonus.withdrawnAt !== null) return null;
  const title = formatMessage({ id: trId('bonus.add-evidence'), defaultMessage: 'Add evidence' });
  return (
    <ButtonDialog
      title={title}
      button={{ children: title, size: 'S', variant: 'tertiary', startIcon: <Paperclip /> }}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <EvidenceForm documentId={bonus.documentId} onClose={() => setIsOpen(false)} />
    </ButtonDialog>
  );
};

interface EvidenceFormProps {
  documentId: string;
  onClose: () => void;
}

const EvidenceForm = ({ documentId, onClose }: EvidenceFormProps) => {
  const { formatMessage } = useIntl();
  const [add, { error, isLoading }] = useAddBonusEvidenceMutation();
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const [wasTried, setWasTried] = useState(false);
  const isMissing = wasTried && evidence.length === 0;

  const submit = async () => {
    setWasTried(true);
    if (evidence.length === 0) return;
    const result = await add({ documentId, body: { evidence: evidence.map(({ id }) => id) } });
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
