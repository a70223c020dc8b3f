import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { trId } from '../shared/translations';
import { DeductionForm } from './DeductionForm';
import { RecordByHand } from './RecordByHand';

/** Records a deduction, for who may. */
export const RecordDeduction = () => {
  const { formatMessage } = useIntl();
  return (
    <RecordByHand
      action={ACTIONS.recordDeduction}
      title={formatMessage({ id: trId('deduction.record'), defaultMessage: 'Record a deduction' })}
    >
      {(onClose) => <DeductionForm onClose={onClose} />}
    </RecordByHand>
  );
};
