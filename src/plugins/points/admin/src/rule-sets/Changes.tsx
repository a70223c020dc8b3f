import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { RuleSetChange, RuleSetSummary } from '../../../shared/contracts';
import { Card } from '../shared/Card';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { useRuleSetWords } from './useRuleSetWords';

interface ChangesProps {
  changes: readonly RuleSetChange[];
  comparedWith: RuleSetSummary;
}

/** What a draft changes of the version before it. */
export const Changes = ({ changes, comparedWith }: ChangesProps) => {
  const { formatMessage } = useIntl();
  const words = useRuleSetWords();
  const title = formatMessage(
    { id: trId('rule-set.changes'), defaultMessage: 'What it changes of "{name}"' },
    { name: comparedWith.name }
  );
  return (
    <Card title={title}>
      {changes.length === 0 ? (
        <Typography textColor="neutral600">
          {formatMessage({ id: trId('rule-set.no-changes'), defaultMessage: 'Nothing.' })}
        </Typography>
      ) : (
        <ListTable
          caption={title}
          headings={[
            formatMessage({ id: trId('rule-set.what'), defaultMessage: 'What' }),
            formatMessage({ id: trId('rule-set.before'), defaultMessage: 'Before' }),
            formatMessage({ id: trId('rule-set.after'), defaultMessage: 'After' }),
          ]}
        >
          {changes.map((change) => (
            <tr key={[change.part, change.name, change.field].join('|')}>
              <th scope="row">{words.subjectOf(change)}</th>
              <td>{words.valueOf(change, change.before)}</td>
              <td>{words.valueOf(change, change.after)}</td>
            </tr>
          ))}
        </ListTable>
      )}
    </Card>
  );
};
