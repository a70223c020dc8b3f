import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { OutboxPage } from './OutboxPage';

/** The outbox behind its permission. */
const ProtectedOutboxPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.read, subject: null }]}>
    <OutboxPage />
  </Page.Protect>
);

export default ProtectedOutboxPage;
