import { useForm } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Confirmation } from '../shared/Confirmation';
import { Notice } from '../shared/Notice';
import { valueOf } from '../shared/forms';
import { changedRelation } from '../shared/relations';
import { trId } from '../shared/translations';

interface ColumnQuestionProps {
  /** Whether the saved entry stands in a column. */
  isSavedInColumn: boolean;
}

/** Asks whether an entry that stands in no column is meant to be published so. */
export const ColumnQuestion = ({ isSavedInColumn }: ColumnQuestionProps) => {
  const { formatMessage } = useIntl();
  const changed = useForm('ColumnQuestion', ({ values }) =>
    changedRelation(valueOf(values, 'column'))
  );
  // A placement brings its own column when it is saved.
  const bringsColumn = useForm('ColumnQuestion', ({ values, initialValues }) => {
    const placement = valueOf(values, 'placement');
    return Boolean(placement) && placement !== valueOf(initialValues, 'placement');
  });
  const isInColumn = changed === undefined ? isSavedInColumn : changed !== '';
  if (isInColumn || bringsColumn) return null;
  return (
    <Notice
      variant="warning"
      action={
        <Confirmation question="no-column">
          {formatMessage({
            id: trId('notice.no-column.confirm'),
            defaultMessage: 'Publish it all the same, in no column',
          })}
        </Confirmation>
      }
    >
      {formatMessage({
        id: trId('notice.no-column'),
        defaultMessage:
          'No column chosen: no column of the site will show it. Choose one in the form, or the placement, which has its own.',
      })}
    </Notice>
  );
};
