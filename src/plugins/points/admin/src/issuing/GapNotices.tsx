import { useIntl } from 'react-intl';
import type { Gaps } from '../../../shared/contracts';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';

interface GapNoticesProps {
  gaps: Gaps;
  /** Whether a mail server is set up. */
  mailOn: boolean;
}

/** Whom no mail reaches, and why; nothing where all are reached. */
export const GapNotices = ({ gaps, mailOn }: GapNoticesProps) => {
  const { formatMessage } = useIntl();
  const { withoutHead, withoutMail } = gaps;
  return (
    <>
      {mailOn ? null : (
        <Notice variant="warning">
          {formatMessage({
            id: trId('issue.mail-off'),
            defaultMessage:
              'No mail server is set up, so no mail is sent. Once one is, each can be sent from here.',
          })}
        </Notice>
      )}
      {withoutHead.length === 0 ? null : (
        <Notice variant="warning">
          {formatMessage(
            {
              id: trId('issue.without-head'),
              defaultMessage: '{count} units have no head named: {names}',
            },
            { count: withoutHead.length, names: withoutHead.join('、') }
          )}
        </Notice>
      )}
      {withoutMail.length === 0 ? null : (
        <Notice variant="warning">
          {formatMessage(
            {
              id: trId('issue.without-mail'),
              defaultMessage: 'The heads of {count} units have no mail address: {names}',
            },
            { count: withoutMail.length, names: withoutMail.join('、') }
          )}
        </Notice>
      )}
    </>
  );
};
