import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { ACTIONS, SETUP_PATH, UID } from '../constants';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';

/** What is used of a member as the Content Manager gives it. */
interface MemberDocument {
  documentId: string;
  name: string;
  post: string;
  account: { count: number } | null;
}

/** The side panel of a member without an account: where one is made. */
export const AccountPanel: PanelComponent = ({ document, model }) => {
  const { formatMessage } = useIntl();
  const mayMake = useAllowed(ACTIONS.createUnits);
  if (model !== UID.officer || !mayMake || !document?.documentId) return null;
  const { account, documentId, name, post } = document as unknown as MemberDocument;
  if ((account?.count ?? 0) > 0) return null;
  const query = new URLSearchParams({ new: 'person', member: documentId, name, position: post });
  return {
    title: formatMessage({ id: trId('account-panel.title'), defaultMessage: 'Account' }),
    content: (
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography variant="omega">
          {formatMessage({
            id: trId('account-panel.none'),
            defaultMessage: 'Has no account, and cannot log in.',
          })}
        </Typography>
        <Link tag={RouterLink} to={`/${SETUP_PATH}?${query}`}>
          {formatMessage({ id: trId('account-panel.make'), defaultMessage: 'Give an account' })}
        </Link>
      </Flex>
    ),
  };
};
