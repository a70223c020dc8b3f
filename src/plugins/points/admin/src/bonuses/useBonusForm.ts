import { useState } from 'react';
import { useIntl } from 'react-intl';
import { fieldSentencesOf } from '../shared/errors';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';
import {
  bodyOf,
  emptyBonus,
  isWholeDay,
  missingIn,
  offered,
  today,
  type BonusDraft,
} from './bonus-draft';
import { useRecordBonusMutation } from './bonuses-api';

const NOTHING_MISSING: ReturnType<typeof missingIn> = new Set();

/** What is filled in of a bonus, what is missing or wrong once it was tried, and recording it. */
export const useBonusForm = (onDone: () => void) => {
  const { formatMessage } = useIntl();
  const done = useDone(onDone);
  const [record, { error, isLoading }] = useRecordBonusMutation();
  const [kept, setDraft] = useState<BonusDraft>(() => emptyBonus(today()));
  const units = useGetUnitsQuery(isWholeDay(kept.day) ? { day: kept.day } : null);
  const draft = units.data ? offered(kept, units.data) : kept;
  const [wasTried, setWasTried] = useState(false);

  const submit = async () => {
    setWasTried(true);
    if (missingIn(draft).size > 0) return;
    const result = await record(bodyOf(draft));
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('bonus.recorded'),
        defaultMessage: 'The bonus was recorded.',
      }),
      result.data.meta.notice
    );
  };

  return {
    /** The units of the bonus's day. */
    units,
    /** What is filled in, as far as its day allows: a choice comes back with the day that it was made for. */
    draft,
    setDraft,
    missing: wasTried ? missingIn(draft) : NOTHING_MISSING,
    /** What the server says is wrong, by field. */
    wrong: fieldSentencesOf(error),
    submit,
    error,
    isSending: isLoading,
  };
};
