import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { SetupPage } from './SetupPage';

/** The checklist of setting up behind its permission. */
const ProtectedSetupPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readSetup, subject: null }]}>
    <SetupPage />
  </Page.Protect>
);

export default ProtectedSetupPage;
