import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { trId } from '../shared/translations';
import { BonusForm } from './BonusForm';
import { RecordByHand } from './RecordByHand';

/** Gives a bonus, for who may. */
export const RecordBonus = () => {
  const { formatMessage } = useIntl();
  return (
    <RecordByHand
      action={ACTIONS.recordBonus}
      title={formatMessage({ id: trId('bonus.record'), defaultMessage: 'Record a bonus' })}
    >
      {(onClose) => <BonusForm onClose={onClose} />}
    </RecordByHand>
  );
};
