import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { LedgerPage } from './LedgerPage';

/** The postings behind their permission. */
const ProtectedLedgerPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readLedger, subject: null }]}>
    <LedgerPage />
  </Page.Protect>
);

export default ProtectedLedgerPage;
