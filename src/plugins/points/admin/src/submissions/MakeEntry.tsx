import { useEffect, useRef, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import type { SubmissionDetail } from '../../../shared/contracts';
import { EntityLink } from '../shared/EntityLink';
import { ACTIONS } from '../constants';
import { useGetEntryTypesQuery, useMakeEntryMutation } from './submissions-api';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { FailedAction } from './FailedAction';

/** Marks the button, so that a key of the inbox can lead there. */
export const MAKE_ENTRY = 'data-make-entry';

type Piece = Pick<SubmissionDetail, 'documentId' | 'state' | 'entries' | 'mergedInto'>;

interface MakeEntryProps {
  piece: Piece;
  /** Takes the keyboard over from the button, which an entry that was made leaves behind. */
  onMade?: () => void;
}

/** The entries that a submission has become, and the button that makes one. */
export const MakeEntry = ({ piece, onMade }: MakeEntryProps) => {
  const mayMake = useAllowed(ACTIONS.makeEntry);
  const isWithOffice = piece.state === 'submitted' || piece.state === 'accepted';
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {piece.entries.map(({ uid, documentId, title }) => (
        <EntityLink key={`${uid}:${documentId}`} uid={uid} documentId={documentId}>
          {title ?? documentId}
        </EntityLink>
      ))}
      {mayMake && isWithOffice && piece.mergedInto === null ? (
        <EntryMaker piece={piece} onMade={onMade} />
      ) : null}
    </Flex>
  );
};

const EntryMaker = ({ piece, onMade }: MakeEntryProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  const { data: types = [] } = useGetEntryTypesQuery(null);
  const [make, { error, isLoading }] = useMakeEntryMutation();
  const [chosen, setChosen] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // A button that is at work is disabled, and loses the keyboard by it.
  useEffect(() => {
    if (error && document.activeElement === document.body) button.current?.focus();
  }, [error]);
  const free = types.filter(({ uid }) => !piece.entries.some((entry) => entry.uid === uid));
  const uid = chosen ?? free[0]?.uid;
  if (uid === undefined) return null;

  const run = async () => {
    const result = await make({ documentId: piece.documentId, uid });
    if ('error' in result) return;
    const { documentId, leftOut } = result.data;
    const names = [
      ...(leftOut.text
        ? [formatMessage({ id: trId('make-entry.text'), defaultMessage: 'the text' })]
        : []),
      ...leftOut.attachments,
    ];
    if (names.length > 0) {
      toggleNotification({
        type: 'warning',
        message: formatMessage(
          {
            id: trId('make-entry.left-out'),
            defaultMessage: 'This type has no place for: {names}. They stay with the submission.',
          },
          { names: names.join('、') }
        ),
      });
    }
    onMade?.();
    navigate(`/content-manager/collection-types/${uid}/${documentId}`);
  };

  return (
    <>
      <FailedAction error={error} />
      <Flex gap={2} wrap="wrap">
        <SingleSelect
          size="S"
          aria-label={formatMessage({ id: trId('make-entry.type'), defaultMessage: 'Make it a' })}
          value={uid}
          onChange={(value) => setChosen(String(value))}
        >
          {free.map(({ uid: each, displayName }) => (
            <SingleSelectOption key={each} value={each}>
              {formatMessage({ id: displayName, defaultMessage: displayName })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Button
          ref={button}
          size="S"
          variant="secondary"
          loading={isLoading}
          onClick={run}
          {...{ [MAKE_ENTRY]: true }}
        >
          {formatMessage({ id: trId('make-entry.button'), defaultMessage: 'Make an entry of it' })}
        </Button>
      </Flex>
    </>
  );
};
