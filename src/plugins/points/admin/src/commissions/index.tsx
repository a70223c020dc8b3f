import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { CommissionsPage } from './CommissionsPage';

/** The commissions behind their permission. */
const ProtectedCommissionsPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readCommissions, subject: null }]}>
    <CommissionsPage />
  </Page.Protect>
);

export default ProtectedCommissionsPage;
