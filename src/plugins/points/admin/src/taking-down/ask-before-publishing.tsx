import { useCallback } from 'react';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { EntryNotice, EntryView } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { isConfirmed, setConfirmed } from '../shared/confirmation';
import { useAllowed } from '../shared/permissions';
import { useGetEntryQuery } from '../shared/points-api';
import { trId } from '../shared/translations';
import { useUnsavedEntry } from '../points/useUnsavedEntry';
import { sumOfDecimals } from './sum-of-decimals';

/** What makes that a publication earns nobody anything. */
const EARNING_NOTHING: ReadonlySet<EntryNotice> = new Set([
  'no-submission',
  'no-placement',
  'no-rule-set',
]);

interface Consequences {
  notices: EntryNotice[];
  /** How many points end by publishing; `null` for none. */
  reversed: string | null;
  /** Whether publishing accepts the submission, which waits for the office. */
  accepts: boolean;
}

const consequencesOf = ({ notices, preview, published, submission }: EntryView): Consequences => {
  const reversed = sumOfDecimals(
    preview.map(({ points }) => points).filter((points) => points.startsWith('-'))
  );
  return {
    notices: published ? [] : notices.filter((notice) => EARNING_NOTHING.has(notice)),
    reversed: reversed === '0.00' ? null : reversed.replace('-', ''),
    accepts: submission?.state === 'submitted',
  };
};

const isNoted = ({ accepts, notices, reversed }: Consequences): boolean =>
  accepts ||
  reversed !== null ||
  notices.some((notice) => notice !== 'no-placement' || !isConfirmed(notice));

/** What follows from publishing the entry as the form stands; `null` where there is nothing to say. */
const useConsequences = (model: string, documentId: string | undefined): Consequences | null => {
  const { edit } = useDocumentLayout(model);
  const canRead = useAllowed(ACTIONS.readEntry);
  const unsaved = useUnsavedEntry();
  const isAsked = canRead && 'points' in edit.options && documentId !== undefined;
  const { data } = useGetEntryQuery(
    { uid: model, documentId: documentId ?? '', ...unsaved },
    { skip: !isAsked }
  );
  return data && isAsked ? consequencesOf(data) : null;
};

const Said = ({ accepts, notices, reversed }: Consequences) => {
  const { formatMessage } = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-testid="consequence">
      {notices.map((notice) => (
        <Typography key={notice}>
          {formatMessage({
            id: trId(`publish.${notice}`),
            defaultMessage: 'Publishing awards no points to anyone.',
          })}
        </Typography>
      ))}
      {reversed === null ? null : (
        <Typography>
          {formatMessage(
            {
              id: trId('publish.reversed'),
              defaultMessage:
                'By its placement or submission as it is now, {points} points are reversed.',
            },
            { points: reversed }
          )}
        </Typography>
      )}
      {accepts ? (
        <Typography>
          {formatMessage({
            id: trId('publish.accepts'),
            defaultMessage: 'Its submission is not accepted yet: publishing accepts it.',
          })}
        </Typography>
      ) : null}
    </Flex>
  );
};

/** Strapi's publishing of an entry, which says first what is out of the ordinary about it. */
const askingFirst = (Action: DocumentActionComponent): DocumentActionComponent => {
  const AskingAction: DocumentActionComponent = (props) => {
    const { formatMessage } = useIntl();
    const action = Action(props);
    const consequences = useConsequences(props.model, props.documentId);
    const own = action?.dialog?.type === 'dialog' ? action.dialog : undefined;
    const original = action?.onClick;
    const publish = useCallback(async (): Promise<void> => {
      const wasConfirmed = isConfirmed('no-placement');
      setConfirmed('no-placement', true);
      try {
        if (own?.onConfirm) await own.onConfirm();
        else await original?.({} as React.SyntheticEvent);
      } finally {
        setConfirmed('no-placement', wasConfirmed);
      }
    }, [original, own]);
    if (!action || !consequences || !isNoted(consequences)) return action;
    return {
      ...action,
      onClick: () => undefined,
      dialog: {
        type: 'dialog',
        title: formatMessage({
          id: trId('publish.title'),
          defaultMessage: 'Publish it like this?',
        }),
        content: <Said {...consequences} />,
        confirmLabel: formatMessage({ id: trId('publish.confirm'), defaultMessage: 'Publish' }),
        variant: 'default',
        onConfirm: publish,
      },
    };
  };
  AskingAction.type = Action.type;
  AskingAction.position = Action.position;
  return AskingAction;
};

/** Has publishing ask where it earns nothing, takes points or accepts what waits. */
export const askBeforePublishing = (
  actions: DocumentActionComponent[]
): DocumentActionComponent[] =>
  actions.map((action) => (action.type === 'publish' ? askingFirst(action) : action));
