import { Field, Flex, Radio } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { CATEGORIES, type SubmissionDetail } from '../../../shared/contracts';
import { useChooseCategoryMutation } from './submissions-api';
import { useChoiceLabel } from '../shared/choices';
import { trId } from '../shared/translations';
import { FailedAction } from './FailedAction';

type Piece = Pick<SubmissionDetail, 'documentId' | 'category' | 'editable'>;

/** Asks what a piece that was drafted with an entry is (§三): nobody else can know, and nothing is sent without. */
export const CategoryChoice = ({ piece }: { piece: Piece }) => {
  const { formatMessage } = useIntl();
  const labelOf = useChoiceLabel();
  const [choose, { error, isLoading }] = useChooseCategoryMutation();
  const { category, documentId, editable } = piece;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <FailedAction error={error} />
      <Field.Root
        name="category"
        required
        error={
          category === null
            ? formatMessage({
                id: trId('category.required'),
                defaultMessage: 'Choose what it is; then it can be sent in.',
              })
            : undefined
        }
      >
        <Field.Label>
          {formatMessage({ id: trId('category.label'), defaultMessage: 'Category' })}
        </Field.Label>
        <Radio.Group
          value={category ?? ''}
          disabled={!editable || isLoading}
          onValueChange={(value) => {
            const chosen = CATEGORIES.find((each) => each === value);
            if (chosen) void choose({ documentId, category: chosen });
          }}
        >
          {CATEGORIES.map((each) => (
            <Radio.Item key={each} value={each}>
              {labelOf(each)}
            </Radio.Item>
          ))}
        </Radio.Group>
        <Field.Error />
      </Field.Root>
    </Flex>
  );
};
