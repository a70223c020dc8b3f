import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { EntryNotice, EntryView } from '../../../shared/contracts';
import { Confirmation } from '../shared/Confirmation';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';

const DEFAULT_MESSAGES: Record<EntryNotice, string> = {
  'no-submission': 'No submission: publishing awards no points to anyone.',
  'no-placement': 'Not said where it runs: publishing awards no points. Choose the placement.',
  'no-rule-set': 'No rule set is in force today: publishing awards no points.',
  'outside-choice':
    'Of an adoption of this submission points were chosen that the rules of its day do not let choose. Publishing is refused until that adoption is corrected or withdrawn.',
  unreadable:
    'Somebody changed in the database what the points of this submission rest on. Publishing is refused until it is put right: ask the office to verify the ledger.',
  'already-awarded': 'Already awarded. Publishing again changes nothing.',
  'counts-through-another-entry':
    'The same submission already counts in this placement through another entry. It counts once.',
};

const CALM: EntryNotice[] = ['already-awarded', 'counts-through-another-entry'];

/** Why publishing would award nothing, or nothing more, in words for the person publishing. */
export const EntryNotices = ({ entry, mayPublish }: { entry: EntryView; mayPublish: boolean }) => {
  const { formatMessage } = useIntl();
  // Where it runs is asked of whoever publishes it, and of nobody else.
  const notices = entry.notices.filter((notice) => mayPublish || notice !== 'no-placement');
  if (notices.length === 0 && entry.preview.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({
          id: trId('panel.no-change'),
          defaultMessage: 'The points stay as they are.',
        })}
      </Typography>
    );
  }
  return (
    <>
      {notices.map((notice) => (
        <Notice
          key={notice}
          variant={CALM.includes(notice) ? 'info' : 'warning'}
          action={
            notice === 'no-placement' ? (
              <Confirmation question="no-placement">
                {formatMessage({
                  id: trId('notice.no-placement.confirm'),
                  defaultMessage: 'Publish it all the same, without points',
                })}
              </Confirmation>
            ) : null
          }
        >
          {formatMessage({
            id: trId(`notice.${notice}`),
            defaultMessage: DEFAULT_MESSAGES[notice],
          })}
        </Notice>
      ))}
    </>
  );
};
