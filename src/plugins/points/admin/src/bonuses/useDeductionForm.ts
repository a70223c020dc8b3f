import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { DeductionKind } from '../../../shared/contracts';
import { fieldSentencesOf } from '../shared/errors';
import { useGetUnitsQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { useDone } from '../shared/useDone';
import { isWholeDay, offered, today } from './bonus-draft';
import { useGetDeductionKindsQuery, useRecordDeductionMutation } from './bonuses-api';
import { bodyOf, emptyDeduction, missingIn, type DeductionDraft } from './deduction-draft';

const NONE: readonly DeductionKind[] = [];
const NOTHING_MISSING: ReturnType<typeof missingIn> = new Set();

/** What is filled in of a deduction, what is missing or wrong once it was tried, and recording it. */
export const useDeductionForm = (onDone: () => void) => {
  const { formatMessage } = useIntl();
  const done = useDone(onDone);
  const [record, { error, isLoading }] = useRecordDeductionMutation();
  const [kept, setDraft] = useState<DeductionDraft>(() => emptyDeduction(today()));
  const [wasTried, setWasTried] = useState(false);
  const day = isWholeDay(kept.day) ? kept.day : undefined;
  const units = useGetUnitsQuery(day === undefined ? null : { day });
  const rules = useGetDeductionKindsQuery(day === undefined ? {} : { day });
  const kinds = rules.data?.data ?? NONE;
  const draft = units.data ? offered(kept, units.data) : kept;

  const submit = async () => {
    setWasTried(true);
    if (missingIn(draft, kinds).size > 0) return;
    const result = await record(bodyOf(draft, kinds));
    if ('error' in result) return;
    done(
      formatMessage({
        id: trId('deduction.recorded'),
        defaultMessage: 'The deduction was recorded.',
      })
    );
  };

  return {
    /** The units of its day. */
    units,
    /** What the rule set in force on its day allows to deduct. */
    rules,
    kinds,
    draft,
    setDraft,
    missing: wasTried ? missingIn(draft, kinds) : NOTHING_MISSING,
    /** What the server says is wrong, by field. */
    wrong: fieldSentencesOf(error),
    submit,
    error,
    isSending: isLoading,
  };
};
