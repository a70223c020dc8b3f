import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { PersonPage } from './PersonPage';

/** A person's page behind the permission of the postings that it rests on. */
const ProtectedPersonPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readLedger, subject: null }]}>
    <PersonPage />
  </Page.Protect>
);

export default ProtectedPersonPage;
