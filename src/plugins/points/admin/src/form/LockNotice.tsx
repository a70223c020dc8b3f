import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { SubmissionDetail } from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { readingOf } from '../desk/reading-address';
import { Notice } from '../shared/Notice';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { FailedAction } from '../submissions/FailedAction';
import { useMoveSubmissionMutation } from '../submissions/submissions-api';

/** Why a piece cannot be changed now. */
const whyOf = ({ actions, mergedInto, signature, state }: SubmissionDetail): string => {
  if (mergedInto) return 'merged';
  if (signature.requestedAt === null) return state;
  return actions.includes('sign') ? 'to-sign' : 'awaits-signature';
};

/** Says why a form is grey, and what can be done about it. */
export const LockNotice = ({ piece }: { piece: SubmissionDetail }) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [move, { error, isLoading }] = useMoveSubmissionMutation();
  const hasDesk = useAllowed(ACTIONS.readDesk);
  const why = whyOf(piece);
  const { documentId } = piece;

  const withdraw = async () => {
    const result = await move({ documentId, action: 'withdraw', body: {} });
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage({ id: trId('life.done.withdraw'), defaultMessage: 'Withdrawn' }),
    });
  };

  return (
    <Notice
      variant="info"
      action={
        <Flex gap={3} wrap="wrap" alignItems="center">
          {hasDesk ? (
            <Link tag={RouterLink} to={readingOf(documentId)}>
              {formatMessage(
                why === 'to-sign'
                  ? { id: trId('lock.read-and-sign'), defaultMessage: 'Read and sign' }
                  : { id: trId('lock.read'), defaultMessage: 'Read it whole' }
              )}
            </Link>
          ) : null}
          {why !== 'to-sign' && piece.actions.includes('withdraw') ? (
            <Button size="S" variant="secondary" loading={isLoading} onClick={withdraw}>
              {formatMessage({ id: trId('life.action.withdraw'), defaultMessage: 'Withdraw' })}
            </Button>
          ) : null}
          <FailedAction error={error} />
        </Flex>
      }
    >
      <Typography tag="div" variant="omega" data-testid="lock-reason">
        {formatMessage({
          id: trId(`lock.${why}`),
          defaultMessage: 'This cannot be changed now.',
        })}
      </Typography>
    </Notice>
  );
};
