import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { EntityLink } from '../shared/EntityLink';
import { trId } from '../shared/translations';

interface SiteAdoptionExplanationProps {
  entryUid?: string | null;
  entryDocumentId?: string | null;
  onClose: () => void;
}

/** A site adoption follows what is published (§七.7): it says where to go instead. */
export const SiteAdoptionExplanation = ({
  entryUid,
  entryDocumentId,
  onClose,
}: SiteAdoptionExplanationProps) => {
  const { formatMessage } = useIntl();
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="flex-start" gap={3}>
          <Typography>
            {formatMessage({
              id: trId('withdraw.site'),
              defaultMessage:
                'This adoption was made by publishing an entry on the site. Unpublish that entry, or publish it in another placement, and its points are taken back by themselves.',
            })}
          </Typography>
          {entryUid && entryDocumentId ? (
            <EntityLink uid={entryUid} documentId={entryDocumentId}>
              {formatMessage({ id: trId('withdraw.to-entry'), defaultMessage: 'Go to the entry' })}
            </EntityLink>
          ) : null}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: trId('action.close'), defaultMessage: 'Close' })}
        </Button>
      </Modal.Footer>
    </>
  );
};
