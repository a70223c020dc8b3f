import { useState, type ChangeEvent, type ReactNode } from 'react';
import { Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { withReason } from '../shared/confirmation';
import { DialogForm } from '../shared/DialogForm';
import { LabelledField } from '../shared/LabelledField';
import { useGetEntryPointsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { sumOfDecimals } from './sum-of-decimals';

/** What is to be done with entries. */
export type Doing = 'unpublish' | 'delete';

interface ReasonToTakeDownProps {
  doing: Doing;
  uid: string;
  documentIds: readonly string[];
  /** What Strapi asks beside. */
  children?: ReactNode;
  /** Does it. */
  onConfirm: () => unknown;
  onClose: () => void;
}

const CONFIRM: Record<Doing, string> = { unpublish: 'Unpublish', delete: 'Delete' };

/** Says what points end with entries that are taken down, and asks why they are. */
export const ReasonToTakeDown = ({
  children,
  documentIds,
  doing,
  onClose,
  onConfirm,
  uid,
}: ReasonToTakeDownProps) => {
  const { formatMessage } = useIntl();
  const { data, error } = useGetEntryPointsQuery(
    { uid, documentIds: [...documentIds] },
    { refetchOnMountOrArgChange: true }
  );
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const isMissing = reason.trim() === '';
  const submit = async () => {
    setWasTried(true);
    if (isMissing) return;
    setIsSending(true);
    try {
      await withReason(reason.trim(), onConfirm);
    } finally {
      setIsSending(false);
      onClose();
    }
  };
  return (
    <DialogForm
      error={error}
      failed={formatMessage({
        id: trId('panel.error'),
        defaultMessage: 'The points of this entry could not be read.',
      })}
      confirm={formatMessage({
        id: trId(`take-down.${doing}`),
        defaultMessage: CONFIRM[doing],
      })}
      variant="danger"
      isSending={isSending || (data === undefined && !error)}
      onSubmit={submit}
      onClose={onClose}
    >
      {data ? <Consequence points={Object.values(data).map(({ points }) => points)} /> : null}
      {children}
      <LabelledField
        name="reason"
        required
        label={formatMessage({ id: trId('take-down.reason'), defaultMessage: 'Reason' })}
        error={
          wasTried && isMissing
            ? formatMessage({
                id: trId('take-down.required'),
                defaultMessage: 'Say why: it stands in the history of the piece.',
              })
            : undefined
        }
      >
        <Textarea
          value={reason}
          maxLength={500}
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
        />
      </LabelledField>
    </DialogForm>
  );
};

/** How many points end, and what stands of sealed months. */
const Consequence = ({ points }: { points: readonly string[] }) => {
  const { formatMessage } = useIntl();
  const sum = sumOfDecimals(points);
  return (
    <Typography fontWeight="bold" data-testid="consequence">
      {sum === '0.00'
        ? formatMessage({
            id: trId('take-down.none'),
            defaultMessage: 'It has earned nothing: no points are reversed.',
          })
        : formatMessage(
            {
              id: trId('take-down.points'),
              defaultMessage:
                '{points} points will be reversed. What counts in a sealed month stands until the office decides on it.',
            },
            { points: sum }
          )}
    </Typography>
  );
};
