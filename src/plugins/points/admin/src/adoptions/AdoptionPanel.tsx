import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { isSiteChannel } from '../../../shared/contracts';
import { EntityLink } from '../shared/EntityLink';
import { Notice } from '../shared/Notice';
import { UID } from '../constants';
import { adoptionOf, type AdoptionDocument } from './adoption';
import { trId } from '../shared/translations';

/** The side panel of an adoption: whether it is in force, and what made it. */
export const AdoptionPanel: PanelComponent = ({ document, model }) => {
  const { formatMessage } = useIntl();
  if (model !== UID.adoption || !document?.documentId) return null;
  return {
    title: formatMessage({ id: trId('adoption.panel'), defaultMessage: 'State' }),
    content: <AdoptionSummary adoption={adoptionOf(document)} />,
  };
};

const AdoptionSummary = ({ adoption }: { adoption: AdoptionDocument }) => {
  const { formatDate, formatMessage } = useIntl();
  const { channel, entryDocumentId, entryUid, withdrawnAt, withdrawnReason } = adoption;
  const isSite = Boolean(entryDocumentId) || isSiteChannel(channel);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {withdrawnAt ? (
        <Notice variant="warning">
          {formatMessage(
            {
              id: trId('adoption.withdrawn'),
              defaultMessage: 'Withdrawn {date}: {reason}',
            },
            {
              date: formatDate(withdrawnAt, { dateStyle: 'medium', timeStyle: 'short' }),
              // What publishing withdraws carries its cause in place of a reason.
              reason: isSite
                ? formatMessage({
                    id: trId(`cause.${withdrawnReason ?? 'unpublish'}`),
                    defaultMessage: withdrawnReason ?? '',
                  })
                : (withdrawnReason ?? ''),
            }
          )}
        </Notice>
      ) : (
        <Typography variant="omega">
          {formatMessage({ id: trId('adoption.in-force'), defaultMessage: 'In force.' })}
        </Typography>
      )}
      <Typography variant="pi" textColor="neutral600">
        {isSite
          ? formatMessage({
              id: trId('adoption.by-publishing'),
              defaultMessage: 'Made by publishing an entry on the site; it follows that entry.',
            })
          : formatMessage({ id: trId('adoption.by-hand'), defaultMessage: 'Recorded by hand.' })}
      </Typography>
      {entryUid && entryDocumentId ? (
        <EntityLink uid={entryUid} documentId={entryDocumentId}>
          {formatMessage({ id: trId('withdraw.to-entry'), defaultMessage: 'Go to the entry' })}
        </EntityLink>
      ) : null}
    </Flex>
  );
};
