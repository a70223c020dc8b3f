import { TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ReviewContent, ReviewFacts } from '../../../shared/contracts';
import { Name } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { trId } from '../shared/translations';
import { Card } from '../shared/Card';
import { noteOf, vetoOf, withNote, withVeto } from './review-draft';

interface NotesAndVetoesProps {
  content: ReviewContent;
  facts: ReviewFacts;
  isOpen: boolean;
  onChange: (content: ReviewContent) => void;
}

/** Whoever may be noted or ruled out: every unit, of a year every officer too. */
const subjectsOf = ({ heads, kind, officers, units }: ReviewFacts) => {
  const persons = kind === 'year' ? [...officers, ...heads] : [];
  const byId = new Map(persons.map(({ officer }) => [officer.documentId, officer.name]));
  return [
    ...units.map(({ unit }) => ({ id: unit.documentId, name: unit.name, isUnit: true })),
    ...[...byId].map(([id, name]) => ({ id, name, isUnit: false })),
  ];
};

/** Notes on units' base content, which is looked at and not scored, and vetoes with their reasons. */
export const NotesAndVetoes = ({ content, facts, isOpen, onChange }: NotesAndVetoesProps) => {
  const { formatMessage } = useIntl();
  const title = formatMessage({
    id: trId('review.notes'),
    defaultMessage: 'Base content and vetoes',
  });
  const noteLabel = formatMessage({
    id: trId('review.base-content'),
    defaultMessage: 'Base content',
  });
  const vetoLabel = formatMessage({
    id: trId('review.veto'),
    defaultMessage: 'Ruled out because',
  });
  return (
    <Card title={title}>
      <ListTable
        caption={title}
        headings={[
          formatMessage({ id: trId('review.whom'), defaultMessage: 'Unit or person' }),
          noteLabel,
          vetoLabel,
        ]}
      >
        {subjectsOf(facts).map(({ id, isUnit, name }) => (
          <tr key={id}>
            <Name>{name}</Name>
            <td>
              {isUnit ? (
                <TextInput
                  aria-label={`${noteLabel}: ${name}`}
                  maxLength={300}
                  disabled={!isOpen}
                  value={noteOf(content, id)}
                  onChange={({ target }) => onChange(withNote(content, id, target.value))}
                />
              ) : null}
            </td>
            <td>
              <TextInput
                aria-label={`${vetoLabel}: ${name}`}
                maxLength={300}
                disabled={!isOpen}
                value={vetoOf(content, id)}
                onChange={({ target }) => onChange(withVeto(content, id, target.value))}
              />
            </td>
          </tr>
        ))}
      </ListTable>
    </Card>
  );
};
