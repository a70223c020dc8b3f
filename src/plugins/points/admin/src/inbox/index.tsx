import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { InboxPage } from './InboxPage';

/** The inbox behind its permission. */
const ProtectedInboxPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readInbox, subject: null }]}>
    <InboxPage />
  </Page.Protect>
);

export default ProtectedInboxPage;
