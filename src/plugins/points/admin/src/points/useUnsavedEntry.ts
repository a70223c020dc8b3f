import { useForm } from '@strapi/strapi/admin';
import type { EntryQuery, Placement } from '../../../shared/contracts';
import { valueOf } from '../shared/forms';
import { changedRelation } from '../shared/relations';

/** The placement and submission that the form holds and the database does not yet. */
export const useUnsavedEntry = (): EntryQuery => {
  const placement = useForm('useUnsavedEntry', ({ values }) => valueOf(values, 'placement'));
  const saved = useForm('useUnsavedEntry', ({ initialValues }) =>
    valueOf(initialValues, 'placement')
  );
  const submission = useForm('useUnsavedEntry', ({ values }) => valueOf(values, 'submission'));

  const query: EntryQuery = {};
  if ((placement ?? '') !== (saved ?? '')) query.placement = (placement ?? '') as Placement | '';
  const changed = changedRelation(submission);
  if (changed !== undefined) query.submission = changed;
  return query;
};
